//! Servers: where a service is reached.

use std::borrow::Cow;

use super::extensions;
use super::reader::{Read, Reader};
use super::text::{Text, is_text};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::Node;

/// Where a service is reached.
pub(crate) struct Server<'a> {
    /// Every name between braces is one of the variables.
    pub(crate) url: Cow<'a, str>,
    /// What it is called (OpenAPI 3.2).
    pub(crate) name: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) variables: Vec<(&'a str, ServerVariable<'a>)>,
}

/// A part of a server's URL that can be chosen.
pub(crate) struct ServerVariable<'a> {
    pub(crate) node: Node<'a>,
    /// Empty: there is none, and the caller has to choose.
    pub(crate) default: String,
    /// `enum`
    pub(crate) values: Vec<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) rust_name: Option<Text<'a>>,
}

/// A server whose URL leads nowhere is reported, and left out.
impl<'a> Read<'a> for Server<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server")?;
        let url = object.require::<Text<'a>>("url");
        let description = object.get("description");
        let variables = object.map("variables");
        let name = object.get("name");
        object.since_3_2(&["name"]);
        object.finish();
        let url = url?;
        if let Some(problem) = problem(url.text) {
            let message = format!("`{}` cannot be the URL of a server", url.text);
            reader.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(url.node.place(), problem)
                    .help("write a URL such as `https://api.example.com/v1`"),
            );
            return None;
        }
        Some(Self {
            url: url.text.into(),
            name,
            description,
            variables: used(reader, url, variables),
        })
    }
}

impl<'a> Read<'a> for ServerVariable<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server variable")?;
        let default = object.require::<Text<'a>>("default").map(|it| it.text.to_owned());
        let values: Vec<&str> = object.list("enum");
        let description = object.get("description");
        let rust_name = object.extension(extensions::RUST_NAME, is_text);
        object.finish();
        // A number without quotes, which is reported, leaves no doubt: a port.
        let number = || Some(node.get("default")?.as_number()?.to_string());
        let default = default.or_else(number).or(values.first().map(|it| (*it).to_owned()));
        let default = default.unwrap_or_default();
        Some(Self { node, default, values, description, rust_name })
    }
}

/// The variables that a URL names, each declared or not. What is wrong with them is reported.
fn used<'a>(
    reader: &Reader<'a, '_>,
    url: Text<'a>,
    mut declared: Vec<(&'a str, ServerVariable<'a>)>,
) -> Vec<(&'a str, ServerVariable<'a>)> {
    let named: Vec<&str> = names(url.text).collect();
    for (name, variable) in declared.iter().filter(|(name, _)| !named.contains(name)) {
        let message = format!("the server variable `{name}` is not in the URL");
        reader.report(
            Diagnostic::new(Code::InvalidValue, message)
                .at(variable.node.key_place(), "declared here")
                .also(url.node.place(), "has no such name between braces"),
        );
    }
    declared.retain(|(name, _)| named.contains(name));
    for name in named {
        if declared.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let message = format!("the server variable `{name}` is not declared");
        let diagnostic = Diagnostic::new(Code::InvalidValue, message)
            .at(url.node.place(), format!("`{{{name}}}` stands here"));
        reader.report(match suggest(name, declared.iter().map(|(known, _)| *known)) {
            Some(near) => diagnostic.help(format!("did you mean `{{{near}}}`?")),
            None => diagnostic.help("declare it under `variables`, with a default"),
        });
        let (values, description, rust_name) = (Vec::new(), None, None);
        let (node, default) = (url.node, String::new());
        declared.push((name, ServerVariable { node, default, values, description, rust_name }));
    }
    declared
}

/// The names between braces.
fn names(url: &str) -> impl Iterator<Item = &str> {
    url.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

/// Why nothing can be sent to a URL, whatever its variables are.
pub(super) fn problem(url: &str) -> Option<&'static str> {
    let is_forbidden = |character: char| {
        character.is_whitespace() || character.is_control() || "<>\"\\^`|".contains(character)
    };
    let opened = url.matches('{').count();
    if url.contains(is_forbidden) {
        return Some("has characters that no URL has");
    }
    if opened != url.matches('}').count()
        || opened != names(url).filter(|it| !it.is_empty()).count()
    {
        return Some("has a brace without its other half");
    }
    if url.contains(['?', '#']) {
        return Some("has a query or a fragment, but ends with its path");
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        let first = url.split('/').next().unwrap_or_default();
        let is_host = !first.starts_with('.') && first.contains(['.', ':']);
        return is_host.then_some("has no scheme, such as `https://`");
    };
    let is_known = ["http", "https"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    let host = rest.split('/').next().unwrap_or_default();
    if !is_known && !scheme.starts_with('{') {
        return Some("is neither `https` nor `http`");
    }
    match host {
        "" => Some("has no host"),
        host if host.contains('@') => Some("has user information"),
        _ => None,
    }
}

//! Parameters: which are arguments, which are setters, which are folded into the request.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::docs::plain_text;
use crate::lower::request::path::{Piece, Template};
use crate::lower::types::{Schemas, TypeName, target_name};
use crate::openapi::{Description, In, Parameter, Resolved, SchemaId};
use crate::source::Node;

/// A parameter of an operation.
#[derive(Clone)]
pub(crate) struct Gathered<'s, 'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: &'a str,
    pub(crate) location: In,
    /// What the description says of it. Nothing: the path names it, and nobody declares it.
    pub(crate) declared: Option<Resolved<'s, 'a, Parameter<'a>>>,
    pub(crate) schema: Option<SchemaId>,
    /// The value, if it must be given and can have only one: no choice, so not an argument.
    pub(crate) constant: Option<String>,
    /// What its type is called, where several operations may share it.
    pub(crate) shared: Option<TypeName>,
}

/// The parameters of an operation: its own, and those of its path that it does not replace.
pub(crate) fn gather<'s, 'a>(
    cx: Context<'s, 'a>,
    schemas: &Schemas<'_, 'a>,
    described: &Described<'s, 'a>,
) -> Vec<Gathered<'s, 'a>> {
    let of_path = described.item.parameters.iter().map(|given| (*given, true));
    let of_operation = described.operation.parameters.iter().map(|given| (*given, false));
    let mut parameters: Vec<Gathered<'s, 'a>> = Vec::new();
    let mut known: HashMap<(&str, In), usize> = HashMap::new();
    for (given, is_of_path) in of_path.chain(of_operation) {
        let Some(parameter) = cx.objects.resolve(given) else { continue };
        let gathered = declared(schemas, described, parameter, is_of_path);
        let next = parameters.len();
        let index = *known.entry((gathered.name, gathered.location)).or_insert(next);
        match parameters.get_mut(index) {
            Some(replaced) => *replaced = gathered,
            None => parameters.push(gathered),
        }
    }
    parameters
}

fn declared<'s, 'a>(
    schemas: &Schemas<'_, 'a>,
    described: &Described<'s, 'a>,
    parameter: Resolved<'s, 'a, Parameter<'a>>,
    is_of_path: bool,
) -> Gathered<'s, 'a> {
    let content = parameter.content.first().and_then(|(_, content)| content.schema);
    let schema = parameter.schema.or(content);
    let only_value = || schemas.get(schema?).only_value().and_then(plain_text);
    let shared = match parameter.component {
        Some(reference) => Some(TypeName::shared(&target_name(reference), "", "parameter")),
        // It stands in none of the operations at the path.
        None if is_of_path && described.item.operations > 1 => {
            Some(TypeName::shared(described.path, parameter.name, "parameter"))
        }
        None => None,
    };
    Gathered {
        node: parameter.node,
        name: parameter.name,
        location: parameter.location,
        declared: Some(parameter),
        schema,
        // The fields of a whole query are values of their own.
        constant: only_value()
            .filter(|_| parameter.required && parameter.location != In::Querystring),
        shared,
    }
}

/// Takes out the headers that are not parameters to OpenAPI, since something else says what they
/// hold: `Accept` and `Content-Type` the media types, `Authorization` the security schemes, where
/// there are any. Returns what is to be accepted, if it is said there.
pub(crate) fn take_content_headers(
    schemas: &Schemas<'_, '_>,
    parameters: &mut Vec<Gathered<'_, '_>>,
    document: &Description<'_>,
) -> Option<String> {
    let is_secured = !document.components.security_schemes.is_empty();
    let is = |it: &Gathered<'_, '_>, name: &str| {
        it.location == In::Header && it.name.eq_ignore_ascii_case(name)
    };
    let accept = parameters.iter().find(|it| is(it, "accept")).and_then(|it| it.schema);
    let accept = accept.map(|schema| schemas.get(schema));
    let accept = accept.and_then(|schema| schema.only_value().or(schema.default));
    let accept = accept.and_then(plain_text);
    parameters.retain(|it| {
        let is_known_elsewhere =
            is(it, "accept") || is(it, "content-type") || is_secured && is(it, "authorization");
        !is_known_elsewhere
    });
    accept
}

/// Reports path parameters that the template lacks, which are left out, and names in it that
/// nobody declares, which are texts.
pub(crate) fn check_path<'a>(
    cx: Context<'_, 'a>,
    described: &Described<'_, 'a>,
    template: &Template<'a>,
    parameters: &mut Vec<Gathered<'_, 'a>>,
) {
    let Described { path, path_node, .. } = described;
    let (declared, others): (Vec<_>, Vec<_>) =
        std::mem::take(parameters).into_iter().partition(|it| it.location == In::Path);
    *parameters = others;
    for name in template.parameters() {
        if let Some(parameter) = declared.iter().find(|it| it.name == name) {
            parameters.push(parameter.clone());
            continue;
        }
        let message = format!("path parameter `{name}` is not declared");
        let diagnostic = Diagnostic::new(Code::PathParameters, message)
            .at(path_node.key_place(), format!("`{{{name}}}` stands here"));
        cx.report(match suggest(name, declared.iter().map(|it| it.name)) {
            Some(near) => diagnostic.help(format!("did you mean `{{{near}}}`?")),
            None => diagnostic.help(format!(
                "declare it: `{{name: {name}, in: path, required: true, schema: ..}}`"
            )),
        });
        parameters.push(undeclared(*path_node, name));
    }
    for parameter in &declared {
        if template.parameters().any(|name| name == parameter.name) {
            continue;
        }
        let message = format!("path parameter `{}` is not in the path `{path}`", parameter.name);
        cx.report(
            Diagnostic::new(Code::PathParameters, message)
                .at(parameter.node.place(), "declared here")
                .also(path_node.key_place(), "has no such name between braces")
                .help(format!("add `{{{}}}` to the path, or remove the parameter", parameter.name)),
        );
    }
}

/// A path parameter that stands in the path at `node` and is declared nowhere.
fn undeclared<'s, 'a>(node: Node<'a>, name: &'a str) -> Gathered<'s, 'a> {
    let (declared, schema, constant, shared) = (None, None, None, None);
    Gathered { node, name, location: In::Path, declared, schema, constant, shared }
}

/// The path as the runtime wants it: `{}` for every argument, `{0}` for the first one again, what is
/// constant written out.
pub(crate) fn wire_path(template: &Template<'_>, parameters: &[Gathered<'_, '_>]) -> String {
    let mut path = String::new();
    let mut given: Vec<&str> = Vec::new();
    for piece in &template.pieces {
        match piece {
            Piece::Literal(text) => path.push_str(&written_out(text)),
            Piece::Parameter(name) => {
                let mut of_path = parameters.iter().filter(|it| it.location == In::Path);
                let parameter = of_path.find(|it| it.name == *name);
                match parameter.and_then(|it| it.constant.as_deref()) {
                    Some(value) => path.push_str(&encode(value)),
                    None => match given.iter().position(|known| known == name) {
                        Some(index) => path.push_str(&format!("{{{index}}}")),
                        None => {
                            given.push(name);
                            path.push_str("{}");
                        }
                    },
                }
            }
        }
    }
    let constants = fixed(parameters, In::Query);
    let constants = constants.map(|(name, value)| format!("{}={}", encode(&name), encode(&value)));
    let query: Vec<_> = template.query.map(written_out).into_iter().chain(constants).collect();
    if !query.is_empty() {
        path.push('?');
        path.push_str(&query.join("&"));
    }
    path
}

/// The parameters there that are always the same, and their values.
pub(crate) fn fixed(
    parameters: &[Gathered<'_, '_>],
    location: In,
) -> impl Iterator<Item = (String, String)> {
    let there = parameters.iter().filter(move |it| it.location == location);
    there.filter_map(|it| Some((it.name.to_owned(), it.constant.clone()?)))
}

/// What a description writes into a path or a query itself, with all percent-encoded that may not
/// stand there (RFC 3986, section 3.3). That includes the braces of the runtime's placeholders.
fn written_out(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => written.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/?%".contains(&byte) => written.push(char::from(byte)),
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

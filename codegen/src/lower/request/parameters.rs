//! Parameters: which are arguments, which are setters, which are folded into the request.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::http;
use crate::lower::request::path::{Piece, Template};
use crate::openapi::{Document, In, Parameter, Reader, RefOr};
use crate::source::Node;

/// The parameters of an operation: its own, and those of its path that it does not replace.
pub(crate) fn gather<'a>(
    reader: &mut Reader<'a, '_>,
    of_path: &[RefOr<'a, Parameter<'a>>],
    of_operation: &[RefOr<'a, Parameter<'a>>],
) -> Vec<Parameter<'a>> {
    let mut parameters: Vec<Parameter<'a>> = Vec::new();
    for parameter in of_path.iter().chain(of_operation) {
        let Some(parameter) = parameter.resolve(reader) else { continue };
        let same =
            |it: &Parameter<'_>| (it.name, it.location) == (parameter.name, parameter.location);
        match parameters.iter_mut().find(|it| same(it)) {
            Some(replaced) => *replaced = parameter,
            None => parameters.push(parameter),
        }
    }
    parameters
}

/// Takes out the headers that are no parameters to OpenAPI, since something else says what they hold:
/// `Accept` and `Content-Type` the media types, `Authorization` the security schemes, where there are
/// any. Gives what is to be accepted, if it is said there.
pub(crate) fn take_content_headers(
    parameters: &mut Vec<Parameter<'_>>,
    document: &Document<'_>,
) -> Option<String> {
    let is_secured = !document.components.security_schemes.is_empty();
    let is = |it: &Parameter<'_>, name: &str| {
        it.location == In::Header && it.name.eq_ignore_ascii_case(name)
    };
    let accept = parameters.iter().find(|it| is(it, "accept")).and_then(|it| it.schema.as_ref());
    let accept = accept.and_then(|schema| {
        schema.only_value().or_else(|| schema.node.get("default")).and_then(plain_text)
    });
    parameters.retain(|it| {
        let is_known_elsewhere =
            is(it, "accept") || is(it, "content-type") || is_secured && is(it, "authorization");
        !is_known_elsewhere
    });
    accept
}

/// Reports headers and cookies that HTTP has no such names for, and leaves them out.
pub(crate) fn check_names(reader: &mut Reader<'_, '_>, parameters: &mut Vec<Parameter<'_>>) {
    parameters.retain(|parameter| {
        let is_named_freely = matches!(parameter.location, In::Path | In::Query);
        if is_named_freely || http::is_token(parameter.name) {
            return true;
        }
        let message = format!("`{}` cannot be the name of a header or a cookie", parameter.name);
        let node = parameter.node.get("name").unwrap_or(parameter.node);
        reader.report(
            Diagnostic::error(Code::InvalidValue, message)
                .at(node.place(), "HTTP does not allow it")
                .help("write letters, digits and hyphens"),
        );
        false
    });
}

/// Reports path parameters that the template lacks, which are left out, and names in it that
/// nobody declares, which are texts.
pub(crate) fn check_path<'a>(
    reader: &mut Reader<'a, '_>,
    (path, path_node): (&str, Node<'a>),
    template: &Template<'a>,
    parameters: &mut Vec<Parameter<'a>>,
) {
    let (declared, others): (Vec<_>, Vec<_>) =
        std::mem::take(parameters).into_iter().partition(|it| it.location == In::Path);
    *parameters = others;
    for name in template.parameters() {
        if let Some(parameter) = declared.iter().find(|it| it.name == name) {
            parameters.push(parameter.clone());
            continue;
        }
        let mut diagnostic = Diagnostic::error(
            Code::PathParameters,
            format!("path parameter `{name}` is not declared"),
        )
        .at(path_node.key_place(), format!("`{{{name}}}` stands here"));
        diagnostic = match suggest(name, declared.iter().map(|it| it.name)) {
            Some(near) => diagnostic.help(format!("did you mean `{{{near}}}`?")),
            None => diagnostic.help(format!(
                "declare it: `{{name: {name}, in: path, required: true, schema: ..}}`"
            )),
        };
        reader.report(diagnostic);
        parameters.push(Parameter::undeclared(path_node, name));
    }
    for parameter in &declared {
        if template.parameters().any(|name| name == parameter.name) {
            continue;
        }
        reader.report(
            Diagnostic::error(
                Code::PathParameters,
                format!("path parameter `{}` is not in the path `{path}`", parameter.name),
            )
            .at(parameter.node.place(), "declared here")
            .also(path_node.key_place(), "has no such name between braces")
            .help(format!("add `{{{}}}` to the path, or remove the parameter", parameter.name)),
        );
    }
}

/// The path as the runtime wants it: `{}` for every argument, what is constant written out.
pub(crate) fn wire_path(template: &Template<'_>, parameters: &[Parameter<'_>]) -> String {
    let mut path = String::new();
    for piece in &template.pieces {
        match piece {
            Piece::Literal(text) => path.push_str(&written_out(text)),
            Piece::Parameter(name) => {
                let parameter =
                    parameters.iter().find(|it| it.location == In::Path && it.name == *name);
                match parameter.and_then(constant) {
                    Some(value) => path.push_str(&encode(&value)),
                    None => path.push_str("{}"),
                }
            }
        }
    }
    let constants = parameters
        .iter()
        .filter(|it| it.location == In::Query)
        .filter_map(|it| Some(format!("{}={}", encode(it.name), encode(&constant(it)?))));
    let query: Vec<_> = template.query.map(written_out).into_iter().chain(constants).collect();
    if !query.is_empty() {
        path.push('?');
        path.push_str(&query.join("&"));
    }
    path
}

/// The parameters there that are always the same, and their values.
pub(crate) fn fixed(parameters: &[Parameter<'_>], location: In) -> Vec<(String, String)> {
    let there = parameters.iter().filter(|it| it.location == location);
    there.filter_map(|it| Some((it.name.to_owned(), constant(it)?))).collect()
}

/// The value of a parameter that must be given and can have only one: no choice, so no argument.
pub(crate) fn constant(parameter: &Parameter<'_>) -> Option<String> {
    let schema = parameter.schema.as_ref()?;
    if !parameter.required {
        return None;
    }
    schema.only_value().and_then(plain_text)
}

/// A scalar as it goes into a path or a query.
pub(crate) fn plain_text(node: Node<'_>) -> Option<String> {
    match node.to_json() {
        serde_json::Value::String(text) => Some(text),
        value @ (serde_json::Value::Bool(_) | serde_json::Value::Number(_)) => {
            Some(value.to_string())
        }
        _ => None,
    }
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

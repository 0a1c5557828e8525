//! `host`, `basePath` and `schemes`: where the service is reached.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::object::ObjectReader;
use crate::openapi::server::{Server, problem};
use crate::openapi::text::Text;
use crate::source::Node;

const SCHEMES: &[&str] = &["http", "https", "ws", "wss"];

/// The servers that a document says. Where it has no host, the path on that of the caller; none, where
/// it says nothing.
pub(super) fn of_document<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    root: Node<'a>,
) -> Vec<Server<'a>> {
    let host = object.get::<Text<'a>>("host");
    let path = object.get::<Text<'a>>("basePath");
    let given = schemes(object);
    for wrong in [host.and_then(wrong_host), path.and_then(wrong_path)].into_iter().flatten() {
        object.reader_mut().report(wrong);
    }
    servers(root, &given)
}

/// The servers of an operation, if it says by which schemes it is reached.
pub(super) fn of_operation<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    home: Node<'a>,
) -> Vec<Server<'a>> {
    let given = schemes(object);
    let has_host = home.get("host").is_some();
    if given.is_empty() || !has_host { Vec::new() } else { servers(home, &given) }
}

/// The schemes that an object says; those that do not exist are reported, and left out.
fn schemes<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<&'a str> {
    let given = object.list::<Text<'a>>("schemes");
    let reader = object.reader_mut();
    let is_known = |it: &Text<'a>| {
        let is_known = SCHEMES.contains(&it.text);
        if !is_known {
            let message = format!("`{}` is not a scheme of Swagger 2.0", it.text);
            reader.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(it.node.place(), "not a scheme")
                    .help("write `https` or `http`"),
            );
        }
        is_known
    };
    given.into_iter().filter(is_known).map(|it| it.text).collect()
}

/// The servers of a document, by these schemes: the safe one first, whatever the order.
fn servers<'a>(root: Node<'a>, schemes: &[&str]) -> Vec<Server<'a>> {
    let text = |key: &str| root.get(key).and_then(Node::as_str).map(str::trim).unwrap_or_default();
    let host = text("host").trim_end_matches('/');
    let host = host.split_once("://").map_or(host, |(_, host)| host);
    let path = text("basePath").trim_end_matches('/');
    let slash = if path.is_empty() || path.starts_with('/') { "" } else { "/" };
    let server = |origin: String| Server {
        name: None,
        url: Cow::Owned(format!("{origin}{slash}{path}")),
        description: None,
        variables: Vec::new(),
    };
    let is_readable =
        |server: &Server<'_>| problem(&server.url).is_none() && !server.url.contains(['{', '}']);
    let mut origins: Vec<String> = Vec::new();
    if host.is_empty() && !path.is_empty() {
        origins.push(String::new());
    }
    if !host.is_empty() {
        let known = ["https", "http"].into_iter().filter(|it| schemes.contains(it));
        origins.extend(known.map(|scheme| format!("{scheme}://{host}")));
        if schemes.is_empty() {
            // What the document came by, says Swagger; nobody should send secrets by another one.
            origins.push(format!("https://{host}"));
        }
    }
    origins.into_iter().map(server).filter(is_readable).collect()
}

/// What is wrong with a host, if anything is.
fn wrong_host(host: Text<'_>) -> Option<Diagnostic> {
    let text = host.text.trim_end_matches('/');
    let is_alone = !text.contains('/');
    let problem = match text.contains(['{', '}']) {
        true => Some("has braces, but Swagger 2.0 has no variables here"),
        false if text.is_empty() => Some("is empty"),
        false if !is_alone => Some("has more than a name and a port"),
        false => problem(&format!("https://{text}")),
    };
    Some(
        Diagnostic::new(Code::InvalidValue, format!("`{}` cannot be a host", host.text))
            .at(host.node.place(), problem?)
            .help("write the host alone, such as `api.example.com`, and the path as `basePath`"),
    )
}

/// What is wrong with a base path, if anything is.
fn wrong_path(path: Text<'_>) -> Option<Diagnostic> {
    let problem = match path.text {
        text if text.contains(['{', '}']) => {
            Some("has braces, but Swagger 2.0 has no variables here")
        }
        text if !text.starts_with('/') && !text.is_empty() => Some("does not begin with a slash"),
        text => problem(text),
    };
    let path_alone = path.text.trim_matches('/');
    Some(
        Diagnostic::new(Code::InvalidValue, format!("`{}` cannot be a base path", path.text))
            .at(path.node.place(), problem?)
            .help(format!("write a path such as `/{path_alone}`")),
    )
}

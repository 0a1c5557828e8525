//! Path items: what can be done at a path.

use super::id::{ParameterId, kind};
use super::operation::OperationObject;
use super::reader::{Read, Reader};
use super::reference::{Link, Reference};
use super::server::Server;
use crate::diagnostic::{Code, Diagnostic};
use crate::http::{self, Method};
use crate::source::Node;

/// What can be done at a path.
pub(crate) struct PathItem<'a> {
    /// `$ref`: another path item, whose operations are added to those here.
    pub(crate) reference: Option<Link<'a, kind::PathItem>>,
    pub(crate) parameters: Vec<ParameterId>,
    pub(crate) operations: Vec<(Method, OperationObject<'a>)>,
    pub(crate) servers: Vec<Server<'a>>,
    /// How many operations there are, those that could not be read among them.
    pub(crate) written: usize,
}

impl<'a> Read<'a> for PathItem<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object_as_written(node, "a path item")?;
        let mut item = Self {
            reference: None,
            parameters: object.list("parameters"),
            operations: Method::ALL
                .iter()
                .filter_map(|(key, method)| Some((method.clone(), object.get(key)?)))
                .collect(),
            servers: object.list("servers"),
            written: Method::ALL.iter().filter(|(key, _)| node.get(key).is_some()).count(),
        };
        let additional = object.entries("additionalOperations");
        item.written += additional.len();
        item.operations.extend(
            additional.into_iter().filter_map(|it| additional_operation(object.reader_mut(), it)),
        );
        object.without_effect(&["summary", "description", "$ref"]);
        object.since_3_2(&["query", "additionalOperations"]);
        object.finish();
        let reference = node.get("$ref").and_then(|reference| referenced(reader, reference));
        Some(Self { reference, ..item })
    }
}

/// An entry of `additionalOperations`: the key is the method, as it goes over the wire.
fn additional_operation<'a>(
    reader: &mut Reader<'a, '_>,
    (name, node): (&'a str, Node<'a>),
) -> Option<(Method, OperationObject<'a>)> {
    let wrong = |message: String, label: &str, help: String| {
        Diagnostic::new(Code::InvalidValue, message).at(node.key_place(), label).help(help)
    };
    if !http::is_token(name) {
        reader.report(wrong(
            format!("`{name}` cannot be an HTTP method"),
            "has characters that no method has",
            "write the method as it goes over the wire, such as `COPY`".to_owned(),
        ));
        return None;
    }
    if let Some((key, _)) = Method::ALL.iter().find(|(_, method)| method.as_str() == name) {
        reader.report(wrong(
            format!("`{name}` is not one of the additional methods"),
            "has a key of its own",
            format!("write this operation under `{key}` of the path item"),
        ));
        return None;
    }
    Some((Method::Other(name.into()), OperationObject::read(reader, node)?))
}

/// The path item that a `$ref` leads to. Where it leads to no document, nobody knows which
/// operations are lost.
pub(super) fn referenced<'a>(
    reader: &mut Reader<'a, '_>,
    node: Node<'a>,
) -> Option<Link<'a, kind::PathItem>> {
    let reference = Reference::read(reader, node)?;
    if reader.is_missing(reference) {
        let message = "the operations of this path are in a document that was not given";
        reader.report(
            Diagnostic::new(Code::MissingDocument, message)
                .at(node.place(), "lost with it")
                .fatal(),
        );
        return None;
    }
    Link::read(reader, node)
}

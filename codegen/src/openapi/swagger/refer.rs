//! References of Swagger 2.0, and the keys that it does not have.

use crate::openapi::aspect::Aspect;
use crate::openapi::id::ObjectKind;
use crate::openapi::reader::Reader;
use crate::openapi::ref_or::RefOr;
use crate::openapi::reference::Link;
use crate::source::Node;

/// Reads an object, or a reference to one that is read as the same.
pub(super) fn ref_or<'a, T, K: ObjectKind>(
    reader: &mut Reader<'a, '_>,
    (node, aspect): (Node<'a>, Aspect),
    read: impl FnOnce(&mut Reader<'a, '_>, Node<'a>) -> Option<T>,
) -> Option<RefOr<'a, T, K>> {
    match node.get("$ref") {
        Some(reference) => Some(RefOr::Ref {
            link: Link::read_as(reader, reference, aspect)?,
            description: node.get("description").and_then(Node::as_str),
        }),
        None => read(reader, node).map(RefOr::Value),
    }
}

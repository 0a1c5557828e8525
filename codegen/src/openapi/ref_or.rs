//! Objects that may be given by a reference.

use super::id::ObjectKind;
use super::reader::{Read, Reader};
use super::reference::Link;
use crate::source::Node;

/// An object of the kind `K`, or a reference to it.
pub(crate) enum RefOr<'a, T, K> {
    Ref {
        link: Link<'a, K>,
        /// What stands beside the reference (OpenAPI 3.1, Reference Object): it counts instead of
        /// the target's.
        description: Option<&'a str>,
    },
    Value(T),
}

impl<'a, T: Read<'a>, K: ObjectKind> Read<'a> for RefOr<'a, T, K> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.get("$ref") {
            Some(reference) => Some(Self::Ref {
                link: Link::read(reader, reference)?,
                description: node.get("description").and_then(Node::as_str),
            }),
            None => T::read(reader, node).map(Self::Value),
        }
    }
}

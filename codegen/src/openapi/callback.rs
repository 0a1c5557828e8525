//! Callbacks: what a service sends to a URL that a request gave it.

use super::id::PathItemId;
use super::reader::{Read, Reader};
use crate::source::Node;

/// Requests that a service sends on behalf of an operation.
pub(crate) struct Callback {
    /// The path items of its URLs.
    pub(crate) items: Vec<PathItemId>,
}

impl<'a> Read<'a> for Callback {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(node, "a callback is an object from URL to path item");
            return None;
        }
        let items = node.entries().filter(|(url, _)| !url.starts_with("x-"));
        Some(Self { items: items.map(|(_, item)| reader.id(item)).collect() })
    }
}

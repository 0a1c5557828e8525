//! Callbacks: what a service sends to a URL that a request gave it.

use super::operation::{Operation, PathItem};
use super::reader::{Read, Reader};
use crate::source::Node;

/// Requests that a service sends on behalf of an operation.
#[derive(Clone)]
pub(crate) struct Callback<'a> {
    /// The path items of its URLs. They stay unread until they are asked for: an operation of
    /// theirs may have callbacks that lead back here.
    items: Vec<Node<'a>>,
}

impl<'a> Callback<'a> {
    /// What the service sends, in the order of the description.
    pub(crate) fn operations(&self, reader: &mut Reader<'a, '_>) -> Vec<Operation<'a>> {
        let items = self.items.iter().filter_map(|item| PathItem::read(reader, *item));
        items.flat_map(|item| item.operations).map(|(_, operation)| operation).collect()
    }
}

impl<'a> Read<'a> for Callback<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(node, "a callback is an object from URL to path item");
            return None;
        }
        let items = node.entries().filter(|(url, _)| !url.starts_with("x-"));
        Some(Self { items: items.map(|(_, item)| item).collect() })
    }
}

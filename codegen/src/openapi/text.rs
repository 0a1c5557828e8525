//! Plain values: texts, booleans, and nodes that are left as they are.

use super::reader::{Read, Reader};
use crate::source::Node;

/// A text with the node it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) text: &'a str,
}

impl<'a> Read<'a> for Text<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            reader.wrong_type(
                node,
                match node.get("$ref") {
                    Some(_) => "a string belongs here, which a reference cannot give",
                    None => "a string belongs here",
                },
            );
            return None;
        };
        Some(Self { node, text })
    }
}

impl<'a> Read<'a> for &'a str {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Text::read(reader, node).map(|text| text.text)
    }
}

impl<'a> Read<'a> for bool {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let value = node.as_bool();
        if value.is_none() {
            reader.wrong_type(node, "`true` or `false` belongs here");
        }
        value
    }
}

impl<'a> Read<'a> for Node<'a> {
    fn read(_: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Some(node)
    }
}

/// Whether a value is text.
pub(super) fn is_text(node: Node<'_>) -> bool {
    node.as_str().is_some()
}

/// Whether a value is `true` or `false`.
pub(super) fn is_bool(node: Node<'_>) -> bool {
    node.as_bool().is_some()
}

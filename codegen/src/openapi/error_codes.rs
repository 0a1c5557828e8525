//! `x-error-codes`: the documented error codes of a status.

use super::reader::{Read, Reader};
use super::text::Text;
use crate::source::Node;

/// Error codes, each with its meaning.
#[derive(Default)]
pub(crate) struct ErrorCodes<'a>(pub(crate) Vec<(&'a str, Text<'a>)>);

impl<'a> Read<'a> for ErrorCodes<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(node, "error codes are an object from code to meaning");
        }
        let codes = node.entries().filter(|(code, _)| !code.starts_with("x-"));
        let codes = codes.filter_map(|(code, meaning)| Some((code, Text::read(reader, meaning)?)));
        Some(Self(codes.collect()))
    }
}

impl ErrorCodes<'_> {
    /// Whether a value under the key has our form: others use it too.
    pub(super) fn are_ours(node: Node<'_>) -> bool {
        node.is_object() && node.entries().all(|(_, meaning)| meaning.as_str().is_some())
    }
}

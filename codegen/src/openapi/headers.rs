//! Headers by their names.

use super::id::HeaderId;
use super::object::ObjectReader;
use crate::diagnostic::{Code, Diagnostic};
use crate::http;
use crate::source::Node;

/// The headers whose names HTTP allows; the others are reported.
pub(super) fn read<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<(&'a str, HeaderId)> {
    let nodes = object.map::<Node<'a>>("headers");
    let reader = object.reader_mut();
    let header = |(name, node): (&'a str, Node<'a>)| {
        if http::is_token(name) {
            return Some((name, reader.id(node)));
        }
        let message = format!("`{name}` cannot be the name of a header");
        reader.report(
            Diagnostic::new(Code::InvalidValue, message)
                .at(node.key_place(), "has characters that HTTP does not allow"),
        );
        None
    };
    nodes.into_iter().filter_map(header).collect()
}

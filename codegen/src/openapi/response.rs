//! Responses.

use super::content::Content;
use super::error_codes::ErrorCodes;
use super::extensions;
use super::id::HeaderId;
use super::object::ObjectReader;
use super::media_types;
use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::http;
use crate::source::Node;

/// A response.
pub(crate) struct Response<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) description: Option<&'a str>,
    /// By media type.
    pub(crate) content: Vec<(&'a str, Content<'a>)>,
    pub(crate) headers: Vec<(&'a str, HeaderId)>,
    /// `x-error-codes`: code and meaning.
    pub(crate) error_codes: ErrorCodes<'a>,
}

impl<'a> Read<'a> for Response<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a response")?;
        let response = Self {
            node,
            description: object.get("description"),
            content: media_types::read(&mut object),
            headers: headers(&mut object),
            error_codes: object
                .extension(extensions::ERROR_CODES, ErrorCodes::are_ours)
                .unwrap_or_default(),
        };
        object.left_out("links");
        object.finish();
        Some(response)
    }
}

/// The headers whose names HTTP allows; the others are reported.
pub(super) fn headers<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<(&'a str, HeaderId)> {
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

//! Responses.

use super::content::Content;
use super::error_codes::ErrorCodes;
use super::extensions;
use super::headers;
use super::id::HeaderId;
use super::media_types;
use super::reader::{Read, Reader};
use crate::source::Node;

/// A response.
pub(crate) struct Response<'a> {
    pub(crate) node: Node<'a>,
    /// `description`, else `summary` (OpenAPI 3.2).
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
        let summary = object.get("summary");
        let response = Self {
            node,
            description: object.get("description").or(summary),
            content: media_types::read(&mut object),
            headers: headers::read(&mut object),
            error_codes: object
                .extension(extensions::ERROR_CODES, ErrorCodes::are_ours)
                .unwrap_or_default(),
        };
        object.left_out("links");
        object.since_3_2(&["summary"]);
        object.finish();
        Some(response)
    }
}

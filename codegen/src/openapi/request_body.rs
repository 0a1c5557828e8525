//! Request bodies.

use super::content::Content;
use super::media_types;
use super::reader::{Read, Reader};
use crate::source::Node;

/// The body of a request.
pub(crate) struct RequestBody<'a> {
    pub(crate) node: Node<'a>,
    /// What its author calls it, if anything: OpenAPI 3 has no name for it.
    pub(crate) name: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) required: bool,
    /// By media type.
    pub(crate) content: Vec<(&'a str, Content<'a>)>,
}

impl<'a> Read<'a> for RequestBody<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a request body")?;
        let body = Self {
            node,
            name: None,
            description: object.get("description"),
            required: object.get("required").unwrap_or(false),
            content: media_types::read(&mut object),
        };
        object.finish();
        Some(body)
    }
}

//! Bodies in one media type.

use super::headers;
use super::id::{HeaderId, SchemaId};
use super::reader::{Read, Reader};
use crate::source::Node;

/// A body in one media type (OpenAPI's Media Type Object).
#[derive(Clone)]
pub(crate) struct Content<'a> {
    pub(crate) schema: Option<SchemaId>,
    /// `itemSchema` (OpenAPI 3.2): what each of several values is that stand one after the other.
    pub(crate) item: Option<SchemaId>,
    pub(crate) example: Option<Node<'a>>,
    /// How the fields of a form and the parts of a body in parts are written, by their names.
    pub(crate) encoding: Vec<(&'a str, Encoding<'a>)>,
}

impl<'a> Read<'a> for Content<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a media type")?;
        let content = Self {
            schema: object.get("schema"),
            item: object.get("itemSchema"),
            example: object.example(),
            encoding: object.map("encoding"),
        };
        object.finish();
        Some(content)
    }
}

/// How a field of a form or a part of a body is written.
#[derive(Clone)]
pub(crate) struct Encoding<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) style: Option<&'a str>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: Option<bool>,
    /// Of the part.
    pub(crate) headers: Vec<(&'a str, HeaderId)>,
}

impl<'a> Read<'a> for Encoding<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an encoding")?;
        let encoding = Self {
            node,
            content_type: object.get("contentType"),
            style: object.get("style"),
            explode: object.get("explode"),
            allow_reserved: object.get("allowReserved"),
            headers: headers::read(&mut object),
        };
        object.finish();
        Some(encoding)
    }
}

//! Bodies in one media type.

use super::headers;
use super::id::{HeaderId, SchemaId};
use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A body in one media type (OpenAPI's Media Type Object).
#[derive(Clone, Default)]
pub(crate) struct Content<'a> {
    pub(crate) schema: Option<SchemaId>,
    /// `itemSchema` (OpenAPI 3.2): what each of several values is that stand one after the other.
    pub(crate) item: Option<SchemaId>,
    pub(crate) example: Option<Node<'a>>,
    /// How the fields of a form and the parts of a body in parts are written, by their names.
    pub(crate) encoding: Vec<(&'a str, Encoding<'a>)>,
    /// How the first parts are written of a body whose parts have no names, one by one.
    pub(crate) prefix_encoding: Vec<Encoding<'a>>,
    /// How all other parts are written of such a body.
    pub(crate) item_encoding: Option<Encoding<'a>>,
}

impl<'a> Read<'a> for Content<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object_or_reference(node, "a media type")?;
        let content = Self {
            schema: object.get("schema"),
            item: object.get("itemSchema"),
            example: object.example(),
            encoding: object.map("encoding"),
            prefix_encoding: object.list("prefixEncoding"),
            item_encoding: object.get("itemEncoding"),
        };
        object.since_3_2(&["itemSchema", "prefixEncoding", "itemEncoding"]);
        if let (Some(node), false) = (object.node("encoding"), content.has_names()) {
            let message = "parts with names have `encoding`, and parts in order have the others";
            object.reader_mut().report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(node.key_place(), "stands beside `prefixEncoding` or `itemEncoding`")
                    .help("keep `encoding` alone, or remove it"),
            );
        }
        object.finish();
        Some(content)
    }
}

impl Content<'_> {
    /// Whether nothing says how parts without names are written.
    fn has_names(&self) -> bool {
        self.prefix_encoding.is_empty() && self.item_encoding.is_none()
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
        object.since_3_2(&["encoding", "prefixEncoding", "itemEncoding"]);
        object.finish();
        Some(encoding)
    }
}

//! Bodies and responses in one media type.

use super::reader::{Read, Reader};
use super::schema::Schema;
use crate::source::Node;

/// A body in one media type.
#[derive(Clone)]
pub(crate) struct Content<'a> {
    pub(crate) schema: Option<Schema<'a>>,
    /// `itemSchema` (OpenAPI 3.2): what each of several values is that stand one after the other.
    pub(crate) item: Option<Schema<'a>>,
    pub(crate) example: Option<Node<'a>>,
    /// How the parts of a body in parts are written, by their names.
    encoding: Vec<(&'a str, Encoding<'a>)>,
}

impl<'a> Content<'a> {
    /// The content types of parts, by the names of these.
    pub(crate) fn content_types(&self) -> Vec<(&'a str, &'a str)> {
        let parts = self.encoding.iter();
        parts.filter_map(|(name, encoding)| Some((*name, encoding.content_type?))).collect()
    }
}

impl<'a> Read<'a> for Content<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a media type")?;
        let mut content = Self {
            schema: object.get("schema"),
            item: object.get("itemSchema"),
            example: object.node("example"),
            encoding: object.map("encoding"),
        };
        object.without_effect(&["examples"]);
        object.finish();
        if content.example.is_none() {
            content.example = content.schema.as_ref().and_then(|schema| schema.example);
        }
        Some(content)
    }
}

/// How a part of a body is written.
#[derive(Clone)]
struct Encoding<'a> {
    content_type: Option<&'a str>,
}

impl<'a> Read<'a> for Encoding<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an encoding")?;
        let content_type = object.get("contentType");
        object.without_effect(&["headers", "style", "explode", "allowReserved"]);
        object.finish();
        Some(Self { content_type })
    }
}

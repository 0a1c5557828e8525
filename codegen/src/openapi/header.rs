//! Headers: what responses and parts of bodies say beside their content.

use super::content::Content;
use super::id::SchemaId;
use super::reader::{Read, Reader};
use crate::source::Node;

/// A header of a response, or of a part of a body.
pub(crate) struct Header<'a> {
    pub(crate) description: Option<&'a str>,
    pub(crate) schema: Option<SchemaId>,
}

impl<'a> Read<'a> for Header<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a header")?;
        let (description, schema) = (object.get("description"), object.get("schema"));
        object.map::<Content<'a>>("content");
        object.without_effect(&[
            "allowEmptyValue",
            "allowReserved",
            "deprecated",
            "example",
            "examples",
            "explode",
            "required",
            "style",
        ]);
        object.finish();
        Some(Self { description, schema })
    }
}

//! Header objects: what responses say beside their body.

use super::content::Content;
use super::reader::{Read, Reader};
use super::schema::Schema;
use crate::source::Node;

/// A header of a response.
#[derive(Clone)]
pub(crate) struct Header<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) description: Option<&'a str>,
}

impl<'a> Read<'a> for Header<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a header")?;
        let description = object.get("description");
        let schema = object.get::<Schema<'a>>("schema");
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
        let described = schema.and_then(|schema| schema.description);
        Some(Self { node, description: description.or(described) })
    }

    fn describe(&mut self, description: &'a str) {
        self.description = Some(description);
    }
}

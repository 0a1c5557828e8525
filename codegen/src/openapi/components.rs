//! `components`: what a document keeps for reference.

use super::id::{
    CallbackId, HeaderId, ParameterId, PathItemId, RequestBodyId, ResponseId, SchemaId,
    SecuritySchemeId,
};
use super::reader::{Read, Reader};
use crate::source::Node;

/// What a document keeps for reference, by name.
#[derive(Default)]
pub(crate) struct Components<'a> {
    pub(crate) schemas: Vec<(&'a str, SchemaId)>,
    pub(crate) security_schemes: Vec<(&'a str, SecuritySchemeId)>,
}

impl<'a> Read<'a> for Components<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`components`")?;
        let components = Self {
            schemas: object.map("schemas"),
            security_schemes: object.map("securitySchemes"),
        };
        // Read for what is wrong with them; operations lead to those that are used.
        object.map::<CallbackId>("callbacks");
        object.map::<HeaderId>("headers");
        object.map::<ParameterId>("parameters");
        object.map::<RequestBodyId>("requestBodies");
        object.map::<ResponseId>("responses");
        object.map::<PathItemId>("pathItems");
        object.without_effect(&["examples", "links"]);
        object.finish();
        Some(components)
    }
}

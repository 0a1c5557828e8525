//! `components`: what a document keeps for reference.

use super::content::Content;
use super::id::{
    CallbackId, HeaderId, ParameterId, PathItemId, RequestBodyId, ResponseId, SchemaId,
    SecuritySchemeId,
};
use super::reader::{Read, Reader};
use crate::source::Node;

/// The key of OpenAPI 3.
const SECURITY_KEY: &str = "components/securitySchemes";

/// What a document keeps for reference, by name.
pub(crate) struct Components<'a> {
    /// The key that security schemes stand under, in the version of the document.
    pub(crate) security_key: &'static str,
    pub(crate) schemas: Vec<(&'a str, SchemaId)>,
    pub(crate) security_schemes: Vec<(&'a str, SecuritySchemeId)>,
}

impl Default for Components<'_> {
    fn default() -> Self {
        Self { security_key: SECURITY_KEY, schemas: Vec::new(), security_schemes: Vec::new() }
    }
}

impl<'a> Read<'a> for Components<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`components`")?;
        let components = Self {
            security_key: SECURITY_KEY,
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
        object.map::<Content<'a>>("mediaTypes");
        object.since_3_2(&["mediaTypes"]);
        object.without_effect(&["examples", "links"]);
        object.finish();
        Some(components)
    }
}

//! `components`: what a document keeps for reference.

use super::arena::Id;
use super::callback::Callback;
use super::header::Header;
use super::parameter::Parameter;
use super::path_item::PathItem;
use super::reader::{Read, Reader};
use super::ref_or::Given;
use super::request_body::RequestBody;
use super::response::Response;
use super::schema::Schema;
use super::security::SecurityScheme;
use crate::source::Node;

/// What a document keeps for reference, by name.
#[derive(Default)]
pub(crate) struct Components<'a> {
    pub(crate) schemas: Vec<(&'a str, Id<Schema<'a>>)>,
    pub(crate) security_schemes: Vec<(&'a str, Given<'a, SecurityScheme<'a>>)>,
}

impl<'a> Read<'a> for Components<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`components`")?;
        let components = Self {
            schemas: object.map("schemas"),
            security_schemes: object.map("securitySchemes"),
        };
        // Read for what is wrong with them; operations lead to those that are used.
        object.map::<Given<'a, Callback<'a>>>("callbacks");
        object.map::<Given<'a, Header<'a>>>("headers");
        object.map::<Given<'a, Parameter<'a>>>("parameters");
        object.map::<Given<'a, RequestBody<'a>>>("requestBodies");
        object.map::<Given<'a, Response<'a>>>("responses");
        object.map::<Id<PathItem<'a>>>("pathItems");
        object.without_effect(&["examples", "links"]);
        object.finish();
        Some(components)
    }
}

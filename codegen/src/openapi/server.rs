//! Servers: where a service is reached.

use super::extensions;
use super::reader::{Read, Reader};
use super::text::Text;
use crate::source::Node;

/// Where a service is reached.
pub(crate) struct Server<'a> {
    pub(crate) url: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) variables: Vec<(&'a str, ServerVariable<'a>)>,
}

impl<'a> Read<'a> for Server<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server")?;
        let url = object.require("url");
        let description = object.get("description");
        let variables = object.map("variables");
        object.without_effect(&["name"]);
        object.finish();
        Some(Self { url: url?, description, variables })
    }
}

/// A part of a server's URL that can be chosen.
pub(crate) struct ServerVariable<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) default: &'a str,
    /// `enum`
    pub(crate) values: Vec<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) rust_name: Option<Text<'a>>,
}

impl<'a> Read<'a> for ServerVariable<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server variable")?;
        let default = object.require("default");
        let values = object.list("enum");
        let description = object.get("description");
        let rust_name = object.get(extensions::RUST_NAME);
        object.finish();
        Some(Self { node, default: default?, values, description, rust_name })
    }
}

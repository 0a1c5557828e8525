//! `discriminator`: which member of an object says of which variant it is.

use super::reader::{Read, Reader};
use crate::source::Node;

/// Which member of an object says of which variant it is.
#[derive(Clone)]
pub(crate) struct Discriminator<'a> {
    pub(crate) property: &'a str,
    /// The texts of the member, and the variants as references or as names of components.
    pub(crate) mapping: Vec<(&'a str, &'a str)>,
}

impl<'a> Read<'a> for Discriminator<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a discriminator")?;
        let property = object.require("propertyName");
        let mapping = object.map("mapping");
        object.without_effect(&["defaultMapping"]);
        object.finish();
        Some(Self { property: property?, mapping })
    }
}

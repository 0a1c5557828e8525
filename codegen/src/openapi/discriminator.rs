//! `discriminator`: which member of an object says of which variant it is.

use super::id::SchemaId;
use super::reader::{Read, Reader};
use super::text::Text;
use crate::source::Node;

/// Which member of an object says of which variant it is.
#[derive(Clone)]
pub(crate) struct Discriminator<'a> {
    pub(crate) property: &'a str,
    /// The texts of the member, and the variants that they stand for.
    pub(crate) mapping: Vec<(&'a str, Mapped<'a>)>,
    /// `defaultMapping` (OpenAPI 3.2): the variant of all other texts, and of objects without one.
    pub(crate) default: Option<Mapped<'a>>,
}

/// A variant as a reference, or as the name of a component.
#[derive(Clone, Copy)]
pub(crate) struct Mapped<'a> {
    pub(crate) text: &'a str,
    /// Nothing, if it leads nowhere: then the text says all that is known.
    pub(crate) target: Option<SchemaId>,
}

impl<'a> Read<'a> for Discriminator<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a discriminator")?;
        let property = object.require("propertyName");
        let mapping = object.map("mapping");
        let default = object.get("defaultMapping");
        object.since_3_2(&["defaultMapping"]);
        object.finish();
        Some(Self { property: property?, mapping, default })
    }
}

impl<'a> Read<'a> for Mapped<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let Text { node, text } = Text::read(reader, node)?;
        let component = format!("#/components/schemas/{text}");
        let is_name = !text.contains(['#', '/']);
        let resolve = |text: &str| reader.sources.resolve(node.document(), text).ok();
        let named = resolve(&component).filter(|_| is_name);
        let target = named.or_else(|| resolve(text)).filter(|target| target.is_object());
        Some(Self { text, target: target.map(|target| reader.id(target)) })
    }
}

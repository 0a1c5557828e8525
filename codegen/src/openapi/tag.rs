//! Tags: groups of operations.

use super::reader::{Read, Reader};
use super::text::Text;
use crate::source::Node;

/// A group of operations.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    /// A few words that stand for the name (OpenAPI 3.2).
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    /// The name of the tag that this one is a part of (OpenAPI 3.2).
    pub(crate) parent: Option<Text<'a>>,
}

impl<'a> Read<'a> for Tag<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a tag")?;
        let name = object.require("name");
        let (summary, description) = (object.get("summary"), object.get("description"));
        let parent = object.get("parent");
        object.without_effect(&["externalDocs"]);
        object.since_3_2(&["summary", "parent", "kind"]);
        object.finish();
        Some(Self { name: name?, summary, description, parent })
    }
}

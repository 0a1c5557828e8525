//! `externalDocs`: where more can be read.

use super::reader::{Read, Reader};
use crate::source::Node;

/// Where more can be read.
pub(crate) struct ExternalDocs<'a> {
    pub(crate) url: Option<&'a str>,
}

impl<'a> Read<'a> for ExternalDocs<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`externalDocs`")?;
        let url = object.require("url");
        object.without_effect(&["description"]);
        object.finish();
        Some(Self { url })
    }
}

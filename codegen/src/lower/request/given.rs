//! Values of a request before they have identifiers.

use crate::ir::{Docs, Slot, Ty};
use crate::openapi::{SchemaId, Text};
use crate::source::Node;

/// A value of a request before it has an identifier.
pub(crate) struct Input<'a> {
    pub(crate) wire: String,
    pub(crate) rust: Option<Text<'a>>,
    pub(crate) node: Node<'a>,
    pub(crate) ty: Ty,
    /// Whether `null` is to be told from what is left out.
    pub(crate) nullable: bool,
    pub(crate) slot: Slot,
    pub(crate) docs: Docs,
    pub(crate) deprecated: bool,
    pub(crate) required: bool,
    /// What the value is, where that is described.
    pub(crate) schema: Option<SchemaId>,
    pub(crate) example: Option<Node<'a>>,
    /// What it may be where nothing else says it.
    pub(crate) sample: Option<String>,
}

//! Values of a request before they have identifiers.

use crate::ir::{Docs, Slot, Ty};
use crate::openapi::Text;
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
    pub(crate) example: Option<Node<'a>>,
}

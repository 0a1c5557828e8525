//! Items that have to be defined, before they have identifiers.

use super::name::TypeName;
use crate::ir::ItemKind;
use crate::openapi::SchemaId;
use crate::source::Node;

/// An item that has to be defined.
pub(super) struct Draft<'a> {
    pub(super) source: Source<'a>,
    /// Documentation that the schema does not have.
    pub(super) more_docs: String,
}

/// What an item is made of.
pub(super) enum Source<'a> {
    Schema(SchemaId),
    /// What an operation says; it is complete.
    Operation {
        node: Node<'a>,
        name: TypeName,
        kind: ItemKind,
    },
}

//! What is known about all items before the first of them is built.

use std::collections::BTreeSet;

use super::boxes::Boxes;
use super::usage::Usage;
use crate::ir::{Equality, Ty};

/// What is known about all items before the first of them is built.
pub(super) struct Plan {
    pub(super) boxes: Boxes,
    pub(super) usage: Vec<Usage>,
    /// How values of each item can be compared.
    pub(super) equality: Vec<Equality>,
    /// The items that are variants of unions.
    pub(super) variants: BTreeSet<usize>,
    /// The text of each enum that has but one.
    pub(super) only_texts: Vec<Option<String>>,
}

impl Plan {
    /// The text of an enum that has but one.
    pub(super) fn only_text(&self, ty: &Ty) -> Option<String> {
        let Ty::Named(id) = ty else { return None };
        self.only_texts[id.0].clone()
    }

    /// The type of a member of the item `owner`.
    pub(super) fn member(&self, owner: usize, ty: Ty) -> Ty {
        self.boxes.member(owner, ty)
    }

    /// Whether callers build values of the item.
    pub(super) fn is_sent(&self, item: usize) -> bool {
        self.usage[item].is_sent
    }

    /// Whether the item is a variant of a union.
    pub(super) fn is_variant(&self, item: usize) -> bool {
        self.variants.contains(&item)
    }

    /// Whether values of an item keep the members that nobody declared: where they may be sent again,
    /// and in variants of unions, since a value may be of several of them (`anyOf`).
    pub(super) fn keeps_unknown(&self, item: usize) -> bool {
        let usage = &self.usage[item];
        usage.is_received && (usage.is_sent || self.is_variant(item))
    }
}

//! What is known about all items before the first of them is built.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

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
    /// The members that tell items from the other variants of a union, each with its value if there
    /// is but one.
    pub(super) tags: HashMap<(usize, String), Option<Value>>,
    /// The items whose values are told from those of others by their shape.
    pub(super) fitted: BTreeSet<usize>,
}

impl Plan {
    /// The type of a member of the item `owner`.
    pub(super) fn member(&self, owner: usize, ty: Ty) -> Ty {
        self.boxes.member(owner, ty)
    }

    /// Whether callers build values of the item.
    pub(super) fn is_sent(&self, item: usize) -> bool {
        self.usage[item].is_sent
    }

    /// Whether values of the item come from the server.
    pub(super) fn is_received(&self, item: usize) -> bool {
        self.usage[item].is_received
    }

    /// Whether the item is a variant of a union.
    pub(super) fn is_variant(&self, item: usize) -> bool {
        self.variants.contains(&item)
    }

    /// Whether a member tells the item from the other variants of a union.
    pub(super) fn is_tag(&self, item: usize, member: &str) -> bool {
        self.tags.contains_key(&(item, member.to_owned()))
    }

    /// The value that a member has to have so that it names the item, if there is but one.
    pub(super) fn only_tag(&self, item: usize, member: &str) -> Option<&Value> {
        self.tags.get(&(item, member.to_owned()))?.as_ref()
    }

    /// Whether values of the item are told from those of others by their shape.
    pub(super) fn is_fitted(&self, item: usize) -> bool {
        self.fitted.contains(&item)
    }

    /// Whether values of an item keep the members that nobody declared: where they may be sent again,
    /// and in variants of unions, since a value may be of several of them (`anyOf`).
    pub(super) fn keeps_unknown(&self, item: usize) -> bool {
        let usage = &self.usage[item];
        usage.is_received && (usage.is_sent || self.is_variant(item))
    }
}

//! Schemas within others that references lead to: one type of one name, whether a reference or the
//! schema itself is met first.

use std::collections::HashMap;

use super::types::{Lowered, Types};
use crate::source::{Node, Place};
use crate::spec::{Reader, Schema};

/// What references call that which they lead to, by its place: components are `declared` instead.
pub(super) fn names<'a>(
    reader: &Reader<'a, '_>,
    declared: &HashMap<Place, &'a str>,
) -> HashMap<Place, String> {
    let mut names = HashMap::<Place, String>::new();
    for (reference, target) in reader.targets() {
        let place = target.place();
        if declared.contains_key(&place) {
            continue;
        }
        let name = anchor(target).map_or_else(|| reference.name(), str::to_owned);
        let known = names.entry(place).or_insert_with(|| name.clone());
        // Several ways may lead to it, and which stands first must not matter.
        if (name.len(), &name) < (known.len(), known) {
            *known = name;
        }
    }
    names
}

impl<'a> Types<'a> {
    /// The type of a schema that is met where it stands, if references give it its name.
    pub(super) fn part(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
    ) -> Option<Lowered> {
        let name = self.parts.get(&schema.node.place())?.clone();
        Some(self.named(reader, schema.node, &name))
    }

    /// What the schema at `node` is called that a reference calls `name`.
    pub(super) fn proper_name(&self, node: Node<'a>, name: &str) -> String {
        let place = node.place();
        let declared = self.declared.get(&place).copied();
        declared.or_else(|| Some(self.parts.get(&place)?)).unwrap_or(name).to_owned()
    }
}

/// The name that a schema gives itself.
fn anchor(node: Node<'_>) -> Option<&str> {
    ["$anchor", "$dynamicAnchor"].iter().find_map(|key| node.get(key)?.as_str())
}

//! Schemas within components: one type of one name each, whether the component, a reference to the
//! part or another schema that inherits it (`allOf`) is met first.

use std::collections::HashMap;

use crate::lower::types::{Lowered, Types};
use crate::openapi::{Reader, Schema};
use crate::source::{Node, Place};

/// What parts of components and other targets of references are called, by their places: the
/// components themselves are `declared`.
pub(crate) fn of_parts<'a>(
    reader: &Reader<'a, '_>,
    components: &[(&'a str, Node<'a>)],
    declared: &HashMap<Place, &'a str>,
) -> HashMap<Place, String> {
    let mut names = HashMap::<Place, String>::new();
    for (component, node) in components {
        members(&mut names, *node, component);
    }
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

/// Names the members of the component at `node`, or of a part of its `allOf`, of which types may be
/// made: schemas that inherit them are of the same types there.
fn members(names: &mut HashMap<Place, String>, node: Node<'_>, component: &str) {
    const MAKE_TYPES: &[&str] = &[
        "additionalProperties",
        "allOf",
        "anyOf",
        "enum",
        "items",
        "oneOf",
        "patternProperties",
        "prefixItems",
        "properties",
        "type",
    ];
    for (name, member) in node.get("properties").into_iter().flat_map(Node::entries) {
        let is_made = |key: &&str| member.get(key).is_some_and(|value| value.as_str().is_none());
        if MAKE_TYPES.iter().any(is_made) && member.get("$ref").is_none() {
            names.insert(member.place(), format!("{component} {name}"));
        }
    }
    for part in node.get("allOf").into_iter().flat_map(Node::items) {
        members(names, part, component);
    }
}

impl<'a> Types<'a> {
    /// The type of a schema that is met where it stands but has a name of its own.
    pub(crate) fn part(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
    ) -> Option<Lowered> {
        let name = self.parts.get(&schema.node.place())?.clone();
        Some(self.named(reader, schema.node, &name))
    }

    /// What the schema at `node` is called that a reference calls `name`.
    pub(crate) fn proper_name(&self, node: Node<'a>, name: &str) -> String {
        let place = node.place();
        let declared = self.declared.get(&place).copied();
        declared.or_else(|| Some(self.parts.get(&place)?)).unwrap_or(name).to_owned()
    }
}

/// The name that a schema gives itself.
fn anchor(node: Node<'_>) -> Option<&str> {
    ["$anchor", "$dynamicAnchor"].iter().find_map(|key| node.get(key)?.as_str())
}

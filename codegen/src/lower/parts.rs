//! Schemas within others that references lead to: one type, whether a reference or the schema itself
//! is met first.

use super::types::{Known, Lowered, Types};
use crate::source::Node;
use crate::spec::{Reader, Schema};

impl<'a> Types<'a> {
    /// The type of a schema that is met where it stands, if references give it its name.
    pub(super) fn part(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
    ) -> Option<Lowered> {
        let place = schema.node.place();
        match self.known.get(&place) {
            Some(Known::Done(done)) => self.parts.contains(&place).then(|| done.clone()),
            Some(Known::Open) => None,
            None => anchor(schema.node).map(|anchor| self.named(reader, schema.node, anchor)),
        }
    }

    /// What the schema at `node` is called that a reference calls `name`: a component has the name
    /// it is declared by, and what has an anchor the name of that.
    pub(super) fn proper_name<'n>(&self, node: Node<'a>, name: &'n str) -> &'n str
    where
        'a: 'n,
    {
        let declared = self.declared.get(&node.place()).copied();
        declared.or_else(|| anchor(node)).unwrap_or(name)
    }
}

/// The name that a schema gives itself.
fn anchor(node: Node<'_>) -> Option<&str> {
    ["$anchor", "$dynamicAnchor"].iter().find_map(|key| node.get(key)?.as_str())
}

//! The names that schemas give themselves: anchors, and ids that are addresses.

use std::collections::HashMap;

use super::Node;
use super::place::address;
use super::resources::{Collected, Resources};
use super::walk::words;
use super::way::{Way, follow};

/// The schemas of some documents that have names of their own, by these names.
#[derive(Debug, Default)]
pub(super) struct SchemaNames {
    /// Of each document, in the order of the documents.
    anchors: Vec<HashMap<String, Vec<Way>>>,
    resources: Resources,
}

impl SchemaNames {
    /// Finds all names below the roots of the documents, with one walk over each.
    pub(super) fn read<'a>(roots: impl Iterator<Item = Node<'a>>) -> Self {
        let mut names = Self::default();
        for root in roots {
            let mut anchors: HashMap<String, Vec<Way>> = HashMap::new();
            let mut collected = Collected::default();
            words(root, &mut |word| {
                let Some(name) = word.value.as_str() else { return };
                match word.key {
                    "$anchor" | "$dynamicAnchor" => {
                        collected.anchors.push((name.to_owned(), word.way.into()));
                        let schemas = anchors.entry(name.to_owned()).or_default();
                        // A schema may have both, of one name.
                        if schemas.last().is_none_or(|last| **last != *word.way) {
                            schemas.push(word.way.into());
                        }
                    }
                    "$id" => collected.ids.push((name.to_owned(), word.way.into())),
                    "$ref" => {
                        collected.references.push((address(word.value.value()), word.way.into()))
                    }
                    _ => {}
                }
            });
            names.resources.add(root.document(), collected);
            names.anchors.push(anchors);
        }
        names
    }

    /// The schemas of a document that have this anchor, in the order of the text.
    pub(super) fn anchored<'a>(&self, root: Node<'a>, anchor: &str) -> Vec<Node<'a>> {
        let document = self.anchors.get(root.document().0);
        let ways = document.and_then(|anchors| anchors.get(anchor));
        ways.into_iter().flatten().filter_map(|way| follow(root, way)).collect()
    }

    /// The schemas with ids.
    pub(super) fn resources(&self) -> &Resources {
        &self.resources
    }
}

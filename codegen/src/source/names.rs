//! The names that schemas give themselves: anchors, and ids that are addresses.

use std::collections::HashMap;

use super::walk::words;
use super::{DocumentId, Node};

/// The schemas of some documents that have names of their own, by these names.
#[derive(Debug, Default)]
pub(super) struct SchemaNames {
    /// Of each document, in the order of the documents.
    anchors: Vec<HashMap<String, Vec<Way>>>,
    ids: HashMap<String, (DocumentId, Way)>,
}

/// The way from the root of a document to a value: at each step, the number of an entry or item.
/// Unlike a reference to the value, it can be kept beside the document.
type Way = Box<[usize]>;

impl SchemaNames {
    /// Finds all names below the roots of the documents, with one walk over each.
    pub(super) fn read<'a>(roots: impl Iterator<Item = Node<'a>>) -> Self {
        let mut names = Self::default();
        for root in roots {
            let mut anchors: HashMap<String, Vec<Way>> = HashMap::new();
            words(root, &mut |word| {
                let Some(name) = word.value.as_str() else { return };
                match word.key {
                    "$anchor" | "$dynamicAnchor" => {
                        let schemas = anchors.entry(name.to_owned()).or_default();
                        // A schema may have both, of one name.
                        if schemas.last().is_none_or(|last| **last != *word.way) {
                            schemas.push(word.way.into());
                        }
                    }
                    "$id" => {
                        let schema = (root.document(), word.way.into());
                        names.ids.entry(name.to_owned()).or_insert(schema);
                    }
                    _ => {}
                }
            });
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

    /// The first schema that has this id; `root` returns the roots of documents.
    pub(super) fn identified<'a>(
        &self,
        id: &str,
        root: impl Fn(DocumentId) -> Node<'a>,
    ) -> Option<Node<'a>> {
        let (document, way) = self.ids.get(id)?;
        follow(root(*document), way)
    }
}

fn follow<'a>(root: Node<'a>, way: &[usize]) -> Option<Node<'a>> {
    way.iter().try_fold(root, |node, index| node.nth(*index))
}

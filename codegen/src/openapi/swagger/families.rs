//! Who extends whom: in Swagger 2.0, the variants of a schema with a discriminator are those that
//! have it under `allOf`, by their names.

use std::collections::{HashMap, HashSet};

use crate::openapi::extensions;
use crate::source::{Node, Place, Sources};

/// How many generations are looked for. Nobody writes more than four.
const GENERATIONS: usize = 8;

/// A schema that a document defines, and what the discriminator says of it.
#[derive(Clone, Copy)]
pub(crate) struct Heir<'a> {
    pub(crate) value: &'a str,
    pub(crate) node: Node<'a>,
}

/// Who extends whom.
#[derive(Default)]
pub(crate) struct Families<'a> {
    /// The schemas that documents define.
    defined: HashMap<Place, Heir<'a>>,
    /// Those that extend a schema themselves.
    children: HashMap<Place, Vec<Heir<'a>>>,
}

impl<'a> Families<'a> {
    pub(super) fn of(sources: &'a Sources) -> Self {
        let mut found = Self::default();
        let roots = sources.iter().map(|(id, _)| sources.root(id));
        for (name, node) in roots.filter_map(|it| it.get("definitions")).flat_map(Node::entries) {
            let given = node.get(extensions::DISCRIMINATOR_VALUE).and_then(Node::as_str);
            let heir = Heir { value: given.unwrap_or(name), node };
            found.defined.insert(node.place(), heir);
            let parts = node.get("allOf").into_iter().flat_map(Node::items);
            for reference in parts.filter_map(|part| part.get("$ref")?.as_str()) {
                if let Ok(base) = sources.resolve(node.document(), reference) {
                    found.children.entry(base.place()).or_default().push(heir);
                }
            }
        }
        found
    }

    /// The schema at `base`, if it has a name, and all that extend it, each once: those that extend it
    /// themselves first, in the order of the text.
    pub(super) fn family(&self, base: Node<'a>) -> Vec<Heir<'a>> {
        let mut family: Vec<Heir<'a>> =
            self.defined.get(&base.place()).copied().into_iter().collect();
        let mut met = HashSet::from([base.place()]);
        let mut generation = vec![base.place()];
        for _ in 0..GENERATIONS {
            let children = generation.iter().filter_map(|it| self.children.get(it)).flatten();
            let new: Vec<_> = children.filter(|it| met.insert(it.node.place())).copied().collect();
            generation = new.iter().map(|it| it.node.place()).collect();
            family.extend(new);
        }
        family
    }
}

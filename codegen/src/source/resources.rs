//! Schemas with an `$id`: what the references in them are relative to.

use std::collections::HashMap;

use super::reference::{has_scheme, normalize};
use super::way::{Way, follow};
use super::{DocumentId, Node};

/// The schemas of some documents that have an `$id`, and the references within them.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// In the order of the documents and of their texts.
    all: Vec<Resource>,
    by_id: HashMap<String, usize>,
    /// Which schema a reference is in, by the address of its text.
    of_references: HashMap<usize, usize>,
    /// The schemas that have an anchor in one of these.
    anchors: HashMap<(usize, String), Way>,
}

#[derive(Debug)]
struct Resource {
    document: DocumentId,
    way: Way,
    /// The whole address, as far as it is known.
    id: String,
}

/// What one document has, as its walk came across it.
#[derive(Default)]
pub(super) struct Collected {
    pub(super) ids: Vec<(String, Way)>,
    pub(super) anchors: Vec<(String, Way)>,
    /// The addresses of the texts of references.
    pub(super) references: Vec<(usize, Way)>,
}

impl Resources {
    /// Adds what a document has.
    pub(super) fn add(&mut self, document: DocumentId, collected: Collected) {
        if collected.ids.is_empty() {
            return;
        }
        let mut of_way: HashMap<Way, usize> = HashMap::new();
        // A schema comes before those within it once the ways are in order.
        let mut ids = collected.ids;
        ids.sort_by(|(_, one), (_, other)| one.cmp(other));
        for (id, way) in ids {
            let base = around(&of_way, way.split_last().map_or(&[][..], |(_, before)| before));
            let id = match base {
                Some(base) => join(&self.all[base].id, &id),
                None => id.trim_end_matches('#').to_owned(),
            };
            let index = self.all.len();
            self.by_id.entry(id.clone()).or_insert(index);
            of_way.insert(way.clone(), index);
            self.all.push(Resource { document, way, id });
        }
        for (address, way) in collected.references {
            if let Some(resource) = around(&of_way, &way) {
                self.of_references.insert(address, resource);
            }
        }
        for (anchor, way) in collected.anchors {
            if let Some(resource) = around(&of_way, &way) {
                self.anchors.entry((resource, anchor)).or_insert(way);
            }
        }
    }

    /// What a reference leads to, whose text stands at an address: if it is in a schema with an `$id`,
    /// and leads to something in that schema or in another one that has an `$id`.
    pub(super) fn resolve<'a>(
        &self,
        address: usize,
        reference: &str,
        root: impl Fn(DocumentId) -> Node<'a>,
    ) -> Option<Node<'a>> {
        let own = *self.of_references.get(&address)?;
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let index = match path.is_empty() {
            true => own,
            false => *self.by_id.get(&join(&self.all[own].id, path))?,
        };
        let Resource { document, way, .. } = &self.all[index];
        let schema = follow(root(*document), way)?;
        match self.anchors.get(&(index, fragment.to_owned())) {
            Some(way) => follow(root(*document), way),
            None => schema.resolve_fragment(fragment).ok(),
        }
    }

    /// The first schema that has this id.
    pub(super) fn identified<'a>(
        &self,
        id: &str,
        root: impl Fn(DocumentId) -> Node<'a>,
    ) -> Option<Node<'a>> {
        let Resource { document, way, .. } = &self.all[*self.by_id.get(id)?];
        follow(root(*document), way)
    }
}

/// The nearest schema with an `$id` at or above the end of a way.
fn around(of_way: &HashMap<Way, usize>, way: &[usize]) -> Option<usize> {
    (0..=way.len()).rev().find_map(|length| of_way.get(&way[..length]).copied())
}

/// The address that a reference means in a schema with this `$id` (RFC 3986, 5.2).
fn join(base: &str, reference: &str) -> String {
    let reference = reference.trim_end_matches('#');
    let Some((scheme, rest)) = base.split_once("://").filter(|_| !has_scheme(reference)) else {
        return reference.to_owned();
    };
    if let Some(elsewhere) = reference.strip_prefix("//") {
        return format!("{scheme}://{elsewhere}");
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
    let path = match reference.strip_prefix('/') {
        Some(absolute) => normalize(absolute),
        None => normalize(&format!("{folder}{reference}")),
    };
    format!("{scheme}://{authority}/{}", path.trim_start_matches("../"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn references_are_relative_to_an_id() {
        let check = |base: &str, reference: &str, expected: &str| {
            assert_eq!(join(base, reference), expected, "{reference}");
        };
        check("https://example.com/a/b.json", "c.json", "https://example.com/a/c.json");
        check("https://example.com/a/b.json?v=1", "../../c", "https://example.com/c");
        check("https://example.com/a/b.json", "/c#", "https://example.com/c");
        check("https://example.com", "c", "https://example.com/c");
        check("https://example.com/a", "//other.com/c", "https://other.com/c");
        check("https://example.com/a", "urn:c", "urn:c");
        check("urn:a", "b", "b");
    }
}

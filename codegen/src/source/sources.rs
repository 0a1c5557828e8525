//! The documents of a run.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::names::SchemaNames;
use super::reference::{Target, normalize, split};
use super::walk::words;
use super::{Document, DocumentId, Node, Place, Unresolved, parse};
use crate::diagnostic::Diagnostics;

/// All documents of a run, in the order added.
///
/// An id, node or place is meaningful only together with the sources it came from.
#[derive(Debug, Default)]
pub struct Sources {
    documents: Vec<Document>,
    by_path: HashMap<String, DocumentId>,
    /// Read when the first reference needs them. Most descriptions have no such reference.
    names: OnceLock<SchemaNames>,
}

/// A document that others refer to and that is not among the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its path, in the form of [`Document::path`].
    pub path: String,
    /// The first reference to it.
    pub place: Place,
}

impl Sources {
    /// No documents.
    pub fn new() -> Self {
        Self::default()
    }

    /// Parses a document and adds it. The path is separated by `/`.
    ///
    /// Text that cannot be read is reported, and the root of its document is null. Repeated keys
    /// are reported too, and the first one counts.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        text: impl Into<String>,
        diagnostics: &mut Diagnostics,
    ) -> DocumentId {
        let id = DocumentId(self.documents.len());
        let path = normalize(&path.into());
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let root = parse::parse(id, &text, diagnostics);
        self.by_path.entry(path.clone()).or_insert(id);
        self.documents.push(Document::new(path, text, root));
        self.names.take();
        id
    }

    /// A document.
    pub fn get(&self, id: DocumentId) -> &Document {
        &self.documents[id.0]
    }

    /// The first document that was added with this path. The path need not be normalised.
    pub fn find(&self, path: &str) -> Option<DocumentId> {
        self.by_path.get(&normalize(path)).copied()
    }

    /// All documents in the order added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (DocumentId, &Document)> {
        self.documents.iter().enumerate().map(|(index, document)| (DocumentId(index), document))
    }

    /// The root of a document, to walk from.
    pub fn root(&self, id: DocumentId) -> Node<'_> {
        Node::new(id, self.get(id).root())
    }

    /// The value that a `$ref` in the document `from` leads to. The value may be a reference
    /// itself: this takes one step.
    ///
    /// # Errors
    ///
    /// The reason why the reference leads nowhere, with the last value on its way.
    pub fn resolve(&self, from: DocumentId, reference: &str) -> Result<Node<'_>, Unresolved<'_>> {
        let (target, fragment) = split(self.get(from).path(), reference);
        let root = match target {
            Target::Same => self.root(from),
            Target::Path(path) => {
                self.root(*self.by_path.get(&path).ok_or(Unresolved::NoDocument)?)
            }
            Target::Remote => self.identified(reference).ok_or(Unresolved::Remote)?,
        };
        match root.resolve_fragment(fragment) {
            Err(Unresolved::NotAPointer) => match self.names().anchored(root, fragment)[..] {
                [] => Err(Unresolved::NotAPointer),
                [only] => Ok(only),
                [first, second, ..] => Err(Unresolved::SeveralAnchors { schemas: [first, second] }),
            },
            resolved => resolved,
        }
    }

    /// The schema whose `$id` a reference names. Such a reference looks remote and is not.
    fn identified(&self, reference: &str) -> Option<Node<'_>> {
        let address = reference.split('#').next().unwrap_or_default();
        self.names().identified(address, |id| self.root(id))
    }

    fn names(&self) -> &SchemaNames {
        self.names.get_or_init(|| SchemaNames::read(self.iter().map(|(id, _)| self.root(id))))
    }

    /// The key that stands first among some, in the order of the documents and of their texts.
    pub(crate) fn first(&self, keys: &HashSet<Place>) -> Option<Place> {
        // Most descriptions have none, and a walk over all of them is long.
        let mut waiting: Vec<Node<'_>> = match keys.is_empty() {
            true => Vec::new(),
            false => self.iter().map(|(id, _)| self.root(id)).collect(),
        };
        waiting.reverse();
        while let Some(node) = waiting.pop() {
            if keys.contains(&node.key_place()) {
                return Some(node.key_place());
            }
            let below = waiting.len();
            waiting.extend(node.items().chain(node.entries().map(|(_, entry)| entry)));
            waiting[below..].reverse();
        }
        None
    }

    /// The texts of all references in all documents, in order.
    pub(crate) fn references(&self) -> Vec<Node<'_>> {
        let mut references = Vec::new();
        for (id, _) in self.iter() {
            words(self.root(id), &mut |word| {
                if ["$ref", "$dynamicRef"].contains(&word.key) && word.value.as_str().is_some() {
                    references.push(word.value);
                }
            });
        }
        references
    }

    /// The documents that relative references name and that are not among the sources: each once,
    /// in the order of their first references.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut seen = HashSet::new();
        for node in self.references() {
            let from = self.get(node.document()).path();
            if let (Target::Path(path), _) = split(from, node.as_str().unwrap_or_default())
                && !self.by_path.contains_key(&path)
                && seen.insert(path.clone())
            {
                missing.push(Missing { path, place: node.place() });
            }
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::Sources;
    use crate::diagnostic::Diagnostics;
    use crate::source::Unresolved;
    use crate::source::walk::WALKS;

    fn sources(documents: &[(&str, &str)]) -> Sources {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new();
        for (path, text) in documents {
            sources.add(*path, *text, &mut diagnostics);
        }
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        sources
    }

    #[test]
    fn references_lead_to_other_documents() {
        let sources = sources(&[
            ("./api/a.yaml", "{$ref: '../b.yaml#/x', here: 1}"),
            ("b.yaml", "x: {y: 2}"),
        ]);
        let a = sources.find("api/a.yaml").expect("it was added");
        let check = |reference: &str, expected: &str| {
            let found = match sources.resolve(a, reference) {
                Ok(node) => format!("{}: {}", sources.get(node.document()).path(), node.to_json()),
                Err(Unresolved::NoValue { parent, depth }) => {
                    format!("{} at {depth}", parent.to_json())
                }
                Err(error) => format!("{error:?}"),
            };
            assert_eq!(found, expected);
        };
        check("#/here", "api/a.yaml: 1");
        check("a.yaml#/here", "api/a.yaml: 1");
        check("../b.yaml#/x/y", "b.yaml: 2");
        check("../b.yaml", "b.yaml: {\"x\":{\"y\":2}}");
        check("../b.yaml#/x/z", "{\"y\":2} at 1");
        check("b.yaml", "NoDocument");
        check("#here", "NotAPointer");
        check("http://example.com/#/here", "Remote");
    }

    #[test]
    fn documents_are_walked_once_for_all_anchors_and_ids() {
        let schema = |index| {
            format!("- {{$anchor: a{index}, $id: 'https://example.com/{index}', n: {index}}}\n")
        };
        let (mine, other): (String, String) = ((0..2000).map(schema).collect(), schema(2000));
        let mut sources = sources(&[("a.yaml", &mine), ("b.yaml", &other)]);
        let a = sources.find("a.yaml").expect("it was added");
        let number = |sources: &Sources, reference: &str| {
            sources.resolve(a, reference).ok()?.get("n")?.as_int()
        };
        let before = WALKS.get();
        for index in 0..2000 {
            assert_eq!(number(&sources, &format!("#a{index}")), Some(index));
            assert_eq!(number(&sources, &format!("https://example.com/{index}")), Some(index));
        }
        assert_eq!(number(&sources, "#a2000"), None);
        assert_eq!(number(&sources, "b.yaml#a2000"), Some(2000));
        assert_eq!(number(&sources, "https://example.com/2000"), Some(2000));
        assert_eq!(WALKS.get() - before, 2, "one for each document");

        sources.add("c.yaml", schema(2001), &mut Diagnostics::default());
        assert_eq!(number(&sources, "c.yaml#a2001"), Some(2001));
    }

    #[test]
    fn missing_documents_are_named_once() {
        let sources = sources(&[(
            "api/a.yaml",
            "
- $ref: '#/0'
- $ref: b.yaml#/x
- $ref: ./b.yaml#/y
- $ref: a.yaml
- $ref: https://example.com/c.yaml
- {$ref: ../d.yaml, x: {$ref: e.yaml}}
- $ref: [f.yaml]
",
        )]);
        let missing = sources.missing();
        let paths: Vec<&str> = missing.iter().map(|missing| missing.path.as_str()).collect();
        assert_eq!(paths, ["api/b.yaml", "d.yaml", "api/e.yaml"]);

        let locations = sources.locate([missing[0].place]);
        let range = locations.get(missing[0].place).expect("it was asked for");
        assert_eq!(&sources.get(missing[0].place.document()).text()[range], "b.yaml#/x");
    }

    #[test]
    fn data_holds_no_references() {
        let sources = sources(&[(
            "a.yaml",
            "
example: {$ref: no.yaml}
enum: [{$ref: no.yaml}]
x-data: {$ref: no.yaml}
examples:
  value: {$ref: a1.yaml}
properties:
  $ref: {$ref: a2.yaml}
  example: {$ref: a3.yaml}
  properties: {properties: {default: {$ref: a4.yaml}}, default: {$ref: no.yaml}}
responses:
  default: {$ref: a5.yaml}
  x-other: {$ref: a6.yaml}
items:
  examples: [{$ref: no.yaml}]
",
        )]);
        let paths: Vec<String> =
            sources.missing().into_iter().map(|missing| missing.path).collect();
        assert_eq!(paths, ["a1.yaml", "a2.yaml", "a3.yaml", "a4.yaml", "a5.yaml", "a6.yaml"]);
    }

    #[test]
    fn places_survive_more_documents() {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new();
        let first = sources.add("a.yaml", "1", &mut diagnostics);
        let place = sources.root(first).place();
        for index in 0..100 {
            sources.add(format!("{index}.yaml"), "2", &mut diagnostics);
        }
        assert_eq!(sources.root(first).place(), place);
        assert_eq!(sources.locate([place]).get(place), Some(0..1));
    }
}

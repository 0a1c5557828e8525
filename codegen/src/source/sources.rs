//! The documents of a run.

use std::collections::{HashMap, HashSet};

use super::reference::{Target, normalize, split};
use super::{Document, DocumentId, Node, Place, Unresolved, Value, parse};
use crate::diagnostic::Diagnostics;

/// All documents of a run, in the order added.
///
/// An id, node or place is meaningful only together with the sources it came from.
#[derive(Debug, Default)]
pub struct Sources {
    documents: Vec<Document>,
    by_path: HashMap<String, DocumentId>,
}

/// A document that others refer to and that is not here.
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
    /// Text that cannot be read is reported; the root of the document is then null. Of keys that
    /// are given twice, which are reported too, the first counts.
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
        id
    }

    /// A document.
    pub fn get(&self, id: DocumentId) -> &Document {
        &self.documents[id.0]
    }

    /// The document at a path, which need not be normalised; the first, if several were added.
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

    /// What a `$ref` that stands in the document `from` leads to. One step: the value found may
    /// be a reference itself.
    ///
    /// # Errors
    ///
    /// Says how far the reference leads.
    pub fn resolve(&self, from: DocumentId, reference: &str) -> Result<Node<'_>, Unresolved<'_>> {
        let (target, fragment) = split(self.get(from).path(), reference);
        let document = match target {
            Target::Same => from,
            Target::Path(path) => *self.by_path.get(&path).ok_or(Unresolved::NoDocument)?,
            Target::Remote => return Err(Unresolved::Remote),
        };
        let root = self.root(document);
        match root.resolve_fragment(fragment) {
            Err(Unresolved::NotAPointer) => anchored(root, fragment).ok_or(Unresolved::NotAPointer),
            resolved => resolved,
        }
    }

    /// The documents that relative references name and that are not here, each once, in the order
    /// of their first references.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut seen = HashSet::new();
        for (id, document) in self.iter() {
            references(self.root(id), KeysAre::Words, &mut |node, reference| {
                if let (Target::Path(path), _) = split(document.path(), reference)
                    && !self.by_path.contains_key(&path)
                    && seen.insert(path.clone())
                {
                    missing.push(Missing { path, place: node.place() });
                }
            });
        }
        missing
    }
}

/// The first object below `root` that has the name of an anchor. There are few of them in any
/// description, so none are remembered.
fn anchored<'a>(root: Node<'a>, name: &str) -> Option<Node<'a>> {
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        let is_named = |key: &str| node.get(key).and_then(Node::as_str) == Some(name);
        if is_named("$anchor") || is_named("$dynamicAnchor") {
            return Some(node);
        }
        let children = node.entries().map(|(_, child)| child).chain(node.items());
        // The stack gives the first child first.
        let at = waiting.len();
        waiting.extend(children);
        waiting[at..].reverse();
    }
    None
}

/// What the keys of an object are.
#[derive(Clone, Copy, PartialEq)]
enum KeysAre {
    /// Words of OpenAPI.
    Words,
    /// Names that the author of the description chose.
    Names,
}

/// Words whose values are objects with names for keys, where a name may look like one of [`DATA`].
const MAPS: &[&str] = &[
    "$defs",
    "callbacks",
    "definitions",
    "dependentSchemas",
    "examples",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "webhooks",
];

/// Keys whose values are data: a `$ref` in them is no reference.
const DATA: &[&str] = &["const", "default", "enum", "example", "value"];

/// Visits every `$ref` below a node, with its text.
fn references<'a>(node: Node<'a>, keys: KeysAre, visit: &mut impl FnMut(Node<'a>, &'a str)) {
    match node.value() {
        Value::Array(_) => node.items().for_each(|item| references(item, KeysAre::Words, visit)),
        Value::Object(_) => {
            for (key, value) in node.entries() {
                let word = keys == KeysAre::Words;
                match value.as_str() {
                    Some(reference) if word && key == "$ref" => visit(value, reference),
                    _ if word && is_data(key, value) => {}
                    _ if word && MAPS.contains(&key) => references(value, KeysAre::Names, visit),
                    _ => references(value, KeysAre::Words, visit),
                }
            }
        }
        _ => {}
    }
}

/// Whether a key holds data. The `examples` of a schema are a list of data, all others a map.
fn is_data(key: &str, value: Node<'_>) -> bool {
    DATA.contains(&key) || key.starts_with("x-") || key == "examples" && value.is_array()
}

#[cfg(test)]
mod tests {
    use super::Sources;
    use crate::diagnostic::Diagnostics;
    use crate::source::Unresolved;

    fn sources(documents: &[(&str, &str)]) -> Sources {
        let mut diagnostics = Diagnostics::new();
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
        let mut diagnostics = Diagnostics::new();
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

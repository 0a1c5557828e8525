//! The documents of a run.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::address::Addresses;
use super::names::SchemaNames;
use super::overlaid::Overlaid;
use super::place::address;
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
    /// Why documents that others refer to are not here, by their paths.
    absent: HashMap<String, String>,
    /// Read when the first reference needs them. Most descriptions have no such reference.
    names: OnceLock<SchemaNames>,
    /// Read when the first reference to another document needs them.
    addresses: OnceLock<Addresses>,
}

/// How many references are followed on the way to what another one leads to.
const MOST_ON_THE_WAY: usize = 16;

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
        self.addresses.take();
        id
    }

    /// Lets reports show nothing of a document's text. Others may refer to a file that is no
    /// description, and may hold a secret.
    pub fn conceal(&mut self, id: DocumentId) {
        self.documents[id.0].conceal();
    }

    /// Parses an overlay and adds it. The readers of descriptions see nothing in it.
    pub(super) fn add_overlay(
        &mut self,
        path: String,
        text: String,
        diagnostics: &mut Diagnostics,
    ) -> DocumentId {
        let id = self.add(path, text, diagnostics);
        self.set_overlaid(id, Overlaid::nothing());
        id
    }

    /// Replaces the value of a document by what overlays made of it.
    pub(super) fn set_overlaid(&mut self, id: DocumentId, overlaid: Overlaid) {
        self.documents[id.0].set_overlaid(overlaid);
        self.names.take();
    }

    /// The value of a document as written, whatever overlays made of it.
    pub(super) fn written(&self, id: DocumentId) -> Node<'_> {
        Node::new(id, self.get(id).written())
    }

    /// Notes why a document that others refer to cannot be had. That matters only to references that
    /// are read: one where only text may stand leads to nothing anyway.
    pub fn note_absent(&mut self, path: &str, reason: impl Into<String>) {
        self.absent.insert(normalize(path), reason.into());
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

    /// The value that a `$ref` leads to, which stands at a node. In a schema with an `$id`, it is
    /// looked for there first, then in the whole document: many write references from the root of
    /// the document although the schema has an `$id`.
    ///
    /// # Errors
    ///
    /// Those of [`resolve`](Self::resolve).
    pub fn resolve_at(&self, from: Node<'_>, reference: &str) -> Result<Node<'_>, Unresolved<'_>> {
        let within = match self.get(from.document()).has_ids() {
            true => {
                let address = address(from.value());
                self.names().resources().resolve(address, reference, |id| self.root(id))
            }
            false => None,
        };
        within.map_or_else(|| self.resolve(from.document(), reference), Ok)
    }

    /// The value that a `$ref` in the document `from` leads to. The value may be a reference
    /// itself: this takes one step. On the way there, references are followed: all schemas of a
    /// description may stand in a document of their own.
    ///
    /// # Errors
    ///
    /// The reason why the reference leads nowhere, with the last value on its way.
    pub fn resolve(&self, from: DocumentId, reference: &str) -> Result<Node<'_>, Unresolved<'_>> {
        self.resolve_within(from, reference, MOST_ON_THE_WAY)
    }

    fn resolve_within(
        &self,
        from: DocumentId,
        reference: &str,
        most: usize,
    ) -> Result<Node<'_>, Unresolved<'_>> {
        let (target, fragment) = split(self.get(from).path(), reference);
        let is_same = matches!(target, Target::Same);
        let addressed = if is_same { None } else { self.addresses().target(from, reference) };
        let root = match (addressed, target) {
            (Some(document), _) => self.root(document),
            (None, Target::Same) => self.root(from),
            (None, Target::Path(path)) => match (self.by_path.get(&path), self.absent.get(&path)) {
                (Some(document), _) => self.root(*document),
                (None, Some(reason)) => return Err(Unresolved::Absent { reason }),
                (None, None) => return Err(Unresolved::NoDocument),
            },
            (None, Target::Remote) => self.identified(reference).ok_or(Unresolved::Remote)?,
        };
        match root.resolve_fragment(fragment) {
            Err(Unresolved::NotAPointer) => match self.names().anchored(root, fragment)[..] {
                [] => Err(Unresolved::NotAPointer),
                [only] => Ok(only),
                [first, second, ..] => Err(Unresolved::SeveralAnchors { schemas: [first, second] }),
            },
            Err(Unresolved::NoValue { parent, depth }) if most > 0 => {
                let unresolved = Unresolved::NoValue { parent, depth };
                let further = parent.get("$ref").and_then(Node::as_str).ok_or(unresolved)?;
                let behind = self.resolve_within(parent.document(), further, most - 1);
                behind.ok().and_then(|it| it.resolve_rest(fragment, depth)).ok_or(unresolved)
            }
            resolved => resolved,
        }
    }

    /// The schema whose `$id` a reference names. Such a reference looks remote and is not.
    fn identified(&self, reference: &str) -> Option<Node<'_>> {
        let address = reference.split('#').next().unwrap_or_default();
        self.names().resources().identified(address, |id| self.root(id))
    }

    fn addresses(&self) -> &Addresses {
        let documents = || self.iter().map(|(id, document)| (document, self.root(id)));
        self.addresses.get_or_init(|| Addresses::read(documents()))
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
                && self
                    .addresses()
                    .target(node.document(), node.as_str().unwrap_or_default())
                    .is_none()
                && seen.insert(path.clone())
            {
                missing.push(Missing { path, place: node.place() });
            }
        }
        missing
    }
}

#[cfg(test)]
mod tests;

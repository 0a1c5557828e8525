//! Reading: each object once, and what it is made of after the object itself.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};

use super::aspect::Aspect;
use super::id::{Id, KindTag, ObjectKind};
use super::swagger::SwaggerFacts;
use crate::diagnostic::{Code, Diagnostic, Findings, Strictness};
use crate::source::{DocumentId, Node, Place, Sources};

/// What can be read from a node. `None` means that a diagnostic was reported.
pub(crate) trait Read<'a>: Sized {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self>;
}

impl<'a, K: ObjectKind> Read<'a> for Id<K> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Some(reader.id(node))
    }
}

/// Reads nodes of `sources`, and reports what is wrong with them.
pub(crate) struct Reader<'a, 'f> {
    pub(super) sources: &'a Sources,
    pub(super) findings: &'f Findings,
    /// The objects that were met, by where they stand and as what they are read.
    ids: HashMap<(KindTag, Place, Aspect), usize>,
    /// How many objects of each kind were met.
    counts: HashMap<KindTag, usize>,
    /// Objects that were met and are not read yet, in that order. Reading them at once would take as
    /// much stack as the deepest nesting, or the longest chain of references.
    waiting: VecDeque<(KindTag, Node<'a>, Aspect)>,
    /// What was read and has no effect, though its author may expect one.
    left_out: HashSet<Place>,
    /// Documents whose text could not be read.
    unreadable: HashSet<DocumentId>,
    /// Why documents are absent, as far as that was reported.
    absences: RefCell<HashSet<&'a str>>,
    /// What is known of documents in Swagger 2.0; nothing, if there is none.
    pub(super) swagger: Option<SwaggerFacts<'a>>,
    /// Whether what is read was read as something else before: what is wrong with it is known.
    is_read_again: bool,
}

impl<'a, 'f> Reader<'a, 'f> {
    /// A reader that has read nothing so far.
    pub(super) fn new(sources: &'a Sources, findings: &'f Findings) -> Self {
        Self {
            sources,
            findings,
            ids: HashMap::new(),
            counts: HashMap::new(),
            waiting: VecDeque::new(),
            left_out: HashSet::new(),
            absences: RefCell::default(),
            swagger: SwaggerFacts::of(sources),
            is_read_again: false,
            unreadable: findings.places_of(Code::Syntax).into_iter().map(Place::document).collect(),
        }
    }

    /// The id of the object at `node`, which is read once and later, however often it is met.
    pub(super) fn id<K: ObjectKind>(&mut self, node: Node<'a>) -> Id<K> {
        self.id_as(node, Aspect::Whole)
    }

    /// The same, of a node that is read as something else than the object that it is.
    pub(super) fn id_as<K: ObjectKind>(&mut self, node: Node<'a>, aspect: Aspect) -> Id<K> {
        let next = self.counts.entry(K::TAG).or_default();
        let index = *self.ids.entry((K::TAG, node.place(), aspect)).or_insert(*next);
        if index == *next {
            *next += 1;
            self.waiting.push_back((K::TAG, node, aspect));
        }
        Id::at(index)
    }

    /// The object that was met first of those that are not read yet. Those of one kind come in the
    /// order of their ids.
    pub(super) fn next(&mut self) -> Option<(KindTag, Node<'a>, Aspect)> {
        self.waiting.pop_front()
    }

    /// Begins to read an object.
    pub(super) fn begin(&mut self, tag: KindTag, node: Node<'a>, aspect: Aspect) {
        let facts = self.swagger.as_mut();
        self.is_read_again = facts.is_some_and(|facts| facts.is_again(tag, node, aspect));
    }

    /// Whether a node stands in a document of Swagger 2.0, or in one that is part of such a document.
    pub(super) fn is_swagger(&self, node: Node<'a>) -> bool {
        self.swagger.as_ref().is_some_and(|facts| facts.is_swagger(node.document()))
    }

    /// The media types that something is read in; none, where nobody says them.
    pub(super) fn media_types(&self, aspect: Aspect) -> Vec<&'a str> {
        match (&self.swagger, aspect) {
            (Some(facts), Aspect::In(shared)) => facts.media_types(shared),
            _ => Vec::new(),
        }
    }

    /// Notes that a reference leads to a node.
    pub(super) fn lead(&self, from: Node<'a>, to: Node<'a>) {
        if let Some(facts) = &self.swagger {
            facts.lead(from.document(), to.document());
        }
    }

    /// Reports a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        if !self.is_read_again {
            self.findings.report(diagnostic);
        }
    }

    /// Whether the descriptions are our own, so that an extension without effect is a mistake.
    pub(super) fn is_own(&self) -> bool {
        self.findings.strictness() == Strictness::Own
    }

    /// Whether it was not known until now why a document is absent.
    pub(super) fn is_first_absence(&self, reason: &'a str) -> bool {
        self.absences.borrow_mut().insert(reason)
    }

    /// Whether the text of a document could not be read: that has been reported, and nothing else
    /// about the document is worth saying.
    pub(super) fn is_unreadable(&self, document: DocumentId) -> bool {
        self.unreadable.contains(&document)
    }

    /// Reports a value of the wrong JSON type; `expected` says what belongs there.
    pub(crate) fn wrong_type(&self, node: Node<'a>, expected: &str) {
        let message = format!("{expected}, but this is {}", node.kind());
        self.report(
            Diagnostic::new(Code::WrongType, message).at(node.place(), "of the wrong type"),
        );
    }

    /// Keeps the place of what has no effect.
    pub(super) fn leave_out(&mut self, place: Place) {
        self.left_out.insert(place);
    }

    /// Notes what was read and has no effect: once for all of it, however often it stands there.
    pub(super) fn note_left_out(&self) {
        let Some(first) = self.sources.first(&self.left_out) else { return };
        let label = match self.left_out.len() {
            1 => "has no effect".to_owned(),
            2 => "has no effect, nor has another of them".to_owned(),
            count => format!("has no effect, nor have {} others", count - 1),
        };
        let message = "links between operations are left to the caller";
        self.report(Diagnostic::new(Code::WithoutEffect, message).at(first, label));
    }
}

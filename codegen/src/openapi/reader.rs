//! Reading: each object once, and what references lead to after what they stand in.

use std::collections::HashSet;

use super::api::Objects;
use super::arena::{Arena, Id};
use super::object::ObjectReader;
use crate::diagnostic::{Code, Diagnostic, Findings, Strictness};
use crate::source::{DocumentId, Node, Place, Sources};

/// What can be read from a node. `None` means that a diagnostic was reported.
pub(crate) trait Read<'a>: Sized {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self>;
}

/// What references may lead to: it is read once, and an [`Id`] stands for it.
pub(crate) trait Referable<'a>: Read<'a> {
    /// Where objects of this kind are kept.
    fn arena<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<Self>;
}

impl<'a, T: Referable<'a>> Read<'a> for Id<T> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Some(reader.once(node))
    }
}

/// Reads nodes of `sources`, and reports what is wrong with them.
pub(crate) struct Reader<'a, 'f> {
    pub(super) sources: &'a Sources,
    pub(super) findings: &'f Findings,
    pub(super) objects: Objects<'a>,
    /// What references lead to and nothing has read so far. Reading it at once would take as much
    /// stack as the longest chain of references.
    waiting: Vec<Waiting<'a>>,
    /// What was read and has no effect, though its author may expect one.
    left_out: Vec<Place>,
    /// Documents whose text could not be read.
    unreadable: HashSet<DocumentId>,
    /// References of which it is known that their document is not here: who reads files knows why.
    known_to_be_missing: HashSet<Place>,
}

struct Waiting<'a> {
    node: Node<'a>,
    read: fn(&mut Reader<'a, '_>, Node<'a>),
}

impl<'a, 'f> Reader<'a, 'f> {
    /// A reader that has read nothing so far.
    pub(super) fn new(sources: &'a Sources, findings: &'f Findings) -> Self {
        Self {
            sources,
            findings,
            objects: Objects::default(),
            waiting: Vec::new(),
            left_out: Vec::new(),
            unreadable: findings.places_of(Code::Syntax).into_iter().map(Place::document).collect(),
            known_to_be_missing: findings.places_of(Code::MissingDocument).into_iter().collect(),
        }
    }

    /// Reads what references lead to, and what that refers to in turn.
    pub(super) fn read_waiting(&mut self) {
        while let Some(Waiting { node, read }) = self.waiting.pop() {
            read(self, node);
        }
    }

    /// The objects that were read.
    pub(super) fn finish(self) -> Objects<'a> {
        self.note_left_out();
        self.objects
    }

    /// The object at `node`, which is read now unless it was read before.
    pub(crate) fn once<T: Referable<'a>>(&mut self, node: Node<'a>) -> Id<T> {
        let (id, is_new) = T::arena(&mut self.objects).begin(node.place());
        if is_new && let Some(object) = T::read(self, node) {
            T::arena(&mut self.objects).fill(id, object);
        }
        id
    }

    /// The object at `node`, which is read when all that is being read now is done.
    pub(super) fn later<T: Referable<'a>>(&mut self, node: Node<'a>) -> Id<T> {
        fn read<'a, T: Referable<'a>>(reader: &mut Reader<'a, '_>, node: Node<'a>) {
            reader.once::<T>(node);
        }
        self.waiting.push(Waiting { node, read: read::<T> });
        T::arena(&mut self.objects).reserve(node.place())
    }

    /// Reports a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.findings.report(diagnostic);
    }

    /// Whether the descriptions are our own, so that an extension without effect is a mistake.
    pub(super) fn is_own(&self) -> bool {
        self.findings.strictness() == Strictness::Own
    }

    /// Whether the text of a document could not be read: that has been reported, and nothing else
    /// about the document is worth saying.
    pub(super) fn is_unreadable(&self, document: DocumentId) -> bool {
        self.unreadable.contains(&document)
    }

    /// Whether the document that a reference at `place` leads to is known not to be here.
    pub(super) fn is_known_to_be_missing(&self, place: Place) -> bool {
        self.known_to_be_missing.contains(&place)
    }

    /// Starts to read `node` as an object; `what` names it in messages: "a schema".
    pub(crate) fn object<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        if node.is_object() {
            return Some(ObjectReader::new(self, node, what));
        }
        self.wrong_type(node, &format!("{what} is an object"));
        None
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
        self.left_out.push(place);
    }

    /// Notes what was read and has no effect: once for all of it, however often it stands there.
    fn note_left_out(&self) {
        let Some(first) = self.left_out.first() else { return };
        let label = match self.left_out.len() {
            1 => "has no effect".to_owned(),
            2 => "has no effect, nor has another of them".to_owned(),
            count => format!("has no effect, nor have {} others", count - 1),
        };
        let message = "links between operations are left to the caller";
        self.report(Diagnostic::new(Code::WithoutEffect, message).at(*first, label));
    }
}

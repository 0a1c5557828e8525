//! What is known of all documents in Swagger 2.0.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use super::families::Families;
use crate::openapi::aspect::{Aspect, FormFields, MediaTypes};
use crate::openapi::id::KindTag;
use crate::source::{DocumentId, Node, Place, Sources};

/// What is known of all documents in Swagger 2.0.
pub(crate) struct SwaggerFacts<'a> {
    sources: &'a Sources,
    /// For documents that do not say their version, the one that says it: it leads to them.
    homes: RefCell<HashMap<DocumentId, DocumentId>>,
    media_types: Vec<Vec<&'a str>>,
    by_media_types: HashMap<Vec<&'a str>, MediaTypes>,
    forms: Vec<FormFields<'a>>,
    /// What was read in some media types, and may be read in others.
    read: HashSet<(KindTag, Place)>,
    families: OnceCell<Families<'a>>,
}

impl<'a> SwaggerFacts<'a> {
    /// The facts, if one of the documents is in Swagger 2.0.
    pub(crate) fn of(sources: &'a Sources) -> Option<Self> {
        let is_there = sources.iter().any(|(id, _)| sources.root(id).get("swagger").is_some());
        is_there.then(|| Self {
            sources,
            homes: RefCell::default(),
            media_types: Vec::new(),
            by_media_types: HashMap::new(),
            forms: Vec::new(),
            read: HashSet::new(),
            families: OnceCell::new(),
        })
    }

    /// The root of the document that says what holds for all of another one: itself, unless it is
    /// only part of a description.
    pub(crate) fn home(&self, document: DocumentId) -> Node<'a> {
        let own = self.sources.root(document);
        match self.homes.borrow().get(&document) {
            Some(home) if !says_version(own) => self.sources.root(*home),
            _ => own,
        }
    }

    /// Whether a document is in Swagger 2.0.
    pub(crate) fn is_swagger(&self, document: DocumentId) -> bool {
        self.home(document).get("swagger").is_some()
    }

    /// Notes that one document leads to another. What is only part of a description is part of the
    /// first one that leads to it.
    pub(crate) fn lead(&self, from: DocumentId, to: DocumentId) {
        if from != to && !says_version(self.sources.root(to)) {
            let home = self.home(from).document();
            self.homes.borrow_mut().entry(to).or_insert(home);
        }
    }

    /// What stands for a list of media types.
    pub(crate) fn share(&mut self, list: Vec<&'a str>) -> MediaTypes {
        let next = MediaTypes(self.media_types.len());
        let shared = *self.by_media_types.entry(list.clone()).or_insert(next);
        if shared == next {
            self.media_types.push(list);
        }
        shared
    }

    /// The list that something stands for.
    pub(crate) fn media_types(&self, shared: MediaTypes) -> Vec<&'a str> {
        self.media_types.get(shared.0).cloned().unwrap_or_default()
    }

    /// Keeps the fields of a form for when it is read.
    pub(crate) fn keep(&mut self, form: FormFields<'a>) -> Aspect {
        self.forms.push(form);
        Aspect::Form(self.forms.len() - 1)
    }

    /// The fields of a form.
    pub(crate) fn form(&self, index: usize) -> Option<&FormFields<'a>> {
        self.forms.get(index)
    }

    /// Whether an object is read again, in other media types: what is wrong with it is known.
    pub(crate) fn is_again(&mut self, tag: KindTag, node: Node<'a>, aspect: Aspect) -> bool {
        matches!(aspect, Aspect::In(_)) && !self.read.insert((tag, node.place()))
    }

    /// Which schemas extend which.
    pub(crate) fn families(&self) -> &Families<'a> {
        self.families.get_or_init(|| Families::of(self.sources))
    }
}

/// Whether a document says in which version it is written.
fn says_version(root: Node<'_>) -> bool {
    root.get("swagger").is_some() || root.get("openapi").is_some()
}

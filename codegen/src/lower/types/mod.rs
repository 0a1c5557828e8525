//! The types of a service: found one by one, named all at once.

pub(crate) mod compose;
pub(crate) mod cycle;
pub(crate) mod number;
pub(crate) mod object;
pub(crate) mod proper_names;
pub(crate) mod recursion;
pub(crate) mod schema;
pub(crate) mod text;
pub(crate) mod union;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::ir::{Docs, Home, Item, ItemKind, Presence, StatusResponse, Ty, TypeId, Untyped};
use crate::lower::names::{self, Candidate};
use crate::lower::types::object::Waiting;
use crate::name::{self, Ident, Namespace};
use crate::openapi::{Reader, Schema, Text};
use crate::source::{Node, Place};

/// The types of a service while they are being found.
#[derive(Default)]
pub(crate) struct Types<'a> {
    pub(crate) drafts: Vec<Draft<'a>>,
    /// What a schema became, by the place it stands at.
    pub(crate) known: HashMap<Place, Known>,
    /// The names of components, by their places.
    pub(crate) declared: HashMap<Place, &'a str>,
    /// What references call that which is no component, by its place.
    pub(crate) parts: HashMap<Place, String>,
    /// Schemas that are being lowered and were met again below themselves, one in the other.
    pub(crate) reopened: Vec<Place>,
    /// Schemas that hold themselves, with no item on the way round.
    pub(crate) cycles: HashSet<Place>,
    /// Values that are JSON and nothing more.
    pub(crate) untyped: Vec<Untyped>,
    /// The schemas that are being lowered right now, one in the other.
    pub(crate) lowering: Vec<Place>,
    /// How many calls those take.
    pub(crate) depth: usize,
    /// Objects whose members are still to be lowered.
    pub(crate) waiting: Vec<Waiting<'a>>,
}

/// An item that has no identifier yet.
pub(crate) struct Draft<'a> {
    node: Node<'a>,
    name: Name,
    rust: Option<Text<'a>>,
    docs: Docs,
    pub(crate) kind: ItemKind,
}

#[derive(Clone)]
pub(crate) enum Known {
    /// Being lowered right now: to meet it again is to go round in a cycle.
    Open,
    Done(Lowered),
}

/// What a schema became.
#[derive(Clone)]
pub(crate) struct Lowered {
    pub(crate) ty: Ty,
    /// Whether `null` is a value too.
    pub(crate) nullable: bool,
}

/// What an unnamed schema is called after: where it stands.
#[derive(Clone)]
pub(crate) struct Name {
    words: String,
    home: Home,
    /// What it is for, where the schema itself does not say.
    purpose: Option<String>,
}

impl Name {
    /// The name of a component.
    pub(crate) fn component(name: &str) -> Self {
        Self { words: name.to_owned(), home: Home::Types, purpose: None }
    }

    /// A name in the file of an operation.
    pub(crate) fn of_operation(index: usize, id: &str, role: &str) -> Self {
        Self { words: format!("{id} {role}"), home: Home::Operation(index), purpose: None }
    }

    /// The same name, for something of which the description says elsewhere what it is for.
    pub(crate) fn described(&self, purpose: Option<&str>) -> Self {
        Self { purpose: purpose.map(str::to_owned), ..self.clone() }
    }

    /// Its words, in the spelling of the description.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// The name of the items of a list: that of the list, unless it is a thing of its own.
    pub(crate) fn item(&self) -> Self {
        match (self.home, self.words.contains(' ')) {
            (Home::Types, false) => self.child("item"),
            _ => self.clone(),
        }
    }

    /// The name of what stands below.
    pub(crate) fn child(&self, name: &str) -> Self {
        Self { words: format!("{} {name}", self.words), home: self.home, purpose: None }
    }
}

impl<'a> Types<'a> {
    /// Lowers every schema under `components`, used or not.
    pub(crate) fn components(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schemas: &[(&'a str, Node<'a>)],
    ) {
        for (name, node) in schemas {
            self.named(reader, *node, name);
        }
    }

    pub(crate) fn reserve(&mut self, schema: &Schema<'a>, name: &Name, kind: ItemKind) -> TypeId {
        let id = TypeId(self.drafts.len());
        let text = schema.description.or(schema.title).or(name.purpose.as_deref());
        self.drafts.push(Draft {
            node: schema.node,
            name: name.clone(),
            rust: schema.rust_name,
            docs: Docs(text.unwrap_or_default().to_owned()),
            kind,
        });
        self.known.insert(
            schema.node.place(),
            Known::Done(Lowered { ty: Ty::Named(id), nullable: schema.nullable }),
        );
        id
    }

    /// Adds a paragraph to the documentation of an item.
    pub(crate) fn add_docs(&mut self, id: TypeId, paragraph: &str) {
        let docs = &mut self.drafts[id.0].docs.0;
        if !docs.is_empty() {
            docs.push_str("\n\n");
        }
        docs.push_str(paragraph);
    }

    /// An item for the responses of the operation at `node`.
    pub(crate) fn reserve_responses(
        &mut self,
        node: Node<'a>,
        name: &Name,
        responses: Vec<StatusResponse>,
    ) -> TypeId {
        let schema = Schema::anything(node);
        self.reserve(&schema, name, ItemKind::Responses(responses))
    }

    /// Whether values of `ty` are one piece of text in a path, a query or a header.
    pub(crate) fn is_scalar(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(id) => matches!(self.drafts[id.0].kind, ItemKind::Enum(_)),
            Ty::List(_) | Ty::Map(_) | Ty::Json | Ty::Boxed(_) | Ty::Option(_) => false,
            Ty::Bytes | Ty::File => false,
            _ => true,
        }
    }

    /// The items, each with its identifier; `requests` are the types of requests, which stand in
    /// the same module as those of operations.
    pub(crate) fn finish(
        self,
        reader: &mut Reader<'a, '_>,
        requests: &[(Ident, Place)],
    ) -> Vec<Item> {
        let idents = self.identifiers(reader, requests);
        let mut items: Vec<_> = self
            .drafts
            .into_iter()
            .zip(idents)
            .map(|(draft, (ident, file))| Item {
                ident,
                file,
                document: reader.sources.get(draft.node.document()).path().to_owned(),
                source: draft.name.words,
                docs: draft.docs,
                home: draft.name.home,
                families: BTreeSet::new(),
                in_requests: false,
                in_responses: false,
                in_unions: false,
                kind: draft.kind,
            })
            .collect();
        union::prepare(&mut items);
        recursion::box_cycles(&mut items);
        items
    }

    /// The identifier and the module of each draft. Types and operations are two modules of the
    /// client, so each has names of its own.
    fn identifiers(
        &self,
        reader: &mut Reader<'a, '_>,
        requests: &[(Ident, Place)],
    ) -> Vec<(Ident, Ident)> {
        let mut identifiers = vec![None; self.drafts.len()];
        for in_types in [true, false] {
            let members: Vec<_> = (0..self.drafts.len())
                .filter(|index| (self.drafts[*index].name.home == Home::Types) == in_types)
                .collect();
            let drafts = members.iter().map(|index| &self.drafts[*index]);
            let mut candidates: Vec<_> = drafts
                .map(|draft| Candidate {
                    wire: draft.name.words.clone(),
                    rust: draft.rust,
                    place: draft.node.key_place(),
                })
                .collect();
            if !in_types {
                candidates.extend(requests.iter().map(|(ident, place)| Candidate {
                    wire: ident.to_string(),
                    rust: None,
                    place: *place,
                }));
            }
            let idents = names::assign(reader, Namespace::Type, &candidates);
            let files = name::file_stems(&idents);
            for (index, pair) in members.into_iter().zip(idents.into_iter().zip(files)) {
                identifiers[index] = Some(pair);
            }
        }
        identifiers.into_iter().flatten().collect()
    }
}

/// Marks the items that `roots` lead to: as built by callers where `in_request`, and as used by
/// `family`.
pub(crate) fn mark<'t>(
    items: &mut [Item],
    roots: impl Iterator<Item = &'t Ty>,
    in_request: bool,
    family: Option<usize>,
) {
    let mut waiting: Vec<TypeId> = roots.filter_map(recursion::innermost).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let item = &mut items[id.0];
        item.in_requests |= in_request;
        item.in_responses |= !in_request;
        item.families.extend(family);
        waiting.extend(recursion::members(&item.kind).filter_map(recursion::innermost));
    }
}

/// Members that nobody declared are kept where they may be sent again, and in variants of unions,
/// since a value may be of several of them (`anyOf`); they are dropped elsewhere.
pub(crate) fn drop_unknown(items: &mut [Item]) {
    let drops = |item: &&mut Item| !(item.in_responses && (item.in_requests || item.in_unions));
    for item in items.iter_mut().filter(drops) {
        if let ItemKind::Struct(strukt) = &mut item.kind {
            strukt.kept = None;
        }
    }
}

/// Members that only the server sets need not be given by callers who build a value.
pub(crate) fn free_read_only(items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.in_requests) {
        let ItemKind::Struct(strukt) = &mut item.kind else { continue };
        for field in strukt.fields.iter_mut().filter(|field| field.read_only) {
            if field.presence == Presence::Required {
                field.presence = Presence::Optional;
            }
        }
    }
}

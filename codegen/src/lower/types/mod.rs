//! Types: what the schemas of a description become.
//!
//! ```text
//! openapi's schemas -> Schemas -> Shape -> Ty and Drafts -> ir::Item
//!                      compose    shape    Types            finish
//! ```
//!
//! [`Schemas`] works out references and `allOf`; a [`Shape`] says of each schema what it is: a list,
//! an object, one of several, or the same as another. Both are made once for all schemas. [`Types`]
//! makes types of those that operations lead to, and finds which items have to be defined for them.
//! Once all are known, so is who uses which, and each item is built, complete.

mod boxes;
mod compose;
mod cycles;
mod draft;
mod enumeration;
mod facts;
mod graph;
mod name;
mod number;
mod pointer;
mod shape;
mod step;
mod structure;
mod text;
mod union;
mod union_item;
mod usage;

use std::collections::HashMap;

pub(crate) use compose::Schemas;
pub(crate) use facts::SchemaId;
pub(crate) use name::Name;
pub(crate) use pointer::target_name;
pub(crate) use usage::{Root, innermost};

use crate::diagnostic::Findings;
use crate::ir::{ErrorBody, ItemKind, StatusResponse, Ty, TypeId, Untyped};
use crate::lower::context::Context;
use crate::openapi::{Document, Objects};
use crate::source::Node;
use draft::{Draft, Source};
use name::Names;
use shape::{Inner, Kind, Shape};

/// What a schema became.
#[derive(Clone, Debug)]
pub(crate) struct Lowered {
    pub(crate) ty: Ty,
    /// Whether `null` is a value too.
    pub(crate) nullable: bool,
}

/// The types of a service while they are being found.
pub(crate) struct Types<'s, 'a> {
    cx: Context<'s, 'a>,
    schemas: &'s Schemas<'s, 'a>,
    shapes: &'s [Shape<'a>],
    names: Names<'a>,
    /// Types that were asked for, by the index of the schema.
    known: HashMap<usize, Lowered>,
    /// The items that have to be defined.
    drafts: Vec<Draft<'a>>,
    /// Values that are JSON and nothing more: the schemas they stand in, and why.
    untyped: Vec<(At<'a>, &'static str)>,
}

/// Where a value stands that is JSON and nothing more.
enum At<'a> {
    Schema(SchemaId<'a>),
    Named(Name),
}

/// What every schema of a project is: the same for all of its services.
pub(crate) struct Model<'s, 'a> {
    pub(crate) schemas: Schemas<'s, 'a>,
    shapes: Vec<Shape<'a>>,
}

impl<'s, 'a> Model<'s, 'a> {
    /// Works out what every schema is.
    pub(crate) fn new(objects: &'s Objects<'a>, findings: &Findings) -> Self {
        let mut schemas = Schemas::new(objects);
        let mut shapes = shape::all(&mut schemas);
        cycles::open(&schemas, &mut shapes, findings);
        Self { schemas, shapes }
    }
}

impl<'s, 'a> Types<'s, 'a> {
    /// No types so far, of a service that `documents` describe.
    pub(crate) fn new(
        cx: Context<'s, 'a>,
        model: &'s Model<'s, 'a>,
        documents: &[Document<'a>],
    ) -> Self {
        let Model { schemas, shapes } = model;
        Self {
            cx,
            schemas,
            shapes,
            names: Names::new(schemas, shapes, documents.iter()),
            known: HashMap::new(),
            drafts: Vec::new(),
            untyped: Vec::new(),
        }
    }

    /// Makes types of all components, used or not.
    pub(crate) fn components(&mut self, documents: &[Document<'a>]) {
        for (_, schema) in documents.iter().flat_map(|document| &document.components.schemas) {
            self.lower(*schema);
        }
    }

    /// What the schemas of the project say.
    pub(crate) fn schemas(&self) -> &'s Schemas<'s, 'a> {
        self.schemas
    }

    /// What was read, and where findings are reported.
    pub(crate) fn context(&self) -> Context<'s, 'a> {
        self.cx
    }

    /// The type of the schema `id`; where an item has to be defined for it, it is called `name`,
    /// unless the schema has a name of its own.
    pub(crate) fn ty(&mut self, id: SchemaId<'a>, name: &Name) -> Ty {
        self.names.give(id, name);
        self.lower(id).ty
    }

    /// Calls a schema `name`, unless it has a name of its own: its parts are called after it.
    pub(crate) fn give_name(&mut self, id: SchemaId<'a>, name: &Name) {
        self.names.give(id, name);
    }

    /// The type of a schema of which the name is known.
    pub(crate) fn lower(&mut self, id: SchemaId<'a>) -> Lowered {
        if let Some(known) = self.known.get(&id.index()) {
            return known.clone();
        }
        let Shape { kind, nullable } = &self.shapes[id.index()];
        let (ty, nullable) = match kind {
            Kind::Same(same) => {
                let lowered = self.lower(*same);
                (lowered.ty, *nullable || lowered.nullable)
            }
            Kind::Untyped(reason) => (self.untyped(At::Schema(id), reason), *nullable),
            Kind::Scalar(ty) => (ty.clone(), *nullable),
            Kind::List(inner) => (Ty::List(Box::new(self.inner(id, *inner))), *nullable),
            Kind::Map(inner) => (Ty::Map(Box::new(self.inner(id, *inner))), *nullable),
            Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_) | Kind::Wrapper(_) => {
                (Ty::Named(self.draft(Source::Schema(id))), *nullable)
            }
        };
        let lowered = Lowered { ty, nullable };
        self.known.insert(id.index(), lowered.clone());
        lowered
    }

    /// The type of the items of a list, or of the values of a map, each of which may be `null`.
    fn inner(&mut self, of: SchemaId<'a>, inner: Inner<'a>) -> Ty {
        let schema = match inner {
            Inner::Schema(schema) => schema,
            Inner::Untyped(reason) => return self.untyped(At::Schema(of), reason),
        };
        match self.lower(schema) {
            // `Value` says `null` by itself.
            Lowered { ty, nullable: true } if ty != Ty::Json => Ty::Option(Box::new(ty)),
            Lowered { ty, .. } => ty,
        }
    }

    /// A value of which nothing is known but that it is JSON; counted with its reason.
    pub(crate) fn untyped_value(&mut self, name: &Name, reason: &'static str) -> Ty {
        self.untyped(At::Named(name.clone()), reason)
    }

    fn untyped(&mut self, at: At<'a>, reason: &'static str) -> Ty {
        self.untyped.push((at, reason));
        Ty::Json
    }

    /// An item for the responses of the operation at `node`, by status.
    pub(crate) fn responses(
        &mut self,
        node: Node<'a>,
        name: Name,
        responses: Vec<StatusResponse>,
    ) -> TypeId {
        self.draft(Source::Operation { node, name, kind: ItemKind::Responses(responses) })
    }

    /// An item for the error bodies of the operation at `node`, by status.
    pub(crate) fn error_bodies(
        &mut self,
        node: Node<'a>,
        name: Name,
        bodies: Vec<ErrorBody>,
    ) -> TypeId {
        self.draft(Source::Operation { node, name, kind: ItemKind::Errors(bodies) })
    }

    fn draft(&mut self, source: Source<'a>) -> TypeId {
        self.drafts.push(Draft { source, more_docs: String::new() });
        TypeId(self.drafts.len() - 1)
    }

    /// Adds a paragraph to the documentation of an item.
    pub(crate) fn add_docs(&mut self, id: TypeId, paragraph: &str) {
        self.drafts[id.0].more_docs.push_str(paragraph);
    }

    /// Whether values of `ty` are one piece of text in a path, a query or a header.
    pub(crate) fn is_scalar(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(id) => match &self.drafts[id.0].source {
                Source::Schema(schema) => {
                    matches!(self.shapes[schema.index()].kind, Kind::Enum(_))
                }
                Source::Operation { .. } => false,
            },
            Ty::List(_) | Ty::Map(_) | Ty::Json | Ty::Boxed(_) | Ty::Option(_) => false,
            Ty::Bytes | Ty::File => false,
            _ => true,
        }
    }

    /// Takes the values that are JSON and nothing more, each with its reason.
    fn take_untyped(&mut self) -> Vec<Untyped> {
        let untyped = std::mem::take(&mut self.untyped);
        let named = untyped.into_iter().map(|(at, reason)| Untyped {
            at: match at {
                At::Schema(id) => self.names.of(id).words().to_owned(),
                At::Named(name) => name.words().to_owned(),
            },
            reason,
        });
        named.collect()
    }
}

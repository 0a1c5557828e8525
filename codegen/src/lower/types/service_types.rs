//! The types of a service: made of the schemas that its operations lead to.

use std::collections::HashMap;

use super::compose::Schemas;
use super::draft::{Draft, Source};
use super::model::Model;
use super::name::{TypeName, TypeNames};
use super::sample::required::RequiredMembers;
use super::shape::{Inner, Kind, Shape};
use crate::ir::{ErrorBody, ItemKind, StatusResponse, Ty, TypeId, Untyped};
use crate::lower::context::Context;
use crate::openapi::{Description, SchemaId};
use crate::source::Node;

/// What a schema became.
#[derive(Clone, Debug)]
pub(crate) struct Lowered {
    pub(crate) ty: Ty,
    /// Whether `null` is a value too.
    pub(crate) nullable: bool,
}

/// The types of a service while they are being found.
pub(crate) struct Types<'s, 'a> {
    pub(super) cx: Context<'s, 'a>,
    pub(super) schemas: &'s Schemas<'s, 'a>,
    pub(super) shapes: &'s [Shape<'a>],
    pub(super) names: TypeNames<'a>,
    /// Types that were asked for, by the index of the schema.
    known: HashMap<usize, Lowered>,
    /// The items that have to be defined.
    pub(super) drafts: Vec<Draft<'a>>,
    /// Values that are JSON and nothing more: the schemas they stand in, and why.
    untyped: Vec<(At, &'static str)>,
    /// What was found so far for values that are made up.
    pub(super) required: RequiredMembers<'a>,
}

/// Where a value stands that is JSON and nothing more.
enum At {
    Schema(SchemaId),
    Named(TypeName),
}

impl<'s, 'a> Types<'s, 'a> {
    /// No types so far, of a service that `documents` describe. `renamed` are other names of components.
    pub(crate) fn new(
        cx: Context<'s, 'a>,
        model: &'s Model<'s, 'a>,
        documents: &[Description<'a>],
        renamed: &HashMap<String, String>,
    ) -> Self {
        let Model { schemas, shapes } = model;
        let mut names = TypeNames::new(schemas, shapes, documents.iter());
        names.rename_components(renamed);
        Self {
            cx,
            schemas,
            shapes,
            names,
            known: HashMap::new(),
            drafts: Vec::new(),
            untyped: Vec::new(),
            required: RequiredMembers::new(),
        }
    }

    /// Makes types of all components, used or not, but of those that the runtime reads.
    pub(crate) fn components(&mut self, documents: &[Description<'a>]) {
        for (_, schema) in documents.iter().flat_map(|document| &document.components.schemas) {
            if !self.is_read_by_the_runtime(*schema) {
                self.lower(*schema);
            }
        }
    }

    /// Whether a schema is the error body of the service's vendor.
    pub(crate) fn is_read_by_the_runtime(&self, id: SchemaId) -> bool {
        let Some(vendor) = self.cx.vendor else { return false };
        let members = &self.schemas.whole(id).properties;
        let is_known = |name: &str| vendor.error_members.contains(&name);
        !members.is_empty() && members.iter().all(|(name, _)| is_known(name))
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
    pub(crate) fn ty(&mut self, id: SchemaId, name: &TypeName) -> Ty {
        self.names.give(id, name);
        self.lower(id).ty
    }

    /// The type of a whole value, which may be `null`.
    pub(crate) fn whole_value(&mut self, id: SchemaId, name: &TypeName) -> Ty {
        self.names.give(id, name);
        self.inner(id, Inner::Schema(id))
    }

    /// Whether `null` is a value of a schema, and its type does not say that by itself.
    pub(crate) fn may_be_null(&self, id: SchemaId) -> bool {
        let Shape { kind, nullable } = &self.shapes[id.index()];
        let kind = match kind {
            Kind::Same(end) => &self.shapes[end.index()].kind,
            kind => kind,
        };
        *nullable && !matches!(kind, Kind::Untyped(_))
    }

    /// Calls a schema `name`, unless it has a name of its own: its parts are called after it.
    pub(crate) fn give_name(&mut self, id: SchemaId, name: &TypeName) {
        self.names.give(id, name);
    }

    /// The type of a schema of which the name is known.
    pub(crate) fn lower(&mut self, id: SchemaId) -> Lowered {
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
            Kind::Struct(_)
            | Kind::Enum(_)
            | Kind::Integers(_)
            | Kind::Union(_)
            | Kind::Wrapper(_) => (Ty::Named(self.draft(Source::Schema(id))), *nullable),
        };
        let lowered = Lowered { ty, nullable };
        self.known.insert(id.index(), lowered.clone());
        lowered
    }

    /// The type of the items of a list, or of the values of a map, each of which may be `null`.
    pub(super) fn inner(&mut self, of: SchemaId, inner: Inner) -> Ty {
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
    pub(crate) fn untyped_value(&mut self, name: &TypeName, reason: &'static str) -> Ty {
        self.untyped(At::Named(name.clone()), reason)
    }

    fn untyped(&mut self, at: At, reason: &'static str) -> Ty {
        self.untyped.push((at, reason));
        Ty::Json
    }

    /// An item for the responses of the operation at `node`, by status.
    pub(crate) fn responses(
        &mut self,
        node: Node<'a>,
        name: TypeName,
        responses: Vec<StatusResponse>,
    ) -> TypeId {
        self.draft(Source::Operation { node, name, kind: ItemKind::Responses(responses) })
    }

    /// An item for the error bodies of the operation at `node`, by status.
    pub(crate) fn error_bodies(
        &mut self,
        node: Node<'a>,
        name: TypeName,
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
                    matches!(self.shapes[schema.index()].kind, Kind::Enum(_) | Kind::Integers(_))
                }
                Source::Operation { .. } => false,
            },
            Ty::List(_) | Ty::Map(_) | Ty::Json | Ty::Boxed(_) | Ty::Option(_) => false,
            Ty::Bytes | Ty::File => false,
            _ => true,
        }
    }

    /// Takes the values that are JSON and nothing more, each with its reason.
    pub(super) fn take_untyped(&mut self) -> Vec<Untyped> {
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

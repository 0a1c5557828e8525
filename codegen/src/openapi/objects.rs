//! The objects that references may lead to, by their ids.

use std::ops::Deref;

use super::aspect::Aspect;
use super::id::KindTag;
use super::id::{Id, kind};
use super::reader::Read;
use super::reader::Reader;
use super::ref_or::RefOr;
use super::reference::Reference;
use super::swagger;
use super::{
    Callback, Header, Parameter, PathItem, RequestBody, Response, Schema, SchemaId, SecurityScheme,
};
use crate::source::Node;

/// Objects of one kind; those that could not be read are missing.
type Store<T> = Vec<Option<T>>;

/// Objects of one kind, some of which are references to others.
type ComponentStore<'a, T, K> = Store<RefOr<'a, T, K>>;

/// The objects that references may lead to.
#[derive(Default)]
pub(crate) struct Objects<'a> {
    pub(super) schemas: Store<Schema<'a>>,
    pub(super) path_items: Store<PathItem<'a>>,
    pub(super) callbacks: ComponentStore<'a, Callback, kind::Callback>,
    pub(super) headers: ComponentStore<'a, Header<'a>, kind::Header>,
    pub(super) parameters: ComponentStore<'a, Parameter<'a>, kind::Parameter>,
    pub(super) request_bodies: ComponentStore<'a, RequestBody<'a>, kind::RequestBody>,
    pub(super) responses: ComponentStore<'a, Response<'a>, kind::Response>,
    pub(super) security_schemes: ComponentStore<'a, SecurityScheme<'a>, kind::SecurityScheme>,
}

impl<'a> Objects<'a> {
    /// Reads the object of a kind that stands at `node`, and adds it: those of one kind come in the
    /// order of their ids.
    pub(super) fn read(
        &mut self,
        reader: &mut Reader<'a, '_>,
        tag: KindTag,
        (node, aspect): (Node<'a>, Aspect),
    ) {
        reader.begin(tag, node, aspect);
        let of = (node, aspect);
        match tag {
            KindTag::Callback => self.callbacks.push(RefOr::read(reader, node)),
            KindTag::Header => self.headers.push(swagger::or_read(reader, of)),
            KindTag::Parameter => self.parameters.push(swagger::or_read(reader, of)),
            KindTag::PathItem => self.path_items.push(swagger::or_read(reader, of)),
            KindTag::RequestBody => self.request_bodies.push(swagger::or_read(reader, of)),
            KindTag::Response => self.responses.push(swagger::or_read(reader, of)),
            KindTag::Schema => self.schemas.push(swagger::or_read(reader, of)),
            KindTag::SecurityScheme => self.security_schemes.push(swagger::or_read(reader, of)),
        }
    }

    /// All schemas, in the order of their ids.
    pub(crate) fn schemas(&self) -> impl Iterator<Item = &Schema<'a>> {
        // What is not a schema is one that says so: none is missing.
        self.schemas.iter().flatten()
    }

    /// A schema.
    pub(crate) fn schema(&self, id: SchemaId) -> Option<&Schema<'a>> {
        self.schemas.get(id.index())?.as_ref()
    }

    /// A path item, unless it could not be read.
    pub(crate) fn path_item(&self, id: Id<kind::PathItem>) -> Option<&PathItem<'a>> {
        self.path_items.get(id.index())?.as_ref()
    }

    /// The object that stands at `id`, or that references lead to from there. `None` if it could not
    /// be read, which has been reported.
    pub(crate) fn resolve<'o, K: Component<'a>>(
        &'o self,
        id: Id<K>,
    ) -> Option<Resolved<'o, 'a, K::Object>> {
        let components = K::components(self);
        let (mut component, mut described, mut next) = (None, None, id);
        // Every chain has an end: those that had none were cut.
        loop {
            crate::steps::take(1);
            match components.get(next.index())?.as_ref()? {
                RefOr::Value(object) => {
                    let description = described.or(K::description(object));
                    return Some(Resolved { object, component, description });
                }
                RefOr::Ref { link, description } => {
                    component = Some(link.reference);
                    described = described.or(*description);
                    next = link.target?;
                }
            }
        }
    }
}

/// An object at the end of the references that lead to it.
pub(crate) struct Resolved<'o, 'a, T> {
    pub(crate) object: &'o T,
    /// The last reference of those that led here: it names the object.
    pub(crate) component: Option<Reference<'a>>,
    /// What the first of them that is described says, else what the object says.
    pub(crate) description: Option<&'a str>,
}

impl<T> Clone for Resolved<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Resolved<'_, '_, T> {}

impl<T> Deref for Resolved<'_, '_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.object
    }
}

/// A kind of objects that a description may give by a reference.
pub(crate) trait Component<'a>: Sized + 'static {
    /// What they are.
    type Object;

    /// Where they are kept.
    fn components<'o>(objects: &'o Objects<'a>) -> &'o [Option<RefOr<'a, Self::Object, Self>>];

    /// The description that an object has of its own.
    fn description(object: &Self::Object) -> Option<&'a str>;
}

macro_rules! components {
    ($($kind:ident is $object:ty, in $components:ident, $description:expr;)*) => {
        $(impl<'a> Component<'a> for kind::$kind {
            type Object = $object;

            fn components<'o>(
                objects: &'o Objects<'a>,
            ) -> &'o [Option<RefOr<'a, Self::Object, Self>>] {
                &objects.$components
            }

            fn description(object: &Self::Object) -> Option<&'a str> {
                let description: fn(&Self::Object) -> Option<&'a str> = $description;
                description(object)
            }
        })*
    };
}

components! {
    Callback is Callback, in callbacks, |_| None;
    Header is Header<'a>, in headers, |it| it.description;
    Parameter is Parameter<'a>, in parameters, |it| it.description;
    RequestBody is RequestBody<'a>, in request_bodies, |it| it.description;
    Response is Response<'a>, in responses, |it| it.description;
    SecurityScheme is SecurityScheme<'a>, in security_schemes, |it| it.description;
}

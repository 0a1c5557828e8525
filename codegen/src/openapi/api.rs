//! All that was read of the descriptions of a project.

use super::arena::{Arena, Id};
use super::cycles;
use super::document::Document;
use super::reader::{Read, Reader, Referable};
use super::ref_or::{Component, RefOr};
use super::{Callback, Header, Parameter, PathItem, RequestBody, Response, Schema, SecurityScheme};
use crate::diagnostic::Findings;
use crate::source::{DocumentId, Sources};

/// The documents of each service, and the objects that they are made of.
pub(crate) struct Api<'a> {
    pub(crate) services: Vec<Vec<Document<'a>>>,
    pub(crate) objects: Objects<'a>,
}

impl<'a> Api<'a> {
    /// Reads the documents of each service, and all that they refer to: each object once. What is
    /// wrong with them is reported.
    pub(crate) fn read<'d>(
        sources: &'a Sources,
        services: impl Iterator<Item = &'d [DocumentId]>,
        findings: &Findings,
    ) -> Self {
        let mut reader = Reader::new(sources, findings);
        let mut documents = Vec::new();
        for ids in services {
            let roots = ids.iter().map(|id| sources.root(*id));
            documents.push(roots.filter_map(|root| Document::read(&mut reader, root)).collect());
        }
        reader.read_waiting();
        let mut objects = reader.finish();
        cycles::cut(&mut objects, findings);
        Self { services: documents, objects }
    }
}

/// The objects that references may lead to.
#[derive(Default)]
pub(crate) struct Objects<'a> {
    pub(crate) schemas: Arena<Schema<'a>>,
    pub(super) callbacks: Arena<RefOr<'a, Callback<'a>>>,
    pub(super) headers: Arena<RefOr<'a, Header<'a>>>,
    pub(super) parameters: Arena<RefOr<'a, Parameter<'a>>>,
    pub(super) path_items: Arena<PathItem<'a>>,
    pub(super) request_bodies: Arena<RefOr<'a, RequestBody<'a>>>,
    pub(super) responses: Arena<RefOr<'a, Response<'a>>>,
    pub(super) security_schemes: Arena<RefOr<'a, SecurityScheme<'a>>>,
}

impl<'a> Referable<'a> for Schema<'a> {
    fn arena<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<Self> {
        &mut objects.schemas
    }
}

impl<'a> Referable<'a> for PathItem<'a> {
    fn arena<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<Self> {
        &mut objects.path_items
    }
}

impl<'a> Objects<'a> {
    /// A path item, unless it could not be read.
    pub(crate) fn path_item(&self, id: Id<PathItem<'a>>) -> Option<&PathItem<'a>> {
        self.path_items.get(id)
    }
}

macro_rules! components {
    ($($object:ident in $arena:ident, $description:expr;)*) => {
        $(impl<'a> Component<'a> for $object<'a> {
            fn arena<'o>(objects: &'o Objects<'a>) -> &'o Arena<RefOr<'a, Self>> {
                &objects.$arena
            }

            fn arena_mut<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<RefOr<'a, Self>> {
                &mut objects.$arena
            }

            fn description(&self) -> Option<&'a str> {
                let description: fn(&Self) -> Option<&'a str> = $description;
                description(self)
            }
        })*
    };
}

components! {
    Callback in callbacks, |_| None;
    Header in headers, |it| it.description;
    Parameter in parameters, |it| it.description;
    RequestBody in request_bodies, |it| it.description;
    Response in responses, |it| it.description;
    SecurityScheme in security_schemes, |it| it.description;
}

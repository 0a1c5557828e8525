//! The client as Rust will have it: identifiers chosen, types chosen, every decision taken.
//!
//! Nothing here knows OpenAPI, and `emit` reads nothing else. Order is part of the value:
//! fields and arguments stand in the order of the description, operations and types by name.

mod deprecation;
mod docs;
mod equality;
mod error;
mod example;
mod item;
mod operation;
mod response;
mod security;
mod shown;
mod slot;
mod statuses;
mod stream;
mod timestamps;
mod ty;

pub(crate) use deprecation::deprecation;
pub(crate) use docs::Docs;
pub(crate) use equality::Equality;
pub(crate) use error::{DocumentedError, ErrorBodies, ErrorBody};
pub(crate) use example::{Example, ExampleCall, ExampleResponse, Expr};
pub(crate) use item::{
    Building, Enum, Field, Home, Item, ItemKind, Presence, Reading, Struct, Union, UnionValue,
    UnionVariant, Variant,
};
pub(crate) use operation::{
    Argument, CursorPlace, FieldUse, Idempotency, NextPage, Operation, Origin, Pagination,
};
pub(crate) use response::{ResponseBody, ResponseHeader, StatusResponse};
pub(crate) use security::{Credential, CredentialKind, KeyPlace, Needs, Operations};
pub(crate) use slot::{
    BodyForm, ListStyle, MemberForm, PartContent, PathForm, PathStyle, PlainForm, QueryForm,
    QueryStyle, Slot,
};
pub(crate) use statuses::Statuses;
pub(crate) use stream::{EventForm, Pieces, Stream};
pub(crate) use ty::{Ty, TypeId};

use crate::name::Ident;
use crate::vendor::Vendor;

/// A crate to emit.
#[derive(Debug)]
pub(crate) struct Crate {
    /// What its manifest says.
    pub(crate) package: Package,
    /// The command that makes it; empty: nobody said.
    pub(crate) command: String,
    /// The services it is a client of, each in a module of its own or one at the crate root.
    pub(crate) services: Vec<Service>,
    /// The documented error codes of all services, by wire text.
    pub(crate) error_codes: Enum,
    /// What the crate's README starts with.
    pub(crate) quick_start: Option<QuickStart>,
}

/// The operation that a README starts with, and which of its errors are told apart.
#[derive(Debug)]
pub(crate) struct QuickStart {
    /// An index into [`Crate::services`].
    pub(crate) service: usize,
    /// An index into [`Service::operations`].
    pub(crate) operation: usize,
    /// The first documented error with a code: an index into [`Operation::errors`].
    pub(crate) coded: Option<usize>,
    /// The documented error with status 404, where it has no code: another such index.
    pub(crate) absent: Option<usize>,
}

impl QuickStart {
    /// The service.
    pub(crate) fn service<'k>(&self, krate: &'k Crate) -> &'k Service {
        &krate.services[self.service]
    }

    /// The operation.
    pub(crate) fn operation<'k>(&self, krate: &'k Crate) -> &'k Operation {
        &self.service(krate).operations[self.operation]
    }
}

/// What the manifest of an emitted crate says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Package {
    /// Name of the package; what cargo does not take is replaced.
    pub name: String,
    /// Version, as semver writes it; empty: `0.1.0`.
    pub version: String,
    /// One line for the registry; empty: the title of the first service.
    pub description: String,
    /// An SPDX expression; empty: none is stated.
    pub license: String,
    /// Words that the registry finds the crate by.
    pub keywords: Vec<String>,
    /// Categories of the registry.
    pub categories: Vec<String>,
    /// The URL of the source code; empty: none is stated.
    pub repository: String,
    /// The URL of the project's web page; empty: none is stated.
    pub homepage: String,
    /// The URL of the documentation; empty: that of the registry.
    pub documentation: String,
}

/// A client of one service.
#[derive(Debug)]
pub(crate) struct Service {
    /// The module and cargo feature it lives in; `None`: the crate root.
    pub(crate) module: Option<Ident>,
    /// The name that errors and `Debug` show: that of the module, else the title.
    pub(crate) name: String,
    /// The descriptions' title; the package's name where they have none.
    pub(crate) title: String,
    /// The descriptions' own words about the service.
    pub(crate) docs: Docs,
    /// What the README has to say about the crate, such as who made it and who did not.
    pub(crate) notice: Docs,
    /// Where it is reached.
    pub(crate) endpoint: Endpoint,
    /// What its requests can be authorized with.
    pub(crate) credentials: Vec<Credential>,
    /// What authorizes a request, unless its operation says otherwise.
    pub(crate) needs: Needs,
    /// Whether it asks for a client certificate, which is a matter of the transport.
    pub(crate) wants_certificate: bool,
    /// Whose rules it follows, where it is a vendor's with rules of its own.
    pub(crate) vendor: Option<&'static Vendor>,
    /// Whether responses may lack required members.
    pub(crate) is_lenient: bool,
    /// The groups its operations stand in: none, or one for each operation.
    pub(crate) families: Vec<Family>,
    /// What can be called, by name.
    pub(crate) operations: Vec<Operation>,
    /// The types of its data; a [`TypeId`] is an index here.
    pub(crate) types: Vec<Item>,
    /// Values that are JSON and nothing more.
    pub(crate) untyped: Vec<Untyped>,
    /// How many operations the descriptions have; each is to be a method.
    pub(crate) described: usize,
    /// What the methods lack, since it could not be read.
    pub(crate) lost: Lost,
}

/// Parts of operations that could not be read.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Lost {
    /// Parameters.
    pub parameters: usize,
    /// Bodies of requests.
    pub bodies: usize,
    /// Responses.
    pub responses: usize,
}

/// A value of which nothing is known but that it is JSON.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Untyped {
    /// What it stands in, by its name in the description.
    pub at: String,
    /// Why no more is known.
    pub reason: &'static str,
}

impl Service {
    /// The feature that its module is compiled with.
    pub(crate) fn gate(&self) -> String {
        let module = self.module.as_ref().map_or("", Ident::as_str);
        match self.families.is_empty() {
            true => module.to_owned(),
            false => format!("_{module}"),
        }
    }

    /// The operations of a family, with their indices; all of them where there are no families.
    pub(crate) fn members(
        &self,
        family: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Operation)> {
        let all = self.operations.iter().enumerate();
        all.filter(move |(_, operation)| operation.family == family)
    }

    /// The item that `id` stands for.
    pub(crate) fn item(&self, id: TypeId) -> &Item {
        &self.types[id.0]
    }
}

/// A group of operations: a module below `operation` and a cargo feature.
#[derive(Debug)]
pub(crate) struct Family {
    /// The module.
    pub(crate) module: Ident,
    /// The feature.
    pub(crate) feature: String,
    /// What it is about.
    pub(crate) docs: Docs,
}

/// Where a service is reached.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// A URL, or the path of one where the host is up to the caller; `{name}` stands for a variable.
    pub(crate) url: String,
    /// The variables of the URL, in the order of the description.
    pub(crate) variables: Vec<EndpointVariable>,
    /// A whole URL as an example, where the caller has to give one.
    pub(crate) example: Option<String>,
    /// Where it is reached as well.
    pub(crate) others: Vec<OtherEndpoint>,
}

/// An endpoint that a caller may choose instead.
#[derive(Debug)]
pub(crate) struct OtherEndpoint {
    /// Its URL.
    pub(crate) url: String,
    /// What is there.
    pub(crate) docs: Docs,
}

/// A part of an endpoint's URL that the caller may choose.
#[derive(Debug)]
pub(crate) struct EndpointVariable {
    /// The setter on the client's builder.
    pub(crate) setter: Ident,
    /// The name between the braces.
    pub(crate) wire: String,
    /// The value when the caller says nothing.
    pub(crate) default: String,
    /// The values that the description knows.
    pub(crate) values: Vec<String>,
    /// What it means.
    pub(crate) docs: Docs,
}

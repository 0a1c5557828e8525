//! Input and output of the generator.

use std::collections::BTreeMap;
use std::fmt;

use crate::ir::{Crate, Lost, Package, Untyped};
use crate::source::DocumentId;
use crate::vendor::Vendor;

/// The crate to generate.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// The name, version and license in the crate's manifest.
    pub package: Package,
    /// The command that makes the crate, which the head of every file names; empty: none is named.
    pub command: String,
    /// The services it is a client of.
    pub services: Vec<ServiceInput>,
    /// Vendors beside those that the generator knows.
    pub vendors: &'static [&'static Vendor],
}

/// A service and the documents that describe it.
#[derive(Clone, Debug, Default)]
pub struct ServiceInput {
    /// The module and cargo feature of its client. With `None`, the client is at the crate root.
    pub module: Option<String>,
    /// Its root documents. Documents they refer to only have to be among the sources.
    pub documents: Vec<DocumentId>,
}

/// A generated crate.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Output {
    /// The text of each file, by its path below the crate's folder. Folders are separated by `/`.
    pub files: BTreeMap<String, String>,
    /// The crate in numbers.
    pub summary: Summary,
}

/// A crate in numbers.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// How many operations the descriptions have.
    pub operations: usize,
    /// How many methods the clients have, one for each operation that was generated.
    pub methods: usize,
    /// What the methods lack of what the descriptions say.
    pub lost: Lost,
    /// How many structs, enums and unions the crate has.
    pub types: usize,
    /// Values that have no type but JSON, each with the reason.
    pub untyped: Vec<Untyped>,
}

impl Summary {
    pub(crate) fn of(krate: &Crate) -> Self {
        let services = &krate.services;
        Self {
            operations: services.iter().map(|service| service.described).sum(),
            methods: services.iter().map(|service| service.operations.len()).sum(),
            lost: services.iter().fold(Lost::default(), |all, service| Lost {
                parameters: all.parameters + service.lost.parameters,
                bodies: all.bodies + service.lost.bodies,
                responses: all.responses + service.lost.responses,
            }),
            types: services.iter().map(|service| service.types.len()).sum(),
            untyped: services.iter().flat_map(|service| service.untyped.clone()).collect(),
        }
    }
}

/// A step of the work.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// Documents are read and parsed.
    Read,
    /// OpenAPI becomes the client as Rust will have it.
    Lower,
    /// The client becomes tokens, and tokens become text, file by file.
    Emit,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Lower => "lower",
            Self::Emit => "emit",
        })
    }
}

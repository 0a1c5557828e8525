//! What goes in and what comes out.

use std::collections::BTreeMap;
use std::fmt;

use crate::ir::{Crate, Package, Untyped};
use crate::source::DocumentId;

/// What to generate.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// What the manifest of the crate says.
    pub package: Package,
    /// The services it is a client of.
    pub services: Vec<ServiceInput>,
}

/// A service and the documents that describe it.
#[derive(Clone, Debug, Default)]
pub struct ServiceInput {
    /// The module and cargo feature it gets; `None`: it stands at the crate root.
    pub module: Option<String>,
    /// Its root documents. What they refer to only has to be among the sources.
    pub documents: Vec<DocumentId>,
}

/// The files of a crate, by path below its folder; folders are separated by `/`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Output {
    /// Path and text.
    pub files: BTreeMap<String, String>,
    /// What went into them.
    pub summary: Summary,
}

/// What went into a crate, in numbers.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// Operations of the descriptions.
    pub operations: usize,
    /// Methods of the clients, one for each operation.
    pub methods: usize,
    /// Structs, enums and unions.
    pub types: usize,
    /// Values that are JSON and nothing more, each with the reason.
    pub untyped: Vec<Untyped>,
}

impl Summary {
    pub(crate) fn of(krate: &Crate) -> Self {
        let services = &krate.services;
        Self {
            operations: services.iter().map(|service| service.described).sum(),
            methods: services.iter().map(|service| service.operations.len()).sum(),
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
    /// The client becomes tokens and text, file by file.
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

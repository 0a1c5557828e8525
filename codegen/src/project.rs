//! What goes in and what comes out.

use std::collections::BTreeMap;
use std::fmt;

use crate::ir::Package;
use crate::source::DocumentId;

/// What to generate.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// What the manifest of the crate says.
    pub package: Package,
    /// The services it is a client of.
    pub services: Vec<ServiceInput>,
    /// Whether the descriptions are ours to mend: then what would be a warning is an error.
    pub strict: bool,
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
}

/// A step of the work.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// Documents are read and parsed.
    Read,
    /// OpenAPI becomes the client as Rust will have it.
    Lower,
    /// The client becomes tokens.
    Emit,
    /// Tokens become text.
    Format,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Lower => "lower",
            Self::Emit => "emit",
            Self::Format => "format",
        })
    }
}

//! How bad a finding is, by its code and by how strict a run is.

use super::{Code, Severity};

/// How severe a finding is that leaves the rest of a description readable.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Strictness {
    /// A warning: one bad corner must not cost all other operations.
    #[default]
    Lenient,
    /// An error.
    Strict,
    /// An error, and more is asked for than OpenAPI does: every `x-` key has an effect, and every
    /// operation has examples, documentation and a response `404`. The descriptions are our own.
    Own,
}

impl Code {
    /// How bad a finding with this code is in a run that is as strict as this.
    pub fn severity(self, strictness: Strictness) -> Severity {
        match (self, strictness) {
            // Nothing of such a document can be read.
            (Self::Syntax | Self::UnsupportedVersion, _) => Severity::Error,
            (Self::WithoutEffect, _) => Severity::Note,
            (_, Strictness::Lenient) => Severity::Warning,
            (_, Strictness::Strict | Strictness::Own) => Severity::Error,
        }
    }
}

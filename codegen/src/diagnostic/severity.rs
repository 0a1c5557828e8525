//! How bad a finding is, by its code and by how strict a run is.

use super::Code;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// A crate can be generated, but it may not be the one that was meant.
    Warning,
    /// Nothing is wrong, but something is worth knowing.
    Note,
}

impl Severity {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

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
            (Self::WithoutEffect | Self::ShortName, _) => Severity::Note,
            (_, Strictness::Lenient) => Severity::Warning,
            (_, Strictness::Strict | Strictness::Own) => Severity::Error,
        }
    }
}

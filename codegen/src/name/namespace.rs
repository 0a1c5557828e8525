//! Where an identifier lives.

use super::{case::Case, ident::is_identifier, reserved};

/// A set of identifiers that must differ from each other, and from what Rust or the generated code
/// puts there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Namespace {
    /// Structs, enums and request structs of one module tree.
    Type,
    /// Variants of one enum.
    Variant,
    /// Fields of one struct, and their setters.
    Field,
    /// Methods of the client, one for each operation.
    Method,
    /// Setters of one request.
    Setter,
    /// Setters of the client's builder: variables of the endpoint, and credentials.
    Builder,
    /// Arguments of one function.
    Argument,
    /// Modules of one module, which are also file names: ASCII, distinct where case is ignored,
    /// valid on Windows.
    Module,
}

impl Namespace {
    pub(super) fn case(self) -> Case {
        match self {
            Self::Type | Self::Variant => Case::Pascal,
            Self::Field
            | Self::Method
            | Self::Setter
            | Self::Builder
            | Self::Argument
            | Self::Module => Case::Snake,
        }
    }

    /// Whether the generated code uses this name itself, or Rust does.
    pub(super) fn reserves(self, name: &str) -> bool {
        let words: &[&[&str]] = match self {
            Self::Type => &[reserved::PRELUDE_TYPES, reserved::DERIVES, reserved::CLIENT_TYPES],
            Self::Variant => &[reserved::VARIANTS],
            Self::Field => &[reserved::STRUCT_METHODS],
            Self::Method => &[reserved::CLIENT_METHODS],
            Self::Setter => &[reserved::REQUEST_METHODS],
            Self::Builder => &[reserved::BUILDER_METHODS],
            Self::Module => &[reserved::PRIMITIVES, reserved::MODULES, reserved::FILES],
            Self::Argument => &[reserved::PLACEHOLDERS],
        };
        reserved::is_keyword(name)
            || words.iter().any(|list| list.contains(&name))
            || self == Self::Module && reserved::shows_the_runtime(name)
            || self == Self::Builder && reserved::takes_credentials(name)
    }

    /// Whether `name` can be used here as it is.
    pub(super) fn accepts(self, name: &str) -> bool {
        is_identifier(name)
            && self.case().accepts(name)
            && !self.reserves(name)
            && (self != Self::Module || name.is_ascii())
    }

    /// The readable form of a reserved name.
    pub(super) fn escape(self, name: &str) -> String {
        match self {
            Self::Type => format!("{name}Model"),
            _ => format!("{name}_"),
        }
    }
}

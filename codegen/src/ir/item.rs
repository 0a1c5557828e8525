//! Types of data that a crate defines.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Docs, Equality, ErrorBody, StatusResponse, Ty};
use crate::name::Ident;

/// A type that the crate defines.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its name in Rust.
    pub(crate) ident: Ident,
    /// The module it has under `types/` where that is its home, and its file.
    pub(crate) file: Ident,
    /// The file name of the document it comes from, for the head of its file.
    pub(crate) document: String,
    /// Where in the document, in words a maintainer can search for.
    pub(crate) source: String,
    /// What it stands for.
    pub(crate) docs: Docs,
    /// The file it is emitted to.
    pub(crate) home: Home,
    /// The families whose operations use it; empty: none in particular.
    pub(crate) families: BTreeSet<usize>,
    /// Whether callers build values of it, so that it needs `new` and setters.
    pub(crate) in_requests: bool,
    /// Whether its values are told from those of others by their shape.
    pub(crate) is_fitted: bool,
    /// How values of it can be compared.
    pub(crate) equality: Equality,
    /// What it is.
    pub(crate) kind: ItemKind,
}

impl Item {
    /// Whether it is a whole number with known values.
    pub(crate) fn is_integers(&self) -> bool {
        matches!(self.kind, ItemKind::Integers(_))
    }

    /// Whether it is an object with known members.
    pub(crate) fn is_struct(&self) -> bool {
        matches!(self.kind, ItemKind::Struct(_))
    }
}

/// The file an item is emitted to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Home {
    /// A file of its own under `types/`.
    Types,
    /// The file of the operation it belongs to: an index into
    /// [`Service::operations`](super::Service::operations).
    Operation(usize),
}

/// What an item is.
#[derive(Debug)]
pub(crate) enum ItemKind {
    /// An object with known members.
    Struct(Struct),
    /// A text with known values; others are kept as they are.
    Enum(Enum),
    /// A whole number with known values; others are kept as they are.
    Integers(Enum),
    /// A value of one of several types; others are kept as they are.
    Union(Union),
    /// What an operation answers, by status.
    Responses(Vec<StatusResponse>),
    /// What the body of an operation's error is, by status.
    Errors(Vec<ErrorBody>),
}

/// An object with known members.
#[derive(Debug, Default)]
pub(crate) struct Struct {
    /// Its members, in the order of the description.
    pub(crate) fields: Vec<Field>,
    /// The field that takes all other members, and the type of their values.
    pub(crate) rest: Option<(Ident, Ty)>,
    /// The private field that keeps the members nobody declared, where a value that was read may be
    /// sent again, or be of several types at once.
    pub(crate) kept: Option<Ident>,
}

impl Struct {
    /// Whether it has members with but one value, which is their default.
    pub(crate) fn has_constants(&self) -> bool {
        self.fields.iter().any(|field| field.is_default)
    }
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Field {
    /// The field in Rust.
    pub(crate) name: Ident,
    /// The member in JSON.
    pub(crate) wire: String,
    /// The type of the value, when there is one.
    pub(crate) ty: Ty,
    /// Whether there is one.
    pub(crate) presence: Presence,
    /// How it is read.
    pub(crate) reading: Reading,
    /// The one value it has, where the description allows no other: a text, a number or a boolean.
    pub(crate) constant: Option<Value>,
    /// Whether that is its default, so that callers need not give it.
    pub(crate) is_default: bool,
    /// Whether only the server sets it, so that requests are written without it.
    pub(crate) is_unsent: bool,
    /// The argument of `new` that gives it.
    pub(crate) argument: Ident,
    /// What it means.
    pub(crate) docs: Docs,
    /// Whether the description marks it as deprecated.
    pub(crate) deprecated: bool,
}

impl Field {
    /// How a caller gives its value.
    pub(crate) fn building(&self) -> Building {
        match (self.presence, self.is_default) {
            (Presence::Required, true) => Building::Constant,
            (Presence::Required, false) => Building::Argument,
            _ => Building::Setter,
        }
    }
}

/// How a caller gives the value of a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Building {
    /// Not at all: it has but one, which is its default.
    Constant,
    /// As an argument of `new`.
    Argument,
    /// By a setter.
    Setter,
}

/// Whether a member is there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Presence {
    /// Always: the field is a plain `T`.
    Required,
    /// Not always: the field is an `Option<T>`, and `None` is not written.
    Optional,
    /// Not always, or as `null`, which is the same to a reader: the field is an `Option<T>`, and `None`
    /// is not written. Only responses have it.
    OptionalOrNull,
    /// Always, but perhaps as `null`: the field is an `Option<T>`, and `None` is written as that.
    Nullable,
    /// Not always, and perhaps as `null`: the field is an `Option<Option<T>>`.
    OptionalNullable,
}

impl Presence {
    /// Whether the member is always written, be it as `null`.
    pub(crate) fn is_always_there(self) -> bool {
        matches!(self, Self::Required | Self::Nullable)
    }

    /// Whether `null` is a value of the member.
    pub(crate) fn allows_null(self) -> bool {
        matches!(self, Self::OptionalOrNull | Self::Nullable | Self::OptionalNullable)
    }
}

/// How a member is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reading {
    /// As what its type is.
    Exact,
    /// Numbers may come as text.
    NumberOrText,
}

/// A text or a whole number with known values, open to unknown ones.
#[derive(Debug, Default)]
pub(crate) struct Enum {
    /// The known values.
    pub(crate) variants: Vec<Variant>,
}

/// A known value of an open enum.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The variant in Rust.
    pub(crate) name: Ident,
    /// The text on the wire, or the number in digits.
    pub(crate) wire: String,
    /// What it means.
    pub(crate) docs: Docs,
}

/// A value of one of several types.
#[derive(Debug, Default)]
pub(crate) struct Union {
    /// The member whose value tells the types apart, where there is one.
    pub(crate) tag: Option<String>,
    /// The types.
    pub(crate) variants: Vec<UnionVariant>,
    /// The variant of objects whose tag names no variant, or is not there.
    pub(crate) default: Option<Ident>,
    /// Single values that it may be besides.
    pub(crate) values: Vec<UnionValue>,
}

/// One of the types of a union.
#[derive(Debug)]
pub(crate) struct UnionVariant {
    /// The variant in Rust.
    pub(crate) name: Ident,
    /// Its type.
    pub(crate) ty: Ty,
    /// The values that the union's tag has in it; none where its shape tells it.
    pub(crate) tags: Vec<Value>,
}

/// A single value of a union.
#[derive(Debug)]
pub(crate) struct UnionValue {
    /// The variant in Rust.
    pub(crate) name: Ident,
    /// The value: a text, a number or a boolean.
    pub(crate) value: Value,
    /// What it means.
    pub(crate) docs: Docs,
}

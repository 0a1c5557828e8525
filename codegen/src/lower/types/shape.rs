//! What a schema is: a list, an object, one of several, or the same as another.

use serde_json::Value;

use super::tag::Tagged;
use super::text::TextValue;
use super::value_names::IntegerValue;
use crate::ir::Ty;
use crate::openapi::SchemaId;
use crate::source::Node;

/// What a schema is.
#[derive(Clone)]
pub(crate) struct Shape<'a> {
    pub(crate) kind: Kind<'a>,
    /// Whether `null` is a value too.
    pub(crate) nullable: bool,
}

/// What the values of a schema are.
#[derive(Clone)]
pub(crate) enum Kind<'a> {
    /// What those of another schema are.
    Same(SchemaId),
    /// Nothing that Rust has a word for but JSON; with the reason.
    Untyped(&'static str),
    /// Simple ones.
    Scalar(Ty),
    List(Inner),
    Map(Inner),
    /// Objects with declared members; other members are these, if there is a field for them.
    Struct(Option<Inner>),
    /// Texts, some of which have names.
    Enum(Vec<TextValue<'a>>),
    /// Whole numbers, some of which have names.
    Integers(Vec<IntegerValue<'a>>),
    Union(UnionShape<'a>),
    /// A list or a map that holds itself with no item on the way round: Rust has no such type, so
    /// an item stands around it.
    Wrapper(Box<Kind<'a>>),
}

/// What a list or a map holds.
#[derive(Clone, Copy)]
pub(crate) enum Inner {
    Schema(SchemaId),
    /// With the reason why no more is known.
    Untyped(&'static str),
}

impl<'a> Kind<'a> {
    /// The schema whose type it is made of, where that is not an item of its own.
    pub(super) fn inner(&self) -> Option<SchemaId> {
        match self {
            Self::Same(schema) => Some(*schema),
            Self::List(Inner::Schema(schema)) | Self::Map(Inner::Schema(schema)) => Some(*schema),
            _ => None,
        }
    }
}

/// A value of one of several types, or one of some single values.
#[derive(Clone)]
pub(crate) struct UnionShape<'a> {
    /// The member whose value tells the types apart.
    pub(crate) tag: Option<&'a str>,
    pub(crate) variants: Vec<VariantShape<'a>>,
    /// The variant of values that nothing else tells, by its index.
    pub(crate) default: Option<usize>,
    pub(crate) singles: Vec<Single<'a>>,
}

/// One of the types of a union.
#[derive(Clone)]
pub(crate) struct VariantShape<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) holds: Inner,
    /// Around what it holds, where that is one of several types of a schema.
    pub(crate) form: VariantForm,
    pub(crate) name: String,
    /// What the tag says of it.
    pub(super) tagged: Tagged<'a>,
}

/// How a variant holds what it holds.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum VariantForm {
    Itself,
    List,
    Map,
}

/// A single value that a union may be.
#[derive(Clone)]
pub(crate) struct Single<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) value: Value,
    pub(crate) name: String,
    pub(crate) description: &'a str,
}

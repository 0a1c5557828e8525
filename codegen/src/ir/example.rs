//! Example calls: the description's examples as Rust expressions and as the bytes they stand for.

use super::{Ty, TypeId};
use crate::name::Ident;

/// The call that the description shows, and what goes over the wire for it.
#[derive(Debug, Default)]
pub(crate) struct Example {
    /// How a caller writes it.
    pub(crate) call: ExampleCall,
    /// The request target that must come out; `None` where the description does not give
    /// an example for every argument, so that nothing can be compared.
    pub(crate) target: Option<String>,
    /// The JSON body that must come out.
    pub(crate) body: Option<serde_json::Value>,
    /// The response that the description shows.
    pub(crate) response: Option<ExampleResponse>,
}

/// A successful response of an example.
#[derive(Debug)]
pub(crate) struct ExampleResponse {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The body, where the operation answers with one.
    pub(crate) body: Option<serde_json::Value>,
}

/// The arguments of an example call.
#[derive(Debug, Default)]
pub(crate) struct ExampleCall {
    /// One expression for each of the operation's arguments.
    pub(crate) arguments: Vec<Expr>,
    /// Setters by their index in the operation's options, with their expressions.
    pub(crate) options: Vec<(usize, Expr)>,
}

/// An expression that makes an example's value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    /// A literal `bool`.
    Bool(bool),
    /// A literal integer.
    Int(i128),
    /// A literal float.
    Float(f64),
    /// A literal text, for everything that is made of one.
    Text(String),
    /// A variant of an enum.
    Variant(TypeId, Ident),
    /// A variant of a union around a value of this type.
    Wrapped(TypeId, Ident, Box<Expr>, Ty),
    /// `None`: `null`.
    None,
    /// `Some(..)` of a value of this type.
    Some(Box<Expr>, Ty),
    /// A list.
    List(Vec<Expr>),
    /// `Type::new(required...).setter(..)`
    Struct {
        /// The struct.
        ty: TypeId,
        /// Values of the required fields, in their order.
        required: Vec<Expr>,
        /// Values of optional fields.
        optional: Vec<(Ident, Expr)>,
    },
    /// A value that only JSON can say.
    Json(serde_json::Value, Ty),
}

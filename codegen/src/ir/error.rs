//! Failures: which ones are documented, and what their bodies are.

use super::{Statuses, Ty, TypeId};
use crate::name::Ident;

/// An error that the description names.
#[derive(Debug)]
pub(crate) struct DocumentedError {
    /// The status as documented: `403`, `4XX`; empty where it is not known.
    pub(crate) status: String,
    /// The variant of `ErrorCode`, where a code is documented.
    pub(crate) code: Option<Ident>,
    /// The type of the body, where it has one.
    pub(crate) body: Option<Ty>,
    /// When it happens.
    pub(crate) meaning: String,
}

/// How the bodies of an operation's errors are read.
#[derive(Debug)]
pub(crate) enum ErrorBodies {
    /// As one type, with these statuses.
    One(Ty, Statuses),
    /// As one of several, by status: an item of the service.
    ByStatus(TypeId),
}

/// What the body of an error is with some statuses.
#[derive(Debug)]
pub(crate) struct ErrorBody {
    /// The variant in Rust.
    pub(crate) name: Ident,
    /// The statuses.
    pub(crate) statuses: Statuses,
    /// The type of the body.
    pub(crate) ty: Ty,
}

//! Responses: what a success holds.

use super::{Docs, Statuses, Stream, Ty, TypeId};
use crate::name::Ident;

/// What a successful response holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum ResponseBody {
    /// Nothing to read.
    Empty,
    /// JSON.
    Json(Ty),
    /// Bytes.
    Bytes,
    /// A text.
    Text,
    /// One or another, by the status: an item of the service.
    ByStatus(TypeId),
    /// Values or bytes that are read while they come.
    Stream(Stream),
}

/// What an operation answers with some status.
#[derive(Debug)]
pub(crate) struct StatusResponse {
    /// The variant in Rust.
    pub(crate) name: Ident,
    /// The statuses.
    pub(crate) statuses: Statuses,
    /// Statuses that no response is described with and that this one is the closest to: the first to
    /// the last.
    pub(crate) undescribed: Vec<(u16, u16)>,
    /// What the response holds.
    pub(crate) body: ResponseBody,
    /// What it means.
    pub(crate) docs: Docs,
}

/// A header of a response.
#[derive(Debug)]
pub(crate) struct ResponseHeader {
    /// Its name.
    pub(crate) name: String,
    /// What it means.
    pub(crate) docs: Docs,
}

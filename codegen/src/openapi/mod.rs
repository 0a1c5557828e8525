//! OpenAPI as written: the objects of versions 3.0 and 3.1, each with the node it was read from.
//!
//! Nothing here knows Rust. Reading never fails as a whole: what is wrong becomes a diagnostic,
//! and what can be read is kept.

mod callback;
mod content;
mod document;
mod header;
mod json_type;
mod operation;
mod parameter;
mod pointer;
mod reader;
mod reference;
mod schema;
mod security;

pub(crate) use content::Content;
pub(crate) use document::{Document, Server};
pub(crate) use header::Header;
pub(crate) use json_type::Type;
pub(crate) use operation::{
    Operation, PathItem, RequestBody, Response, Status, XPagination, XPaginationKind,
};
pub(crate) use parameter::{In, Parameter};
pub(crate) use reader::{Read, Reader, Text};
pub(crate) use reference::{RefOr, Reference};
pub(crate) use schema::{Additional, Schema};
pub(crate) use security::{ApiKeyPlace, Flow, SecurityKind, SecurityRequirement, SecurityScheme};

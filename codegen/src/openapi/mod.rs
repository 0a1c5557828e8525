//! OpenAPI as written: the objects of a description, each read once, with the node it was read from.
//!
//! [`Api::read`] reads the documents of a project. Objects that references may lead to have an
//! id; what a reference leads to is an id too, so nobody who comes after reads or resolves
//! anything. Nothing is merged: `anyOf` stays `anyOf`, and what stands beside a `$ref` stays there.
//!
//! Nothing here knows Rust. Reading never fails as a whole: what is wrong becomes a diagnostic,
//! and what can be read is kept.

mod api;
mod aspect;
mod beside;
mod callback;
mod components;
mod content;
mod cycles;
mod discriminator;
mod document;
mod error_codes;
mod examples;
mod extensions;
mod external_docs;
mod header;
mod headers;
mod id;
mod json_type;
mod media_types;
mod object;
mod objects;
mod operation;
mod parameter;
mod path_item;
mod reader;
mod ref_or;
mod reference;
mod request_body;
mod response;
mod schema;
mod security;
mod server;
mod since;
mod status;
mod swagger;
mod tag;
mod text;
mod version;
mod x_pagination;

pub(crate) use api::Api;
pub(crate) use callback::Callback;
pub(crate) use content::{Content, Encoding};
pub(crate) use discriminator::{Discriminator, Mapped};
pub(crate) use document::Description;
pub(crate) use error_codes::ErrorCodes;
pub(crate) use extensions::UNDOCUMENTED;
pub(crate) use header::Header;
pub(crate) use id::{ParameterId, PathItemId, SchemaId, SecuritySchemeId};
pub(crate) use json_type::{JsonTypes, Type};
pub(crate) use objects::{Objects, Resolved};
pub(crate) use operation::OperationObject;
pub(crate) use parameter::{In, Parameter};
pub(crate) use path_item::PathItem;
pub(crate) use reference::Reference;
pub(crate) use request_body::RequestBody;
pub(crate) use response::Response;
pub(crate) use schema::{Additional, Schema};
pub(crate) use security::{
    ApiKeyPlace, Flow, RequiredScheme, SecurityKind, SecurityRequirement, SecurityScheme,
};
pub(crate) use server::{Server, ServerVariable};
pub(crate) use status::Status;
pub(crate) use tag::Tag;
pub(crate) use text::Text;
pub(crate) use x_pagination::{XPagination, XPaginationKind};

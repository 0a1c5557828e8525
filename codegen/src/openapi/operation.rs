//! Operations.

use super::extensions;
use super::external_docs::ExternalDocs;
use super::id::{CallbackId, ParameterId, RequestBodyId, ResponseId};
use super::reader::{Read, Reader};
use super::security::{self, SecurityRequirement};
use super::server::Server;
use super::status::{self, Status};
use super::text::{Text, is_bool, is_text};
use super::x_pagination::XPagination;
use crate::source::Node;

/// An operation.
pub(crate) struct OperationObject<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) id: Option<Text<'a>>,
    pub(crate) tags: Vec<&'a str>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) external_docs: Option<ExternalDocs<'a>>,
    pub(crate) parameters: Vec<ParameterId>,
    pub(crate) body: Option<RequestBodyId>,
    pub(crate) responses: Vec<(Status, ResponseId)>,
    pub(crate) servers: Vec<Server<'a>>,
    /// Requests that the service sends later, by name.
    pub(crate) callbacks: Vec<(&'a str, CallbackId)>,
    pub(crate) security: Option<Vec<SecurityRequirement<'a>>>,
    pub(crate) deprecated: bool,
    pub(crate) pagination: Option<XPagination<'a>>,
    /// `x-idempotent`: whether a repeated request does what one does, whatever its method says.
    pub(crate) idempotent: Option<bool>,
    /// `x-undocumented`: no page of the service describes it.
    pub(crate) undocumented: bool,
    pub(crate) rust_name: Option<Text<'a>>,
    /// `x-aliases`: what others call it.
    pub(crate) aliases: Vec<Text<'a>>,
}

impl<'a> Read<'a> for OperationObject<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an operation")?;
        let operation = Self {
            node,
            id: object.get("operationId"),
            tags: object.list("tags"),
            summary: object.get("summary"),
            description: object.get("description"),
            external_docs: object.get("externalDocs"),
            parameters: object.list("parameters"),
            body: object.get("requestBody"),
            responses: status::map(&mut object, "responses"),
            servers: object.list("servers"),
            callbacks: object.map("callbacks"),
            security: security::requirements(&mut object),
            deprecated: object.get("deprecated").unwrap_or(false),
            pagination: object.extension(extensions::PAGINATION, XPagination::is_ours),
            idempotent: object.extension(extensions::IDEMPOTENT, is_bool),
            undocumented: object.extension(extensions::UNDOCUMENTED, is_bool).unwrap_or(false),
            rust_name: object.extension(extensions::RUST_NAME, is_text),
            aliases: object.extension_list(extensions::ALIASES),
        };
        object.finish();
        Some(operation)
    }
}

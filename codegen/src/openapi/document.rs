//! Whole documents.

use super::components::Components;
use super::error_codes::ErrorCodes;
use super::extensions;
use super::external_docs::ExternalDocs;
use super::id::PathItemId;
use super::object::ObjectReader;
use super::reader::{Read, Reader};
use super::security::{self, SecurityRequirement};
use super::server::Server;
use super::status::{self, Status};
use super::tag::Tag;
use super::text::{Text, is_bool, is_text};
use crate::source::Node;

/// A description, or a part of one.
pub(crate) struct Description<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) title: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) paths: Vec<Path<'a>>,
    pub(crate) tags: Vec<Tag<'a>>,
    /// What authorizes the requests of operations that say nothing of their own.
    pub(crate) security: Option<Vec<SecurityRequirement<'a>>>,
    pub(crate) components: Components<'a>,
    /// Requests that the service sends, by name.
    pub(crate) webhooks: Vec<(&'a str, PathItemId)>,
    /// `x-error-codes`: what every operation may answer, by status.
    pub(crate) error_codes: Vec<(Status, ErrorCodes<'a>)>,
    /// `x-notice`: what the crate's README has to say about the crate.
    pub(crate) notice: Option<&'a str>,
    /// `x-quick-start`: the operation that the crate's README begins with.
    pub(crate) quick_start: Option<Text<'a>>,
    /// `x-lenient`: whether responses may lack required members.
    pub(crate) is_lenient: bool,
}

/// An entry of `paths`.
pub(crate) struct Path<'a> {
    /// The path item, whose key the template is.
    pub(crate) node: Node<'a>,
    pub(crate) template: &'a str,
    pub(crate) item: PathItemId,
}

impl<'a> Read<'a> for Description<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an OpenAPI document")?;
        let info = object.require::<Info<'a>>("info");
        let document = Self {
            node,
            title: info.as_ref().and_then(|info| info.title),
            description: info.as_ref().and_then(|info| info.description),
            servers: object.list("servers"),
            paths: paths(&mut object),
            tags: object.list("tags"),
            security: security::requirements(&mut object),
            components: object.get("components").unwrap_or_default(),
            webhooks: object.map("webhooks"),
            error_codes: error_codes(&mut object),
            notice: object.extension(extensions::NOTICE, is_text),
            quick_start: object.extension(extensions::QUICK_START, is_text),
            is_lenient: object.extension(extensions::LENIENT, is_bool).unwrap_or_default(),
        };
        object.get::<ExternalDocs<'a>>("externalDocs");
        object.without_effect(&["openapi", "jsonSchemaDialect"]);
        object.since_3_2(&["$self"]);
        object.finish();
        Some(document)
    }
}

/// The entries of `paths`.
pub(super) fn paths<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<Path<'a>> {
    let nodes = object.entries("paths");
    let reader = object.reader_mut();
    let path = |(template, node)| Path { node, template, item: reader.id(node) };
    nodes.into_iter().map(path).collect()
}

/// `x-error-codes` of a whole document, if it has our form.
pub(super) fn error_codes<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
) -> Vec<(Status, ErrorCodes<'a>)> {
    let are_ours = |node: Node<'a>| {
        let is_ours = |(key, codes)| Status::is_key(key) && ErrorCodes::are_ours(codes);
        node.is_object() && node.entries().all(is_ours)
    };
    match object.has_form(extensions::ERROR_CODES, are_ours) {
        true => status::map(object, extensions::ERROR_CODES),
        false => Vec::new(),
    }
}

/// What a document says of itself.
pub(super) struct Info<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) description: Option<&'a str>,
}

impl<'a> Read<'a> for Info<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`info`")?;
        let info = Self { title: object.require("title"), description: object.get("description") };
        object.without_effect(&["version", "summary", "termsOfService", "contact", "license"]);
        object.finish();
        Some(info)
    }
}

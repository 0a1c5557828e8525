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
use super::text::{Text, is_bool, is_text};
use crate::diagnostic::{Code, Diagnostic};
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
        check_version(reader, node)?;
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
        object.without_effect(&["openapi", "jsonSchemaDialect", "$self"]);
        object.finish();
        Some(document)
    }
}

fn paths<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<Path<'a>> {
    let nodes = object.entries("paths");
    let reader = object.reader_mut();
    let path = |(template, node)| Path { node, template, item: reader.id(node) };
    nodes.into_iter().map(path).collect()
}

/// `x-error-codes` of a whole document, if it has our form.
fn error_codes<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<(Status, ErrorCodes<'a>)> {
    let are_ours = |node: Node<'a>| {
        let is_ours = |(key, codes)| Status::is_key(key) && ErrorCodes::are_ours(codes);
        node.is_object() && node.entries().all(is_ours)
    };
    match object.has_form(extensions::ERROR_CODES, are_ours) {
        true => status::map(object, extensions::ERROR_CODES),
        false => Vec::new(),
    }
}

/// Whether the document is in a version that can be read; otherwise an error says what to do.
fn check_version<'a>(reader: &Reader<'a, '_>, node: Node<'a>) -> Option<()> {
    const CONVERT: &str = "convert it to OpenAPI 3 first, for instance with \
                           `npx swagger2openapi --yaml --outfile openapi.yaml FILE`";
    if reader.is_unreadable(node.document()) {
        return None;
    }
    let unsupported = |message: String| Diagnostic::new(Code::UnsupportedVersion, message);
    if let Some(swagger) = node.get("swagger") {
        reader.report(
            unsupported("this is Swagger 2.0, not OpenAPI 3".to_owned())
                .at(swagger.key_place(), "an older format")
                .help(CONVERT),
        );
        return None;
    }
    let Some(version) = node.get("openapi") else {
        reader.report(
            unsupported("this is not an OpenAPI document".to_owned())
                .at(node.place(), "has no key `openapi`")
                .help("a description starts with `openapi: 3.1.0`"),
        );
        return None;
    };
    // Unquoted, `3.1` is a number.
    let text = version.as_str().map_or_else(|| version.to_json().to_string(), str::to_owned);
    if !is_supported(&text) {
        reader.report(
            unsupported(format!("version `{text}` of OpenAPI is not supported"))
                .at(version.place(), "not a version that can be read")
                .help("write a description of version 3.0 or 3.1"),
        );
        return None;
    }
    Some(())
}

/// Whether a version is 3.0 or 3.1, whatever its patch: `3.10.0` is neither.
///
/// What 3.2 adds is not read yet, but what it has in common with 3.1 is.
fn is_supported(version: &str) -> bool {
    let mut parts = version.split('.');
    let (major, minor) = (parts.next(), parts.next());
    major == Some("3") && minor.is_some_and(|minor| matches!(minor, "0" | "1" | "2"))
}

struct Info<'a> {
    title: Option<&'a str>,
    description: Option<&'a str>,
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

/// A group of operations.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    pub(crate) description: Option<&'a str>,
}

impl<'a> Read<'a> for Tag<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a tag")?;
        let name = object.require("name");
        let description = object.get("description");
        object.without_effect(&["externalDocs", "summary", "parent", "kind"]);
        object.finish();
        Some(Self { name: name?, description })
    }
}

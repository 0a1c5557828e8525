//! Whole documents.

use super::callback::Callback;
use super::operation::{ExternalDocs, PathItem};
use super::reader::{Read, Reader, Text};
use super::reference::RefOr;
use super::security::{self, SecurityRequirement, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A description, or a part of one.
pub(crate) struct Document<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) paths: Vec<(Node<'a>, &'a str, PathItem<'a>)>,
    pub(crate) tags: Vec<Tag<'a>>,
    /// What authorizes the requests of operations that say nothing of their own.
    pub(crate) security: Option<Vec<SecurityRequirement<'a>>>,
    pub(crate) components: Components<'a>,
    /// Requests that the service sends, by name.
    pub(crate) webhooks: Vec<(&'a str, PathItem<'a>)>,
    /// `x-error-codes`: what every operation may answer, by status.
    pub(crate) error_codes: Vec<(&'a str, ErrorCodes<'a>)>,
    /// `x-quick-start`: the operation that the crate's README begins with.
    pub(crate) quick_start: Option<Text<'a>>,
}

impl<'a> Read<'a> for Document<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        check_version(reader, node)?;
        let mut object = reader.object(node, "an OpenAPI document")?;
        let info = object.require::<Info<'a>>("info");
        let document = Self {
            title: info.as_ref().and_then(|info| info.title),
            description: info.as_ref().and_then(|info| info.description),
            servers: object.list("servers"),
            paths: read_paths(&mut object),
            tags: object.list("tags"),
            security: security::requirements(&mut object),
            components: object.get("components").unwrap_or_default(),
            webhooks: object.map("webhooks"),
            error_codes: object.map("x-error-codes"),
            quick_start: object.get("x-quick-start"),
        };
        object.get::<ExternalDocs<'a>>("externalDocs");
        object.without_effect(&["openapi", "jsonSchemaDialect", "$self"]);
        object.finish();
        Some(document)
    }
}

fn read_paths<'a>(
    object: &mut super::reader::ObjectReader<'_, 'a, '_>,
) -> Vec<(Node<'a>, &'a str, PathItem<'a>)> {
    let nodes = object.node("paths");
    let items = object.map::<PathItem<'a>>("paths");
    items.into_iter().filter_map(|(path, item)| Some((nodes?.get(path)?, path, item))).collect()
}

/// Whether the document is in a version we read; otherwise an error says what to do.
fn check_version<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<()> {
    const CONVERT: &str = "convert it to OpenAPI 3 first, for instance with \
                           `npx swagger2openapi --yaml --outfile openapi.yaml FILE`";
    if reader.is_unreadable(node.document()) {
        return None;
    }
    if let Some(swagger) = node.get("swagger") {
        reader.report(
            Diagnostic::error(Code::UnsupportedVersion, "this is Swagger 2.0, not OpenAPI 3")
                .at(swagger.key_place(), "an older format")
                .help(CONVERT),
        );
        return None;
    }
    let Some(version) = node.get("openapi") else {
        reader.report(
            Diagnostic::error(Code::UnsupportedVersion, "this is no OpenAPI document")
                .at(node.place(), "has no key `openapi`")
                .help("a description starts with `openapi: 3.1.0`"),
        );
        return None;
    };
    // Unquoted, `3.1` is a number.
    let text = version.as_str().map_or_else(|| version.to_json().to_string(), str::to_owned);
    if !["3.0", "3.1", "3.2"].iter().any(|known| text.starts_with(known)) {
        reader.report(
            Diagnostic::error(
                Code::UnsupportedVersion,
                format!("version `{text}` of OpenAPI is not supported"),
            )
            .at(version.place(), "not a version we read")
            .help("descriptions of version 3.0 and 3.1 can be read"),
        );
        return None;
    }
    Some(())
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

/// Where a service is reached.
pub(crate) struct Server<'a> {
    pub(crate) url: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) variables: Vec<(&'a str, ServerVariable<'a>)>,
}

impl<'a> Read<'a> for Server<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server")?;
        let url = object.require("url");
        let description = object.get("description");
        let variables = object.map("variables");
        object.without_effect(&["name"]);
        object.finish();
        Some(Self { url: url?, description, variables })
    }
}

/// A part of a server's URL that can be chosen.
pub(crate) struct ServerVariable<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) default: &'a str,
    /// `enum`
    pub(crate) values: Vec<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) rust_name: Option<Text<'a>>,
}

impl<'a> Read<'a> for ServerVariable<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a server variable")?;
        let default = object.require("default");
        let values = object.list("enum");
        let description = object.get("description");
        let rust_name = object.get("x-rust-name");
        object.finish();
        Some(Self { node, default: default?, values, description, rust_name })
    }
}

/// What a document keeps for reference. It stays unread until it is asked for.
#[derive(Default)]
pub(crate) struct Components<'a> {
    pub(crate) schemas: Vec<(&'a str, Node<'a>)>,
    pub(crate) security_schemes: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Read<'a> for Components<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`components`")?;
        let components = Self {
            schemas: object.map("schemas"),
            security_schemes: object.map("securitySchemes"),
        };
        // Read for what is wrong with them; what is used is read again where it is used.
        object.map::<RefOr<'a, super::Parameter<'a>>>("parameters");
        object.map::<RefOr<'a, super::Response<'a>>>("responses");
        object.map::<RefOr<'a, super::RequestBody<'a>>>("requestBodies");
        object.map::<RefOr<'a, SecurityScheme<'a>>>("securitySchemes");
        object.map::<RefOr<'a, super::Header<'a>>>("headers");
        object.map::<RefOr<'a, Callback<'a>>>("callbacks");
        object.map::<PathItem<'a>>("pathItems");
        object.without_effect(&["examples", "links"]);
        object.finish();
        Some(components)
    }
}

/// Error codes of one status: code and meaning.
pub(crate) struct ErrorCodes<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) codes: Vec<(&'a str, Text<'a>)>,
}

impl<'a> Read<'a> for ErrorCodes<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(node, "error codes are an object from code to meaning");
        }
        let codes = node
            .entries()
            .filter_map(|(code, meaning)| Some((code, Text::read(reader, meaning)?)))
            .collect();
        Some(Self { node, codes })
    }
}

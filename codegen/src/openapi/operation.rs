//! Path items, operations, bodies and responses.

use super::callback::Callback;
use super::content::Content;
use super::document::Server;
use super::header::Header;
use super::parameter::Parameter;
use super::reader::{Read, Reader, Text};
use super::reference::{RefOr, Reference};
use super::security::{self, SecurityRequirement};
use crate::diagnostic::{Code, Diagnostic};
use crate::http::Method;
use crate::source::Node;

/// What can be done at a path.
pub(crate) struct PathItem<'a> {
    pub(crate) parameters: Vec<RefOr<'a, Parameter<'a>>>,
    pub(crate) operations: Vec<(Method, Operation<'a>)>,
    pub(crate) servers: Vec<Server<'a>>,
}

impl<'a> Read<'a> for PathItem<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        const METHODS: &[(&str, Method)] = &[
            ("get", Method::Get),
            ("put", Method::Put),
            ("post", Method::Post),
            ("delete", Method::Delete),
            ("options", Method::Options),
            ("head", Method::Head),
            ("patch", Method::Patch),
            ("trace", Method::Trace),
        ];
        let mut object = reader.object(node, "a path item")?;
        let parameters = object.list("parameters");
        let operations =
            METHODS.iter().filter_map(|(key, method)| Some((*method, object.get(key)?))).collect();
        let servers = object.list("servers");
        object.without_effect(&["summary", "description", "$ref"]);
        object.finish();
        let own = Self { parameters, operations, servers };
        match node.get("$ref") {
            Some(reference) => Some(own.beside(Self::referenced(reader, reference)?)),
            None => Some(own),
        }
    }
}

impl<'a> PathItem<'a> {
    /// The path item that a `$ref` leads to. Where it leads to no document, nobody knows which
    /// operations are lost.
    fn referenced(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let reference = Reference::read(reader, node)?;
        if reader.is_missing(reference) {
            let message = "the operations of this path are in a document that was not given";
            reader.refuse(
                Diagnostic::error(Code::MissingDocument, message).at(node.place(), "lost with it"),
            );
            return None;
        }
        let target = reader.follow(reference)?;
        Self::read(reader, target)
    }

    /// What stands beside a reference, and what it leads to where that says more.
    fn beside(mut self, mut target: Self) -> Self {
        target
            .operations
            .retain(|(method, _)| self.operations.iter().all(|(own, _)| own != method));
        self.operations.append(&mut target.operations);
        // Of two parameters of one name, the later one counts.
        target.parameters.append(&mut self.parameters);
        let servers = if self.servers.is_empty() { target.servers } else { self.servers };
        Self { parameters: target.parameters, operations: self.operations, servers }
    }
}

/// An operation.
pub(crate) struct Operation<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) id: Option<Text<'a>>,
    pub(crate) tags: Vec<&'a str>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) page: Option<&'a str>,
    pub(crate) parameters: Vec<RefOr<'a, Parameter<'a>>>,
    pub(crate) body: Option<RefOr<'a, RequestBody<'a>>>,
    pub(crate) responses: Vec<(&'a str, RefOr<'a, Response<'a>>)>,
    pub(crate) servers: Vec<Server<'a>>,
    /// Requests that the service sends later, by name.
    pub(crate) callbacks: Vec<(&'a str, RefOr<'a, Callback<'a>>)>,
    pub(crate) security: Option<Vec<SecurityRequirement<'a>>>,
    pub(crate) deprecated: bool,
    pub(crate) pagination: Option<XPagination<'a>>,
    /// `x-idempotent`: whether a repeated request does what one does, whatever its method says.
    pub(crate) idempotent: Option<bool>,
    pub(crate) rust_name: Option<Text<'a>>,
}

impl<'a> Read<'a> for Operation<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an operation")?;
        let operation = Self {
            node,
            id: object.get("operationId"),
            tags: object.list("tags"),
            summary: object.get("summary"),
            description: object.get("description"),
            page: object.get::<ExternalDocs<'a>>("externalDocs").and_then(|docs| docs.url),
            parameters: object.list("parameters"),
            body: object.get("requestBody"),
            responses: object.map("responses"),
            servers: object.list("servers"),
            callbacks: object.map("callbacks"),
            security: security::requirements(&mut object),
            deprecated: object.get("deprecated").unwrap_or(false),
            pagination: object.get("x-pagination"),
            idempotent: object.get("x-idempotent"),
            rust_name: object.get("x-rust-name"),
        };
        object.finish();
        Some(operation)
    }
}

/// Where more can be read.
pub(crate) struct ExternalDocs<'a> {
    pub(crate) url: Option<&'a str>,
}

impl<'a> Read<'a> for ExternalDocs<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`externalDocs`")?;
        let url = object.require("url");
        object.without_effect(&["description"]);
        object.finish();
        Some(Self { url })
    }
}

/// The body of a request.
#[derive(Clone)]
pub(crate) struct RequestBody<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) description: Option<&'a str>,
    pub(crate) required: bool,
    pub(crate) content: Vec<(&'a str, Content<'a>)>,
}

impl<'a> Read<'a> for RequestBody<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a request body")?;
        let body = Self {
            node,
            description: object.get("description"),
            required: object.get("required").unwrap_or(false),
            content: object.map("content"),
        };
        object.finish();
        Some(body)
    }

    fn describe(&mut self, description: &'a str) {
        self.description = Some(description);
    }
}

/// A response.
#[derive(Clone)]
pub(crate) struct Response<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) description: Option<&'a str>,
    pub(crate) content: Vec<(&'a str, Content<'a>)>,
    pub(crate) headers: Vec<(&'a str, RefOr<'a, Header<'a>>)>,
    /// `x-error-codes`: code and meaning.
    pub(crate) error_codes: Vec<(&'a str, Text<'a>)>,
}

impl<'a> Read<'a> for Response<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a response")?;
        let response = Self {
            node,
            description: object.get("description"),
            content: object.map("content"),
            headers: object.map("headers"),
            error_codes: object.map("x-error-codes"),
        };
        object.left_out("links");
        object.finish();
        Some(response)
    }

    fn describe(&mut self, description: &'a str) {
        self.description = Some(description);
    }
}

/// `x-pagination`: how the pages of a response follow each other.
pub(crate) struct XPagination<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) kind: XPaginationKind<'a>,
    /// The property of the response with the items.
    pub(crate) items: Text<'a>,
}

/// What leads from one page to the next. All names are of properties of the response, but for the
/// first of each kind, which is a query parameter or a member of the body.
pub(crate) enum XPaginationKind<'a> {
    /// Each page names the next.
    Cursor {
        /// Takes the cursor.
        cursor: Text<'a>,
        /// The next cursor.
        next: Text<'a>,
        /// Whether there is more.
        more: Option<Text<'a>>,
    },
    /// Pages are numbered from 1.
    Page {
        /// Takes the number; the response repeats it under the same name.
        page: Text<'a>,
        /// How many items a page has at the most; the response repeats it under the same name.
        size: Text<'a>,
        /// How many items there are on all pages.
        total: Text<'a>,
    },
}

impl<'a> Read<'a> for XPagination<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`x-pagination`")?;
        let items = object.require("items");
        let kind = if node.get("page").is_some() {
            let (page, size) = (object.require("page"), object.require("size"));
            let total = object.require("total");
            page.zip(size).zip(total).map(|((page, size), total)| XPaginationKind::Page {
                page,
                size,
                total,
            })
        } else {
            let (cursor, next) = (object.require("cursor"), object.require("next"));
            let more = object.get("more");
            cursor.zip(next).map(|(cursor, next)| XPaginationKind::Cursor { cursor, next, more })
        };
        object.finish();
        Some(Self { node, kind: kind?, items: items? })
    }
}

/// The statuses that a key of `responses` stands for, those that name them most closely first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Status {
    /// One: `404`.
    Code(u16),
    /// A hundred of them: `4XX` is `Range(4)`.
    Range(u8),
    /// All that are not named.
    Default,
}

impl Status {
    /// Reads a key of `responses` that stands at `node`.
    pub(crate) fn read<'a>(reader: &mut Reader<'a, '_>, key: &str, node: Node<'a>) -> Option<Self> {
        let status = Self::parse(key);
        if status.is_none() {
            reader.report(
                Diagnostic::error(Code::InvalidValue, format!("`{key}` is no HTTP status"))
                    .at(node.key_place(), "names no status")
                    .help("write a status like `404`, a range like `4XX`, or `default`"),
            );
        }
        status
    }

    /// The statuses that `key` stands for, if it is a key of `responses`.
    pub(crate) fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let class = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"));
        if let Some(class) = class {
            return class.parse().ok().filter(|class| (1..=5).contains(class)).map(Self::Range);
        }
        key.parse().ok().filter(|code| (100..=599).contains(code)).map(Self::Code)
    }

    /// Whether a response with this status is what the caller hoped for.
    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }
}

impl std::fmt::Display for Status {
    /// The status as people write it; nothing for `default`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(class) => write!(f, "{class}XX"),
            Self::Default => Ok(()),
        }
    }
}

//! Parameter objects.

use super::content::Content;
use super::extensions;
use super::id::SchemaId;
use super::media_types;
use super::reader::{Read, Reader};
use super::text::{Text, is_bool, is_text};
use crate::diagnostic::{Code, Diagnostic};
use crate::http;
use crate::source::Node;

/// A parameter of an operation.
pub(crate) struct Parameter<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: &'a str,
    pub(crate) location: In,
    pub(crate) required: bool,
    pub(crate) description: Option<&'a str>,
    pub(crate) deprecated: bool,
    pub(crate) schema: Option<SchemaId>,
    /// The media types of a value that is written as a document: there is one at the most.
    pub(crate) content: Vec<(&'a str, Content<'a>)>,
    pub(crate) style: Option<Text<'a>>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: bool,
    pub(crate) example: Option<Node<'a>>,
    /// `x-idempotency-token`: repeated requests with the same value count once.
    pub(crate) idempotency_token: bool,
    pub(crate) rust_name: Option<Text<'a>>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum In {
    Path,
    Query,
    /// It is the whole query (OpenAPI 3.2).
    Querystring,
    Header,
    Cookie,
}

impl<'a> Read<'a> for Parameter<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a parameter")?;
        let name = object.require("name");
        let location = object.require("in");
        let required = object.get("required").unwrap_or(false);
        let parameter = Self {
            node,
            name: name.unwrap_or_default(),
            location: location.unwrap_or(In::Query),
            required,
            description: object.get("description"),
            deprecated: object.get("deprecated").unwrap_or(false),
            schema: object.get("schema"),
            content: media_types::read(&mut object),
            style: object.get("style"),
            explode: object.get("explode"),
            allow_reserved: object.get("allowReserved").unwrap_or(false),
            example: object.example(),
            idempotency_token: object
                .extension(extensions::IDEMPOTENCY_TOKEN, is_bool)
                .unwrap_or(false),
            rust_name: object.extension(extensions::RUST_NAME, is_text),
        };
        object.without_effect(&["allowEmptyValue"]);
        object.finish();
        let is_whole = name.is_some() && location.is_some();
        (is_whole && parameter.is_legal(reader))
            .then(|| parameter.with_what_its_version_has(reader))
    }
}

impl<'a> Parameter<'a> {
    /// Whether it can be sent; why it cannot is reported.
    fn is_legal(&self, reader: &Reader<'a, '_>) -> bool {
        if self.location == In::Querystring && self.content.is_empty() {
            let node = self.node.get("in").unwrap_or(self.node);
            reader.report(
                Diagnostic::new(Code::InvalidValue, "a whole query has a media type")
                    .at(node.key_place(), "has no `content` beside it")
                    .help("write `content: {application/x-www-form-urlencoded: {schema: ...}}`"),
            );
            return false;
        }
        self.has_legal_name(reader)
    }

    /// The parameter without what its version of OpenAPI gives no meaning to.
    fn with_what_its_version_has(mut self, reader: &Reader<'a, '_>) -> Self {
        if let Some(style) = self.style.filter(|style| style.text == "cookie") {
            reader.report_new_value("cookie", style.node);
        }
        let node = self.node.get("allowReserved").filter(|_| self.allow_reserved);
        let is_elsewhere = matches!(self.location, In::Path | In::Cookie);
        if let Some(node) = node.filter(|node| is_elsewhere && reader.is_before_3_2(*node)) {
            let message = "`allowReserved` is for queries alone before OpenAPI 3.2";
            reader.report(
                Diagnostic::new(Code::UnknownKey, message)
                    .at(node.key_place(), "has no effect")
                    .help("write `openapi: 3.2.0` at the top, or remove the key"),
            );
            self.allow_reserved = false;
        }
        self
    }

    /// Whether HTTP has such a name for a header or a cookie; that it has not is reported.
    pub(super) fn has_legal_name(&self, reader: &Reader<'a, '_>) -> bool {
        let is_named_freely = matches!(self.location, In::Path | In::Query | In::Querystring);
        let is_legal = is_named_freely || http::is_token(self.name);
        if !is_legal {
            let message = format!("`{}` cannot be the name of a header or a cookie", self.name);
            let node = self.node.get("name").unwrap_or(self.node);
            reader.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(node.place(), "HTTP does not allow it")
                    .help("write letters, digits and hyphens"),
            );
        }
        is_legal
    }
}

impl<'a> Read<'a> for In {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match <&str>::read(reader, node)? {
            "path" => Some(Self::Path),
            "query" => Some(Self::Query),
            "querystring" => {
                reader.report_new_value("querystring", node);
                Some(Self::Querystring)
            }
            "header" => Some(Self::Header),
            "cookie" => Some(Self::Cookie),
            other => {
                reader.report(
                    Diagnostic::new(
                        Code::InvalidValue,
                        format!("a parameter cannot be in `{other}`"),
                    )
                    .at(node.place(), "not a place for a parameter")
                    .help("write `path`, `query`, `querystring`, `header` or `cookie`")
                    .meant(
                        node.place(),
                        other,
                        ["path", "query", "querystring", "header", "cookie"],
                    ),
                );
                None
            }
        }
    }
}

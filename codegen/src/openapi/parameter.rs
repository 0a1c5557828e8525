//! Parameter objects.

use super::content::Content;
use super::reader::{Read, Reader, Text};
use super::schema::Schema;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A parameter of an operation.
#[derive(Clone)]
pub(crate) struct Parameter<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) name: &'a str,
    pub(crate) location: In,
    pub(crate) required: bool,
    pub(crate) description: Option<&'a str>,
    pub(crate) deprecated: bool,
    pub(crate) schema: Option<Schema<'a>>,
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

impl<'a> Parameter<'a> {
    /// A path parameter that stands in the path at `node` and is declared nowhere.
    pub(crate) fn undeclared(node: Node<'a>, name: &'a str) -> Self {
        Self {
            node,
            name,
            location: In::Path,
            required: true,
            description: None,
            deprecated: false,
            schema: None,
            content: Vec::new(),
            style: None,
            explode: None,
            allow_reserved: false,
            example: None,
            idempotency_token: false,
            rust_name: None,
        }
    }
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum In {
    Path,
    Query,
    Header,
    Cookie,
}

impl<'a> Read<'a> for Parameter<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a parameter")?;
        let name = object.require("name");
        let location = object.require("in");
        let required = object.get("required").unwrap_or(false);
        let mut parameter = Self {
            node,
            name: name.unwrap_or_default(),
            location: location.unwrap_or(In::Query),
            required,
            description: object.get("description"),
            deprecated: object.get("deprecated").unwrap_or(false),
            schema: object.get("schema"),
            content: object.map("content"),
            style: object.get("style"),
            explode: object.get("explode"),
            allow_reserved: object.get("allowReserved").unwrap_or(false),
            example: object.node("example"),
            idempotency_token: object.get("x-idempotency-token").unwrap_or(false),
            rust_name: object.get("x-rust-name"),
        };
        object.without_effect(&["examples", "allowEmptyValue"]);
        object.finish();
        if parameter.schema.is_none() {
            let content = parameter.content.first();
            parameter.schema = content.and_then(|(_, content)| content.schema.clone());
        }
        if parameter.example.is_none() {
            parameter.example = parameter.schema.as_ref().and_then(|schema| schema.example);
        }
        (name.is_some() && location.is_some()).then_some(parameter)
    }

    fn describe(&mut self, description: &'a str) {
        self.description = Some(description);
    }
}

impl<'a> Read<'a> for In {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match <&str>::read(reader, node)? {
            "path" => Some(Self::Path),
            "query" => Some(Self::Query),
            "header" => Some(Self::Header),
            "cookie" => Some(Self::Cookie),
            other => {
                reader.report(
                    Diagnostic::error(
                        Code::InvalidValue,
                        format!("a parameter cannot be in `{other}`"),
                    )
                    .at(node.place(), "not a place for a parameter")
                    .help("write `path`, `query`, `header` or `cookie`"),
                );
                None
            }
        }
    }
}

//! Request bodies: the members of an object become arguments and setters; a body that has a name
//! of its own is one argument.

use super::types::{Name, Types};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Ty;
use crate::source::Node;
use crate::spec::{Content, Reader, RefOr, RequestBody, Schema};

/// How the body of an operation is given.
pub(super) enum Body<'a> {
    /// There is none.
    None,
    /// By the members of a JSON object. It is sent even when no member is set, if `required`.
    Members { required: bool, schema: Box<Schema<'a>>, example: Option<Node<'a>> },
    /// As one value, called after its type where that has a name.
    Whole {
        required: bool,
        name: String,
        ty: Ty,
        description: Option<&'a str>,
        node: Node<'a>,
        example: Option<Node<'a>>,
    },
}

impl<'a> Body<'a> {
    /// Decides how the body is given; the type of a whole body is called `name`.
    pub(super) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        body: Option<&RefOr<'a, RequestBody<'a>>>,
        name: &Name,
    ) -> Self {
        let Some(body) = body.and_then(|body| body.resolve(reader)) else { return Self::None };
        let Some(content) = json(reader, &body.content, "a request body", body.node) else {
            return Self::None;
        };
        let Some(schema) = content.schema else { return Self::None };
        if schema.reference.is_none() && !schema.properties.is_empty() {
            return Self::Members {
                required: body.required,
                schema: Box::new(schema),
                example: content.example,
            };
        }
        Self::Whole {
            required: body.required,
            name: schema.reference.map_or_else(|| "body".to_owned(), |reference| reference.name()),
            ty: types.ty(reader, &schema, name),
            description: body
                .description
                .or(schema.description)
                .or_else(|| reader.follow(schema.reference?)?.get("description")?.as_str()),
            node: body.node,
            example: content.example,
        }
    }

    /// Members that must be sent and can have only one value: no choice, so no argument.
    pub(super) fn constants(&self) -> Vec<(String, serde_json::Value)> {
        let Self::Members { schema, .. } = self else { return Vec::new() };
        let required = schema.properties.iter().filter(|(wire, _)| schema.requires(wire));
        required
            .filter_map(|(wire, property)| {
                Some(((*wire).to_owned(), property.only_value()?.to_json()))
            })
            .collect()
    }

    /// The example of the whole body.
    pub(super) fn example(&self) -> Option<Node<'a>> {
        match self {
            Self::None => None,
            Self::Members { example, .. } | Self::Whole { example, .. } => *example,
        }
    }
}

/// The JSON among several media types. That there are only others is reported, with their names.
pub(super) fn json<'a>(
    reader: &mut Reader<'a, '_>,
    content: &[(&'a str, Content<'a>)],
    what: &str,
    node: Node<'a>,
) -> Option<Content<'a>> {
    let found = content.iter().find(|(media_type, _)| is_json(media_type));
    if found.is_none() && !content.is_empty() {
        let names: Vec<_> = content.iter().map(|(name, _)| format!("`{name}`")).collect();
        reader.report(
            Diagnostic::error(
                Code::Unsupported,
                format!("{what} of {} is not supported yet", names.join(", ")),
            )
            .at(node.get("content").unwrap_or(node).key_place(), "no JSON among these")
            .help("add `application/json`"),
        );
    }
    found.map(|(_, content)| content.clone())
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json") || essence == "*/*"
}

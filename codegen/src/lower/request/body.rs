//! Request bodies: the members of an object become arguments and setters; a body that has a name
//! of its own is one argument, and so are bytes and texts.

use crate::ir::Ty;
use crate::lower::types::compose;
use crate::lower::types::{Name, Types};
use crate::openapi::{Additional, Content, Reader, RefOr, RequestBody, Schema};
use crate::source::Node;

/// How the body of an operation is given.
pub(crate) enum Body<'a> {
    /// There is none.
    None,
    /// By the members of an object. It is sent even when no member is set, if `required`.
    Members {
        required: bool,
        format: BodyFormat,
        schema: Box<Schema<'a>>,
        /// The content types of parts, by the names of these.
        content_types: Vec<(&'a str, &'a str)>,
        /// The media type, where it is JSON by another name.
        json_type: Option<&'a str>,
        example: Option<Node<'a>>,
    },
    /// As one value, called after its type where that has a name.
    Whole {
        required: bool,
        format: BodyFormat,
        name: String,
        ty: Ty,
        /// The media type, where it is JSON by another name.
        json_type: Option<&'a str>,
        description: Option<&'a str>,
        node: Node<'a>,
        example: Option<Node<'a>>,
    },
    /// As bytes or text that we do not look into.
    Raw {
        required: bool,
        is_text: bool,
        media_type: &'a str,
        description: Option<&'a str>,
        node: Node<'a>,
    },
}

/// How the members of an object become a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum BodyFormat {
    Json,
    Form,
    Multipart,
}

/// What a media type is to a client.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Media {
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
    /// Server-sent events.
    Events,
    /// JSON values, one on a line.
    Lines,
}

impl Media {
    fn of(media_type: &str) -> Self {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/json" | "*/*" | "application/*" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "multipart/form-data" => Self::Multipart,
            "application/xml" | "application/yaml" | "application/graphql" => Self::Text,
            _ if essence.ends_with("+json") => Self::Json,
            _ if essence.ends_with("+xml") || essence.ends_with("+yaml") => Self::Text,
            "text/event-stream" => Self::Events,
            "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/json-seq"
            | "text/jsonl" => Self::Lines,
            _ if essence.ends_with("+json-seq") => Self::Lines,
            _ if essence.starts_with("text/") => Self::Text,
            _ => Self::Bytes,
        }
    }

    /// Whether values of this type come one by one, for as long as they like.
    pub(crate) fn is_stream(self) -> bool {
        matches!(self, Self::Events | Self::Lines)
    }
}

/// The media type among several that says most about the values: JSON, if it is there. Of two that
/// say as much, it is the shorter one, so that the order they stand in does not matter.
pub(crate) fn preferred<'a, 's>(
    content: &'s [(&'a str, Content<'a>)],
) -> Option<(Media, &'a str, &'s Content<'a>)> {
    all(content).min_by_key(|(media, name, _)| (*media, name.len(), *name))
}

/// Whether JSON is what there is.
pub(crate) fn is_json(content: &[(&str, Content<'_>)]) -> bool {
    preferred(content).is_some_and(|(media, _, _)| media == Media::Json)
}

/// What each media type is to a client.
pub(crate) fn all<'a, 's>(
    content: &'s [(&'a str, Content<'a>)],
) -> impl Iterator<Item = (Media, &'a str, &'s Content<'a>)> {
    content.iter().map(|(name, content)| (Media::of(name), *name, content))
}

/// Whether a media type is JSON, but not called so: `application/merge-patch+json`.
fn is_json_by_another_name(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    !matches!(essence, "application/json" | "*/*" | "application/*")
}

impl<'a> Body<'a> {
    /// Decides how the body is given; the type of a whole body is called `name`.
    pub(crate) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        body: Option<&RefOr<'a, RequestBody<'a>>>,
        name: &Name,
    ) -> Self {
        let Some(body) = body.and_then(|body| body.resolve(reader)) else { return Self::None };
        let Some((media, media_type, content)) = preferred(&body.content) else {
            return Self::None;
        };
        let format = match media {
            Media::Json => BodyFormat::Json,
            Media::Form => BodyFormat::Form,
            Media::Multipart => BodyFormat::Multipart,
            Media::Text | Media::Bytes | Media::Events | Media::Lines => {
                return Self::Raw {
                    required: body.required,
                    is_text: media == Media::Text,
                    media_type,
                    description: body.description,
                    node: body.node,
                };
            }
        };
        let json_type =
            (media == Media::Json && is_json_by_another_name(media_type)).then_some(media_type);
        let schema = content.schema.clone().unwrap_or_else(|| Schema::anything(body.node));
        let members = match format {
            BodyFormat::Json => {
                Some(schema.clone()).filter(|it| it.reference.is_none() && it.is_plain())
            }
            // There are no fields but those of an object, whatever it is called.
            BodyFormat::Form | BodyFormat::Multipart => {
                compose::resolve(reader, &schema, &mut Vec::new())
            }
        };
        let is_closed = |it: &Schema<'_>| matches!(it.additional, Some(Additional::Nothing));
        match members {
            // A form without fields: some descriptions have one wherever there is no body.
            Some(schema)
                if format != BodyFormat::Json
                    && schema.properties.is_empty()
                    && is_closed(&schema) =>
            {
                Self::None
            }
            Some(schema) if !schema.properties.is_empty() || is_closed(&schema) => Self::Members {
                required: body.required,
                format,
                schema: Box::new(schema),
                content_types: content.content_types(),
                json_type,
                example: content.example,
            },
            _ => Self::Whole {
                required: body.required,
                format,
                name: schema.reference.map_or_else(|| "body".to_owned(), |it| it.name()),
                ty: types.ty(reader, &schema, name),
                json_type,
                description: body.description.or_else(|| described(reader, &schema)),
                node: body.node,
                example: content.example,
            },
        }
    }

    /// Members that must be sent and can have only one value: no choice, so no argument.
    pub(crate) fn constants(&self) -> Vec<(String, serde_json::Value)> {
        let Self::Members { schema, format: BodyFormat::Json, .. } = self else {
            return Vec::new();
        };
        let required = schema.properties.iter().filter(|(wire, _)| schema.requires(wire));
        required
            .filter_map(|(wire, property)| {
                Some(((*wire).to_owned(), property.only_value()?.to_json()))
            })
            .collect()
    }

    /// The media type to send, where it is JSON by another name.
    pub(crate) fn json_type(&self) -> Option<&'a str> {
        match self {
            Self::Members { json_type, .. } | Self::Whole { json_type, .. } => *json_type,
            Self::None | Self::Raw { .. } => None,
        }
    }

    /// The example of the whole body.
    pub(crate) fn example(&self) -> Option<Node<'a>> {
        match self {
            Self::None | Self::Raw { .. } => None,
            Self::Members { example, .. } | Self::Whole { example, .. } => *example,
        }
    }

    /// Whether the body is JSON, or there is none.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Self::None => true,
            Self::Members { format, .. } | Self::Whole { format, .. } => {
                *format == BodyFormat::Json
            }
            Self::Raw { .. } => false,
        }
    }

    /// Whether an object has to be sent though no member of it may be set.
    pub(crate) fn sends_empty_object(&self) -> bool {
        matches!(self, Self::Members { required: true, format: BodyFormat::Json, .. })
    }
}

/// What a schema says that it is, or what it refers to.
fn described<'a>(reader: &mut Reader<'a, '_>, schema: &Schema<'a>) -> Option<&'a str> {
    schema.description.or_else(|| reader.follow(schema.reference?)?.get("description")?.as_str())
}

//! Media types: what each of them is to a client, and which of several is taken.

use crate::lower::types::Schemas;
use crate::openapi::{Content, SchemaId, Type};

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
    /// Parts without names, in order.
    Parts,
}

impl Media {
    fn of<'a>(schemas: &Schemas<'_, 'a>, media_type: &str, content: &Content<'a>) -> Self {
        let essence = essence(media_type);
        match essence.as_str() {
            "*/*" | "application/*" => Self::of_anything(schemas, content),
            // How Kubernetes calls the answer to a watch.
            "application/json" if has_parameter(media_type, "stream") => Self::Lines,
            "application/json" | "text/json" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "multipart/form-data" => Self::Multipart,
            _ if essence.starts_with("multipart/") && is_in_order(content) => Self::Parts,
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

    /// What a body is whose media type may be any: what its schema says.
    fn of_anything<'a>(schemas: &Schemas<'_, 'a>, content: &Content<'a>) -> Self {
        let Some(schema) = content.schema.map(|schema| schemas.whole(schema)) else {
            return Self::Bytes;
        };
        let is_plain = schema.types.single() == Some(Type::String)
            && schema.values.is_empty()
            && schema.constant.is_none();
        match schema.format {
            // Frameworks say `byte` of an array of bytes, and send it as it is.
            Some("binary" | "byte") => Self::Bytes,
            _ if is_plain && schema.rare().content_media_type.is_some() => Self::Bytes,
            None if is_plain => Self::Text,
            // A date or an identifier is a value that was written as JSON.
            _ => Self::Json,
        }
    }

    /// Whether values of this type come one by one, for as long as they like.
    pub(crate) fn is_stream(self) -> bool {
        matches!(self, Self::Events | Self::Lines | Self::Parts)
    }
}

/// Whether a body is described by what each of its values is, or by how each is written in its place.
fn is_in_order(content: &Content<'_>) -> bool {
    content.item.is_some() || content.item_encoding.is_some() || !content.prefix_encoding.is_empty()
}

/// The schema of each of the values of a body that has several, one after the other.
pub(crate) fn item<'a>(schemas: &Schemas<'_, 'a>, content: &Content<'a>) -> Option<SchemaId> {
    let whole = content.schema.map(|schema| schemas.whole(schema));
    let items = whole.filter(|it| it.types.single().is_none_or(|ty| ty == Type::Array));
    content.item.or(items.and_then(|it| it.items))
}

/// The media type among several that says most about the values: JSON, if it is there. Of two that
/// say as much, it is the first one, as the server most likely prefers it too.
pub(crate) fn preferred<'a, 's>(
    schemas: &Schemas<'_, 'a>,
    content: &'s [(&'a str, Content<'a>)],
) -> Option<(Media, &'a str, &'s Content<'a>)> {
    all(schemas, content).min_by_key(|(media, _, content)| (*media, content.schema.is_none()))
}

/// Whether JSON is what there is.
pub(crate) fn is_json<'a>(schemas: &Schemas<'_, 'a>, content: &[(&'a str, Content<'a>)]) -> bool {
    preferred(schemas, content).is_some_and(|(media, _, _)| media == Media::Json)
}

/// What each media type is to a client.
pub(crate) fn all<'a, 's>(
    schemas: &Schemas<'_, 'a>,
    content: &'s [(&'a str, Content<'a>)],
) -> impl Iterator<Item = (Media, &'a str, &'s Content<'a>)> {
    content.iter().map(|(name, content)| (Media::of(schemas, name, content), name.trim(), content))
}

/// The media types whose values are read or written as those of the preferred one are, in the order
/// of the description. JSON of another schema has other values.
pub(crate) fn alike<'a>(
    schemas: &Schemas<'_, 'a>,
    content: &[(&'a str, Content<'a>)],
) -> Vec<&'a str> {
    let Some((media, _, chosen)) = preferred(schemas, content) else { return Vec::new() };
    let is_alike = |other: &Content<'a>| {
        matches!(media, Media::Text | Media::Bytes) || has_schema_of(schemas, chosen, other)
    };
    all(schemas, content)
        .filter(|(other, _, content)| *other == media && is_alike(content))
        .map(|(_, name, _)| name)
        .collect()
}

/// Whether two contents have one schema, or the same words as a schema.
pub(crate) fn has_schema_of<'a>(
    schemas: &Schemas<'_, 'a>,
    one: &Content<'a>,
    other: &Content<'a>,
) -> bool {
    match (one.schema, other.schema) {
        (Some(one), Some(other)) => is_same_schema(schemas, one, other),
        (one, other) => one == other,
    }
}

/// Whether two schemas are one, or say the same in one document.
pub(crate) fn is_same_schema(schemas: &Schemas<'_, '_>, one: SchemaId, other: SchemaId) -> bool {
    let (one, other) = (schemas.get(one).node, schemas.get(other).node);
    one.document() == other.document() && one.value() == other.value()
}

/// Whether a media type is nothing but JSON: `application/json` itself, or a range that it is in.
pub(crate) fn is_plain_json(media_type: &str) -> bool {
    const PLAIN: &[&str] = &["application/json", "*/*", "application/*", "application/*+json"];
    let mut parameters = media_type.split(';').skip(1).map(|text| text.trim().to_ascii_lowercase());
    PLAIN.contains(&essence(media_type).as_str())
        && parameters.all(|text| text.is_empty() || text.starts_with("charset="))
}

/// Whether a content type is JSON by its name.
pub(crate) fn is_called_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Whether a content type is text by its name.
pub(crate) fn is_called_text(content_type: &str) -> bool {
    let essence = essence(content_type);
    ["xml", "yaml"].iter().any(|end| essence.ends_with(end)) || essence.starts_with("text/")
}

/// Whether a media type has the parameter `name`.
fn has_parameter(media_type: &str, name: &str) -> bool {
    let parameters = media_type.split(';').skip(1);
    let mut names = parameters.map(|text| text.split('=').next().unwrap_or_default().trim());
    names.any(|it| it.eq_ignore_ascii_case(name))
}

/// The type without its parameters, in lower case.
pub(crate) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

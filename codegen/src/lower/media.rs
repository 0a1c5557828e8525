//! Media types: what each of them is to a client, and which of several is taken.

use crate::openapi::Content;

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
        let essence = essence(media_type).to_ascii_lowercase();
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
pub(crate) fn is_json_by_another_name(media_type: &str) -> bool {
    !matches!(essence(media_type), "application/json" | "*/*" | "application/*")
}

fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

//! The media type of a request body: which of several is sent, and what a caller may choose.

use crate::lower::media::{self, Media};
use crate::lower::types::Schemas;
use crate::markdown::code;
use crate::openapi::{Content, RequestBody, Resolved, Type};
use crate::source::Node;

/// What is sent in place of `*/*`.
const ANY_BYTES: &str = "application/octet-stream";

/// The media type of a request body.
pub(crate) struct BodyType<'s, 'a> {
    pub(crate) media: Media,
    /// What is sent unless the caller says otherwise, never a range of types.
    pub(crate) media_type: &'a str,
    pub(crate) content: &'s Content<'a>,
    pub(crate) choice: Option<Choice<'a>>,
}

/// What a caller says of the media type of a body.
pub(crate) struct Choice<'a> {
    /// The body.
    pub(crate) node: Node<'a>,
    /// Whether the caller has to say it: no type could be sent without.
    pub(crate) is_required: bool,
    /// What there is to choose from.
    pub(crate) docs: String,
    /// One of them, where the caller has to choose.
    pub(crate) sample: Option<String>,
}

/// How the members of an object become a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum BodyFormat {
    Json,
    Form,
    Multipart,
}

impl<'a> Choice<'a> {
    /// The caller says where parts begin and end that we do not look into.
    pub(super) fn of_boundary(body: &RequestBody<'a>, media_type: &str) -> Self {
        let (_, docs) = with_boundary(media_type);
        let sample = Some(sample(media_type));
        Self { node: body.node, is_required: body.required, docs, sample }
    }
}

impl<'s, 'a> BodyType<'s, 'a> {
    /// The media type among several that says most about the values, and the first of those.
    pub(crate) fn of(
        schemas: &Schemas<'_, 'a>,
        body: &Resolved<'s, 'a, RequestBody<'a>>,
    ) -> Option<Self> {
        let content = &body.object.content;
        let suits = |(media, media_type, content): &(Media, &str, &Content<'a>)| {
            *media != Media::Json || suits(schemas, media_type, content)
        };
        let key =
            |(media, _, content): &(Media, &str, &Content<'a>)| (*media, content.schema.is_none());
        let first = media::preferred(schemas, content)?;
        let suiting = media::all(schemas, content).filter(suits).min_by_key(key);
        let (media, media_type, chosen) =
            suiting.filter(|(media, ..)| *media == first.0).unwrap_or(first);
        let (default, choice) = match is_range(media_type) {
            true => of_range(media, media_type),
            false if matches!(media, Media::Form | Media::Multipart) => (media_type, None),
            false => {
                let all = media::all(schemas, content);
                let others = all.filter(|it| suits(it) && is_alike(schemas, (media, chosen), it));
                (media_type, of_several(media_type, others.map(|(_, name, _)| name)))
            }
        };
        let choice = choice.map(|(is_needed, docs)| Choice {
            node: body.node,
            is_required: is_needed && body.required,
            docs,
            sample: is_needed.then(|| sample(media_type)),
        });
        Some(Self { media, media_type: default, content: chosen, choice })
    }
}

/// Whether a text names several media types: `image/*`.
fn is_range(media_type: &str) -> bool {
    media::essence(media_type).contains('*')
}

/// Whether a value of this schema can be what a type of patches wants it to be: a list of operations
/// (RFC 6902), or an object with the members that change (RFC 7396).
fn suits<'a>(schemas: &Schemas<'_, 'a>, media_type: &str, content: &Content<'a>) -> bool {
    let Some(schema) = content.schema.map(|schema| schemas.whole(schema)) else { return true };
    let is_list = schema.types.single() == Some(Type::Array) || schema.items.is_some();
    let is_object = schema.types.single() == Some(Type::Object) || !schema.properties.is_empty();
    match media::essence(media_type).as_str() {
        "application/json-patch+json" if is_list => {
            let item = schema.items.map(|item| schemas.whole(item));
            item.is_none_or(|item| {
                let properties = &item.properties;
                let is_scalar = item.types.single().is_some_and(|ty| ty != Type::Object);
                !is_scalar && (properties.is_empty() || properties.iter().any(|it| it.0 == "op"))
            })
        }
        "application/json-patch+json" => !is_object,
        "application/merge-patch+json" | "application/strategic-merge-patch+json" => !is_list,
        _ => true,
    }
}

/// Whether what is written for the chosen type can go under another one as well. JSON is YAML too.
fn is_alike<'a>(
    schemas: &Schemas<'_, 'a>,
    (media, chosen): (Media, &Content<'a>),
    (other, name, content): &(Media, &'a str, &Content<'a>),
) -> bool {
    let is_yaml = || media::essence(name).ends_with("yaml");
    let is_written_so = *other == media || (media == Media::Json && is_yaml());
    let has_words = matches!(media, Media::Text | Media::Bytes);
    is_written_so
        && !is_range(name)
        && (has_words || media::has_schema_of(schemas, chosen, content))
}

/// What is sent for a range of media types, and what the caller says of it.
fn of_range(media: Media, range: &str) -> (&'static str, Option<(bool, String)>) {
    let default = match media {
        Media::Json => return ("application/json", None),
        Media::Text => "text/plain",
        _ => ANY_BYTES,
    };
    let is_any = matches!(media::essence(range).as_str(), "*/*" | "application/*");
    let choice = match is_any || media == Media::Text {
        true => (false, documented(default, &[range])),
        false => (true, format!("The media type of the body, one of `{}`.", code(range))),
    };
    (default, Some(choice))
}

/// What a caller can choose where there are several types; `default` is among them.
fn of_several<'a>(default: &'a str, all: impl Iterator<Item = &'a str>) -> Option<(bool, String)> {
    let is_same = |one: &str, other: &str| {
        one.eq_ignore_ascii_case(other) || (is_json_itself(one) && is_json_itself(other))
    };
    let mut others: Vec<&str> = Vec::new();
    for name in all {
        if !is_same(name, default) && !others.iter().any(|known| is_same(known, name)) {
            others.push(name);
        }
    }
    if media::essence(default).starts_with("multipart/") {
        return Some(with_boundary(default));
    }
    (!others.is_empty()).then(|| (false, documented(default, &others)))
}

/// What a caller has to say of the type of parts that we do not look into.
fn with_boundary(media_type: &str) -> (bool, String) {
    let media_type = code(media_type);
    (true, format!("The media type of the body: `{media_type}` with its `boundary`."))
}

/// Whether a type is JSON under one of its two names: a server that knows both reads both alike.
fn is_json_itself(media_type: &str) -> bool {
    media::is_plain_json(media_type) || media::essence(media_type) == "text/json"
}

fn documented(default: &str, others: &[&str]) -> String {
    let others: Vec<_> = others.iter().map(|name| format!("`{}`", code(name))).collect();
    format!("The media type of the body: `{}` by default, or {}.", code(default), others.join(", "))
}

/// A media type that a caller may give where the description leaves a part of it open.
fn sample(media_type: &str) -> String {
    match media::essence(media_type).split_once('/') {
        Some(("multipart", kind)) => format!("multipart/{kind}; boundary=example"),
        Some(("image", "*")) => "image/png".to_owned(),
        Some(("audio", "*")) => "audio/mpeg".to_owned(),
        Some(("video", "*")) => "video/mp4".to_owned(),
        Some(("font", "*")) => "font/woff2".to_owned(),
        _ => ANY_BYTES.to_owned(),
    }
}

//! Responses of Swagger 2.0: the operation says their media types.

use super::body::JSON;
use super::refer::ref_or;
use crate::openapi::aspect::Aspect;
use crate::openapi::content::Content;
use crate::openapi::error_codes::ErrorCodes;
use crate::openapi::extensions;
use crate::openapi::headers;
use crate::openapi::id::{ResponseId, SchemaId, kind};
use crate::openapi::object::ObjectReader;
use crate::openapi::reader::Reader;
use crate::openapi::ref_or::RefOr;
use crate::openapi::response::Response;
use crate::openapi::status::Status;
use crate::source::Node;

/// What stands for a file whose type nobody says.
const ANY: &str = "*/*";

/// The responses of an operation that answers in these media types.
pub(super) fn of_operation<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    produces: &[&'a str],
) -> Vec<(Status, ResponseId)> {
    let entries = object.entries("responses");
    let reader = object.reader_mut();
    let Some(aspect) = aspect(reader, produces) else { return Vec::new() };
    let response = |(key, node): (&str, Node<'a>)| {
        Some((Status::read(reader, key, node)?, reader.id_as(node, aspect)))
    };
    entries.into_iter().filter_map(response).collect()
}

/// As what responses in these media types are read.
pub(super) fn aspect<'a>(reader: &mut Reader<'a, '_>, produces: &[&'a str]) -> Option<Aspect> {
    Some(Aspect::In(reader.swagger.as_mut()?.share(produces.to_vec())))
}

/// Reads a response.
pub(super) fn response<'a>(
    reader: &mut Reader<'a, '_>,
    (node, aspect): (Node<'a>, Aspect),
) -> Option<RefOr<'a, Response<'a>, kind::Response>> {
    ref_or(reader, (node, aspect), |reader, node| {
        let media_types = reader.media_types(aspect);
        let mut object = reader.object(node, "a response")?;
        let response = Response {
            node,
            description: object.get("description"),
            content: content(&mut object, media_types),
            headers: headers::read(&mut object),
            error_codes: object
                .extension(extensions::ERROR_CODES, ErrorCodes::are_ours)
                .unwrap_or_default(),
        };
        object.of_openapi_3("content", "write `schema`, and the media types under `produces`");
        object.of_openapi_3("links", "leave it out: Swagger 2.0 has no links");
        object.finish();
        Some(response)
    })
}

/// The body of a response in each of its media types.
fn content<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    media_types: Vec<&'a str>,
) -> Vec<(&'a str, Content<'a>)> {
    let examples = object.node("examples");
    let Some(written) = object.node("schema") else { return Vec::new() };
    let Some(schema) = object.get::<SchemaId>("schema") else { return Vec::new() };
    let mut media_types = media_types;
    if is_file(written) {
        // A file is not JSON, even where all else that the service answers is.
        media_types.retain(|it| !is_json(it));
    }
    if media_types.is_empty() {
        media_types.push(if is_file(written) { ANY } else { JSON });
    }
    let content = |media_type| {
        let example = examples.and_then(|examples| examples.get(media_type));
        (media_type, Content { schema: Some(schema), example, ..Content::default() })
    };
    media_types.into_iter().map(content).collect()
}

/// Whether a schema stands for bytes.
fn is_file(schema: Node<'_>) -> bool {
    let says = |key, value| schema.get(key).and_then(Node::as_str) == Some(value);
    says("type", "file") || says("type", "string") && says("format", "binary")
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == JSON || essence.ends_with("+json")
}

//! Responses: what a success holds, and what else may come back.

pub(crate) mod error_bodies;
pub(crate) mod headers;
pub(crate) mod stream;

use crate::ir::{
    Docs, DocumentedError, ErrorBodies, ResponseBody, ResponseHeader, StatusResponse, Stream,
};
use crate::lower::described::Described;
use crate::lower::names::{self, Candidate};
use crate::lower::request::body::{self, Media};
use crate::lower::response::error_bodies::{Errors, Failure};
use crate::lower::types::{Name, Types};
use crate::name::Namespace;
use crate::openapi::{Reader, Response, Status};
use crate::source::Node;

/// What an operation answers.
pub(crate) struct Responses<'a> {
    pub(crate) response: ResponseBody,
    /// How it can be read while it comes instead.
    pub(crate) stream: Option<Stream>,
    pub(crate) headers: Vec<ResponseHeader>,
    pub(crate) errors: Vec<DocumentedError>,
    pub(crate) error_bodies: Option<ErrorBodies>,
    /// The status and the example of a success.
    pub(crate) example: Option<(u16, Option<Node<'a>>)>,
}

impl<'a> Responses<'a> {
    /// Reads the responses of an operation.
    pub(crate) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        found: &Described<'a, '_>,
        errors: &Errors<'_>,
    ) -> Self {
        let Described { operation, id, index, .. } = found;
        let (mut successes, mut failures, mut other) = (Vec::new(), Vec::new(), None);
        for (key, given) in &operation.responses {
            let node = operation.node.get("responses").and_then(|it| it.get(key));
            let Some(status) = Status::read(reader, key, node.unwrap_or(operation.node)) else {
                continue;
            };
            let Some(response) = given.resolve(reader) else { continue };
            match status {
                status if status.is_success() => successes.push((status, response)),
                Status::Default => other = Some((given, response)),
                status => failures.push(Failure::new(status, given, response)),
            }
        }
        match other {
            // Where no success is described, `default` is what comes back.
            Some((_, other)) if successes.is_empty() && other.error_codes.is_empty() => {
                successes.push((Status::Default, other));
            }
            Some((given, other)) => failures.push(Failure::new(Status::Default, given, other)),
            None => {}
        }
        // The first one of a type gives its name, so the order must not depend on the text.
        successes.sort_by_key(|(status, _)| *status);
        failures.sort_by_key(Failure::status);
        let example = example(&successes);
        let name = |role: &str| Name::of_operation(*index, id, role);
        let headers = headers::lower(reader, &successes);
        let stream = stream::lower(reader, types, &successes, name);
        // What never ends is not to be read as a whole.
        successes.retain(|(_, response)| !stream::is_all_of(response));
        let whole = response(reader, types, operation.node, &successes, &name("Output"));
        let (response, stream) = match (whole, stream) {
            (ResponseBody::Empty, Some(stream)) => (ResponseBody::Stream(stream), None),
            (whole, stream) => (whole, stream),
        };
        let (errors, error_bodies) =
            error_bodies::lower(reader, types, operation.node, &failures, errors, &name("Error"));
        Self { response, stream, headers, errors, error_bodies, example }
    }
}

/// What an operation answers that may succeed in these ways.
fn response<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    node: Node<'a>,
    successes: &[(Status, Response<'a>)],
    name: &Name,
) -> ResponseBody {
    if let [(_, only)] = successes {
        return content(reader, types, only, &name.described(only.description));
    }
    let mut responses = Vec::new();
    for (status, response) in successes {
        let name = name.child(&status_name(*status)).described(response.description);
        responses.push((*status, response, content(reader, types, response, &name)));
    }
    let Some((_, _, first)) = responses.first() else { return ResponseBody::Empty };
    if responses.iter().all(|(_, _, response)| response == first) {
        return first.clone();
    }
    let candidates: Vec<_> = responses
        .iter()
        .map(|(status, response, _)| Candidate {
            wire: status_name(*status),
            rust: None,
            place: response.node.place(),
        })
        .collect();
    let idents = names::assign(reader, Namespace::Variant, &candidates);
    let variants = responses.into_iter().zip(idents).map(|((status, response, body), name)| {
        let statuses = match status {
            Status::Code(code) => (code, code),
            Status::Range(class) => (u16::from(class) * 100, u16::from(class) * 100 + 99),
            Status::Default => (200, 299),
        };
        let docs = Docs(response.description.unwrap_or_default().to_owned());
        StatusResponse { name, statuses, body, docs }
    });
    let purpose = name.described(Some("What the service answers, by status."));
    ResponseBody::ByStatus(types.reserve_responses(node, &purpose, variants.collect()))
}

/// What one response holds.
fn content<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    response: &Response<'a>,
    name: &Name,
) -> ResponseBody {
    let Some((media, media_type, content)) = body::preferred(&response.content) else {
        return ResponseBody::Empty;
    };
    match media {
        Media::Json => match &content.schema {
            Some(schema) => ResponseBody::Json(types.ty(reader, schema, name)),
            None => ResponseBody::Json(types.untyped(name, "a response without a schema")),
        },
        Media::Text | Media::Form => ResponseBody::Text(media_type.to_owned()),
        Media::Bytes | Media::Multipart | Media::Events | Media::Lines => {
            ResponseBody::Bytes(media_type.to_owned())
        }
    }
}

/// The status and the example of a success that can be compared: JSON with an example, or nothing.
fn example<'a>(successes: &[(Status, Response<'a>)]) -> Option<(u16, Option<Node<'a>>)> {
    successes.iter().find_map(|(status, response)| {
        let status = if let Status::Code(code) = status { *code } else { 200 };
        match body::preferred(&response.content) {
            None => Some((status, None)),
            Some((Media::Json, _, content)) => Some((status, Some(content.example?))),
            Some(_) => None,
        }
    })
}

/// What a status is called.
fn status_name(status: Status) -> String {
    let name = match status {
        Status::Code(200) => "ok",
        Status::Code(201) => "created",
        Status::Code(202) => "accepted",
        Status::Code(203) => "non authoritative",
        Status::Code(204) => "no content",
        Status::Code(205) => "reset content",
        Status::Code(206) => "partial content",
        Status::Code(207) => "multi status",
        Status::Code(code) => return format!("status {code}"),
        Status::Range(_) => "success",
        Status::Default => "other",
    };
    name.to_owned()
}

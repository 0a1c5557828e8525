//! Answers: what a success holds, and what else may come back.

use super::body::{self, Media};
use super::failure::{self, Errors, Failure};
use super::headers;
use super::names::{self, Candidate};
use super::operation::Found;
use super::stream;
use super::types::{Name, Types};
use crate::ir::{Answer, Docs, DocumentedError, ErrorBodies, Header, StatusAnswer, Stream};
use crate::name::Namespace;
use crate::source::Node;
use crate::spec::{Reader, Response, Status};

/// What an operation answers.
pub(super) struct Answers<'a> {
    pub(super) answer: Answer,
    /// How it can be read while it comes instead.
    pub(super) stream: Option<Stream>,
    pub(super) headers: Vec<Header>,
    pub(super) errors: Vec<DocumentedError>,
    pub(super) error_bodies: Option<ErrorBodies>,
    /// The status and the example of a success.
    pub(super) example: Option<(u16, Option<Node<'a>>)>,
}

impl<'a> Answers<'a> {
    /// Reads the responses of an operation.
    pub(super) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        found: &Found<'a, '_>,
        errors: &Errors<'_>,
    ) -> Self {
        let Found { operation, id, index, .. } = found;
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
        let whole = answer(reader, types, operation.node, &successes, &name("Output"));
        let (answer, stream) = match (whole, stream) {
            (Answer::Empty, Some(stream)) => (Answer::Stream(stream), None),
            (whole, stream) => (whole, stream),
        };
        let (errors, error_bodies) =
            failure::lower(reader, types, operation.node, &failures, errors, &name("Error"));
        Self { answer, stream, headers, errors, error_bodies, example }
    }
}

/// What an operation answers that may succeed in these ways.
fn answer<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    node: Node<'a>,
    successes: &[(Status, Response<'a>)],
    name: &Name,
) -> Answer {
    if let [(_, only)] = successes {
        return content(reader, types, only, &name.described(only.description));
    }
    let mut answers = Vec::new();
    for (status, response) in successes {
        let name = name.child(&status_name(*status)).described(response.description);
        answers.push((*status, response, content(reader, types, response, &name)));
    }
    let Some((_, _, first)) = answers.first() else { return Answer::Empty };
    if answers.iter().all(|(_, _, answer)| answer == first) {
        return first.clone();
    }
    let candidates: Vec<_> = answers
        .iter()
        .map(|(status, response, _)| Candidate {
            wire: status_name(*status),
            rust: None,
            place: response.node.place(),
        })
        .collect();
    let idents = names::assign(reader, Namespace::Variant, &candidates);
    let variants = answers.into_iter().zip(idents).map(|((status, response, answer), name)| {
        let statuses = match status {
            Status::Code(code) => (code, code),
            Status::Range(class) => (u16::from(class) * 100, u16::from(class) * 100 + 99),
            Status::Default => (200, 299),
        };
        let docs = Docs(response.description.unwrap_or_default().to_owned());
        StatusAnswer { name, statuses, answer, docs }
    });
    let purpose = name.described(Some("What the service answers, by status."));
    Answer::ByStatus(types.reserve_answers(node, &purpose, variants.collect()))
}

/// What one response holds.
fn content<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    response: &Response<'a>,
    name: &Name,
) -> Answer {
    let Some((media, media_type, content)) = body::preferred(&response.content) else {
        return Answer::Empty;
    };
    match media {
        Media::Json => match &content.schema {
            Some(schema) => Answer::Json(types.ty(reader, schema, name)),
            None => Answer::Json(types.untyped(name, "an answer without a schema")),
        },
        Media::Text | Media::Form => Answer::Text(media_type.to_owned()),
        Media::Bytes | Media::Multipart | Media::Events | Media::Lines => {
            Answer::Bytes(media_type.to_owned())
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

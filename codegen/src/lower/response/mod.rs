//! Responses: what a success holds, and what else may come back.

mod accept;
pub(crate) mod error_bodies;
mod example;
mod found;
pub(crate) mod headers;
mod statuses;
pub(crate) mod stream;

use crate::http::{self, Method};
use crate::ir::{
    Docs, DocumentedError, ErrorBodies, ResponseBody, ResponseHeader, StatusResponse, Stream,
};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::examples::Received;
use crate::lower::media::{self, Media};
use crate::lower::names::{self, Candidate};
use crate::lower::response::error_bodies::{Codes, Failure};
use crate::lower::response::found::{Found, shared_name};
use crate::lower::types::{TypeName, Types};
use crate::name::Namespace;
use crate::openapi::{OperationObject, Status};

/// What an operation answers.
pub(crate) struct Responses<'a> {
    pub(crate) response: ResponseBody,
    /// How it can be read while it comes instead.
    pub(crate) stream: Option<Stream>,
    /// The media types to ask for; `None`: what the runtime asks for, which is JSON.
    pub(crate) accept: Option<String>,
    /// Whether redirects are successes, and which of them are not.
    pub(crate) redirects: Option<Vec<u16>>,
    pub(crate) headers: Vec<ResponseHeader>,
    pub(crate) errors: Vec<DocumentedError>,
    pub(crate) error_bodies: Option<ErrorBodies>,
    /// A success as the example of one.
    pub(crate) example: Option<Received<'a>>,
}

impl<'a> Responses<'a> {
    /// Reads the responses of an operation.
    pub(crate) fn read(
        types: &mut Types<'_, 'a>,
        described: &Described<'_, 'a>,
        codes: &Codes,
    ) -> Self {
        let Described { operation, words, index, .. } = described;
        let cx = types.context();
        let Sorted { mut successes, mut failures, redirects } = Sorted::of(cx, operation);
        // The first one of a type gives its name, so the order must not depend on the text.
        successes.sort_by_key(|(status, _)| *status);
        failures.sort_by_key(Failure::status);
        let example = example::lower(types, &successes);
        let name = |role: &str| TypeName::of_operation(*index, words, role);
        let headers = headers::lower(types, &successes);
        let stream = stream::lower(types, &successes, name);
        let accept = accept::lower(types.schemas(), &successes);
        // What never ends is not to be read as a whole.
        successes.retain(|(_, response)| !stream::is_all_of(types.schemas(), response));
        let whole = success(types, described, &successes, &name("Output"));
        let (response, stream) = match (whole, stream) {
            (ResponseBody::Empty, Some(stream)) => (ResponseBody::Stream(stream), None),
            (whole, stream) => (whole, stream),
        };
        let accept = match &response {
            ResponseBody::Stream(stream) => Some(stream.media_type.clone()),
            _ => accept,
        };
        let (errors, error_bodies) =
            error_bodies::lower(types, operation.node, &failures, codes, &name("Error"));
        Self { response, stream, accept, redirects, headers, errors, error_bodies, example }
    }
}

/// The responses of an operation by what they mean to a caller.
struct Sorted<'s, 'a> {
    successes: Vec<(Status, Found<'s, 'a>)>,
    failures: Vec<Failure<'s, 'a>>,
    /// Whether redirects are successes, and which of them are not.
    redirects: Option<Vec<u16>>,
}

impl<'s, 'a> Sorted<'s, 'a> {
    fn of(cx: Context<'s, 'a>, operation: &OperationObject<'a>) -> Self {
        let (mut successes, mut failures, mut other) = (Vec::new(), Vec::new(), None);
        let mut redirects = Vec::new();
        for (status, given) in &operation.responses {
            let Some(response) = cx.objects.resolve(*given) else { continue };
            match *status {
                status if status.is_success() => successes.push((status, response)),
                status if status.is_redirect() => redirects.push((status, response)),
                Status::Default => other = Some(response),
                status => failures.push(Failure::new(status, response)),
            }
        }
        // Where nothing else is a success, a redirect is what the caller wants to know. Beside others
        // it is if it says where to; `304 Not Modified` does not.
        let (wanted, refused): (Vec<_>, Vec<_>) = redirects
            .into_iter()
            .partition(|(_, response)| successes.is_empty() || headers::has_location(response));
        let refused_codes = refused.iter().filter_map(|(status, _)| status.code());
        let redirects = (!wanted.is_empty()).then(|| refused_codes.collect());
        successes.extend(wanted);
        failures.extend(refused.into_iter().map(|(status, it)| Failure::new(status, it)));
        match other {
            // Where no success is described, `default` is what comes back.
            Some(other) if successes.is_empty() && other.error_codes.0.is_empty() => {
                successes.push((Status::Default, other));
            }
            Some(other) => failures.push(Failure::new(Status::Default, other)),
            None => {}
        }
        Self { successes, failures, redirects }
    }
}

/// What an operation answers that may succeed in these ways.
fn success<'a>(
    types: &mut Types<'_, 'a>,
    described: &Described<'_, 'a>,
    successes: &[(Status, Found<'_, 'a>)],
    name: &TypeName,
) -> ResponseBody {
    let mut read = |status: Status, response: &Found<'_, 'a>, name: &TypeName| {
        // HTTP has no body here, whatever the description says.
        let is_empty =
            *described.method == Method::Head || matches!(status, Status::Code(204 | 205));
        if is_empty { ResponseBody::Empty } else { content(types, response, name) }
    };
    if let [(status, only)] = successes {
        return read(*status, only, name);
    }
    let mut bodies = Vec::new();
    for (status, response) in successes {
        let name = name.child(&status_name(*status));
        bodies.push((*status, response, read(*status, response, &name)));
    }
    let Some((_, _, first)) = bodies.first() else { return ResponseBody::Empty };
    if bodies.iter().all(|(_, _, body)| body == first) {
        return first.clone();
    }
    let candidates: Vec<_> = bodies
        .iter()
        .map(|(status, response, _)| Candidate {
            wire: status_name(*status),
            rust: None,
            place: response.node.place(),
        })
        .collect();
    let idents = names::assign(types.context().findings, Namespace::Variant, &candidates);
    let keys: Vec<_> = bodies.iter().map(|(status, ..)| *status).collect();
    let has_body: Vec<_> = bodies.iter().map(|(.., body)| *body != ResponseBody::Empty).collect();
    let undescribed = statuses::undescribed(&keys, &has_body);
    let statuses = statuses::of_successes(&keys).into_iter().zip(undescribed);
    let named = idents.into_iter().zip(statuses);
    let variants = bodies.into_iter().zip(named).map(|((_, response, body), (name, statuses))| {
        let docs = Docs(response.description.unwrap_or_default().to_owned());
        let (statuses, undescribed) = statuses;
        StatusResponse { name, statuses, undescribed, body, docs }
    });
    let purpose = name.described(Some("The responses of the service, by status."));
    ResponseBody::ByStatus(types.responses(described.operation.node, purpose, variants.collect()))
}

/// What one response holds; a type that stands in the operation is called `name`.
fn content<'a>(
    types: &mut Types<'_, 'a>,
    response: &Found<'_, 'a>,
    name: &TypeName,
) -> ResponseBody {
    let Some((media, _, content)) = media::preferred(types.schemas(), &response.content) else {
        return ResponseBody::Empty;
    };
    let name = shared_name(response, "body").unwrap_or_else(|| name.clone());
    let name = name.described(response.description);
    match media {
        Media::Json => match content.schema {
            Some(schema) => ResponseBody::Json(types.whole_value(schema, &name)),
            None => ResponseBody::Json(types.untyped_value(&name, "a response without a schema")),
        },
        Media::Text | Media::Form => ResponseBody::Text,
        Media::Bytes | Media::Multipart | Media::Events | Media::Lines | Media::Parts => {
            ResponseBody::Bytes
        }
    }
}

/// What a status of a success is called.
fn status_name(status: Status) -> String {
    match status {
        Status::Code(code) => http::reason(code),
        Status::Range(3) => "redirect".to_owned(),
        Status::Range(_) => "success".to_owned(),
        Status::Default => "other".to_owned(),
    }
}

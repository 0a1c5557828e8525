// @generated: part of the runtime that the generator copies. Do not edit.

//! From a response that is not a success to an [`Error`].

use bytes::Bytes;
use http::header::LOCATION;
use serde_json::{Map, Value};

use super::charset;
use super::dialect::Dialect;
use super::error::{Error, ErrorKind};
use super::retry;

/// The error that `response` stands for.
///
/// The body is read leniently: members in any case, numbers for texts, an object around the error or
/// a list of several, and where there is no message, or the body is not JSON, the standard text of the
/// status. `repeatable` says whether the request may be sent twice.
pub(super) fn from_response(
    response: http::Response<Bytes>,
    dialect: &Dialect,
    repeatable: bool,
) -> Error {
    let text = charset::utf8(response.headers(), response.body()).unwrap_or_default();
    let body = serde_json::from_slice(&text).unwrap_or_default();
    let (mut code, mut message) = (find(&body, CODE), find(&body, MESSAGE));
    match message {
        Some(_) => code = code.or_else(|| error_text(&body)),
        None => message = error_text(&body),
    }
    let message = message.unwrap_or_else(|| default_message(&response));
    let request_id = super::response::header_text(response.headers(), dialect.request_id_header)
        .map(str::to_owned)
        .or_else(|| find(&body, REQUEST_ID));
    let transient = retry::is_transient(response.status()) || dialect.is_expired(code.as_deref());

    Error::new(ErrorKind::Service, message)
        .with_code(code)
        .with_request_id(request_id)
        .with_response(response)
        .retryable_if(transient && repeatable)
}

/// What services call the code, the message and the identifier of the request; the first that is
/// there counts. `type`, `detail` and `title` are those of RFC 9457.
const CODE: &[&str] = &["code", "error_code", "errorCode", "type"];
const MESSAGE: &[&str] = &["message", "error_description", "detail", "title", "msg"];
const REQUEST_ID: &[&str] = &["requestId", "request_id"];

/// The text of the first of `names` that is there: in the object `error`, at the top, or in the
/// first of several errors.
fn find(body: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let inside = member(body, "error").and_then(Value::as_object);
    let several = first_of_several(body).and_then(Value::as_object);
    let places = [inside, Some(body), several].into_iter().flatten();
    names.iter().find_map(|name| places.clone().find_map(|place| text(member(place, name)?)))
}

/// What stands first in a list of errors.
fn first_of_several(body: &Map<String, Value>) -> Option<&Value> {
    ["errors", "detail"].iter().find_map(|name| member(body, name)?.as_array()?.first())
}

/// An error that is a text and no object: a code where there is a message too, else the message.
fn error_text(body: &Map<String, Value>) -> Option<String> {
    member(body, "error").or_else(|| first_of_several(body)).and_then(text)
}

/// The member of this name, in any case.
fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// The text of a value that says something.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn default_message(response: &http::Response<Bytes>) -> String {
    let status = response.status();
    if status.is_redirection()
        && let Some(target) = super::response::header_text(response.headers(), LOCATION.as_str())
    {
        return format!(
            "redirected to {target}, which is not followed: the request is authorized for the \
             host it was sent to"
        );
    }
    status.canonical_reason().unwrap_or("unknown status").to_owned()
}

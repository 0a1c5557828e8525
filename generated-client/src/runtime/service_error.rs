//! From an answer that is no success to an [`Error`].

use bytes::Bytes;
use http::header::LOCATION;
use serde_json::{Map, Value};

use super::error::{Error, ErrorKind};
use super::retry;

/// The error that `answer` stands for.
///
/// The body is read leniently: members in any case, numbers for texts, and where there is no
/// message, or no JSON at all, the standard text of the status. `repeatable` says whether the
/// request may be sent twice.
pub(super) fn from_answer(
    answer: http::Response<Bytes>,
    request_id_header: &str,
    repeatable: bool,
) -> Error {
    let body = serde_json::from_slice(answer.body()).unwrap_or_default();
    let code = member(&body, "code");
    let message = member(&body, "message").unwrap_or_else(|| default_message(&answer));
    let request_id = super::response::header_text(answer.headers(), request_id_header)
        .map(str::to_owned)
        .or_else(|| member(&body, "requestId"));
    let transient = retry::is_transient(answer.status(), code.as_deref());

    Error::new(ErrorKind::Service, message)
        .with_code(code)
        .with_request_id(request_id)
        .with_answer(answer)
        .retryable_if(transient && repeatable)
}

/// The text of a member, if it is there and says something.
fn member(body: &Map<String, Value>, name: &str) -> Option<String> {
    let (_, value) = body.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn default_message(answer: &http::Response<Bytes>) -> String {
    let status = answer.status();
    if status.is_redirection()
        && let Some(target) = super::response::header_text(answer.headers(), LOCATION.as_str())
    {
        return format!(
            "redirected to {target}, which is not followed: the request is authorized for the \
             host it was sent to"
        );
    }
    status.canonical_reason().unwrap_or("unknown status").to_owned()
}

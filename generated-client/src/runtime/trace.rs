// @generated: part of the runtime that the generator copies. Do not edit.

//! Spans and events of `tracing`, named as OpenTelemetry's conventions for HTTP clients name them.
//!
//! A call is a span, and each attempt of it a span inside. They have no headers and no bodies, and of
//! the URL no value that may be a secret.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode};
use tracing::field::Empty;
use tracing::{Instrument, Span, info, info_span, warn};

use super::error::{Error, ErrorKind, Result};
use super::request::Draft;
use super::response::{Response, header_text};

/// The span of a call.
pub(super) struct CallSpan(Span);

pub(super) fn call_span(draft: &Draft) -> CallSpan {
    let operation = draft.call.operation.id;
    CallSpan(info_span!(
        "call",
        "otel.name" = operation,
        "otel.kind" = "internal",
        "otel.status_code" = Empty,
        "operation.id" = operation,
        "http.response.status_code" = Empty,
        "request.id" = Empty,
        "attempts" = Empty,
        "error.type" = Empty,
    ))
}

impl CallSpan {
    /// The outcome of a call that goes on inside the span.
    pub(super) async fn around<T>(&self, call: impl Future<Output = T>) -> T {
        call.instrument(self.0.clone()).await
    }

    /// Says how the call ended.
    pub(super) fn end_call(self, outcome: &Result<Response<Bytes>>) {
        match outcome {
            Ok(response) => {
                self.0.record("attempts", response.origin().attempts);
                succeed(&self.0, response.status(), response.request_id());
            }
            Err(error) => {
                self.0.record("attempts", error.attempts());
                fail(&self.0, error);
            }
        }
    }
}

/// The span of an attempt, which is that of an HTTP client.
pub(super) struct AttemptSpan(Span);

/// That of the attempt of this number; `failure` is that of the attempt before.
pub(super) fn attempt_span(draft: &Draft, number: u32, failure: Option<&Error>) -> AttemptSpan {
    let operation = draft.call.operation;
    let method = draft.method();
    let endpoint = draft.endpoint();
    let span = info_span!(
        "attempt",
        "otel.name" = span_name(method, operation.path).as_str(),
        "otel.kind" = "client",
        "otel.status_code" = Empty,
        "operation.id" = operation.id,
        "http.request.method" = method.as_str(),
        "http.request.resend_count" = Empty,
        "http.response.status_code" = Empty,
        "url.full" = draft.shown_url(|_| true),
        "url.template" = operation.path,
        "server.address" = endpoint.address(),
        "server.port" = endpoint.port(),
        "request.id" = Empty,
        "retry.reason" = Empty,
        "error.type" = Empty,
    );
    if number > 1 {
        span.record("http.request.resend_count", number - 1);
    }
    if let Some(failure) = failure {
        span.record("retry.reason", &*reason(failure));
    }
    AttemptSpan(span)
}

/// The method and what is the same for all requests of an operation.
fn span_name(method: &Method, path: &str) -> String {
    if path.is_empty() { method.to_string() } else { format!("{method} {path}") }
}

impl AttemptSpan {
    /// The output of an attempt that goes on inside the span.
    pub(super) async fn around<T>(&self, attempt: impl Future<Output = T>) -> T {
        attempt.instrument(self.0.clone()).await
    }

    /// Says how the attempt ended: `None` if the time for the call was over first.
    pub(super) fn end_attempt(
        self,
        draft: &Draft,
        outcome: Option<&Result<http::Response<Bytes>>>,
    ) {
        match outcome {
            Some(Ok(response)) => {
                let header = draft.call.core.inner().service.dialect.request_id_header;
                succeed(&self.0, response.status(), header_text(response.headers(), header));
            }
            Some(Err(error)) => fail(&self.0, error),
            None => {
                self.0.record("error.type", error_type(ErrorKind::Timeout));
                self.0.record("otel.status_code", "ERROR");
            }
        }
    }
}

fn succeed(span: &Span, status: StatusCode, request_id: Option<&str>) {
    span.record("http.response.status_code", status.as_u16());
    span.record("request.id", request_id);
}

fn fail(span: &Span, error: &Error) {
    span.record("http.response.status_code", error.status().map(|status| status.as_u16()));
    span.record("request.id", error.request_id());
    match error.status() {
        Some(status) => span.record("error.type", status.as_str()),
        None => span.record("error.type", error_type(error.kind())),
    };
    span.record("otel.status_code", "ERROR");
}

/// Says that an attempt failed and that another follows.
pub(super) fn retry(attempts: u32, pause: Duration, failure: &Error) {
    info!(
        "http.request.resend_count" = attempts,
        "retry.reason" = reason(failure),
        "retry.pause_ms" = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX),
        "the request is repeated"
    );
}

/// Says that the clock of the server is ahead by this, or behind if it is negative.
pub(super) fn clock_correction(seconds: i64) {
    warn!("clock.offset_s" = seconds, "the client's clock is corrected by the server's");
}

/// Why a request is repeated: the code of the service, the status or the kind of failure.
fn reason(failure: &Error) -> String {
    match (failure.raw_code(), failure.status()) {
        (Some(code), _) => code.chars().filter(|it| !it.is_control()).take(64).collect(),
        (None, Some(status)) => status.as_str().to_owned(),
        (None, None) => error_type(failure.kind()).to_owned(),
    }
}

fn error_type(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Configuration => "configuration",
        ErrorKind::InvalidRequest => "invalid_request",
        ErrorKind::Authorization => "authorization",
        ErrorKind::Connect => "connect",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Transport => "transport",
        ErrorKind::Service => "service",
        ErrorKind::Decode => "decode",
        ErrorKind::ResponseTooLarge => "response_too_large",
        ErrorKind::UnwantedState => "unwanted_state",
    }
}

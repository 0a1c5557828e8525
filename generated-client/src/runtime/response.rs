// @generated: part of the runtime that the generator copies. Do not edit.

//! A successful response.

use std::fmt;
use std::pin::Pin;
use std::str::FromStr;
use std::task::{Context, Poll};

use http::{HeaderMap, StatusCode};

use super::error::Result;
use super::transport::BoxFuture;

/// What a call returned: its body, and how it came.
///
/// It is not the body, so that a member `status` of the body and the HTTP status are never mixed up:
/// `response.body().status` and `response.status()`.
#[derive(Clone, Debug)]
pub struct Response<T> {
    body: T,
    status: StatusCode,
    headers: HeaderMap,
    origin: Origin,
}

/// What reading a response depends on, and what an error about it has to name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) operation: &'static str,
    pub(super) request_id_header: &'static str,
    pub(super) attempts: u32,
    /// Whether required members may be missing.
    pub(super) is_lenient: bool,
}

impl<T> Response<T> {
    pub(super) fn new(response: http::Response<T>, origin: Origin) -> Self {
        let (parts, body) = response.into_parts();
        Self { body, status: parts.status, headers: parts.headers, origin }
    }

    /// The identifier of the request in the service's logs, if the service sent one.
    pub fn request_id(&self) -> Option<&str> {
        header_text(&self.headers, self.origin.request_id_header)
    }

    /// The HTTP status, always a success.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The response headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header as a `V`, such as a text or a number; `None` if there is no such header
    /// or it is not a `V`. Of several of one name, the first.
    pub fn header<V: FromStr>(&self, name: &str) -> Option<V> {
        header_text(&self.headers, name)?.parse().ok()
    }

    /// The body, read as what the description says.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body alone.
    pub fn into_body(self) -> T {
        self.body
    }

    /// The same response with what `change` makes of its body.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        let Self { body, status, headers, origin } = self;
        Response { body: change(body), status, headers, origin }
    }

    /// The same response with another body.
    pub(super) fn with_body<U>(self, body: U) -> Response<U> {
        let Self { status, headers, origin, .. } = self;
        Response { body, status, headers, origin }
    }

    pub(super) fn into_http(self) -> http::Response<T> {
        let mut response = http::Response::new(self.body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }

    pub(super) fn origin(&self) -> Origin {
        self.origin
    }
}

/// What `send` and `send_with_response` of a request return: a future of their result.
///
/// Like every future it does nothing until it is awaited, and dropping it cancels the call.
// A named type: for the compiler, an `impl Future` would be a further type for each operation.
#[must_use = "a request is sent when the future is awaited"]
pub struct Sending<T>(BoxFuture<'static, Result<T>>);

impl<T: 'static> Sending<Response<T>> {
    /// What `read` makes of the response.
    // Boxed here, and not in each request: that such a future is `Send` is proved once.
    pub(super) fn reading<B: 'static>(
        response: BoxFuture<'static, Result<Response<B>>>,
        read: impl FnOnce(Response<B>) -> Result<Response<T>> + Send + 'static,
    ) -> Self {
        Self(Box::pin(async move { read(response.await?) }))
    }

    /// The same, for the body alone.
    #[doc(hidden)]
    pub fn into_body(self) -> Sending<T> {
        Sending(Box::pin(async move { Ok(self.await?.into_body()) }))
    }
}

impl<T> Sending<T> {
    /// One that does this work.
    pub(super) fn new(work: impl Future<Output = Result<T>> + Send + 'static) -> Self {
        Self(Box::pin(work))
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        self.0.as_mut().poll(context)
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// The value of a header that is text and not empty.
pub(super) fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty()).then_some(text)
}

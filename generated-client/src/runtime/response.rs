//! A successful response.

use std::ops::{Deref, DerefMut};
use std::str::FromStr;

use http::{HeaderMap, StatusCode};

/// What a call gave: a value, and how it came.
///
/// It dereferences to the value.
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    origin: Origin,
}

/// What an error about a response has to name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) operation: &'static str,
    pub(super) request_id_header: &'static str,
    pub(super) attempts: u32,
}

impl<T> Response<T> {
    pub(super) fn new(response: http::Response<T>, origin: Origin) -> Self {
        let (parts, value) = response.into_parts();
        Self { value, status: parts.status, headers: parts.headers, origin }
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

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same response with what `change` makes of its value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        let Self { value, status, headers, origin } = self;
        Response { value: change(value), status, headers, origin }
    }

    /// The same response with another value.
    pub(super) fn with_value<U>(self, value: U) -> Response<U> {
        let Self { status, headers, origin, .. } = self;
        Response { value, status, headers, origin }
    }

    pub(super) fn into_http(self) -> http::Response<T> {
        let mut response = http::Response::new(self.value);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }

    pub(super) fn origin(&self) -> Origin {
        self.origin
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// The value of a header that is text and not empty.
pub(super) fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty()).then_some(text)
}

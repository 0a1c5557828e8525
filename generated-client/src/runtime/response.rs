//! A successful answer.

use std::ops::Deref;

use http::{HeaderMap, StatusCode};

/// What a call gave: a value, and how it came.
///
/// It dereferences to the value.
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    request_id_header: &'static str,
}

impl<T> Response<T> {
    pub(super) fn new(
        value: T,
        answer: http::response::Parts,
        request_id_header: &'static str,
    ) -> Self {
        Self { value, status: answer.status, headers: answer.headers, request_id_header }
    }

    /// The identifier of the request in the service's logs, if the service sent one.
    pub fn request_id(&self) -> Option<&str> {
        header_text(&self.headers, self.request_id_header)
    }

    /// The HTTP status, always a success.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The response headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The value of a header that is text and not empty.
pub(super) fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty()).then_some(text)
}

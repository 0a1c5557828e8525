//! What goes over the wire as a body.

use bytes::Bytes;
use http::HeaderValue;

const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=utf-8");

/// The bytes of a body and their type.
#[derive(Clone)]
pub(super) struct Content {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
}

impl Content {
    pub(super) fn json(text: String) -> Self {
        Self { content_type: JSON, bytes: Bytes::from(text) }
    }
}

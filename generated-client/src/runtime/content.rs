//! What goes over the wire as a body.

use bytes::Bytes;
use http::HeaderValue;

/// The bytes of a body and their type.
#[derive(Clone)]
pub(super) struct Content {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
}

impl Content {
    /// JSON of this content type.
    pub(super) fn json(json_type: &'static str, bytes: Bytes) -> Self {
        Self { content_type: HeaderValue::from_static(json_type), bytes }
    }
}

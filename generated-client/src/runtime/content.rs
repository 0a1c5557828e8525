// @generated: part of the runtime that the generator copies. Do not edit.

//! What goes over the wire as a body.

use bytes::Bytes;
use http::HeaderValue;

use super::upload::Upload;

/// The bytes of a body and their type.
#[derive(Clone)]
pub(super) struct Content {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
    /// What is sent in place of the bytes, if that is a stream.
    pub(super) stream: Option<Upload>,
}

impl Content {
    /// JSON of this content type.
    pub(super) fn json(json_type: &'static str, bytes: Bytes) -> Self {
        Self::new(HeaderValue::from_static(json_type), bytes)
    }

    /// Content of this type.
    pub(super) fn new(content_type: HeaderValue, content: impl Into<Upload>) -> Self {
        let content = content.into();
        match content.as_bytes() {
            Some(bytes) => Self { content_type, bytes: bytes.clone(), stream: None },
            None => Self { content_type, bytes: Bytes::new(), stream: Some(content) },
        }
    }
}

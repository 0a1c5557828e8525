//! From the bytes of an answer to its value.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::error::{Error, ErrorKind, Result};
use super::response::{Response, header_text};

/// An answer with a status of success, and what an error about it has to name.
pub(super) struct Answer {
    pub(super) response: http::Response<Bytes>,
    pub(super) operation: &'static str,
    pub(super) request_id_header: &'static str,
    pub(super) attempts: u32,
}

impl Answer {
    /// Reads the body as JSON; an empty one as `{}`.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<Response<T>> {
        let text: &[u8] = match self.response.body().as_ref() {
            b"" => b"{}",
            body => body,
        };
        match serde_json::from_slice(text) {
            Ok(value) => Ok(self.with_value(value)),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// Leaves the body unread.
    pub(super) fn with_value<T>(self, value: T) -> Response<T> {
        let (parts, _) = self.response.into_parts();
        Response::new(value, parts, self.request_id_header)
    }

    fn unreadable(self, error: serde_json::Error) -> Error {
        let (line, column) = (error.line(), error.column());
        let message = format!("the answer cannot be read at line {line} column {column}");
        let request_id = header_text(self.response.headers(), self.request_id_header);
        Error::new(ErrorKind::Decode, message)
            .with_source(error)
            .with_request_id(request_id.map(str::to_owned))
            .with_answer(self.response)
            .for_operation(self.operation)
            .with_attempts(self.attempts)
    }
}

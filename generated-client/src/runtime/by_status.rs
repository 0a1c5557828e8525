// @generated: part of the runtime that the generator copies. Do not edit.

//! From the bytes of a response to its value.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use super::charset;
use super::decode::{self, DecodeError};
use super::error::{Error, ErrorKind, Result};
use super::response::{Response, header_text};

const NOT_UTF_16: &str = "the response is not UTF-16, as its content type or first bytes say";

/// Why a response is not read: its status is a success, but none that the description has.
#[derive(Debug)]
struct Undescribed;

impl fmt::Display for Undescribed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the description has other statuses")
    }
}

impl StdError for Undescribed {}

/// What an operation answers that has several kinds of success, told apart by status.
pub trait ByStatus: Sized {
    /// Reads a response as its status demands.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if the description does not have the status, or the body is not what
    /// it says; the error keeps the body.
    fn read(response: Response<Bytes>) -> Result<Response<Self>>;
}

impl Response<Bytes> {
    /// The same response with its body read as JSON.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if it is not the JSON of a `T`, such as an empty body (unless
    /// `T` is an `Option`), or an object that lacks a required member; the error names it and keeps
    /// the body.
    pub fn json<T: DeserializeOwned>(self) -> Result<Response<T>> {
        match decode::from_slice(&self.utf8(), self.origin().is_lenient) {
            Ok(value) => Ok(self.with_body(value)),
            Err(error) => Err(self.not_json(error)),
        }
    }

    /// The same response with its body read as text: in the character set that its content type
    /// names, if that is ISO-8859-1 or UTF-16, else in UTF-8.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if it is not in that character set; the error keeps the body.
    pub fn text(self) -> Result<Response<String>> {
        let read = |text: Cow<'_, [u8]>| String::from_utf8(text.into_owned());
        match charset::utf8(self.headers(), self.body()).map(read) {
            Ok(Ok(text)) => Ok(self.with_body(text)),
            Err(error) => Err(self.unreadable(NOT_UTF_16.to_owned(), error)),
            Ok(Err(error)) => {
                let error = error.utf8_error();
                let message =
                    format!("the response is not UTF-8 after byte {}", error.valid_up_to());
                Err(self.unreadable(message, error))
            }
        }
    }

    /// The body in UTF-8; as it came, if it is not in what its content type names.
    fn utf8(&self) -> Cow<'_, [u8]> {
        charset::utf8(self.headers(), self.body()).unwrap_or(Cow::Borrowed(self.body()))
    }

    /// The error for a response whose status the description does not have.
    pub fn unexpected(self) -> Error {
        let message = format!("a response with status {} is not described", self.status());
        self.unreadable(message, Undescribed)
    }

    fn not_json(self, error: DecodeError) -> Error {
        let mut message = error.of_response();
        if let Some(content_type) = header_text(self.headers(), CONTENT_TYPE.as_str())
            && !is_json(content_type)
        {
            message = format!("{message} (its content type is `{content_type}`)");
        }
        self.unreadable(message, error.into_source())
    }

    fn unreadable(self, message: String, source: impl StdError + Send + Sync + 'static) -> Error {
        self.failure(ErrorKind::Decode, message).with_source(source)
    }

    /// The error that this response ends in.
    pub(super) fn failure(self, kind: ErrorKind, message: String) -> Error {
        let origin = self.origin();
        let request_id = self.request_id().map(str::to_owned);
        Error::new(kind, message)
            .with_request_id(request_id)
            .with_response(self.into_http())
            .for_operation(origin.operation)
            .with_attempts(origin.attempts)
    }
}

/// Whether a content type is that of JSON: `application/json`, `text/json`, or one with the suffix
/// `+json`.
fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    ["/json", "+json"].iter().any(|end| essence.ends_with(end))
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! The error of every call.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::charset;

/// The result of a call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call, or the making of a client, failed.
///
/// `Display` is one line: the operation, the status, the code, the message and the request
/// identifier, as far as there are any. The message of a failed connection ends with its first
/// cause: `cannot connect to 127.0.0.1:9999: Connection refused`. All causes are in
/// [`source`](StdError::source). Neither `Display` nor `Debug` shows headers or bodies.
///
/// With the causes, an error is printed like every other:
///
/// ```
/// use std::error::Error;
///
/// fn print(error: &dyn Error) {
///     eprintln!("{error}");
///     let mut cause = error.source();
///     while let Some(error) = cause {
///         eprintln!("  because {error}");
///         cause = error.source();
///     }
/// }
/// # print(&std::fmt::Error);
/// ```
pub struct Error(Box<ErrorInner>);

/// What kind of failure an [`Error`] is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client or the options of the call are not usable, such as an endpoint that is not a URL.
    Configuration,
    /// The request cannot be written, such as an empty path argument. Nothing was sent.
    InvalidRequest,
    /// There are no usable credentials. Nothing was sent.
    Authorization,
    /// No connection was opened. Nothing was sent.
    Connect,
    /// The time for an attempt or for the call ended.
    Timeout,
    /// The connection failed after it was opened.
    Transport,
    /// The service answered with a status that is not a success.
    Service,
    /// The service answered with success, but the response is not what its description says: it is
    /// not JSON, a value is of another type, or a required member is missing. The message names the
    /// member by its path, such as `instances[3].status`.
    Decode,
    /// The response is larger than the options allow.
    ResponseTooLarge,
    /// A wait ended because what it waits for cannot come any more.
    UnwantedState,
}

struct ErrorInner {
    kind: ErrorKind,
    message: String,
    operation: Option<&'static str>,
    response: Option<http::Response<Bytes>>,
    code: Option<String>,
    request_id: Option<String>,
    retryable: bool,
    lenient: bool,
    attempts: u32,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// A failure with a message of one line. For implementations of the client's traits.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(ErrorInner {
            kind,
            message: message.into(),
            operation: None,
            response: None,
            code: None,
            request_id: None,
            retryable: false,
            lenient: false,
            attempts: 0,
            source: None,
        }))
    }

    /// The same error with a cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status of the response, if there is a response.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(http::Response::status)
    }

    /// The error code of the service, as written in the response.
    pub fn raw_code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The message of the service, or one of the client where the service sent none.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The identifier of the request in the service's logs: the response header, else the member
    /// of the body.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The headers of the response, if there is a response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(http::Response::headers)
    }

    /// The body of the response as it came, if there is a response.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.response.as_ref().map(http::Response::body)
    }

    /// The body of the response read as JSON, if there is a response: for what a service says about a
    /// failure beyond code and message.
    ///
    /// ```text
    /// if let Some(Ok(quota)) = error.body_json::<QuotaExceeded>() { .. }
    /// ```
    pub fn body_json<T: DeserializeOwned>(&self) -> Option<serde_json::Result<T>> {
        Some(serde_json::from_slice(&self.text()?))
    }

    /// The body in UTF-8; as it came, if it is not what its content type says.
    pub(super) fn text(&self) -> Option<Cow<'_, [u8]>> {
        let response = self.0.response.as_ref()?;
        let text = charset::utf8(response.headers(), response.body());
        Some(text.unwrap_or(Cow::Borrowed(response.body())))
    }

    /// Whether sending the same request again is safe and may succeed.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// How many times the request was tried; 0 if the failure came before the first attempt.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    pub(super) fn for_operation(mut self, id: &'static str) -> Self {
        self.0.operation = Some(id);
        self
    }

    pub(super) fn with_code(mut self, code: Option<String>) -> Self {
        self.0.code = code;
        self
    }

    pub(super) fn with_request_id(mut self, request_id: Option<String>) -> Self {
        self.0.request_id = request_id;
        self
    }

    pub(super) fn with_response(mut self, response: http::Response<Bytes>) -> Self {
        self.0.response = Some(response);
        self
    }

    pub(super) fn retryable_if(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }

    /// Says whether the body of the response may lack required members.
    pub(super) fn lenient_if(mut self, lenient: bool) -> Self {
        self.0.lenient = lenient;
        self
    }

    /// Says whether the request had no credentials, which may be why it was refused.
    pub(super) fn anonymous_if(mut self, anonymous: bool) -> Self {
        if anonymous && self.status() == Some(StatusCode::UNAUTHORIZED) {
            self.0.message += " (the request had no credentials; `authorizer` of the client builder \
                              authorizes every request)";
        }
        self
    }

    pub(super) fn is_lenient(&self) -> bool {
        self.0.lenient
    }

    pub(super) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(operation) = inner.operation {
            write!(f, "{operation}: ")?;
        }
        if inner.kind == ErrorKind::Service
            && let Some(status) = self.status()
        {
            write!(f, "{}: ", status.as_u16())?;
        }
        if let Some(code) = &inner.code {
            write!(f, "{}: ", OneLine(code))?;
        }
        write!(f, "{}", OneLine(&inner.message))?;
        match &inner.request_id {
            Some(id) => write!(f, " (request id {})", OneLine(id)),
            None => Ok(()),
        }
    }
}

/// A text that a server wrote, with its line breaks and control characters as spaces.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.split(char::is_control).enumerate().try_for_each(|(index, part)| {
            let separator = if index == 0 { "" } else { " " };
            write!(f, "{separator}{part}")
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("status", &self.status())
            .field("code", &inner.code)
            .field("message", &inner.message)
            .field("request_id", &inner.request_id)
            .field("attempts", &inner.attempts)
            .field("source", &inner.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

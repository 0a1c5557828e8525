// @generated: part of the runtime that the generator copies. Do not edit.

//! What a transport that answers from memory does with a request.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode};

use super::transport::{TransportError, TransportErrorKind};

/// What a [`MockTransport`](super::mock::MockTransport) does with a request.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(super) outcome: Outcome,
    pub(super) is_repeated: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Response(Response<MockBody>),
    Failure(TransportErrorKind, String),
    Silence,
}

/// A body in pieces, and the failure after them.
#[derive(Clone, Debug, Default)]
pub(super) struct MockBody {
    chunks: VecDeque<Bytes>,
    failure: Option<TransportErrorKind>,
}

impl Reply {
    /// A response with this status and JSON text.
    pub fn json(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self::empty(status)
            .with_body(body)
            .with_header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
    }

    /// A response with this status and no body.
    pub fn empty(status: StatusCode) -> Self {
        let mut response = Response::new(MockBody::default());
        *response.status_mut() = status;
        Self::once(Outcome::Response(response))
    }

    /// A failure of the transport. As with [`silence`](Self::silence), the client may send the
    /// request again.
    pub fn failure(kind: TransportErrorKind) -> Self {
        Self::once(Outcome::Failure(kind, PREPARED.to_owned()))
    }

    /// No response: the attempt times out at once.
    ///
    /// The client then sends the request again if the operation allows it, and the mock needs a
    /// reply for that: make this one [`repeated`](Self::repeated), or let the call have the policy
    /// [`RetryPolicy::none`](super::retry::RetryPolicy::none).
    pub fn silence() -> Self {
        Self::once(Outcome::Silence)
    }

    fn once(outcome: Outcome) -> Self {
        Self { outcome, is_repeated: false }
    }

    /// The same reply for every request that it matches, not only for the first. Replies for the
    /// same target that are added after it are never given.
    #[must_use]
    pub fn repeated(mut self) -> Self {
        self.is_repeated = true;
        self
    }

    /// The same response with a further header. Nothing else than a response has headers.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let Outcome::Response(response) = &mut self.outcome {
            response.headers_mut().append(name, value);
        }
        self
    }

    /// The same response with another body. Nothing else than a response has a body.
    #[must_use]
    pub fn with_body(self, body: impl Into<Bytes>) -> Self {
        self.with_chunks([body])
    }

    /// The same response with another body, which a stream gets in these pieces. Nothing else than an
    /// response has a body.
    #[must_use]
    pub fn with_chunks(mut self, chunks: impl IntoIterator<Item = impl Into<Bytes>>) -> Self {
        if let Outcome::Response(response) = &mut self.outcome {
            response.body_mut().chunks = chunks.into_iter().map(Into::into).collect();
        }
        self
    }

    /// The same response, but the transport fails where its body should end. Nothing else than an
    /// response has a body.
    #[must_use]
    pub fn cut_off(mut self, kind: TransportErrorKind) -> Self {
        if let Outcome::Response(response) = &mut self.outcome {
            response.body_mut().failure = Some(kind);
        }
        self
    }
}

const PREPARED: &str = "a prepared failure";

impl MockBody {
    /// All of it at once.
    pub(super) fn whole(self) -> Result<Bytes, TransportError> {
        match self.failure {
            Some(kind) => Err(TransportError::new(kind, PREPARED)),
            None => Ok(Vec::from(self.chunks).concat().into()),
        }
    }
}

impl Stream for MockBody {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = self.chunks.pop_front().map(Ok);
        Poll::Ready(chunk.or_else(|| {
            let kind = self.failure.take()?;
            Some(Err(TransportError::new(kind, PREPARED)))
        }))
    }
}

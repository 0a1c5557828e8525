// @generated: part of the runtime that the generator copies. Do not edit.

//! The seam between a client and an HTTP stack.

use std::error::Error as StdError;
use std::fmt;
use std::future::{self, Future};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::upload_stream::{BoxError, UploadStream};

/// A future on the heap, so that traits with async methods can be objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The body of a response in the pieces it comes in. Nothing follows a failure.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// Sends one request and reads the response; brings the timer that goes with it.
///
/// A transport neither follows redirects nor repeats a request that may have arrived: the client
/// decides about both. All methods are required, so that a transport around another one, which may
/// change each request and response, passes on streams and time limits too. A closure from a request to a future of the response is a transport without a
/// timer: pauses end at once and nothing times out.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URI is absolute and whose `host` header is set, and reads the whole
    /// response.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>>;

    /// Sends `request` as [`send`](Self::send) does, and returns the response as soon as its head is
    /// there: the body follows in pieces and may be of any size.
    ///
    /// A transport that can only read the whole response makes it a stream by [`whole_body_stream`].
    fn open(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>>;

    /// Sends `request` as [`open`](Self::open) does, its body in pieces.
    ///
    /// A transport that does not implement this refuses to send content that is not in memory.
    fn upload(
        &self,
        request: http::Request<UploadStream>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let _ = (request, limits);
        let message = "the transport does not send streams";
        Box::pin(future::ready(Err(TransportError::new(TransportErrorKind::Refused, message))))
    }

    /// Ends after `duration`: the pause between two attempts.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Ends after `duration`: the time limit of an attempt or a call.
    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

impl<F, Fut> Transport for F
where
    F: Fn(http::Request<Bytes>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + 'static,
{
    fn send(
        &self,
        request: http::Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(self(request))
    }

    fn open(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let response = self.send(request, limits);
        Box::pin(async move { Ok(response.await?.map(whole_body_stream)) })
    }

    fn sleep(&self, _duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::ready(()))
    }

    fn deadline(&self, _duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::pending())
    }
}

/// All of `body`, if it is not too large.
pub(super) async fn read_whole(
    mut body: BodyStream,
    limits: Limits,
) -> Result<Bytes, TransportError> {
    let mut read = Vec::new();
    while let Some(piece) = future::poll_fn(|context| body.as_mut().poll_next(context)).await {
        read.extend_from_slice(&piece?);
        if read.len() > limits.response_size {
            let message = "its body does not end where the limit is";
            return Err(TransportError::new(TransportErrorKind::TooLarge, message));
        }
    }
    Ok(Bytes::from(read))
}

/// A body that was read as a whole, as the stream of one piece.
pub fn whole_body_stream(body: Bytes) -> BodyStream {
    Box::pin(Whole(Some(body)))
}

/// A body that is one piece.
struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// What a transport has to observe while it reads a response.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// The most bytes a response body may have.
    pub response_size: usize,
}

impl Limits {
    /// These limits: for the tests of a transport, and for one that passes others on.
    pub fn new(response_size: usize) -> Self {
        Self { response_size }
    }
}

/// Why a transport has no response.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
}

/// What a failure of the transport means for the request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection was opened, so the request was not sent.
    Connect,
    /// The transport's own time limit ended.
    Timeout,
    /// The response is larger than [`Limits::response_size`].
    TooLarge,
    /// The transport declines to send this request; sending it again is of no use.
    Refused,
    /// Anything else; the request may have arrived.
    Io,
}

impl TransportError {
    /// A failure of the given kind.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        let source = source.into();
        Self { kind, source }
    }

    /// What the failure means for the request.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    pub(super) fn into_source(self) -> BoxError {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "the connection could not be opened",
            TransportErrorKind::Timeout => "the transport timed out",
            TransportErrorKind::TooLarge => "the response is too large",
            TransportErrorKind::Refused => "the transport did not send the request",
            TransportErrorKind::Io => "the connection failed",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

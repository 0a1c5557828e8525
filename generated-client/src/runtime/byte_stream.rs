// @generated: part of the runtime that the generator copies. Do not edit.

//! A response that is read while it comes.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::error::{Error, ErrorKind, Result};
use super::options::RequestOptions;
use super::response::Response;
use super::transport::{BodyStream, BoxFuture, Transport, TransportError, TransportErrorKind};

/// The bytes of a response, in the pieces they come in.
///
/// A [`Stream`] of pieces; it ends after the last one, or after the first error. Every wait for a
/// piece has the time of an attempt, see [`RequestOptions::attempt_timeout`]; all of them together
/// may take as long as they like, and have any size. To drop it ends the transmission.
pub struct ByteStream {
    /// Nothing once it has ended.
    body: Option<BodyStream>,
    /// The time for the piece that is being waited for.
    timer: Option<BoxFuture<'static, ()>>,
    source: Source,
}

/// Where a stream comes from.
pub(super) struct Source {
    /// What errors name.
    pub(super) head: Response<()>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) options: Arc<RequestOptions>,
    /// Whether the request may be sent again.
    pub(super) is_repeatable: bool,
}

impl ByteStream {
    pub(super) fn new(body: Option<BodyStream>, source: Source) -> Self {
        Self { body, timer: None, source }
    }

    /// The next piece, `None` after the last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Transport`] if the connection fails, [`ErrorKind::Timeout`] if nothing comes in
    /// time. No piece follows an error.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// The most bytes that a part of the stream may have which is read as one value.
    pub(super) fn value_limit(&self) -> usize {
        self.source.options.response_limit()
    }

    /// Whether values that are read from the stream may lack required members.
    pub(super) fn is_lenient(&self) -> bool {
        self.source.head.origin().is_lenient
    }

    /// The error that the stream, or `part` of it, ends in.
    pub(super) fn failure(&self, kind: ErrorKind, message: String, part: Bytes) -> Error {
        self.source.head.clone().with_body(part).failure(kind, message)
    }

    /// Ends when the piece that is being waited for should have come.
    fn poll_timer(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some(limit) = self.source.options.attempt_limit() else {
            return Poll::Pending;
        };
        let transport = &self.source.transport;
        self.timer.get_or_insert_with(|| transport.deadline(limit)).as_mut().poll(context)
    }

    fn overdue(&self) -> Error {
        let message = "the time for the next piece of the response is over".to_owned();
        self.failure(ErrorKind::Timeout, message, Bytes::new())
            .retryable_if(self.source.is_repeatable)
    }

    fn broken(&self, error: TransportError) -> Error {
        let kind = match error.kind() {
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::TooLarge => ErrorKind::ResponseTooLarge,
            _ => ErrorKind::Transport,
        };
        self.failure(kind, error.to_string(), Bytes::new())
            .retryable_if(self.source.is_repeatable && kind != ErrorKind::ResponseTooLarge)
            .with_source(error.into_source())
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let failure = match body.as_mut().poll_next(context) {
            Poll::Ready(Some(Ok(piece))) => {
                self.timer = None;
                return Poll::Ready(Some(Ok(piece)));
            }
            Poll::Ready(Some(Err(error))) => Some(self.broken(error)),
            Poll::Ready(None) => None,
            Poll::Pending => {
                ready!(self.poll_timer(context));
                Some(self.overdue())
            }
        };
        self.body = None;
        Poll::Ready(failure.map(Err))
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.source.head.origin().operation)
            .field("has_ended", &self.body.is_none())
            .finish_non_exhaustive()
    }
}

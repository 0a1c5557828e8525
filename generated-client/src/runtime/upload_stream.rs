// @generated: part of the runtime that the generator copies. Do not edit.

//! The pieces of content while it is sent.

use std::error::Error as StdError;
use std::fmt;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

pub(super) type BoxError = Box<dyn StdError + Send + Sync>;

/// Pieces of content.
pub(super) type UploadPieces = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// The pieces of a stream.
pub(super) fn pieces<E: Into<BoxError>>(
    stream: impl Stream<Item = Result<Bytes, E>> + Send + 'static,
) -> UploadPieces {
    Box::pin(Boxed(Box::pin(stream)))
}

/// A stream with its errors boxed.
struct Boxed<S>(Pin<Box<S>>);

impl<E: Into<BoxError>, S: Stream<Item = Result<Bytes, E>>> Stream for Boxed<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map_err(Into::into)
    }
}

/// Bytes that are one piece; none if they are empty.
pub(super) struct Piece(Option<Bytes>);

impl Piece {
    pub(super) fn new(bytes: Bytes) -> Self {
        Self(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }
}

impl Stream for Piece {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// The body of a request in the pieces that it is sent in. Nothing follows an error.
pub struct UploadStream {
    pieces: UploadPieces,
    length: Option<u64>,
    sent: u64,
    progress: Arc<AtomicU64>,
}

impl UploadStream {
    pub(super) fn new(pieces: UploadPieces, length: Option<u64>, progress: Arc<AtomicU64>) -> Self {
        Self { pieces, length, sent: 0, progress }
    }

    /// How many bytes there are, if that is known; all pieces together have as many.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// All pieces as one, for a transport that cannot send them one by one.
    ///
    /// # Errors
    ///
    /// The error of the stream.
    pub async fn into_bytes(mut self) -> Result<Bytes, BoxError> {
        let mut whole = Vec::new();
        while let Some(piece) = poll_fn(|context| Pin::new(&mut self).poll_next(context)).await {
            whole.extend_from_slice(&piece?);
        }
        Ok(Bytes::from(whole))
    }

    /// Ends the stream with an error.
    fn fail(&mut self, message: &'static str) -> Poll<Option<Result<Bytes, BoxError>>> {
        self.length = None;
        drop(mem::replace(&mut self.pieces, Box::pin(Piece::new(Bytes::new()))));
        Poll::Ready(Some(Err(message.into())))
    }
}

impl Stream for UploadStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(self.pieces.as_mut().poll_next(context));
        self.progress.fetch_add(1, Ordering::Relaxed);
        if let Some(Ok(piece)) = &piece {
            self.sent += piece.len() as u64;
        }
        match (&piece, self.length) {
            (Some(Ok(_)), Some(length)) if self.sent > length => {
                self.fail("the stream has more bytes than its length says")
            }
            (None, Some(length)) if self.sent < length => {
                self.fail("the stream has fewer bytes than its length says")
            }
            _ => Poll::Ready(piece),
        }
    }
}

impl fmt::Debug for UploadStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadStream").field("length", &self.length).finish_non_exhaustive()
    }
}

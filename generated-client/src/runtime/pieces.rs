// @generated: part of the runtime that the generator copies. Do not edit.

//! Values that stand one after the other in a response that is read while it comes.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::byte_stream::ByteStream;
use super::decode::DecodeError;
use super::error::{Error, ErrorKind, Result};

/// Finds in a stream of bytes where one value ends and the next begins.
pub(super) trait Split: Default {
    /// The text of one value.
    type Piece;

    /// What a value is called in errors.
    const NAME: &'static str;

    /// Takes the bytes that follow those before.
    fn push(&mut self, bytes: &[u8]);

    /// There are no further bytes.
    fn finish(&mut self);

    /// The next value that is complete.
    fn next(&mut self) -> Option<Self::Piece>;

    /// How many bytes there are of the value that is not complete.
    fn pending(&self) -> usize;
}

/// The texts of the values in a stream.
pub(super) struct Pieces<S> {
    bytes: ByteStream,
    split: S,
    /// How many there were.
    count: u64,
    is_over: bool,
}

impl<S: Split> Pieces<S> {
    pub(super) fn new(bytes: ByteStream) -> Self {
        Self { bytes, split: S::default(), count: 0, is_over: false }
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<S::Piece>>> {
        loop {
            if let Some(piece) = self.split.next() {
                self.count += 1;
                return Poll::Ready(Some(Ok(piece)));
            }
            if self.is_over {
                return Poll::Ready(None);
            }
            if self.split.pending() > self.bytes.value_limit() {
                self.is_over = true;
                return Poll::Ready(Some(Err(self.too_large())));
            }
            match ready!(Pin::new(&mut self.bytes).poll_next(context)) {
                Some(Ok(bytes)) => self.split.push(&bytes),
                Some(Err(error)) => {
                    self.is_over = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.is_over = true;
                    self.split.finish();
                }
            }
        }
    }

    /// Leaves all that follows.
    pub(super) fn end(&mut self) {
        self.split = S::default();
        self.is_over = true;
    }

    /// The error about the last value, whose text is `text`.
    pub(super) fn unreadable(&self, text: impl Into<Bytes>, error: DecodeError) -> Error {
        let message = error.of_part(&format!("{} {} of the response", S::NAME, self.count));
        let failure = self.bytes.failure(ErrorKind::Decode, message, text.into());
        failure.with_source(error.into_source())
    }

    fn too_large(&self) -> Error {
        let (limit, name, next) = (self.bytes.value_limit(), S::NAME, self.count + 1);
        let message = format!("{name} {next} of the response is larger than {limit} bytes");
        self.bytes.failure(ErrorKind::ResponseTooLarge, message, Bytes::new())
    }

    pub(super) fn bytes(&self) -> &ByteStream {
        &self.bytes
    }
}

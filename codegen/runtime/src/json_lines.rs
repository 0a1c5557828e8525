//! Responses that are one JSON value after the other.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::call::Call;
use super::decode;
use super::error::Result;
use super::pieces::{Pieces, Split};
use super::response::{Response, Sending};

/// What stands before each value of a JSON text sequence, RFC 7464.
const RECORD_SEPARATOR: u8 = 0x1e;

/// The JSON values of a response, each read as a `T` when it comes.
///
/// One value stands on each line (`application/jsonl`, `application/x-ndjson`), or after each record
/// separator (`application/json-seq`, RFC 7464): the first byte tells which. Empty lines are
/// skipped.
///
/// A [`Stream`] of values. It ends with the response, or after a failure of the connection. A line
/// that cannot be read is an error too, and the stream goes on after it. Every wait for more has the
/// time of an attempt, see
/// [`RequestOptions::attempt_timeout`](super::options::RequestOptions::attempt_timeout).
pub struct JsonLines<T> {
    pieces: Pieces<Lines>,
    value: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonLines<T> {
    /// The next value, `None` after the last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](super::error::ErrorKind::Decode) if the line is not the JSON of a `T`:
    /// [`Error::body`](super::error::Error::body) has the line, and further ones may follow. Every
    /// other kind ends the stream.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }
}

impl<T: DeserializeOwned> Stream for JsonLines<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let line = match ready!(self.pieces.poll_next(context)) {
            Some(Ok(line)) => line,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let value = decode::from_slice(&line, self.pieces.bytes().is_lenient());
        Poll::Ready(Some(value.map_err(|error| self.pieces.unreadable(line, error))))
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonLines").field("bytes", self.pieces.bytes()).finish_non_exhaustive()
    }
}

impl Call {
    /// Sends the request and returns the lines of the response, each read as JSON.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub fn send_lines<T: DeserializeOwned + 'static>(self) -> Sending<Response<JsonLines<T>>> {
        Sending::reading(self.open(), |response| {
            Ok(response.map(|bytes| JsonLines { pieces: Pieces::new(bytes), value: PhantomData }))
        })
    }
}

/// Finds the values in bytes that come in any pieces.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// What ends a value; not known before the first byte.
    end: Option<u8>,
    /// The beginning of a value that has not ended.
    rest: Vec<u8>,
    complete: VecDeque<Bytes>,
}

impl Split for Lines {
    type Piece = Bytes;

    const NAME: &'static str = "line";

    fn push(&mut self, mut bytes: &[u8]) {
        let Some(first) = bytes.first() else { return };
        let end = *self.end.get_or_insert(match *first {
            RECORD_SEPARATOR => RECORD_SEPARATOR,
            _ => b'\n',
        });
        while let Some(position) = bytes.iter().position(|byte| *byte == end) {
            self.rest.extend_from_slice(&bytes[..position]);
            self.finish();
            bytes = &bytes[position + 1..];
        }
        self.rest.extend_from_slice(bytes);
    }

    fn finish(&mut self) {
        let line = self.rest.trim_ascii();
        if !line.is_empty() {
            self.complete.push_back(Bytes::copy_from_slice(line));
        }
        self.rest.clear();
    }

    fn next(&mut self) -> Option<Bytes> {
        self.complete.pop_front()
    }

    fn pending(&self) -> usize {
        self.rest.len()
    }
}

//! Responses in parts, each of which is one JSON value.

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

/// The parts of a response (`multipart/mixed`, RFC 2046), the JSON of each read as a `T` when it comes.
///
/// A [`Stream`] of values. It ends with the response, or after a failure of the connection. A part
/// that cannot be read is an error too, and the stream goes on after it. Every wait for more has the
/// time of an attempt, see
/// [`RequestOptions::attempt_timeout`](super::options::RequestOptions::attempt_timeout).
pub struct JsonParts<T> {
    pieces: Pieces<Parts>,
    value: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonParts<T> {
    /// The next value, `None` after the last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`](super::error::ErrorKind::Decode) if the part is not the JSON of a `T`:
    /// [`Error::body`](super::error::Error::body) has the part, and further ones may follow. Every
    /// other kind ends the stream.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }
}

impl<T: DeserializeOwned> Stream for JsonParts<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let part = match ready!(self.pieces.poll_next(context)) {
            Some(Ok(part)) => part,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let value = decode::from_slice(&part, self.pieces.bytes().is_lenient());
        Poll::Ready(Some(value.map_err(|error| self.pieces.unreadable(part, error))))
    }
}

impl<T> fmt::Debug for JsonParts<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonParts").field("bytes", self.pieces.bytes()).finish_non_exhaustive()
    }
}

impl Call {
    /// Sends the request and returns the parts of the response, each read as JSON.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub fn send_parts<T: DeserializeOwned + 'static>(self) -> Sending<Response<JsonParts<T>>> {
        Sending::reading(self.open(), |response| {
            Ok(response.map(|bytes| JsonParts { pieces: Pieces::new(bytes), value: PhantomData }))
        })
    }
}

/// Finds the contents of parts in bytes that come in any pieces. The first line that begins with `--`
/// is the boundary.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// What stands before each part; empty as long as it is not known.
    boundary: Vec<u8>,
    /// What has come and is not taken off yet.
    rest: Vec<u8>,
    /// Where the part begins in `rest` that has not ended.
    start: usize,
    /// Up to where `rest` has no boundary.
    searched: usize,
    /// Whether the last boundary was the closing one.
    is_closed: bool,
    complete: VecDeque<Bytes>,
}

impl Parts {
    /// Finds the first boundary, and leaves out what stands before it.
    fn begin(&mut self) -> bool {
        while let Some(length) = position(&self.rest[self.start..], b"\n") {
            let line = self.rest[self.start..self.start + length].trim_ascii_end();
            self.start += length + 1;
            if line.starts_with(b"--") && line.len() > 2 {
                self.boundary = [b"\n", line].concat();
                return true;
            }
        }
        false
    }

    /// Takes the first part off that is complete.
    fn take(&mut self) -> bool {
        // The line break before a boundary may end the headers of a part without content.
        let from = self.searched.saturating_sub(self.boundary.len()).max(self.start);
        let Some(found) = position(&self.rest[from..], &self.boundary) else {
            self.searched = self.rest.len();
            return false;
        };
        let (end, after) = (from + found, from + found + self.boundary.len());
        // What stands behind the boundary says whether it is the last one.
        let line = position(&self.rest[after..], b"\n");
        self.is_closed = self.rest[after..].starts_with(b"--");
        if line.is_none() && !self.is_closed {
            self.searched = end;
            return false;
        }
        self.keep(end);
        self.start = line.map_or(self.rest.len(), |line| after + line + 1);
        self.searched = self.start;
        true
    }

    /// Keeps the content of the part that ends there: what stands behind the empty line.
    fn keep(&mut self, end: usize) {
        let part = &self.rest[self.start..end];
        let content = match part {
            [b'\n', content @ ..] | [b'\r', b'\n', content @ ..] => content,
            part => {
                let lines = [&b"\n\n"[..], b"\n\r\n"].into_iter();
                let ends = lines.filter_map(|it| Some(position(part, it)? + it.len()));
                ends.min().map_or(&[][..], |start| &part[start..])
            }
        };
        let content = content.trim_ascii();
        if !content.is_empty() {
            self.complete.push_back(Bytes::copy_from_slice(content));
        }
    }
}

/// Where `text` stands first.
fn position(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}

impl Split for Parts {
    type Piece = Bytes;

    const NAME: &'static str = "part";

    fn push(&mut self, bytes: &[u8]) {
        if self.is_closed {
            return;
        }
        self.rest.extend_from_slice(bytes);
        if !self.boundary.is_empty() || self.begin() {
            while !self.is_closed && self.take() {}
        }
        self.rest.drain(..self.start);
        self.searched = self.searched.saturating_sub(self.start);
        self.start = 0;
    }

    fn finish(&mut self) {
        // The connection may have ended before the last boundary came.
        if !self.is_closed && !self.boundary.is_empty() {
            self.keep(self.rest.len());
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

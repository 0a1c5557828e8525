// @generated: part of the runtime that the generator copies. Do not edit.

//! Content that a request sends as it is: bytes in memory, or a stream of them.

use std::fmt;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::byte_stream::ByteStream;
use super::upload_stream::{BoxError, Piece, UploadPieces, UploadStream, pieces};

/// The content of a request, or of a file in it.
///
/// It is made of bytes or a text, or of a stream, which is sent while it comes and is never held in
/// memory as a whole:
///
/// ```text
/// Upload::from(png)
/// Upload::file("backup.tar")?
/// Upload::stream(pieces).with_length(1 << 30)
/// ```
///
/// A stream of known length goes over the wire with a `content-length`, another one in chunks, which
/// not every server takes. A request is repeated only if its content can be sent again: bytes, a file
/// and what [`repeatable`](Self::repeatable) makes always can, a single stream until its first piece
/// is asked for.
#[derive(Clone)]
pub struct Upload(Data);

#[derive(Clone)]
enum Data {
    Whole(Bytes),
    Stream { source: Arc<Streamed>, length: Option<u64> },
}

/// Where the pieces of a stream come from.
enum Streamed {
    /// A stream, and whether a piece of it was asked for.
    Single(Mutex<UploadPieces>, AtomicBool),
    Repeatable(Box<dyn Fn() -> UploadPieces + Send + Sync>),
    /// One after the other.
    Chain(Vec<Upload>),
}

impl Upload {
    /// What a stream brings. Its first error fails the request, and is the source of its error.
    pub fn stream<E>(stream: impl Stream<Item = Result<Bytes, E>> + Send + 'static) -> Self
    where
        E: Into<BoxError>,
    {
        Self::new(Streamed::Single(Mutex::new(pieces(stream)), AtomicBool::new(false)), None)
    }

    /// What the streams bring that `open` makes, one for each attempt: they have to be alike.
    pub fn repeatable<S, E>(open: impl Fn() -> S + Send + Sync + 'static) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self::new(Streamed::Repeatable(Box::new(move || pieces(open()))), None)
    }

    /// The same stream, which brings so many bytes: more or fewer are an error of the request. Has no
    /// effect on what is in memory.
    #[must_use]
    pub fn with_length(mut self, bytes: u64) -> Self {
        if let Data::Stream { length, .. } = &mut self.0 {
            *length = Some(bytes);
        }
        self
    }

    /// The bytes, if they are in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Data::Whole(bytes) => Some(bytes),
            Data::Stream { .. } => None,
        }
    }

    /// How many bytes there are, if that is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Data::Whole(bytes) => Some(bytes.len() as u64),
            Data::Stream { length, .. } => *length,
        }
    }

    /// All of these, one after the other.
    pub(super) fn chain(uploads: Vec<Self>) -> Self {
        let length = uploads.iter().map(Self::length).sum();
        Self::new(Streamed::Chain(uploads), length)
    }

    fn new(source: Streamed, length: Option<u64>) -> Self {
        Self(Data::Stream { source: Arc::new(source), length })
    }

    /// Whether it can be sent from its beginning.
    pub(super) fn is_left(&self) -> bool {
        match &self.0 {
            Data::Whole(_) => true,
            Data::Stream { source, .. } => match &**source {
                Streamed::Single(_, has_begun) => !has_begun.load(Ordering::Relaxed),
                Streamed::Repeatable(_) => true,
                Streamed::Chain(uploads) => uploads.iter().all(Self::is_left),
            },
        }
    }

    fn open(&self) -> UploadPieces {
        match &self.0 {
            Data::Whole(bytes) => Box::pin(Piece::new(bytes.clone())),
            Data::Stream { source, .. } => match &**source {
                Streamed::Single(..) => Box::pin(UploadOnce::new(Arc::clone(source))),
                Streamed::Repeatable(open) => open(),
                Streamed::Chain(_) => Box::pin(UploadChain::new(Arc::clone(source))),
            },
        }
    }

    /// The pieces for one attempt; `progress` counts them.
    pub(super) fn to_stream(&self, progress: Arc<AtomicU64>) -> UploadStream {
        UploadStream::new(self.open(), self.length(), progress)
    }
}

/// Bytes are equal if they are the same; a stream is equal to itself alone.
impl PartialEq for Upload {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Data::Whole(this), Data::Whole(other)) => this == other,
            (Data::Stream { source, .. }, Data::Stream { source: other, .. }) => {
                Arc::ptr_eq(source, other)
            }
            _ => false,
        }
    }
}

impl Eq for Upload {}

/// Shows the size alone.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("length", &self.length()).finish_non_exhaustive()
    }
}

/// Makes content of every type that bytes are made of.
macro_rules! from {
    ($($content:ty),*) => {
        $(impl From<$content> for Upload {
            fn from(content: $content) -> Self {
                Self(Data::Whole(Bytes::from(content)))
            }
        })*
    };
}

from!(Bytes, Vec<u8>, &'static [u8], String, &'static str);

impl<const N: usize> From<&'static [u8; N]> for Upload {
    fn from(content: &'static [u8; N]) -> Self {
        Self::from(&content[..])
    }
}

/// A response that is passed on while it comes.
impl From<ByteStream> for Upload {
    fn from(response: ByteStream) -> Self {
        Self::stream(response)
    }
}

/// A single stream, which stays where it is, for an attempt that does not get as far as its pieces.
struct UploadOnce(Arc<Streamed>);

impl UploadOnce {
    fn new(source: Arc<Streamed>) -> Self {
        Self(source)
    }
}

impl Stream for UploadOnce {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Streamed::Single(pieces, has_begun) = &*self.0 else { return Poll::Ready(None) };
        has_begun.store(true, Ordering::Relaxed);
        pieces.lock().unwrap_or_else(PoisonError::into_inner).as_mut().poll_next(context)
    }
}

/// The pieces of several, one after the other.
struct UploadChain {
    source: Arc<Streamed>,
    /// The index of the next.
    next: usize,
    /// What is left of the one before.
    open: Option<UploadPieces>,
}

impl UploadChain {
    fn new(source: Arc<Streamed>) -> Self {
        Self { source, next: 0, open: None }
    }
}

impl Stream for UploadChain {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(open) = &mut self.open
                && let Some(piece) = ready!(open.as_mut().poll_next(context))
            {
                return Poll::Ready(Some(piece));
            }
            let Streamed::Chain(uploads) = &*self.source else { return Poll::Ready(None) };
            let Some(next) = uploads.get(self.next).map(Upload::open) else {
                return Poll::Ready(None);
            };
            self.open = Some(next);
            self.next += 1;
        }
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Files that are sent while they are read.

use std::fs::{self, File};
use std::future::Future;
use std::io::{self, Read};
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::upload::Upload;

/// How much of a file is read at once.
const PIECE: u64 = 64 << 10;

impl Upload {
    /// The content of a file, which each attempt opens and reads anew, on the threads that Tokio has
    /// for work that blocks. Its length is that of this moment.
    ///
    /// # Errors
    ///
    /// When there is no such file.
    pub fn file(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path: Arc<PathBuf> = Arc::new(path.into());
        let length = fs::metadata(&*path)?.len();
        Ok(Self::repeatable(move || FilePieces::Closed(Arc::clone(&path))).with_length(length))
    }
}

/// The content of a file in pieces.
enum FilePieces {
    Closed(Arc<PathBuf>),
    Reading(JoinHandle<io::Result<(File, Bytes)>>),
    Open(File),
    Ended,
}

impl FilePieces {
    /// Reads the next piece of the file that `open` opens.
    fn reading(open: impl FnOnce() -> io::Result<File> + Send + 'static) -> io::Result<Self> {
        let runtime = Handle::try_current().map_err(io::Error::other)?;
        Ok(Self::Reading(runtime.spawn_blocking(move || read(open()?))))
    }
}

fn read(mut file: File) -> io::Result<(File, Bytes)> {
    let mut piece = Vec::new();
    file.by_ref().take(PIECE).read_to_end(&mut piece)?;
    Ok((file, Bytes::from(piece)))
}

impl Stream for FilePieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let outcome = match &mut *self {
                Self::Ended => return Poll::Ready(None),
                Self::Reading(reading) => Some(ready!(Pin::new(reading).poll(context))),
                Self::Closed(_) | Self::Open(_) => None,
            };
            *self = match (std::mem::replace(&mut *self, Self::Ended), outcome) {
                (Self::Closed(path), _) => Self::reading(move || File::open(&*path))?,
                (Self::Open(file), _) => Self::reading(move || Ok(file))?,
                (_, Some(Ok(Ok((_, piece))))) if piece.is_empty() => Self::Ended,
                (_, Some(Ok(Ok((file, piece))))) => {
                    *self = Self::Open(file);
                    return Poll::Ready(Some(Ok(piece)));
                }
                (_, Some(Ok(Err(error)))) => return Poll::Ready(Some(Err(error))),
                (_, Some(Err(error))) => return Poll::Ready(Some(Err(error.into()))),
                (_, None) => Self::Ended,
            };
        }
    }
}

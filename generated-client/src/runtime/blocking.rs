// @generated: part of the runtime that the generator copies. Do not edit.

//! Calls that block the thread until they are over.

use std::sync::{OnceLock, mpsc};
use std::thread;

use tokio::runtime::{Builder, Handle};

use super::error::{Error, ErrorKind, Result};
use super::response::Sending;
use super::typed_request::TypedRequest;

/// Sends a request and blocks the thread. Every request has this method.
pub trait SendBlocking: TypedRequest {
    /// Sends the request, and returns the body of the response. See [`Sending::wait`].
    ///
    /// # Errors
    ///
    /// Those of `send`.
    fn send_blocking(self) -> Result<Self::Output> {
        (Self::SEND)(self.into_call()).into_body().wait()
    }
}

impl<R: TypedRequest> SendBlocking for R {}

impl<T: Send + 'static> Sending<T> {
    /// The result, for which the thread is blocked: what `send` and all its relatives return can be
    /// waited for like this, with and without an async runtime around. In an async function, `.await`
    /// is better, since other tasks of the thread stand still meanwhile.
    ///
    /// All calls that block are driven by one thread of this crate, which keeps their connections.
    ///
    /// # Errors
    ///
    /// Those of the call; [`ErrorKind::Configuration`] if the thread cannot be started.
    pub fn wait(self) -> Result<T> {
        let (sender, receiver) = mpsc::channel();
        driver()?.spawn(async move {
            // Nobody else takes the result.
            let _ = sender.send(self.await);
        });
        receiver
            .recv()
            .unwrap_or_else(|_| Err(Error::new(ErrorKind::Transport, "the call broke off")))
    }
}

/// The runtime on a thread of its own.
fn driver() -> Result<&'static Handle> {
    static DRIVER: OnceLock<std::io::Result<Handle>> = OnceLock::new();
    let driver = DRIVER.get_or_init(|| {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let name = concat!(env!("CARGO_PKG_NAME"), "-blocking").to_owned();
        let drive = move || runtime.block_on(std::future::pending::<()>());
        thread::Builder::new().name(name).spawn(drive)?;
        Ok(handle)
    });
    driver.as_ref().map_err(|error| {
        let message = format!("there is no thread for calls that block: {error}");
        Error::new(ErrorKind::Configuration, message)
    })
}

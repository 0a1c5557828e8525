// @generated: part of the runtime that the generator copies. Do not edit.

//! What a call returns: its response, in the form that the operation's response has.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::by_status::ByStatus;
use super::call::Call;
use super::response::{Response, Sending};

impl Call {
    /// Sends the request and reads the response as JSON.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind); `Decode` if the response is empty and `T` is not
    /// an `Option`, is not JSON, or lacks a required member that the client does not do without.
    pub fn send<T: DeserializeOwned + 'static>(self) -> Sending<Response<T>> {
        Sending::reading(self.execute(), Response::json)
    }

    /// Sends the request; the body of the response is not looked at.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub fn send_empty(self) -> Sending<Response<()>> {
        Sending::reading(self.execute(), |response| Ok(response.with_body(())))
    }

    /// Sends the request; the body of the response is left as it is, to be read by
    /// [`Response::json`] or [`Response::text`] where its type depends on the status.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub fn send_bytes(self) -> Sending<Response<Bytes>> {
        Sending::reading(self.execute(), Ok)
    }

    /// Sends the request and reads the response as its status demands.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind).
    pub fn send_by_status<T: ByStatus + 'static>(self) -> Sending<Response<T>> {
        Sending::reading(self.execute(), T::read)
    }

    /// Sends the request and reads the response as text, see [`Response::text`].
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind).
    pub fn send_text(self) -> Sending<Response<String>> {
        Sending::reading(self.execute(), Response::text)
    }
}

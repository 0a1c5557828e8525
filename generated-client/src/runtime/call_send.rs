//! What a call returns: its response, in the form that the operation's response has.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::by_status::ByStatus;
use super::call::Call;
use super::error::Result;
use super::response::Response;

impl Call {
    /// Sends the request and reads the response as JSON.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind); `Decode` if the response is empty, is not JSON, or
    /// lacks a required member that the client does not do without.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Response<T>> {
        self.execute().await?.json()
    }

    /// Sends the request; the body of the response is not looked at.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub async fn send_empty(self) -> Result<Response<()>> {
        Ok(self.execute().await?.with_body(()))
    }

    /// Sends the request; the body of the response is left as it is, to be read by
    /// [`Response::json`] or [`Response::text`] where its type depends on the status.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub async fn send_bytes(self) -> Result<Response<Bytes>> {
        self.execute().await
    }

    /// Sends the request and reads the response as its status demands.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind).
    pub async fn send_by_status<T: ByStatus>(self) -> Result<Response<T>> {
        T::read(self.execute().await?)
    }

    /// Sends the request and reads the response as text in UTF-8.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind).
    pub async fn send_text(self) -> Result<Response<String>> {
        self.execute().await?.text()
    }
}

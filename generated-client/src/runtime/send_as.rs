// @generated: part of the runtime that the generator copies. Do not edit.

//! Responses that are not what their description says.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::byte_stream::ByteStream;
use super::call::Call;
use super::event_stream::EventStream;
use super::response::{Response, Sending};

/// Reads the response of a request as something else than what the description says. Every request
/// has these methods: where a description is wrong, its typed request still serves.
pub trait SendAs: Sized {
    /// The request as it goes over the wire.
    #[doc(hidden)]
    fn into_call(self) -> Call;

    /// Sends the request, and returns the body of the response as it came.
    fn send_bytes(self) -> Sending<Response<Bytes>> {
        self.into_call().send_bytes()
    }

    /// Sends the request, and reads the response as text in UTF-8.
    fn send_text(self) -> Sending<Response<String>> {
        self.into_call().send_text()
    }

    /// Sends the request, and reads the response as the JSON of a `T`: a struct of yours, or
    /// `serde_json::Value`.
    fn send_as<T: DeserializeOwned + 'static>(self) -> Sending<Response<T>> {
        self.into_call().send()
    }

    /// Sends the request, and returns the body of the response while it comes.
    fn send_stream(self) -> Sending<Response<ByteStream>> {
        self.into_call().send_stream()
    }

    /// Sends the request, asks for server-sent events, and reads the data of each as the JSON of a
    /// `T`.
    fn send_events<T: DeserializeOwned + 'static>(self) -> Sending<Response<EventStream<T>>> {
        self.into_call().accept("text/event-stream").send_events()
    }
}

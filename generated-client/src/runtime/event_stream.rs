// @generated: part of the runtime that the generator copies. Do not edit.

//! Responses that are server-sent events (`text/event-stream`).

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Map, Value};

use super::byte_stream::ByteStream;
use super::call::Call;
use super::decode::{self, DecodeError};
use super::error::{ErrorKind, Result};
use super::event_parser::{EventParser, RawEvent};
use super::pieces::Pieces;
use super::response::{Response, Sending, header_text};

/// The data of an event that is the last one. No standard knows it, but many
/// services end their streams like this.
const END: &str = "[DONE]";

/// The name of an event that has none, by the standard.
const UNNAMED: &str = "message";

/// The server-sent events of a response, each read as a `T` when it comes.
///
/// A [`Stream`] of values; [`try_next_event`](Self::try_next_event) gives names and identifiers as
/// well. It ends with the response, after an event whose data is `[DONE]`, or after a failure of the
/// connection. An event that cannot be read is an error too, and the stream goes on after it.
///
/// Every wait for more has the time of an attempt, see
/// [`RequestOptions::attempt_timeout`](super::options::RequestOptions::attempt_timeout); a service
/// that pauses longer usually sends comments in between, and any byte counts.
pub struct EventStream<T> {
    pieces: Pieces<EventParser>,
    read: ReadEvent<T>,
}

/// Reads an event, leniently or not.
type ReadEvent<T> = fn(&RawEvent, bool) -> Result<T, DecodeError>;

/// An event: what it says, and what it is called.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The `event` of the stream, `message` where it has none.
    pub name: String,
    /// The last `id` of the stream, if it has any.
    pub id: Option<String>,
    /// The data of the event.
    pub data: T,
}

impl<T> EventStream<T> {
    /// The data of the next event, `None` after the last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if the event is not a `T`: [`Error::body`](super::error::Error::body)
    /// has its data, and further events may follow. Every other kind ends the stream.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        Ok(self.try_next_event().await?.map(|event| event.data))
    }

    /// The next event with its name and its identifier, `None` after the last.
    ///
    /// # Errors
    ///
    /// The same as those of [`try_next`](Self::try_next).
    pub async fn try_next_event(&mut self) -> Result<Option<Event<T>>> {
        poll_fn(|context| self.poll_event(context)).await.transpose()
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>>>> {
        let event = match ready!(self.pieces.poll_next(context)) {
            Some(Ok(event)) => event,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        if event.data == END {
            self.pieces.end();
            return Poll::Ready(None);
        }
        Poll::Ready(Some(match (self.read)(&event, self.pieces.bytes().is_lenient()) {
            Ok(data) => Ok(event.with_data(data)),
            Err(error) => Err(self.pieces.unreadable(event.data, error)),
        }))
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context).map_ok(|event| event.data)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("bytes", self.pieces.bytes()).finish_non_exhaustive()
    }
}

impl Call {
    /// Sends the request and returns the events of the response, with their data read as JSON.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`]; `Decode` if the response is JSON and no stream: what was asked for in the
    /// request was not one.
    pub fn send_events<T: DeserializeOwned + 'static>(self) -> Sending<Response<EventStream<T>>> {
        self.events(|event, is_lenient| decode::from_slice(event.data.as_bytes(), is_lenient))
    }

    /// Sends the request and returns the events of the response, with their data as text.
    ///
    /// # Errors
    ///
    /// The same as those of [`send_events`](Self::send_events).
    pub fn send_text_events<T: DeserializeOwned + 'static>(
        self,
    ) -> Sending<Response<EventStream<T>>> {
        self.events(|event, _| {
            let data: StrDeserializer<'_, serde_json::Error> =
                event.data.as_str().into_deserializer();
            T::deserialize(data).map_err(|error| DecodeError::new(event.data.as_bytes(), error))
        })
    }

    /// Sends the request and returns the events of the response, each read as a JSON object with the
    /// members `event`, `data`, `id` and `retry`, as far as the event has them. Data that is JSON is
    /// a value, other data a text.
    ///
    /// # Errors
    ///
    /// The same as those of [`send_events`](Self::send_events).
    pub fn send_whole_events<T: DeserializeOwned + 'static>(
        self,
    ) -> Sending<Response<EventStream<T>>> {
        self.events(|event, is_lenient| {
            let data = serde_json::from_str(&event.data);
            event.whole(data.unwrap_or_else(|_| Value::from(event.data.as_str())), is_lenient)
        })
    }

    /// Like [`send_whole_events`](Self::send_whole_events), but all data is a text.
    ///
    /// # Errors
    ///
    /// The same as those of [`send_events`](Self::send_events).
    pub fn send_whole_text_events<T: DeserializeOwned + 'static>(
        self,
    ) -> Sending<Response<EventStream<T>>> {
        self.events(|event, is_lenient| event.whole(Value::from(event.data.as_str()), is_lenient))
    }

    fn events<T: 'static>(self, read: ReadEvent<T>) -> Sending<Response<EventStream<T>>> {
        Sending::reading(self.open(), move |response| {
            let bytes = events_of(response)?;
            Ok(bytes.map(|bytes| EventStream { pieces: Pieces::new(bytes), read }))
        })
    }
}

/// The same response, if it may be a stream of events.
fn events_of(response: Response<ByteStream>) -> Result<Response<ByteStream>> {
    let content_type = header_text(response.headers(), CONTENT_TYPE.as_str()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/json") {
        let message =
            "the response is JSON, not a stream of events: the request has to ask for one";
        return Err(response.body().failure(ErrorKind::Decode, message.to_owned(), Bytes::new()));
    }
    Ok(response)
}

impl RawEvent {
    fn with_data<T>(self, data: T) -> Event<T> {
        let name = if self.name.is_empty() { UNNAMED.to_owned() } else { self.name };
        Event { name, id: Some(self.id).filter(|id| !id.is_empty()), data }
    }

    /// The event as an object, as descriptions describe it that describe events as a whole.
    fn whole<T>(&self, data: Value, is_lenient: bool) -> Result<T, DecodeError>
    where
        T: DeserializeOwned,
    {
        let mut members = Map::new();
        for (member, text) in [("event", &self.name), ("id", &self.id)] {
            if !text.is_empty() {
                members.insert(member.to_owned(), Value::from(text.as_str()));
            }
        }
        if let Some(retry) = self.retry {
            members.insert("retry".to_owned(), Value::from(retry));
        }
        members.insert("data".to_owned(), data);
        decode::from_slice(Value::Object(members).to_string().as_bytes(), is_lenient)
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Calls that no operation of the description covers.

use std::fmt::Display;

use http::{Method, header};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::call::{Call, Raw};
use super::client::Core;
use super::encode;
use super::operation::{Idempotency, Operation};
use super::options::RequestOptions;
use super::response::{Response, Sending};
use super::send_as::SendAs;
use super::upload::Upload;

/// A request that no operation of the description covers, see `Client::call`.
///
/// It is authorized, sent and repeated as that of an operation. A failed attempt is repeated if the
/// method is idempotent, or if [`idempotent`](Self::idempotent) says so. [`SendAs`] has more ways to
/// read the response.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct RawCall(Call);

const UNDESCRIBED: Operation = Operation {
    id: "call",
    method: Method::POST,
    path: "",
    idempotency: Idempotency::NotIdempotent,
};
static ONCE: Operation = UNDESCRIBED;
static IDEMPOTENT: Operation = Operation { idempotency: Idempotency::Idempotent, ..UNDESCRIBED };

impl Core {
    /// A request of this method for this path below the endpoint.
    pub fn raw(&self, method: Method, path: &str) -> RawCall {
        let operation = if method.is_idempotent() { &IDEMPOTENT } else { &ONCE };
        let mut call = self.call(operation);
        if !path.starts_with('/') || path.contains('#') {
            call.reject(format!("the path `{path}` must begin with `/` and have no `#`"));
        }
        call.raw = Some(Box::new(Raw { method, path: path.to_owned() }));
        RawCall(call)
    }
}

impl RawCall {
    /// A parameter of the query, beside earlier ones.
    pub fn query(mut self, name: impl Into<String>, value: impl Display) -> Self {
        let value = encode::component(&value.to_string());
        self.0.query.push((name.into().into(), value));
        self
    }

    /// A header; replaces an earlier value of that name.
    pub fn header(mut self, name: &str, value: impl Display) -> Self {
        self.0.record_header(name, value.to_string());
        self
    }

    /// The body: a value as JSON.
    pub fn json(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.0 = self.0.body(value);
        self
    }

    /// The body: bytes of this media type, or a stream of them.
    pub fn bytes(mut self, content_type: &str, body: impl Into<Upload>) -> Self {
        self.0 = self.0.bytes(content_type, &body.into());
        self
    }

    /// Says that the request may be sent twice, because the service tells repetitions: by a token in
    /// the query, for example.
    pub fn idempotent(mut self) -> Self {
        self.0.operation = &IDEMPOTENT;
        self
    }

    /// The options of this call.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.0 = self.0.options(options);
        self
    }

    /// Sends the request, and reads the body of the response as the JSON of a `T`: a struct of yours,
    /// or `serde_json::Value`.
    pub fn send<T: DeserializeOwned + 'static>(self) -> Sending<T> {
        self.send_with_response().into_body()
    }

    /// Sends the request, and returns the whole response, its body read as the JSON of a `T`.
    pub fn send_with_response<T: DeserializeOwned + 'static>(self) -> Sending<Response<T>> {
        self.0.send()
    }

    /// Sends the request; the body of the response is not looked at.
    pub fn send_empty(self) -> Sending<()> {
        self.0.header(header::ACCEPT.as_str(), "*/*").send_empty().into_body()
    }
}

impl SendAs for RawCall {
    fn into_call(self) -> Call {
        self.0
    }
}

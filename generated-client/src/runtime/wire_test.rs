// @generated: part of the runtime that the generator copies. Do not edit.

//! One exchange of request and response, as the description's examples have it.
//!
//! Only the emitted crate's own tests use this: it sends a request through the whole client, with a
//! transport that answers at once, and compares what arrives there.

use std::fmt::Debug;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, StatusCode};
use serde::Serialize;
use serde_json::Value;

use super::authorize::Authorize;
use super::client::ClientBuilder;
use super::error::Result;
use super::json_write;
use super::options::RequestOptions;
use super::transport::BoxFuture;

/// What must go over the wire, and what comes back. No required member is missing in an example,
/// even if the service is known to leave some out.
#[derive(Debug)]
pub struct Exchange {
    method: &'static str,
    /// Path and query.
    target: &'static str,
    /// The JSON body, if there is one.
    body: Option<&'static str>,
    /// Members of the body that go over the wire encrypted.
    encrypted: &'static [&'static str],
    /// The status of the response.
    status: u16,
    /// The JSON body of the response, if there is one.
    response: Option<&'static str>,
}

/// The requests that were sent.
type Seen = Arc<Mutex<Vec<Request<Bytes>>>>;

impl Exchange {
    /// A request with this method, and path and query, which is answered with this status.
    pub fn new(method: &'static str, target: &'static str, status: u16) -> Self {
        Self { method, target, body: None, encrypted: &[], status, response: None }
    }

    /// The request has this JSON as its body.
    pub fn body(self, json: &'static str) -> Self {
        Self { body: Some(json), ..self }
    }

    /// These members of the body go over the wire encrypted.
    pub fn encrypted(self, names: &'static [&'static str]) -> Self {
        Self { encrypted: names, ..self }
    }

    /// The response has this JSON as its body.
    pub fn response(self, json: &'static str) -> Self {
        Self { response: Some(json), ..self }
    }

    /// Makes the call, compares the request, and compares the response with what was read of it.
    ///
    /// # Panics
    ///
    /// If anything differs.
    pub fn check<C, T, F>(&self, builder: ClientBuilder<C>, call: impl FnOnce(&C) -> F)
    where
        T: Serialize + Debug,
        F: Future<Output = Result<T>>,
    {
        let body = self.check_request(builder, call);
        self.compare_response(&serde_json::to_value(&body).expect("a response can be written"));
    }

    /// Makes the call and compares the request.
    ///
    /// # Panics
    ///
    /// If anything differs.
    pub fn check_request<C, T, F>(&self, builder: ClientBuilder<C>, call: impl FnOnce(&C) -> F) -> T
    where
        F: Future<Output = Result<T>>,
    {
        // What does not depend on the call is compiled once for all tests of a crate.
        let (client, seen) = self.client(builder);
        let body = finish(call(&client)).expect("the call succeeds");
        self.compare(&seen);
        body
    }

    /// A client that keeps its requests and answers each of them at once.
    fn client<C>(&self, builder: ClientBuilder<C>) -> (C, Seen) {
        let seen = Seen::default();
        let record = Arc::clone(&seen);
        let status = StatusCode::from_u16(self.status).expect("the example has an HTTP status");
        let response = Bytes::from_static(self.response.unwrap_or_default().as_bytes());
        let client = builder
            .lenient(false)
            // A target has none of the path in front of it, wherever the operation is.
            .options(RequestOptions::new().endpoint("https://service.example"))
            .transport(move |request: Request<Bytes>| {
                record.lock().unwrap_or_else(PoisonError::into_inner).push(request);
                let mut response = http::Response::new(response.clone());
                *response.status_mut() = status;
                std::future::ready(Ok(response))
            })
            .build()
            .expect("the client can be built");
        (client, seen)
    }

    fn compare_response(&self, read: &Value) {
        let sent = parse(self.response.unwrap_or_default());
        let read = parse(&read.to_string());
        assert_eq!(read, sent, "the response was not read without loss");
    }

    fn compare(&self, seen: &Seen) {
        let requests = seen.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(requests.len(), 1, "one call is one request");
        let request = &requests[0];
        assert_eq!(request.method().as_str(), self.method);
        let target = request.uri().path_and_query().map(|it| it.as_str());
        assert_eq!(target, Some(self.target));
        let content_type = request.headers().get(http::header::CONTENT_TYPE);
        match self.body {
            Some(body) => {
                let text = std::str::from_utf8(request.body()).expect("a JSON body is text");
                let (mut sent, mut shown) = (parse(text), parse(body));
                for name in self.encrypted {
                    let [sent, shown] = [&mut sent, &mut shown].map(|body| body[name].take());
                    if sent.is_null() && shown.is_null() {
                        continue;
                    }
                    assert!(sent.is_string(), "an encrypted member is text: {sent}");
                    assert_ne!(sent, shown, "`{name}` goes over the wire in clear");
                }
                assert_eq!(sent, shown, "the body differs");
                let content_type = content_type.and_then(|it| it.to_str().ok());
                assert!(content_type.is_some_and(|it| it.contains("json")));
            }
            None => {
                assert_eq!(request.body().len(), 0, "there is a body");
                assert_eq!(content_type, None);
            }
        }
    }
}

/// Authorizes nothing: examples have no credentials.
#[derive(Debug)]
pub struct NoCredentials;

impl Authorize for NoCredentials {
    fn authorize<'a>(
        &'a self,
        _request: &'a mut Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

fn parse(text: &str) -> Value {
    let value: Value =
        serde_json::from_str(text).unwrap_or_else(|error| panic!("no JSON: {error}: {text}"));
    // `1.0` and `1` are the same number.
    json_write::to_value(&value).expect("a value can be written")
}

/// The output of a future that never has to wait.
fn finish<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the transport answers at once, so nothing waits"),
    }
}

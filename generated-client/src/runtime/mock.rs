// @generated: part of the runtime that the generator copies. Do not edit.

//! A transport that answers from memory, for tests.

use std::cmp::Reverse;
use std::fmt;
use std::future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response};

pub use super::mock_reply::Reply;
use super::mock_reply::{MockBody, Outcome};
use super::transport::{
    BodyStream, BoxFuture, Limits, Transport, TransportError, TransportErrorKind,
};
use super::upload_stream::UploadStream;

/// A transport that returns prepared replies and remembers the requests.
///
/// A clone is a handle to the same mock: give one to the client, ask the other. Pauses end at once
/// and are remembered too. A request without a prepared reply fails and is not repeated; if it was
/// a repetition itself, the failure before it is in the causes of the error.
#[derive(Clone, Default)]
pub struct MockTransport(Arc<Mutex<MockState>>);

#[derive(Default)]
struct MockState {
    replies: Vec<Prepared>,
    requests: Vec<Request<Bytes>>,
    pauses: Vec<Duration>,
}

struct Prepared {
    method: Method,
    target: String,
    reply: Reply,
    is_used: bool,
}

impl MockTransport {
    /// A mock without replies.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a reply for a request of this method and target. It is given once, unless it is
    /// [`repeated`](Reply::repeated).
    ///
    /// `target` is a path as it goes over the wire. With a query, only requests match that have its
    /// parameters, among others: `/v2/image?marker=m-1`. Where several replies match, the one with
    /// the most parameters is given, and of these the one that was added first.
    #[must_use]
    pub fn on(self, method: Method, target: impl Into<String>, reply: Reply) -> Self {
        let target = target.into();
        self.state().replies.push(Prepared { method, target, reply, is_used: false });
        self
    }

    /// Adds a reply for a `GET` request of this target, see [`on`](Self::on).
    #[must_use]
    pub fn get(self, target: impl Into<String>, reply: Reply) -> Self {
        self.on(Method::GET, target, reply)
    }

    /// Adds a reply for a `POST` request of this target, see [`on`](Self::on).
    #[must_use]
    pub fn post(self, target: impl Into<String>, reply: Reply) -> Self {
        self.on(Method::POST, target, reply)
    }

    /// Adds a reply for a `PUT` request of this target, see [`on`](Self::on).
    #[must_use]
    pub fn put(self, target: impl Into<String>, reply: Reply) -> Self {
        self.on(Method::PUT, target, reply)
    }

    /// Adds a reply for a `DELETE` request of this target, see [`on`](Self::on).
    #[must_use]
    pub fn delete(self, target: impl Into<String>, reply: Reply) -> Self {
        self.on(Method::DELETE, target, reply)
    }

    /// The requests so far, in the order they were sent.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.state().requests.clone()
    }

    /// The pauses between attempts so far.
    pub fn pauses(&self) -> Vec<Duration> {
        self.state().pauses.clone()
    }

    /// The number of replies that no request has taken yet.
    pub fn replies_left(&self) -> usize {
        self.state().replies.iter().filter(|prepared| !prepared.is_used).count()
    }

    /// Keeps `request` and does what is prepared for it; `read` makes of a response what is wanted.
    fn reply<T: Send + 'static>(
        &self,
        request: Request<Bytes>,
        read: impl FnOnce(Response<MockBody>) -> Result<T, TransportError>,
    ) -> BoxFuture<'static, Result<T, TransportError>> {
        let mut state = self.state();
        let outcome = state.response(&request);
        state.requests.push(request);
        match outcome {
            Outcome::Response(response) => Box::pin(future::ready(read(response))),
            Outcome::Failure(kind, message) => {
                Box::pin(future::ready(Err(TransportError::new(kind, message))))
            }
            Outcome::Silence => Box::pin(future::pending()),
        }
    }

    /// A panic elsewhere leaves nothing half done here.
    fn state(&self) -> MutexGuard<'_, MockState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MockState {
    /// The outcome of `request`: the prepared reply that matches it best.
    fn response(&mut self, request: &Request<Bytes>) -> Outcome {
        let matching = self.replies.iter().enumerate().filter(|(_, it)| it.matches(request));
        // Of equals, this is the first.
        match matching.min_by_key(|(_, it)| Reverse(it.parameters().count())) {
            Some((index, prepared)) if prepared.reply.is_repeated => {
                self.replies[index].is_used = true;
                self.replies[index].reply.outcome.clone()
            }
            Some((index, _)) => self.replies.remove(index).reply.outcome,
            None => self.nothing_for(request),
        }
    }

    fn nothing_for(&self, request: &Request<Bytes>) -> Outcome {
        let prepared: Vec<String> = self.replies.iter().map(Prepared::to_string).collect();
        let message = format!(
            "no reply is prepared for {} {}; prepared are: [{}]",
            request.method(),
            request.uri(),
            prepared.join(", ")
        );
        Outcome::Failure(TransportErrorKind::Refused, message)
    }
}

impl Prepared {
    fn matches(&self, request: &Request<Bytes>) -> bool {
        let path = self.target.split('?').next().unwrap_or_default();
        let given = request.uri().query().unwrap_or_default();
        self.method == request.method()
            && path == request.uri().path()
            && self.parameters().all(|pair| given.split('&').any(|other| other == pair))
    }

    /// The parameters that a request must have.
    fn parameters(&self) -> impl Iterator<Item = &str> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        query.split('&').filter(|pair| !pair.is_empty())
    }
}

impl fmt::Display for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.target)
    }
}

impl Transport for MockTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        self.reply(request, |response| {
            let (head, body) = response.into_parts();
            Ok(Response::from_parts(head, body.whole()?))
        })
    }

    fn open(
        &self,
        request: Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        self.reply(request, |response| Ok(response.map(|body| -> BodyStream { Box::pin(body) })))
    }

    fn upload(
        &self,
        request: Request<UploadStream>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        let mock = self.clone();
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let failure = |error| TransportError::new(TransportErrorKind::Io, error);
            let body = body.into_bytes().await.map_err(failure)?;
            mock.open(Request::from_parts(head, body), limits).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.state().pauses.push(duration);
        Box::pin(future::ready(()))
    }

    fn deadline(&self, _duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::ready(()))
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("MockTransport")
            .field("replies", &state.replies.len())
            .field("requests", &state.requests.len())
            .finish_non_exhaustive()
    }
}

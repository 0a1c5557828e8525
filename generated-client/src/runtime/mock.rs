//! A transport that answers from memory, for tests.

use std::fmt;
use std::future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode};

use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

/// A transport that gives prepared replies and remembers the requests.
///
/// A clone is a handle to the same mock: give one to the client, ask the other. Pauses end at once
/// and are remembered too. A request that no reply is left for fails and is not repeated.
#[derive(Clone, Default)]
pub struct MockTransport(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    replies: Vec<Prepared>,
    requests: Vec<Request<Bytes>>,
    pauses: Vec<Duration>,
}

struct Prepared {
    method: Method,
    target: String,
    reply: Reply,
}

impl MockTransport {
    /// A mock without replies.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a reply for a request of this method and target. It is given once; the replies for the
    /// same request are given in the order they were added.
    ///
    /// `target` is a path as it goes over the wire. With a query, only requests match that have its
    /// parameters, among others: `/v2/image?marker=m-1`.
    #[must_use]
    pub fn on(self, method: Method, target: impl Into<String>, reply: Reply) -> Self {
        let target = target.into();
        self.state().replies.push(Prepared { method, target, reply });
        self
    }

    /// The requests so far, in the order they were sent.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.state().requests.clone()
    }

    /// The pauses between attempts so far.
    pub fn pauses(&self) -> Vec<Duration> {
        self.state().pauses.clone()
    }

    /// How many replies were not asked for yet.
    pub fn replies_left(&self) -> usize {
        self.state().replies.len()
    }

    /// A panic elsewhere leaves nothing half done here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The outcome of `request`: the first prepared reply that is for it.
    fn answer(&mut self, request: &Request<Bytes>) -> Outcome {
        match self.replies.iter().position(|prepared| prepared.matches(request)) {
            Some(index) => self.replies.remove(index).reply.0,
            None => {
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
    }
}

impl Prepared {
    fn matches(&self, request: &Request<Bytes>) -> bool {
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let given = request.uri().query().unwrap_or_default();
        self.method == request.method()
            && path == request.uri().path()
            && query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .all(|pair| given.split('&').any(|other| other == pair))
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
        let mut state = self.state();
        let outcome = state.answer(&request);
        state.requests.push(request);
        match outcome {
            Outcome::Answer(answer) => Box::pin(future::ready(Ok(answer))),
            Outcome::Failure(kind, message) => {
                Box::pin(future::ready(Err(TransportError::new(kind, message))))
            }
            Outcome::Silence => Box::pin(future::pending()),
        }
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
            .field("replies_left", &state.replies.len())
            .field("requests", &state.requests.len())
            .finish_non_exhaustive()
    }
}

/// What a [`MockTransport`] does with a request.
#[derive(Debug)]
pub struct Reply(Outcome);

#[derive(Debug)]
enum Outcome {
    Answer(Response<Bytes>),
    Failure(TransportErrorKind, String),
    Silence,
}

impl Reply {
    /// An answer with this status and JSON text.
    pub fn json(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self::empty(status)
            .with_body(body)
            .with_header(CONTENT_TYPE, HeaderValue::from_static("application/json;charset=UTF-8"))
    }

    /// An answer with this status and no body.
    pub fn empty(status: StatusCode) -> Self {
        let mut answer = Response::new(Bytes::new());
        *answer.status_mut() = status;
        Self(Outcome::Answer(answer))
    }

    /// A failure of the transport.
    pub fn failure(kind: TransportErrorKind) -> Self {
        Self(Outcome::Failure(kind, "a prepared failure".to_owned()))
    }

    /// No answer at all: the attempt times out, at once.
    pub fn silence() -> Self {
        Self(Outcome::Silence)
    }

    /// The same answer with a further header. Nothing else than an answer has headers.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let Outcome::Answer(answer) = &mut self.0 {
            answer.headers_mut().append(name, value);
        }
        self
    }

    /// The same answer with another body. Nothing else than an answer has a body.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Bytes>) -> Self {
        if let Outcome::Answer(answer) = &mut self.0 {
            *answer.body_mut() = body.into();
        }
        self
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! From a recorded call to a response that is a success: authorize, send, repeat.
//!
//! Bytes in, bytes out: nothing here is generic, so it is compiled once.

use std::error::Error as StdError;
use std::fmt;
use std::mem;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;

use super::attempt::Attempt;
use super::call::{Call, is_success};
use super::error::{Error, ErrorKind, Result};
use super::intercept::CallContext;
#[cfg(not(feature = "tracing"))]
use super::no_trace as trace;
use super::request::Draft;
use super::response::{Origin, Response};
use super::retry::Backoff;
use super::secret::SecretMembers;
use super::service_error;
use super::timer::Timer;
#[cfg(feature = "tracing")]
use super::trace;
use super::transport::{
    BoxFuture, Limits, Transport, TransportError, TransportErrorKind, read_whole,
};
use super::upload::Upload;

impl Call {
    /// Sends the request until it succeeds or fails for good.
    pub(super) fn execute(self) -> BoxFuture<'static, Result<Response<Bytes>>> {
        let operation = self.operation.id;
        match Draft::new(self) {
            Ok(draft) => Box::pin(async move {
                let transport = &*draft.call.core.inner().transport;
                draft.run(transport).await
            }),
            Err(error) => Box::pin(async move { Err(error.for_operation(operation)) }),
        }
    }
}

impl Draft {
    /// Sends the request over `transport` until it succeeds or fails for good.
    pub(super) async fn run(&self, transport: &dyn Transport) -> Result<Response<Bytes>> {
        let mut context = CallContext::new(self.call.operation, self.method());
        let span = trace::call_span(self);
        let outcome = span.around(self.attempts(transport, &mut context)).await;
        span.end_call(&outcome);
        self.options.interceptors().at_end(&outcome, &mut context);
        outcome
    }

    async fn attempts(
        &self,
        transport: &dyn Transport,
        context: &mut CallContext,
    ) -> Result<Response<Bytes>> {
        let client = self.call.core.inner();
        let mut timer = Timer::new(transport, self.options.call_limit());
        let mut backoff = Backoff::new(self.options.retry_policy());
        let mut failure = None;
        loop {
            let request = self.request();
            let mut request = request.map_err(|error| self.finish(error, context.attempt()))?;
            let attempts = context.begin_attempt();
            request.extensions_mut().insert(Attempt::new(self.call.operation.id, attempts));
            let span = trace::attempt_span(self, attempts, failure.as_ref());
            let outcome = {
                let attempt = pin!(self.attempt(transport, &mut request, &mut failure, context));
                span.around(timer.limit(attempt)).await
            };
            span.end_attempt(self, outcome.as_ref());
            let error = match outcome {
                Some(Ok(response)) => return Ok(Response::new(response, self.origin(attempts))),
                Some(Err(error)) => self.finish(error, attempts),
                None => return Err(self.finish(self.time_is_over(failure), attempts)),
            };
            let is_left = self.stream().is_none_or(Upload::is_left);
            let pause = backoff.next(&error, client.clock.now()).filter(|_| is_left);
            let Some(pause) = pause else {
                return Err(error);
            };
            trace::retry(attempts, pause, &error);
            self.options.interceptors().before_retry(&error, pause, context);
            failure = Some(error);
            if timer.limit(transport.sleep(pause).as_mut()).await.is_none() {
                return Err(self.finish(self.time_is_over(failure), attempts));
            }
        }
    }

    /// Authorizes and sends the request once, and takes it. `failure` is that of the attempt
    /// before.
    async fn attempt(
        &self,
        transport: &dyn Transport,
        request: &mut http::Request<Bytes>,
        failure: &mut Option<Error>,
        context: &mut CallContext,
    ) -> Result<http::Response<Bytes>> {
        let client = self.call.core.inner();
        let limit = self.options.response_limit();
        let interceptors = self.options.interceptors();
        let progress = Arc::default();
        let mut exchange = pin!(async {
            interceptors.before_signing(request, context)?;
            let now = client.clock.now();
            client.credentials.authorize(self.credentials, request, now).await?;
            if request.extensions().get::<SecretMembers>().is_some() {
                let message = "the body has a secret that the authorizer did not encrypt";
                return Err(Error::new(ErrorKind::Authorization, message));
            }
            interceptors.before_sending(request, context)?;
            let response = self.exchange(transport, mem::take(request), &progress).await;
            let response = response.map_err(|error| self.transport_error(error, failure.take()))?;
            interceptors.after_response(&response, context);
            Ok(response)
        });
        let mut sent = 0;
        let response = loop {
            let mut timer = Timer::new(transport, self.options.attempt_limit());
            if let Some(response) = timer.limit(exchange.as_mut()).await {
                break response?;
            }
            // A stream may take as long as it likes if it goes on.
            let pieces = progress.load(Ordering::Relaxed);
            if pieces == sent {
                return Err(self.timeout("the time for an attempt is over"));
            }
            sent = pieces;
        };
        if response.body().len() > limit {
            return Err(too_large(limit));
        }
        if is_success(response.status(), self.call.redirects) {
            return Ok(response);
        }
        let error =
            service_error::from_response(response, &client.service.dialect, self.is_repeatable())
                .lenient_if(client.is_lenient)
                .anonymous_if(!client.credentials.has(self.credentials));
        if let Some(seconds) = client.clock.learn(&error, &client.service.dialect) {
            trace::clock_correction(seconds);
        }
        Err(error)
    }

    /// Sends a request and reads the response; `progress` counts the pieces that are sent of a stream.
    async fn exchange(
        &self,
        transport: &dyn Transport,
        request: http::Request<Bytes>,
        progress: &Arc<AtomicU64>,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let limits = Limits::new(self.options.response_limit());
        let Some(stream) = self.stream() else {
            return transport.send(request, limits).await;
        };
        let request = request.map(|_| stream.to_stream(Arc::clone(progress)));
        let (head, body) = transport.upload(request, limits).await?.into_parts();
        Ok(http::Response::from_parts(head, read_whole(body, limits).await?))
    }

    fn origin(&self, attempts: u32) -> Origin {
        Origin {
            operation: self.call.operation.id,
            request_id_header: self.call.core.inner().service.dialect.request_id_header,
            attempts,
            is_lenient: self.call.core.inner().is_lenient,
        }
    }

    fn finish(&self, error: Error, attempts: u32) -> Error {
        error.for_operation(self.call.operation.id).with_attempts(attempts)
    }

    /// Whether the request may be sent again though it may have arrived.
    pub(super) fn is_repeatable(&self) -> bool {
        self.call.operation.idempotency.allows_repetition()
    }

    fn timeout(&self, message: &str) -> Error {
        Error::new(ErrorKind::Timeout, message).retryable_if(self.is_repeatable())
    }

    fn time_is_over(&self, failure: Option<Error>) -> Error {
        let timeout = self.timeout("the time for the call is over");
        match failure {
            Some(failure) => timeout.with_source(failure),
            None => timeout,
        }
    }

    /// The failure of the transport in one line: where to, and its first cause.
    fn failure(&self, error: &TransportError) -> String {
        let mut cause: &dyn StdError = error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        let cause = cause.to_string();
        // `Connection refused (os error 111)`: the number says nothing more.
        let cause = cause.split(" (os error ").next().unwrap_or_default();
        let host = self.endpoint().authority();
        match error.kind() {
            TransportErrorKind::Connect => format!("cannot connect to {host}: {cause}"),
            TransportErrorKind::Io => format!("the connection to {host} failed: {cause}"),
            _ => format!("{error}: {cause}"),
        }
    }

    fn transport_error(&self, error: TransportError, failure: Option<Error>) -> Error {
        let kind = error.kind();
        let message = self.failure(&error);
        let source = match failure {
            Some(failure) if kind == TransportErrorKind::Refused => {
                Box::new(Repetition { reason: error.into_source(), failure })
            }
            _ => error.into_source(),
        };
        let repeatable = self.is_repeatable();
        let (kind, retryable) = match kind {
            TransportErrorKind::Connect => (ErrorKind::Connect, true),
            TransportErrorKind::Timeout => (ErrorKind::Timeout, repeatable),
            TransportErrorKind::Io => (ErrorKind::Transport, repeatable),
            TransportErrorKind::Refused => (ErrorKind::Transport, false),
            TransportErrorKind::TooLarge => {
                return too_large(self.options.response_limit()).with_source(source);
            }
        };
        Error::new(kind, message).retryable_if(retryable).with_source(source)
    }
}

/// Why a transport declined to repeat a request, and the failure that the repetition was for.
#[derive(Debug)]
struct Repetition {
    reason: Box<dyn StdError + Send + Sync>,
    failure: Error,
}

impl fmt::Display for Repetition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

impl StdError for Repetition {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.failure)
    }
}

fn too_large(limit: usize) -> Error {
    let message = format!("the response is larger than {limit} bytes");
    Error::new(ErrorKind::ResponseTooLarge, message)
}

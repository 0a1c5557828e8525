//! From a recorded call to an answer that is a success: authorize, send, repeat.
//!
//! Bytes in, bytes out: nothing here is generic, so it is compiled once.

use bytes::Bytes;

use super::answer::Answer;
use super::call::Call;
use super::client::{Core, Inner};
use super::error::{Error, ErrorKind, Result};
use super::operation::Operation;
use super::options::RequestOptions;
use super::request;
use super::retry::Backoff;
use super::secret::SecretMembers;
use super::service_error;
use super::timer::Timer;
use super::transport::{BoxFuture, Limits, TransportError, TransportErrorKind};

impl Call {
    /// Sends the request until it succeeds or fails for good.
    pub(super) fn execute(self) -> BoxFuture<'static, Result<Answer>> {
        Box::pin(async move {
            let operation = self.operation;
            let options = self.options.clone().or(&self.core.inner().options);
            let request = request::build(&self, &options)
                .map_err(|error| error.for_operation(operation.id))?;
            let execution = Execution { core: self.core, operation, options, request };
            execution.run().await
        })
    }
}

/// A call that is being sent.
struct Execution {
    core: Core,
    operation: &'static Operation,
    options: RequestOptions,
    request: http::Request<Bytes>,
}

impl Execution {
    async fn run(self) -> Result<Answer> {
        let client = self.core.inner();
        let mut timer = Timer::new(&*client.transport, self.options.call_limit());
        let mut backoff = Backoff::new(self.options.retry_policy());
        let mut attempts = 0;
        loop {
            attempts += 1;
            let finish =
                |error: Error| error.for_operation(self.operation.id).with_attempts(attempts);
            let error = match timer.limit(self.attempt(client)).await {
                Some(Ok(response)) => return Ok(self.answer(response, attempts)),
                Some(Err(error)) => error,
                None => return Err(finish(self.timeout("the time for the call is over"))),
            };
            let Some(pause) = backoff.next(&error, client.clock.now()) else {
                return Err(finish(error));
            };
            if timer.limit(client.transport.sleep(pause)).await.is_none() {
                let timeout = self.timeout("the time for the call is over");
                return Err(finish(timeout.with_source(finish(error))));
            }
        }
    }

    /// Authorizes and sends the request once.
    async fn attempt(&self, client: &Inner) -> Result<http::Response<Bytes>> {
        let limit = self.options.response_limit();
        let exchange = async {
            let mut request = self.request.clone();
            if let Some(authorizer) = &client.authorizer {
                authorizer.authorize(&mut request, client.clock.now()).await?;
            }
            if request.extensions().get::<SecretMembers>().is_some() {
                let message = "the body has a secret that the authorizer did not encrypt";
                return Err(Error::new(ErrorKind::Authorization, message));
            }
            let answer = client.transport.send(request, Limits::new(limit)).await;
            answer.map_err(|error| self.transport_error(error))
        };
        let mut timer = Timer::new(&*client.transport, self.options.attempt_limit());
        let answer = match timer.limit(exchange).await {
            Some(answer) => answer?,
            None => return Err(self.timeout("the time for an attempt is over")),
        };
        if answer.body().len() > limit {
            return Err(too_large(limit));
        }
        if answer.status().is_success() {
            return Ok(answer);
        }
        let error = service_error::from_answer(
            answer,
            client.service.request_id_header,
            self.is_repeatable(),
        );
        client.clock.learn(&error);
        Err(error)
    }

    fn answer(&self, response: http::Response<Bytes>, attempts: u32) -> Answer {
        Answer {
            response,
            operation: self.operation.id,
            request_id_header: self.core.inner().service.request_id_header,
            attempts,
        }
    }

    fn is_repeatable(&self) -> bool {
        self.operation.idempotency.allows_repetition()
    }

    fn timeout(&self, message: &str) -> Error {
        Error::new(ErrorKind::Timeout, message).retryable_if(self.is_repeatable())
    }

    fn transport_error(&self, error: TransportError) -> Error {
        let message = error.to_string();
        let repeatable = self.is_repeatable();
        let failure = match error.kind() {
            TransportErrorKind::Connect => {
                Error::new(ErrorKind::Connect, message).retryable_if(true)
            }
            TransportErrorKind::Timeout => {
                Error::new(ErrorKind::Timeout, message).retryable_if(repeatable)
            }
            TransportErrorKind::Io => {
                Error::new(ErrorKind::Transport, message).retryable_if(repeatable)
            }
            TransportErrorKind::Refused => Error::new(ErrorKind::Transport, message),
            TransportErrorKind::TooLarge => too_large(self.options.response_limit()),
        };
        failure.with_source(error.into_source())
    }
}

fn too_large(limit: usize) -> Error {
    let message = format!("the answer is larger than {limit} bytes");
    Error::new(ErrorKind::ResponseTooLarge, message)
}

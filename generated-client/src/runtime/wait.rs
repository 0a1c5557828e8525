// @generated: part of the runtime that the generator copies. Do not edit.

//! Requests that are sent again until what they read is as it should be.

use std::fmt;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use super::call::Call;
use super::error::{Error, ErrorKind, Result};
use super::response::Sending;
use super::timer::Timer;
use super::typed_request::{SendCall, TypedRequest};

const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
const WITHIN: Duration = Duration::from_secs(600);

/// Waits for what a request reads. Every request has these methods; they are meant for those that only
/// read.
pub trait Wait: TypedRequest {
    /// Sends the request again and again until `done` says so of a response.
    ///
    /// A parameter of the name `until` hides it: `Wait::until(request, ..)` is the same.
    fn until(
        self,
        done: impl FnMut(&Self::Output) -> bool + Send + 'static,
    ) -> Until<Self::Output> {
        Until {
            call: self.into_call(),
            send: Self::SEND,
            done: Box::new(done),
            failed: Box::new(|_| false),
            progress: Box::new(|_| {}),
            pause: None,
            within: WITHIN,
            may_be_missing: false,
        }
    }

    /// Sends the request again and again until the service has nothing to return: until it answers with
    /// 404 or 410. The pauses are those of [`until`](Self::until).
    fn until_gone(self, within: Duration) -> Sending<()> {
        let call = self.into_call();
        Sending::new(async move {
            let is_gone = |error: &Error| {
                matches!(error.status(), Some(StatusCode::NOT_FOUND | StatusCode::GONE))
            };
            repeat(call, Self::SEND, None, within, move |outcome| match outcome {
                Ok(_) => ControlFlow::Continue(()),
                Err(error) if is_gone(&error) => ControlFlow::Break(Ok(())),
                Err(error) => unless_retryable(error),
            })
            .await
        })
    }
}

impl<R: TypedRequest> Wait for R {}

type Test<T> = Box<dyn FnMut(&T) -> bool + Send>;

/// A wait that is being described, see [`Wait::until`].
///
/// The pauses between requests grow from 1 second to 15. An error that may pass does not end the wait,
/// any other does.
#[must_use = "a request does nothing until it is sent"]
pub struct Until<T> {
    call: Call,
    send: SendCall<T>,
    done: Test<T>,
    failed: Test<T>,
    progress: Box<dyn FnMut(&T) + Send>,
    pause: Option<Duration>,
    within: Duration,
    may_be_missing: bool,
}

impl<T: Send + 'static> Until<T> {
    /// The pause between two requests, always the same.
    pub fn every(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// The time after which the wait is an error of kind [`ErrorKind::Timeout`]. 10 minutes by default.
    pub fn within(mut self, time: Duration) -> Self {
        self.within = time;
        self
    }

    /// Ends the wait with an error of kind [`ErrorKind::UnwantedState`] where `failed` says so of a
    /// response: what is waited for cannot come any more.
    pub fn fail_if(mut self, failed: impl FnMut(&T) -> bool + Send + 'static) -> Self {
        self.failed = Box::new(failed);
        self
    }

    /// Shows every response, the last one too.
    pub fn on_progress(mut self, progress: impl FnMut(&T) + Send + 'static) -> Self {
        self.progress = Box::new(progress);
        self
    }

    /// Takes a status 404 for "not yet" until there is a response: a service may not know at once what
    /// it has just created.
    pub fn may_be_missing_at_first(mut self) -> Self {
        self.may_be_missing = true;
        self
    }

    /// Sends the request until the wait is over, and returns the body of the last response.
    pub fn send(self) -> Sending<T> {
        let Self { call, send, mut done, mut failed, mut progress, pause, within, .. } = self;
        let mut may_be_missing = self.may_be_missing;
        Sending::new(async move {
            repeat(call, send, pause, within, move |outcome| match outcome {
                Ok(body) => {
                    may_be_missing = false;
                    progress(&body);
                    if done(&body) {
                        ControlFlow::Break(Ok(body))
                    } else if failed(&body) {
                        let message = "what is waited for cannot come any more";
                        ControlFlow::Break(Err(Error::new(ErrorKind::UnwantedState, message)))
                    } else {
                        ControlFlow::Continue(())
                    }
                }
                Err(error) if may_be_missing && error.status() == Some(StatusCode::NOT_FOUND) => {
                    ControlFlow::Continue(())
                }
                Err(error) => unless_retryable(error),
            })
            .await
        })
    }
}

fn unless_retryable<T>(error: Error) -> ControlFlow<Result<T>> {
    if error.is_retryable() { ControlFlow::Continue(()) } else { ControlFlow::Break(Err(error)) }
}

/// Sends the request until `decide` ends it.
async fn repeat<B: Send + 'static, T>(
    call: Call,
    send: SendCall<B>,
    pause: Option<Duration>,
    within: Duration,
    mut decide: impl FnMut(Result<B>) -> ControlFlow<Result<T>> + Send,
) -> Result<T> {
    let (operation, transport) = (call.operation.id, Arc::clone(&call.core.inner().transport));
    let mut timer = Timer::new(&*transport, Some(within));
    let work = async {
        let (mut next, mut paused) = (pause.unwrap_or(FIRST_PAUSE), Duration::ZERO);
        loop {
            let outcome = send(call.clone()).into_body().await;
            if let ControlFlow::Break(outcome) = decide(outcome) {
                return Some(outcome.map_err(|error| error.for_operation(operation)));
            }
            paused = paused.saturating_add(next);
            if paused > within {
                return None;
            }
            transport.sleep(next).await;
            if pause.is_none() {
                next = LONGEST_PAUSE.min(next.mul_f64(1.5));
            }
        }
    };
    timer.limit(pin!(work)).await.flatten().unwrap_or_else(|| {
        let message = "the time to wait is over";
        Err(Error::new(ErrorKind::Timeout, message).for_operation(operation))
    })
}

impl<T> fmt::Debug for Until<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Until")
            .field("call", &self.call)
            .field("pause", &self.pause)
            .field("within", &self.within)
            .finish_non_exhaustive()
    }
}

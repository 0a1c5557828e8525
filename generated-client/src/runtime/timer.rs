// @generated: part of the runtime that the generator copies. Do not edit.

//! A time limit over a sequence of futures.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use super::transport::{BoxFuture, Transport};

/// The time left for a call or an attempt.
pub(super) struct Timer(Option<BoxFuture<'static, ()>>);

impl Timer {
    /// A limit of `duration`, measured by the transport; no limit if there is none.
    pub(super) fn new(transport: &dyn Transport, duration: Option<Duration>) -> Self {
        Self(duration.map(|duration| transport.deadline(duration)))
    }

    /// The output of `work`, or `None` if the time is up first. Not to be used again after `None`.
    pub(super) async fn limit<T>(
        &mut self,
        mut work: Pin<&mut (impl Future<Output = T> + ?Sized)>,
    ) -> Option<T> {
        poll_fn(|context| {
            if let Poll::Ready(output) = work.as_mut().poll(context) {
                return Poll::Ready(Some(output));
            }
            match &mut self.0 {
                Some(timer) => timer.as_mut().poll(context).map(|()| None),
                None => Poll::Pending,
            }
        })
        .await
    }
}

//! What `trace` has, for a build without the feature `tracing`: nothing is recorded.

use std::time::Duration;

use bytes::Bytes;

use super::error::{Error, Result};
use super::request::Draft;
use super::response::Response;

pub(super) struct CallSpan;

impl CallSpan {
    pub(super) fn new(_: &Draft) -> Self {
        Self
    }

    pub(super) async fn around(
        self,
        call: impl Future<Output = Result<Response<Bytes>>>,
    ) -> Result<Response<Bytes>> {
        call.await
    }
}

pub(super) struct AttemptSpan;

impl AttemptSpan {
    pub(super) fn new(_: &Draft, _: u32, _: Option<&Error>) -> Self {
        Self
    }

    pub(super) async fn around<T>(&self, attempt: impl Future<Output = T>) -> T {
        attempt.await
    }

    pub(super) fn end(self, _: &Draft, _: Option<&Result<http::Response<Bytes>>>) {}
}

pub(super) fn retry(_: u32, _: Duration, _: &Error) {}

pub(super) fn clock_correction(_: i64) {}

// @generated: part of the runtime that the generator copies. Do not edit.

//! What `trace` has, for a build without the feature `tracing`: nothing is recorded.

use std::time::Duration;

use bytes::Bytes;

use super::error::{Error, Result};
use super::request::Draft;
use super::response::Response;

pub(super) fn call_span(_: &Draft) -> Untraced {
    Untraced
}

pub(super) fn attempt_span(_: &Draft, _: u32, _: Option<&Error>) -> Untraced {
    Untraced
}

/// In place of a span.
pub(super) struct Untraced;

impl Untraced {
    pub(super) async fn around<T>(&self, work: impl Future<Output = T>) -> T {
        work.await
    }

    pub(super) fn end_call(self, _: &Result<Response<Bytes>>) {}

    pub(super) fn end_attempt(self, _: &Draft, _: Option<&Result<http::Response<Bytes>>>) {}
}

pub(super) fn retry(_: u32, _: Duration, _: &Error) {}

pub(super) fn clock_correction(_: i64) {}

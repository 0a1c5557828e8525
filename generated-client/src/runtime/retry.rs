// @generated: part of the runtime that the generator copies. Do not edit.

//! When a failed attempt is repeated, and after which pause.

use std::time::{Duration, SystemTime};

use http::StatusCode;
use http::header::RETRY_AFTER;

use super::error::Error;
use super::response::header_text;
use super::timestamp;

/// How often an attempt is repeated, and how long the pauses are.
///
/// The pause before repetition `n` is random, evenly between nothing and
/// `base_delay * 2^(n - 1)`, the latter at most `max_delay` ("full jitter"). A response with
/// `retry-after` sets a longer pause; if that is longer than `max_delay`, or more than is left of
/// `budget`, the attempt is not repeated: it would come too early.
///
/// The policy does not decide what may be repeated. A request that was not sent is always repeated.
/// A lost connection, a timeout, the statuses 408, 429, 500, 502, 503 and 504, and an error code of
/// the service for a request that is dated wrong lead to a repetition if the operation is idempotent
/// or carries an idempotency token.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[must_use]
pub struct RetryPolicy {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
    budget: Duration,
}

impl RetryPolicy {
    /// The default policy, with the values that the methods name. The same as
    /// [`default`](Self::default).
    pub fn new() -> Self {
        Self {
            max_retries: 3,
            base_delay: Duration::from_millis(300),
            max_delay: Duration::from_secs(20),
            budget: Duration::from_secs(60),
        }
    }

    /// Every failure is final.
    pub fn none() -> Self {
        Self::new().max_retries(0)
    }

    /// How many attempts may follow the first. 3 by default.
    pub fn max_retries(mut self, count: u32) -> Self {
        self.max_retries = count;
        self
    }

    /// The longest first pause. 300 milliseconds by default.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest single pause. 20 seconds by default.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The longest sum of the pauses of a call. One minute by default.
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }
}

/// The same as [`RetryPolicy::new`].
impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// The repetitions that are left to one call.
pub(super) struct Backoff {
    policy: RetryPolicy,
    retries: u32,
    paused: Duration,
}

impl Backoff {
    pub(super) fn new(policy: RetryPolicy) -> Self {
        Self { policy, retries: 0, paused: Duration::ZERO }
    }

    /// The pause after which the attempt that failed with `error` is repeated, if it is.
    pub(super) fn next(&mut self, error: &Error, now: SystemTime) -> Option<Duration> {
        if !error.is_retryable() || self.retries >= self.policy.max_retries {
            return None;
        }
        let pause =
            retry_after(error, now).map_or_else(|| self.jitter(), |asked| asked.max(self.jitter()));
        let paused = self.paused.saturating_add(pause);
        if pause > self.policy.max_delay || paused > self.policy.budget {
            return None;
        }
        self.retries += 1;
        self.paused = paused;
        Some(pause)
    }

    fn jitter(&self) -> Duration {
        let factor = 2_u32.saturating_pow(self.retries);
        let longest = self.policy.base_delay.saturating_mul(factor).min(self.policy.max_delay);
        longest.mul_f64(fastrand::f64())
    }
}

/// Whether the same request may succeed a little later.
pub(super) fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

/// The pause the server asks for, in seconds or by a date.
fn retry_after(error: &Error, now: SystemTime) -> Option<Duration> {
    let text = header_text(error.headers()?, RETRY_AFTER.as_str())?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = timestamp::parse_http_date(text)?;
    Some(date.duration_since(now).unwrap_or_default())
}

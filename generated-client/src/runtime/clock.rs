// @generated: part of the runtime that the generator copies. Do not edit.

//! The client's clock, and what it knows of the server's.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::header::DATE;

use super::dialect::Dialect;
use super::error::Error;
use super::response::header_text;
use super::timestamp::parse_http_date;

/// A difference to the server's clock that no signature minds.
const TOLERANCE_SECONDS: u64 = 60;

/// A clock that is corrected by the server's.
///
/// A 4xx response is compared with the local time by its `date` header. If the difference is more
/// than a minute, or the response has a code by which the service says that the request expired, the
/// difference is kept and added to the time that the following signatures get.
pub(super) struct Clock {
    local: Box<dyn Fn() -> SystemTime + Send + Sync>,
    offset_seconds: AtomicI64,
}

impl Clock {
    pub(super) fn new(local: Box<dyn Fn() -> SystemTime + Send + Sync>) -> Self {
        Self { local, offset_seconds: AtomicI64::new(0) }
    }

    /// The server's time, as far as it is known.
    pub(super) fn now(&self) -> SystemTime {
        let local = (self.local)();
        let seconds = self.offset_seconds.load(Ordering::Relaxed);
        let offset = Duration::from_secs(seconds.unsigned_abs());
        let corrected =
            if seconds < 0 { local.checked_sub(offset) } else { local.checked_add(offset) };
        corrected.unwrap_or(local)
    }

    /// Learns from an error response; returns the difference that it is corrected by now, if that is
    /// new.
    pub(super) fn learn(&self, error: &Error, dialect: &Dialect) -> Option<i64> {
        let server = server_time(error)?;
        let expired = dialect.is_expired(error.raw_code());
        let seconds = seconds_between((self.local)(), server);
        if !expired && seconds.unsigned_abs() <= TOLERANCE_SECONDS {
            return None;
        }
        (self.offset_seconds.swap(seconds, Ordering::Relaxed) != seconds).then_some(seconds)
    }
}

/// When the server wrote a 4xx response.
fn server_time(error: &Error) -> Option<SystemTime> {
    if !error.status()?.is_client_error() {
        return None;
    }
    parse_http_date(header_text(error.headers()?, DATE.as_str())?)
}

/// From `earlier` to `later`, negative if their order is the other one.
fn seconds_between(earlier: SystemTime, later: SystemTime) -> i64 {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    match later.duration_since(earlier) {
        Ok(ahead) => seconds(ahead),
        Err(behind) => -seconds(behind.duration()),
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock")
            .field("offset_seconds", &self.offset_seconds)
            .finish_non_exhaustive()
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Timestamps as the types of the crate `chrono`.

use chrono::{DateTime, TimeZone, Utc};
use jiff::SignedDuration;

use super::timestamp::Timestamp;

impl Timestamp {
    /// The time as `chrono` has it, if the text stands for one. The offset of the text is not kept.
    pub fn to_chrono(&self) -> Option<DateTime<Utc>> {
        let since_epoch = self.since_epoch()?;
        let fraction = since_epoch.subsec_nanos();
        // Here the fraction of a time before 1970 is negative, for `chrono` it never is.
        let borrowed = i64::from(fraction < 0);
        let nanoseconds = u32::try_from(i64::from(fraction) + borrowed * 1_000_000_000).ok()?;
        DateTime::from_timestamp(since_epoch.as_secs() - borrowed, nanoseconds)
    }
}

/// UTC, with the fraction if there is one: `2015-08-11T04:17:29.25Z`. Years before -9999 and after
/// 9999 become these, and a leap second becomes the end of the second before it.
impl<Tz: TimeZone> From<DateTime<Tz>> for Timestamp {
    fn from(time: DateTime<Tz>) -> Self {
        let nanoseconds = time.timestamp_subsec_nanos().min(999_999_999);
        let seconds = SignedDuration::from_secs(time.timestamp());
        Self::from_epoch(seconds + SignedDuration::from_nanos(nanoseconds.into()))
    }
}

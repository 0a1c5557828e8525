// @generated: part of the runtime that the generator copies. Do not edit.

//! Timestamps as the types of the crate `time`.

use jiff::SignedDuration;
use time::OffsetDateTime;

use super::timestamp::Timestamp;

impl Timestamp {
    /// The time in UTC as the crate `time` has it, if the text stands for one. The offset of the
    /// text is not kept.
    pub fn to_time(&self) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp_nanos(self.since_epoch()?.as_nanos()).ok()
    }
}

/// UTC, with the fraction if there is one: `2015-08-11T04:17:29.25Z`. Years before -9999 and after
/// 9999 become these.
impl From<OffsetDateTime> for Timestamp {
    fn from(time: OffsetDateTime) -> Self {
        let seconds = SignedDuration::from_secs(time.unix_timestamp());
        Self::from_epoch(seconds + SignedDuration::from_nanos(time.nanosecond().into()))
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Points in time as a service writes them.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A value of `format: date-time`: the text as the service wrote it.
///
/// Any text is accepted and kept. It stands for a point in time if it is a date, a time and an
/// offset by RFC 3339, such as `2015-08-11T04:17:29Z` or `2015-08-11T12:17:29.5+08:00`. The
/// fraction has nine digits at most. A text without an offset does not stand for a time, and neither
/// does an empty one: methods that need a time return `None` for it.
///
/// # Equality and order
///
/// Timestamps are equal if their texts are equal. Two texts of one time are different values, so a
/// comparison of what was sent with what was read shows every difference. For texts of one time,
/// [`abs_diff`](Self::abs_diff) is zero.
///
/// The order is that of time. Texts of one time are ordered as texts. Texts that do not stand for a
/// time come before all others, and are ordered as texts too. Each comparison parses both texts.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Timestamp(String);

impl Timestamp {
    /// The text as the service wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The time from `earlier` until `self`.
    ///
    /// `None` if `earlier` is the later one, or if either of them does not stand for a time.
    pub fn duration_since(&self, earlier: &Self) -> Option<Duration> {
        (self.since_epoch()? - earlier.since_epoch()?).try_into().ok()
    }

    /// The time between `self` and `other`, whichever is the earlier one.
    ///
    /// `None` if either of them does not stand for a time.
    pub fn abs_diff(&self, other: &Self) -> Option<Duration> {
        Some((self.since_epoch()? - other.since_epoch()?).unsigned_abs())
    }

    /// The time, if the text stands for one.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let since_epoch = self.since_epoch()?;
        let duration = since_epoch.unsigned_abs();
        match since_epoch.is_negative() {
            true => SystemTime::UNIX_EPOCH.checked_sub(duration),
            false => SystemTime::UNIX_EPOCH.checked_add(duration),
        }
    }

    /// The time as `jiff` has it, if the text stands for one that `jiff` can hold.
    ///
    /// Its last one is `9999-12-30T22:00:00.999999999Z`.
    pub fn to_jiff(&self) -> Option<jiff::Timestamp> {
        jiff::Timestamp::from_duration(self.since_epoch()?).ok()
    }

    /// The time since 1970, in years from -9999 to 9999: a difference of two cannot overflow.
    pub(super) fn since_epoch(&self) -> Option<SignedDuration> {
        // Not a `jiff::Timestamp`, which cannot hold the last day of 9999. Services write that for
        // what never ends.
        let pieces = Pieces::parse(&self.0).ok()?;
        let local = pieces.date().to_datetime(pieces.time()?);
        let offset = pieces.to_numeric_offset()?;
        Some(local.duration_since(EPOCH) - SignedDuration::from_secs(offset.seconds().into()))
    }

    /// In UTC. Years before -9999 and after 9999 become these.
    pub(super) fn from_epoch(duration: SignedDuration) -> Self {
        Self(format!("{}Z", EPOCH.saturating_add(duration)))
    }
}

/// The start of 1970 in UTC.
const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.since_epoch(), &self.0).cmp(&(other.since_epoch(), &other.0))
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Whole seconds, UTC: `2015-08-11T04:17:29Z`. Years before -9999 and after 9999 become these.
///
/// The fraction is left out because a clock counts nanoseconds, which many services refuse.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let seconds = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |it| -it),
        };
        Self(format!("{:.0}Z", EPOCH.saturating_add(SignedDuration::from_secs(seconds))))
    }
}

/// UTC, with the fraction if there is one: `2015-08-11T04:17:29.25Z`.
impl From<jiff::Timestamp> for Timestamp {
    fn from(time: jiff::Timestamp) -> Self {
        Self::from_epoch(time.as_duration())
    }
}

impl FromStr for Timestamp {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

/// The time in a header such as `date`: `Tue, 11 Aug 2015 04:17:29 GMT`.
pub(super) fn parse_http_date(text: &str) -> Option<SystemTime> {
    let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    date.try_into().ok()
}

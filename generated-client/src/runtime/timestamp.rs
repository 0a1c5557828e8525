//! Points in time as a service writes them.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A value of `format: date-time`: the text as it is, and the time if it is one.
///
/// The text is kept, so that an empty or odd one costs nothing but the conversion. Equality is
/// that of the text.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Timestamp(String);

impl Timestamp {
    /// The text as the service wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The time, if the text is one by RFC 3339.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let timestamp: jiff::Timestamp = self.0.parse().ok()?;
        timestamp.try_into().ok()
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
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let timestamp =
            jiff::Timestamp::try_from(time).unwrap_or(if time < SystemTime::UNIX_EPOCH {
                jiff::Timestamp::MIN
            } else {
                jiff::Timestamp::MAX
            });
        let seconds = jiff::Timestamp::from_second(timestamp.as_second()).unwrap_or(timestamp);
        Self(seconds.to_string())
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

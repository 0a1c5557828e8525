//! Points in time.

use std::time::{Duration, SystemTime};

use client_runtime::Timestamp;

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn a_text_is_kept_as_it_is() {
    for text in ["", "2015-08-11", "now", "2015-08-11T12:17:29.5+08:00", "2015-08-11 04:17:29"] {
        let json = serde_json::to_string(text).unwrap();
        let timestamp: Timestamp = serde_json::from_str(&json).unwrap();
        assert_eq!(timestamp.as_str(), text);
        assert_eq!(timestamp.to_string(), text);
        assert_eq!(serde_json::to_string(&timestamp).unwrap(), json);
    }
    assert_eq!(Timestamp::default().as_str(), "");
}

#[test]
fn a_text_of_rfc_3339_is_a_time() {
    let cases = [
        ("2015-08-11T04:17:29Z", Some(at(1_439_266_649))),
        ("2015-08-11t12:17:29+08:00", Some(at(1_439_266_649))),
        ("2015-08-11T04:17:29.25Z", Some(at(1_439_266_649) + Duration::from_millis(250))),
        ("1969-12-31T23:59:59Z", Some(SystemTime::UNIX_EPOCH - Duration::from_secs(1))),
        ("2015-08-11T04:17:29", None),
        ("2015-02-30T00:00:00Z", None),
        ("", None),
    ];
    for (text, time) in cases {
        assert_eq!(Timestamp::from(text).to_system_time(), time, "{text}");
    }
}

#[test]
fn a_time_is_written_in_whole_seconds() {
    let cases = [
        (at(1_439_266_649) + Duration::from_millis(999), "2015-08-11T04:17:29Z"),
        (at(1_709_164_800), "2024-02-29T00:00:00Z"),
        (at(0), "1970-01-01T00:00:00Z"),
        (at(u64::MAX >> 2), "9999-12-30T22:00:00Z"),
    ];
    for (time, text) in cases {
        assert_eq!(Timestamp::from(time).as_str(), text);
    }
}

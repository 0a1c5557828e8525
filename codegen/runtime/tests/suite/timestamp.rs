//! Points in time.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use client_runtime::Timestamp;
use time::OffsetDateTime;

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
        ("9999-12-31T23:59:59Z", Some(at(253_402_300_799))),
        ("2015-08-11 04:17:29Z", Some(at(1_439_266_649))),
        ("2015-08-11T12:17:29+08:00[Asia/Shanghai]", Some(at(1_439_266_649))),
        ("2016-12-31T23:59:60Z", Some(at(1_483_228_799))),
        ("2015-08-11T04:17:29", None),
        ("2015-08-11T04:17:29[Asia/Shanghai]", None),
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
        (SystemTime::UNIX_EPOCH - Duration::from_secs(1), "1969-12-31T23:59:59Z"),
        (SystemTime::UNIX_EPOCH - Duration::from_secs(u64::MAX >> 2), "-009999-01-01T00:00:00Z"),
        (at(u64::MAX >> 2), "9999-12-31T23:59:59Z"),
    ];
    for (time, text) in cases {
        assert_eq!(Timestamp::from(time).as_str(), text);
    }
}

/// From the first to the last: texts that are not times, then times, then texts of one time.
const ORDERED: &[&str] = &[
    "",
    "2015-08-11T04:17:29",
    "3000-01-01",
    "now",
    "-009999-01-01T00:00:00+23:59",
    "1969-12-31T23:59:59.75Z",
    "1970-01-01T00:00:00Z",
    "2015-08-11T12:17:28+08:00",
    "2015-08-11T04:17:29Z",
    "2015-08-11T12:17:29+08:00",
    "2015-08-11T04:17:29.000000001Z",
    "2015-08-10T20:17:30-08:00",
    "9999-12-31T23:59:59.999999999Z",
    "9999-12-31T23:59:59-08:00",
];

#[test]
fn the_order_is_that_of_time_and_total() {
    let ordered: Vec<Timestamp> = ORDERED.iter().map(|text| Timestamp::from(*text)).collect();
    for (index, one) in ordered.iter().enumerate() {
        for (other_index, other) in ordered.iter().enumerate() {
            let order = index.cmp(&other_index);
            assert_eq!(one.cmp(other), order, "{one} and {other}");
            assert_eq!(one.partial_cmp(other), Some(order), "{one} and {other}");
            assert_eq!(one == other, order.is_eq(), "{one} and {other}");
        }
    }
    let distinct: HashSet<&Timestamp> = ordered.iter().chain(&ordered).collect();
    assert_eq!(distinct.len(), ordered.len());
}

#[test]
fn differences_go_both_ways() {
    let [early, late] =
        ["2015-08-11T12:17:29+08:00", "2015-08-11T04:17:30.5Z"].map(Timestamp::from);
    let difference = Some(Duration::from_millis(1500));
    assert_eq!(late.duration_since(&early), difference);
    assert_eq!(early.duration_since(&late), None);
    assert_eq!(early.abs_diff(&late), difference);
    assert_eq!(late.abs_diff(&early), difference);

    let same = Timestamp::from("2015-08-11T04:17:29Z");
    assert_ne!(early, same);
    assert_eq!(early.abs_diff(&same), Some(Duration::ZERO));
    assert_eq!(early.duration_since(&same), Some(Duration::ZERO));

    let [first, last] = [ORDERED[4], ORDERED[ORDERED.len() - 1]].map(Timestamp::from);
    let seconds = last.duration_since(&first).map(|it| it.as_secs());
    assert_eq!(seconds, Some(631_107_532_739));
    assert_eq!(first.duration_since(&last), None);
}

#[test]
fn there_is_no_difference_to_what_is_not_a_time() {
    let time = Timestamp::from("2015-08-11T04:17:29Z");
    for text in ["", "now", "2015-08-11T04:17:29"] {
        let text = Timestamp::from(text);
        for (one, other) in [(&time, &text), (&text, &time), (&text, &text)] {
            assert_eq!(one.duration_since(other), None);
            assert_eq!(one.abs_diff(other), None);
        }
    }
}

/// Texts as they are written, with the nanoseconds since 1970.
const WRITTEN: &[(&str, i128)] = &[
    ("1969-12-31T23:59:58.75Z", -1_250_000_000),
    ("1969-12-31T23:59:59Z", -1_000_000_000),
    ("1970-01-01T00:00:00Z", 0),
    ("2015-08-11T04:17:29.000000001Z", 1_439_266_649_000_000_001),
];

/// Past what `jiff` can hold, which the others can.
const LAST: (&str, i128) = ("9999-12-31T23:59:59.999999999Z", 253_402_300_799_999_999_999);

#[test]
fn jiff_converts_both_ways() {
    for (text, nanoseconds) in WRITTEN {
        let time = jiff::Timestamp::from_nanosecond(*nanoseconds).unwrap();
        assert_eq!(Timestamp::from(*text).to_jiff(), Some(time));
        assert_eq!(Timestamp::from(time).as_str(), *text);
    }
    for text in [LAST.0, "", "2015-08-11T04:17:29"] {
        assert_eq!(Timestamp::from(text).to_jiff(), None, "{text}");
    }
}

#[test]
fn chrono_converts_both_ways() {
    for (text, nanoseconds) in WRITTEN.iter().chain([&LAST]) {
        let seconds = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).unwrap();
        let fraction = u32::try_from(nanoseconds.rem_euclid(1_000_000_000)).unwrap();
        let time = chrono::DateTime::from_timestamp(seconds, fraction).unwrap();
        assert_eq!(Timestamp::from(*text).to_chrono(), Some(time));
        assert_eq!(Timestamp::from(time).as_str(), *text);
        let offset = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
        assert_eq!(Timestamp::from(time.with_timezone(&offset)).as_str(), *text);
    }
    for text in ["", "2015-08-11T04:17:29"] {
        assert_eq!(Timestamp::from(text).to_chrono(), None, "{text}");
    }
    let leap = chrono::DateTime::from_timestamp(1_483_228_799, 1_500_000_000).unwrap();
    assert_eq!(Timestamp::from(leap).as_str(), "2016-12-31T23:59:59.999999999Z");
    for (time, text) in [
        (chrono::DateTime::<chrono::Utc>::MIN_UTC, "-009999-01-01T00:00:00Z"),
        (chrono::DateTime::<chrono::Utc>::MAX_UTC, LAST.0),
    ] {
        assert_eq!(Timestamp::from(time).as_str(), text);
    }
}

#[test]
fn time_converts_both_ways() {
    for (text, nanoseconds) in WRITTEN.iter().chain([&LAST]) {
        let time = OffsetDateTime::from_unix_timestamp_nanos(*nanoseconds).unwrap();
        assert_eq!(Timestamp::from(*text).to_time(), Some(time));
        assert_eq!(Timestamp::from(time).as_str(), *text);
    }
    let offset = time::UtcOffset::from_hms(8, 0, 0).unwrap();
    let time = OffsetDateTime::UNIX_EPOCH.to_offset(offset);
    assert_eq!(Timestamp::from(time).as_str(), "1970-01-01T00:00:00Z");
    for text in ["", "2015-08-11T04:17:29"] {
        assert_eq!(Timestamp::from(text).to_time(), None, "{text}");
    }
}

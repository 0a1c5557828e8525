//! Whole numbers: written without a fraction, read with one.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use std::collections::BTreeMap;

use serde_json::json;

use crate::decode;
use crate::json::object;
use crate::json_write;
use crate::open_integer::open_integer;

#[derive(Clone, Debug, Default, PartialEq)]
struct Timer {
    seconds: f64,
    count: Option<i64>,
    sizes: Vec<u64>,
    note: String,
    id: Option<String>,
}

object! {
    Timer {
        "seconds" => seconds,
        "count" => count?,
        "sizes" => sizes,
        "note" => note,
        #[received]
        "id" => id?,
    }
}

open_integer! {
    pub enum Code {
        NotReady = 0,
        Minus = -7,
    }
}

#[test]
fn whole_floats_are_written_as_integers() {
    let table = [
        (3600.0, "3600"),
        (0.5, "0.5"),
        (-0.0, "0"),
        (-2.0, "-2"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (f64::NAN, "null"),
    ];
    for (value, text) in table {
        assert_eq!(json_write::to_string(&value).unwrap(), text);
        assert_eq!(json_write::to_string(&json!([value])).unwrap(), format!("[{text}]"));
    }
    assert_eq!(json_write::to_value(&3600.0).unwrap(), json!(3600));
}

#[test]
fn integers_are_read_by_their_value() {
    let text = r#"{"note":"1.0 \" 2.0","seconds":1e3, "count":1.0,"sizes":[1e3,-0.0,18446744073709551615.0]}"#;
    let timer: Timer = decode::from_slice(text.as_bytes(), false).unwrap();
    assert_eq!((timer.seconds, timer.count), (1000.0, Some(1)));
    assert_eq!(timer.sizes, [1000, 0, u64::MAX]);
    assert_eq!(timer.note, "1.0 \" 2.0");
}

#[test]
fn no_digit_of_an_integer_is_lost() {
    let table = [
        ("9007199254740993.0", "9007199254740993"),
        ("9007199254740993e0", "9007199254740993"),
        ("1e18", "1000000000000000000"),
        ("1.8446744073709551615E+19", "18446744073709551615"),
        ("-1.50e1", "-15"),
        ("1200e-2", "12"),
        ("0.0e9", "0"),
        ("-0e-5", "0"),
        ("0.120e3", "120"),
    ];
    for (text, integer) in table {
        let list = format!("[{text}]");
        let written = crate::whole_numbers::written_out(list.as_bytes()).unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(written.trim_end_matches(']').trim_end(), format!("[{integer}"), "{text}");
    }
    for text in ["1.5", "12e-2", "1e20", "1e999999999999", "1e-999999999999", "15e-1", "1.05e1"] {
        assert_eq!(crate::whole_numbers::written_out(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn fractions_are_not_integers_and_errors_keep_their_place() {
    let text = r#"{"seconds":1,"note":"","count":1.0,"sizes":[1.5]}"#;
    let error = decode::from_slice::<Timer>(text.as_bytes(), false).unwrap_err();
    assert_eq!(
        error.of_response(),
        "the response cannot be read at `sizes[0]`, line 1 column 47: found floating point, expected u64"
    );
    for text in ["\"", "1.", "{\"a\\", "[1.0", "-", "1e999"] {
        decode::from_slice::<Timer>(text.as_bytes(), false).unwrap_err();
    }
}

#[test]
fn open_integers_keep_what_they_do_not_know() {
    let read: Vec<Code> = decode::from_slice(b"[0,-7,3,1e1]", false).unwrap();
    assert_eq!(read[..2], [Code::NotReady, Code::Minus]);
    assert_eq!(read[2..], [Code::from(3), Code::from(10)]);
    assert_eq!(json_write::to_string(&read).unwrap(), "[0,-7,3,10]");
    assert_eq!((Code::Minus.to_string(), Code::default()), ("-7".to_owned(), Code::NotReady));
    let map: BTreeMap<String, Code> = decode::from_slice(br#"{"a":0}"#, false).unwrap();
    assert_eq!(map["a"], Code::NotReady);
    decode::from_slice::<Code>(b"18446744073709551615", false).unwrap_err();
    decode::from_slice::<Code>(b"\"0\"", false).unwrap_err();
}

#[test]
fn what_only_the_server_sets_is_not_sent() {
    let timer = Timer { id: Some("a".into()), ..Timer::default() };
    let sent = json_write::to_string(&[&timer]).unwrap();
    assert_eq!(sent, r#"[{"seconds":0,"sizes":[],"note":""}]"#);
    let stored = serde_json::to_string(&timer).unwrap();
    assert_eq!(stored, r#"{"seconds":0.0,"sizes":[],"note":"","id":"a"}"#);
}

//! JSON values one after the other, whatever the pieces are that their bytes come in.

use crate::json_lines::Lines;
use crate::pieces::Split;

/// The values in `pieces`.
fn split<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> Vec<String> {
    let mut lines = Lines::default();
    pieces.into_iter().for_each(|piece| lines.push(piece));
    lines.finish();
    std::iter::from_fn(|| lines.next())
        .map(|line| String::from_utf8_lossy(&line).into_owned())
        .collect()
}

/// Checks the values of `text`: in two pieces split anywhere, and byte by byte.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        let (first, second) = bytes.split_at(at);
        assert_eq!(split([first, b"", second]), expected, "split at {at}");
    }
    assert_eq!(split(bytes.chunks(1)), expected);
}

#[test]
fn a_line_is_a_value() {
    check("{\"a\":1}\n{\"a\":2}\r\n\n  \n3", &["{\"a\":1}", "{\"a\":2}", "3"]);
    check("\n1\n", &["1"]);
    check("", &[]);
}

#[test]
fn a_record_may_have_several_lines() {
    check("\u{1e}{\"a\":\n1}\n\u{1e}\u{1e}2\n\u{1e}\"é\"\n", &["{\"a\":\n1}", "2", "\"é\""]);
}

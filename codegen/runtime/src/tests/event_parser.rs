//! Server-sent events, whatever the pieces are that their bytes come in.

use crate::event_parser::{EventParser, RawEvent};
use crate::pieces::Split;

fn event(name: &str, data: &str, id: &str) -> RawEvent {
    RawEvent { name: name.to_owned(), data: data.to_owned(), id: id.to_owned(), retry: None }
}

/// The events in `pieces`.
fn parse<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> Vec<RawEvent> {
    let mut parser = EventParser::default();
    pieces.into_iter().for_each(|piece| parser.push(piece));
    parser.finish();
    std::iter::from_fn(|| parser.next()).collect()
}

/// Checks the events of `text`: in one piece, in two pieces split anywhere, and byte by byte.
#[track_caller]
fn check(text: &str, expected: &[RawEvent]) {
    let bytes = text.as_bytes();
    assert_eq!(parse([bytes]), expected);
    for at in 0..=bytes.len() {
        let (first, second) = bytes.split_at(at);
        assert_eq!(parse([first, b"", second]), expected, "split at {at}");
    }
    assert_eq!(parse(bytes.chunks(1)), expected);
}

#[test]
fn the_examples_of_the_standard() {
    check("data: YHOO\ndata: +2\ndata: 10\n\n", &[event("", "YHOO\n+2\n10", "")]);
    check(
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        &[
            event("", "first event", "1"),
            event("", "second event", ""),
            event("", " third event", ""),
        ],
    );
    // The last block has no blank line after it.
    check("data\n\ndata\ndata\n\ndata:", &[event("", "", ""), event("", "\n", "")]);
    check("data:test\n\ndata: test\n\n", &[event("", "test", ""), event("", "test", "")]);
}

#[test]
fn lines_end_in_three_ways() {
    let expected = [event("a", "1\n2", ""), event("b", "3", "")];
    for end in ["\n", "\r", "\r\n"] {
        let text = ["event: a", "data: 1", "data: 2", "", "event: b", "data: 3", "", ""].join(end);
        check(&text, &expected);
    }
    check("event: a\rdata: 1\r\ndata: 2\n\r\nevent: b\ndata: 3\r\r\n", &expected);
}

#[test]
fn an_event_is_there_with_the_return_that_ends_it() {
    let mut parser = EventParser::default();
    parser.push(b"data: 1\r\n\r");
    assert_eq!(parser.next(), Some(event("", "1", "")));
    parser.push(b"\ndata: 2\r\n\r");
    assert_eq!(parser.next(), Some(event("", "2", "")));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line_alone() {
    check("\u{feff}data: 1\n\n\u{feff}data: 2\n\n", &[event("", "1", "")]);
    check("\u{feff}\u{feff}data: 1\n\n", &[]);
}

#[test]
fn what_is_not_ascii_may_be_torn_apart() {
    check("event: 镜像\ndata: é€😀\n\n", &[event("镜像", "é€😀", "")]);
    let broken = parse([&b"data: a\xff\xe9b\n\n"[..]]);
    assert_eq!(broken, [event("", "a\u{fffd}\u{fffd}b", "")]);
}

#[test]
fn an_identifier_lasts_and_a_name_does_not() {
    check(
        "id: 1\nevent: a\n\nid: 2\nevent: b\ndata: x\n\ndata: y\n\nid: n\0ul\ndata: z\n\n",
        &[event("b", "x", "2"), event("", "y", "2"), event("", "z", "2")],
    );
}

#[test]
fn only_digits_are_a_time() {
    let retry = |text: &str| parse([format!("{text}\ndata: x\n\n").as_bytes()]).remove(0).retry;
    assert_eq!(retry("retry: 1500"), Some(1500));
    for text in ["retry: +1", "retry: 1.5", "retry:", "retry: 99999999999999999999", "x: 1"] {
        assert_eq!(retry(text), None, "{text}");
    }
}

#[test]
fn other_fields_and_comments_are_nothing() {
    check(": data: x\nData: y\n data: z\nfoo\n\n", &[]);
}

#[test]
fn what_is_pending_is_counted() {
    let mut parser = EventParser::default();
    parser.push(b"data: 12345\ndata: 67");
    assert_eq!(parser.pending(), "12345\n".len() + "data: 67".len());
    parser.push(b"\n\n");
    assert_eq!(parser.pending(), 0);
}

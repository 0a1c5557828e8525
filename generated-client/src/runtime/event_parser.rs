// @generated: part of the runtime that the generator copies. Do not edit.

//! Server-sent events, found in bytes that come in any pieces.
//!
//! As the HTML standard has it, section "Interpreting an event stream":
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html>

use std::collections::VecDeque;
use std::mem;

use super::pieces::Split;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// An event as it stands in the stream.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct RawEvent {
    /// The last `event` of its block; empty if there is none.
    pub(super) name: String,
    /// The `data` of its block, its lines joined by a line feed.
    pub(super) data: String,
    /// The last `id` of its block or one before; empty if there is none.
    pub(super) id: String,
    /// The last `retry` of its block, in milliseconds.
    pub(super) retry: Option<u64>,
}

/// Gathers events. What stands after the last blank line is no event.
#[derive(Debug, Default)]
pub(super) struct EventParser {
    /// The beginning of a line that has not ended.
    line: Vec<u8>,
    /// Whether the last byte was a carriage return: a line feed after it ends no line of its own.
    is_after_return: bool,
    /// Whether a line has ended.
    has_begun: bool,
    /// The event whose block has not ended; a line feed stands after each line of its data.
    event: RawEvent,
    complete: VecDeque<RawEvent>,
}

impl Split for EventParser {
    type Piece = RawEvent;

    const NAME: &'static str = "event";

    fn push(&mut self, mut bytes: &[u8]) {
        while let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
            let is_feed = bytes[end] == b'\n';
            if !(is_feed && end == 0 && self.is_after_return) {
                self.line.extend_from_slice(&bytes[..end]);
                self.end_line();
            }
            self.is_after_return = !is_feed;
            bytes = &bytes[end + 1..];
        }
        if !bytes.is_empty() {
            self.is_after_return = false;
            self.line.extend_from_slice(bytes);
        }
    }

    fn finish(&mut self) {}

    fn next(&mut self) -> Option<RawEvent> {
        self.complete.pop_front()
    }

    fn pending(&self) -> usize {
        self.line.len() + self.event.data.len()
    }
}

impl EventParser {
    fn end_line(&mut self) {
        let mut line = mem::take(&mut self.line);
        let is_first = !mem::replace(&mut self.has_begun, true);
        let text = match line.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) if is_first => rest,
            _ => &line,
        };
        self.read_line(&String::from_utf8_lossy(text));
        // The next line has the memory of this one.
        line.clear();
        self.line = line;
    }

    fn read_line(&mut self, line: &str) {
        if line.is_empty() {
            return self.end_block();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event.name),
            "data" => self.event.data.extend([value, "\n"]),
            "id" if !value.contains('\0') => value.clone_into(&mut self.event.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().or(self.event.retry);
            }
            // The name of a comment is empty.
            _ => {}
        }
    }

    /// A block without data is no event. An identifier lasts until another one is given.
    fn end_block(&mut self) {
        let next = RawEvent { id: self.event.id.clone(), ..RawEvent::default() };
        let mut event = mem::replace(&mut self.event, next);
        if event.data.pop().is_some() {
            self.complete.push_back(event);
        }
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! From a place in a JSON text to the path of the value there.
//!
//! Reading a value keeps no path: that would cost every success. The error of a text has its line and
//! column, and with these the path is found in the text.

use std::fmt::Write as _;

/// The way from the whole of a JSON text to a value in it: `instances[3].status`.
#[derive(Debug, Default)]
pub(super) struct JsonPath(Vec<Step>);

#[derive(Debug)]
enum Step {
    /// Into an object: the name of the member, once it has begun.
    Member(Option<String>),
    /// Into an array.
    Element(usize),
}

impl JsonPath {
    /// The path of the value that stands, or has just ended, at `column` bytes after the beginning
    /// of `line`, which is numbered from 1.
    pub(super) fn at(text: &[u8], line: usize, column: usize) -> Self {
        let lines = text.split_inclusive(|byte| *byte == b'\n');
        let start: usize = lines.take(line.saturating_sub(1)).map(<[u8]>::len).sum();
        let end = text.len().min(start + column);
        let mut path = Self::default();
        let mut index = 0;
        while index < end {
            let next = index + token_len(&text[index..]);
            path.advance(&text[index..next]);
            index = next;
        }
        path
    }

    fn advance(&mut self, token: &[u8]) {
        match (token[0], self.0.last_mut()) {
            (b'{', _) => self.0.push(Step::Member(None)),
            (b'[', _) => self.0.push(Step::Element(0)),
            (b'}' | b']', _) => {
                self.0.pop();
            }
            (b',', Some(Step::Element(index))) => *index += 1,
            (b',', Some(Step::Member(name))) => *name = None,
            (b'"', Some(Step::Member(name))) if name.is_none() => {
                *name = serde_json::from_slice(token).ok();
            }
            _ => {}
        }
    }

    /// The path to a member of the value.
    pub(super) fn member(mut self, name: String) -> Self {
        self.0.push(Step::Member(Some(name)));
        self
    }

    /// The path as a text; empty for the whole.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        for step in &self.0 {
            // Writing to a string does not fail.
            let _ = match step {
                Step::Element(index) => write!(text, "[{index}]"),
                Step::Member(None) => Ok(()),
                Step::Member(Some(name)) if !is_plain(name) => write!(text, "[{name:?}]"),
                Step::Member(Some(name)) if text.is_empty() => text.write_str(name),
                Step::Member(Some(name)) => write!(text, ".{name}"),
            };
        }
        text
    }
}

/// Whether a name is told from the path around it.
fn is_plain(name: &str) -> bool {
    let is_plain = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '$' | '@' | ':');
    !name.is_empty() && name.chars().all(is_plain)
}

/// How many bytes the text has that `text`, which is not empty, begins with; 1 for all else.
fn token_len(text: &[u8]) -> usize {
    if text[0] != b'"' {
        return 1;
    }
    let mut index = 1;
    while index < text.len() {
        match text[index] {
            b'"' => return index + 1,
            b'\\' => index += 2,
            _ => index += 1,
        }
    }
    text.len()
}

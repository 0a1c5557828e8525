//! Errors of the parsers as diagnostics.

use super::characters::is_refused;
use super::events::second_document;
use super::offset::{floor_char_boundary, nth_line};
use super::{DocumentId, Place};
use crate::diagnostic::{Code, Diagnostic};

/// The diagnostic of text that starts like JSON and is neither JSON nor YAML.
pub(super) fn json_error(
    document: DocumentId,
    text: &str,
    error: &serde_json::Error,
) -> Diagnostic {
    let shown = error.to_string();
    let (message, _) = split_position(&shown);
    let at = if error.is_eof() {
        text.len()
    } else {
        // Unlike YAML's, the columns count bytes.
        nth_line(text, error.line()) + error.column().saturating_sub(1)
    };
    reworded(message).at(character(document, text, at), "")
}

/// The diagnostic of text that is not YAML.
pub(super) fn yaml_error(
    document: DocumentId,
    text: &str,
    error: &serde_yaml::Error,
) -> Diagnostic {
    let shown = error.to_string();
    let (problem, context) = match shown.split_once(", while ") {
        Some((problem, context)) => (problem, Some(context)),
        None => (shown.as_str(), None),
    };
    let (message, _) = split_position(problem);
    let at = if message.starts_with(SECOND_DOCUMENT) {
        second_document(text)
    } else if message.starts_with(CONTROL_CHARACTER) {
        text.find(is_refused)
    } else {
        error.location().map(|location| location.index())
    };
    let diagnostic = reworded(message).at(character(document, text, at.unwrap_or(0)), "");
    match context.map(split_position) {
        Some((context, Some((line, column)))) => {
            let at = offset(text, line, column);
            diagnostic.also(character(document, text, at), format!("while {context}"))
        }
        _ => diagnostic,
    }
}

/// The diagnostic of text whose values are nested too deep.
pub(super) fn too_deep(document: DocumentId, text: &str, at: usize) -> Diagnostic {
    reworded(TOO_DEEP).at(character(document, text, at), "")
}

const SECOND_DOCUMENT: &str = "deserializing from YAML containing more than one document";
const CONTROL_CHARACTER: &str = "control characters are not allowed";
const TOO_DEEP: &str = "recursion limit exceeded";

/// A better text for a message of the parsers.
struct Rewording {
    /// A part of the message.
    part: &'static str,
    instead: Option<&'static str>,
    help: Option<&'static str>,
}

const REWORDINGS: &[Rewording] = &[
    Rewording {
        part: SECOND_DOCUMENT,
        instead: Some("a file holds one document, but something follows it here"),
        help: Some("put every document in a file of its own"),
    },
    Rewording {
        part: CONTROL_CHARACTER,
        instead: Some(CONTROL_CHARACTER),
        help: Some("write it as an escape in double quotes"),
    },
    Rewording {
        part: TOO_DEEP,
        instead: Some("values are nested more than 128 levels deep"),
        help: None,
    },
    Rewording {
        part: "repetition limit exceeded",
        instead: Some("aliases repeat too much of the document"),
        help: None,
    },
    Rewording {
        part: "expected a string",
        instead: Some("a key must be text"),
        help: Some("quote text that starts with `{` or `[`"),
    },
    Rewording {
        part: "mapping values are not allowed in this context",
        instead: None,
        help: Some("quote text that contains `: `, and check the indentation"),
    },
    Rewording {
        part: "found character that cannot start any token",
        instead: None,
        help: Some("indent with spaces, and quote text that starts with a special character"),
    },
    Rewording {
        part: "found a tab character that violates indentation",
        instead: None,
        help: Some("indent with spaces"),
    },
    Rewording {
        part: "did not find expected key",
        instead: None,
        help: Some("check the indentation: the keys of a mapping start in one column"),
    },
    Rewording {
        part: "could not find expected ':'",
        instead: None,
        help: Some("every line of a mapping is a key, a colon and a value"),
    },
];

fn reworded(message: &str) -> Diagnostic {
    let rewording = REWORDINGS.iter().find(|rewording| message.contains(rewording.part));
    let instead = rewording.and_then(|rewording| rewording.instead);
    let diagnostic = Diagnostic::new(Code::Syntax, instead.unwrap_or(message));
    match rewording.and_then(|rewording| rewording.help) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Splits `... at line 3 column 7` into the text and the position, both counted from one.
fn split_position(message: &str) -> (&str, Option<(usize, usize)>) {
    let split = message.rsplit_once(" at line ").and_then(|(text, position)| {
        let (line, column) = position.split_once(" column ")?;
        Some((text, (line.parse().ok()?, column.parse().ok()?)))
    });
    match split {
        Some((text, position)) => (text, Some(position)),
        None => (message.split(" at position ").next().unwrap_or(message), None),
    }
}

/// The byte offset of a column, counted from one in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = nth_line(text, line);
    let characters = text[start..].chars().take(column.saturating_sub(1));
    start + characters.map(char::len_utf8).sum::<usize>()
}

/// The character at an offset. Behind the last character that is not white space, this is the end
/// of the text.
fn character(document: DocumentId, text: &str, offset: usize) -> Place {
    let start = floor_char_boundary(text, offset).min(text.trim_end().len());
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    Place::text(document, start..start + length)
}

#[cfg(test)]
mod tests;

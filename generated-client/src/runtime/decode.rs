// @generated: part of the runtime that the generator copies. Do not edit.

//! From a JSON text to its value.

use serde::de::value::Error as NotNullable;
use serde::de::{DeserializeOwned, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

use super::json_path::JsonPath;
use super::lenience;
use super::members::Absence;
use super::whole_numbers;

/// Reads a JSON text. No text at all is null to a type that is an `Option`.
///
/// If `is_lenient`, required members may be missing, and have the default of their type then. Even so
/// an object that is in no other is not read if it has none of them: it most likely is something
/// else, such as an error.
///
/// # Errors
///
/// When the text is not the JSON of a `T`.
pub fn from_slice<T: DeserializeOwned>(text: &[u8], is_lenient: bool) -> Result<T, DecodeError> {
    let read = |text: &[u8]| match is_lenient {
        true => lenience::leniently(|| serde_json::from_slice(text)),
        false => serde_json::from_slice(text),
    };
    let source = match read(text) {
        Ok(value) => return Ok(value),
        Err(source) => source,
    };
    if text.trim_ascii().is_empty() {
        return T::deserialize(Nothing).map_err(|_| DecodeError::new(text, source));
    }
    // An integer may be written as `1.0`. Few services do, so only what cannot be read is looked at.
    match whole_numbers::written_out(text).filter(|_| source.is_data()) {
        Some(text) => read(&text).map_err(|source| DecodeError::new(&text, source)),
        None => Err(DecodeError::new(text, source)),
    }
}

/// An empty text: an absent value to an `Option`, and an error to all others.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = NotNullable;

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotNullable> {
        visitor.visit_none()
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotNullable> {
        Err(NotNullable::custom("there is no value"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Why a JSON text is not read.
#[derive(Debug)]
pub struct DecodeError {
    problem: Problem,
    source: serde_json::Error,
}

#[derive(Debug)]
enum Problem {
    Empty,
    /// A required member is missing: its path.
    Missing(String),
    /// A required member is null: its path.
    Null(String),
    /// A value is of another type: its path, and what it is instead.
    Type(String, Option<String>),
    Syntax,
}

impl DecodeError {
    /// The error for `text`, of which serde says `source`.
    pub(super) fn new(text: &[u8], source: serde_json::Error) -> Self {
        let problem = match source.classify() {
            serde_json::error::Category::Data => {
                let path = JsonPath::at(text, source.line(), source.column());
                match Absence::parse(&source.to_string()) {
                    None => Problem::Type(path.to_text(), types(&source.to_string())),
                    Some(Absence { member, is_null }) => {
                        let path = path.member(member).to_text();
                        if is_null { Problem::Null(path) } else { Problem::Missing(path) }
                    }
                }
            }
            _ if text.trim_ascii().is_empty() => Problem::Empty,
            _ => Problem::Syntax,
        };
        Self { problem, source }
    }

    /// The message about a response. It shows names of members, but no values.
    pub(super) fn of_response(&self) -> String {
        let (line, column) = (self.source.line(), self.source.column());
        self.message("the response", Some(format!("line {line} column {column}")))
    }

    /// The message about a part of a response, which is called `what`.
    pub(super) fn of_part(&self, what: &str) -> String {
        self.message(what, None)
    }

    fn message(&self, what: &str, place: Option<String>) -> String {
        let (path, types) = match &self.problem {
            Problem::Empty => return format!("{what} is empty"),
            Problem::Missing(path) => return format!("{what} lacks `{path}`, which is required"),
            Problem::Null(path) => {
                return format!("{what} has null for `{path}`, which is required");
            }
            Problem::Type(path, types) if path.is_empty() => (None, types.as_deref()),
            Problem::Type(path, types) => (Some(format!("`{path}`")), types.as_deref()),
            Problem::Syntax => (None, None),
        };
        let places: Vec<String> = path.into_iter().chain(place).collect();
        let mut message = format!("{what} cannot be read");
        for (before, words) in [(" at ", Some(&*places.join(", "))), (": ", types)] {
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                message.extend([before, words]);
            }
        }
        message
    }

    /// What serde says, which may show values.
    pub(super) fn into_source(self) -> serde_json::Error {
        self.source
    }
}

/// Of what type a value is and should be, from a message of serde, without the value itself:
/// `found string, expected a map`.
fn types(message: &str) -> Option<String> {
    let (_, found) = message.split_once("invalid type: ")?;
    let (found, expected) = found.rsplit_once(", expected ")?;
    let found = found.split(['"', '`']).next()?.trim_end();
    let expected = expected.split(" at line ").next()?;
    Some(format!("found {found}, expected {expected}"))
}

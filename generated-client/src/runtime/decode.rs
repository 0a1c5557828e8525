//! From a JSON text to its value.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fit::Member;
use super::json_path::JsonPath;
use super::lenience;
use super::members::Absence;

/// Reads a JSON text.
///
/// If `is_lenient`, required members may be missing, and have the default of their type then. Even so
/// an object that has none of them is not read: it most likely is something else, such as an error.
///
/// # Errors
///
/// When the text is not the JSON of a `T`.
pub fn from_slice<T>(text: &[u8], is_lenient: bool) -> Result<T, DecodeError>
where
    T: DeserializeOwned + 'static,
{
    let strictly = || serde_json::from_slice(text);
    let value = match is_lenient {
        false => strictly(),
        true => match lenience::leniently::<T, _>(strictly) {
            // The error of strict reading says what is missing.
            (_, Some(members)) if !has_any(text, members) => strictly(),
            (value, _) => value,
        },
    };
    value.map_err(|source| DecodeError::new(text, source))
}

/// Whether a JSON object has a value for any of the required members.
fn has_any(text: &[u8], members: &[Member]) -> bool {
    let value: Value = serde_json::from_slice(text).unwrap_or_default();
    let mut required = members.iter().filter(|member| member.is_required);
    required.any(|member| value.get(member.name).is_some_and(|value| !value.is_null()))
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
    /// A value is of another type: its path.
    Type(String),
    Syntax,
}

impl DecodeError {
    /// The error for `text`, of which serde says `source`.
    pub(super) fn new(text: &[u8], source: serde_json::Error) -> Self {
        let problem = match source.classify() {
            serde_json::error::Category::Data => {
                let path = JsonPath::at(text, source.line(), source.column());
                match Absence::parse(&source.to_string()) {
                    None => Problem::Type(path.to_text()),
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
        let path = match &self.problem {
            Problem::Empty => return format!("{what} is empty"),
            Problem::Missing(path) => return format!("{what} lacks `{path}`, which is required"),
            Problem::Null(path) => {
                return format!("{what} has null for `{path}`, which is required");
            }
            Problem::Type(path) if !path.is_empty() => Some(format!("`{path}`")),
            Problem::Type(_) | Problem::Syntax => None,
        };
        let places: Vec<String> = path.into_iter().chain(place).collect();
        match places.is_empty() {
            true => format!("{what} cannot be read"),
            false => format!("{what} cannot be read at {}", places.join(", ")),
        }
    }

    /// What serde says, which may show values.
    pub(super) fn into_source(self) -> serde_json::Error {
        self.source
    }
}

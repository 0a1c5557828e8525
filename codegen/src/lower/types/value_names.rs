//! What the values of an enum are called, and what they mean, as the description says.

use crate::lower::names::Candidate;
use crate::openapi::{Schema, Text};
use crate::source::Node;

/// A whole number among the values of a schema.
#[derive(Clone)]
pub(crate) struct IntegerValue<'a> {
    pub(super) value: i64,
    pub(super) node: Node<'a>,
    /// What the description calls it.
    pub(super) name: Option<Text<'a>>,
    pub(super) description: Option<&'a str>,
}

/// The names that the description has for the value at an index.
pub(super) fn name<'a>(schema: &Schema<'a>, index: usize) -> Option<Text<'a>> {
    let name = schema.rare().variant_names.get(index).copied();
    name.filter(|name| name.text.contains(char::is_alphanumeric))
}

/// What the description says of the value at an index.
pub(super) fn description<'a>(schema: &Schema<'a>, index: usize) -> Option<&'a str> {
    let all = schema.rare().variant_descriptions?;
    let value = schema.listed_values().nth(index)?.to_json();
    let key = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    all.items().nth(index).or_else(|| all.get(&key))?.as_str()
}

/// Whether the description names the values of a schema, or says what they mean.
pub(super) fn has_names(schema: &Schema<'_>) -> bool {
    !schema.rare().variant_names.is_empty() || schema.rare().variant_descriptions.is_some()
}

/// What a value is called: as the description says, in the case of all other names.
pub(super) fn candidate<'a>(name: Option<Text<'a>>, wire: &str, node: Node<'a>) -> Candidate<'a> {
    // A name in Rust's own case is meant as it is.
    let is_rust = |name: &Text<'_>| {
        let text = name.text;
        text.starts_with(|it: char| it.is_ascii_uppercase())
            && text.contains(|it: char| it.is_ascii_lowercase())
            && text.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    let place = node.place();
    match name {
        Some(name) if is_rust(&name) => {
            Candidate { wire: wire.to_owned(), rust: Some(name), place }
        }
        Some(name) => Candidate { wire: name.text.to_owned(), rust: None, place },
        None => Candidate { wire: wire.to_owned(), rust: None, place },
    }
}

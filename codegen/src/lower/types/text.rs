//! Texts: which schemas are texts, and which values they name.

use super::compose::Schemas;
use super::value_names;
use crate::ir::Ty;
use crate::openapi::{Schema, SchemaId, Text, Type};
use crate::source::Node;

/// A text among the values of a schema.
#[derive(Clone, Copy)]
pub(crate) struct TextValue<'a> {
    pub(crate) wire: &'a str,
    pub(crate) node: Node<'a>,
    /// What it means, where a schema is about this text alone.
    pub(crate) description: Option<&'a str>,
    /// What it is called, where a schema is about this text alone.
    pub(crate) title: Option<&'a str>,
    /// What the description calls it.
    pub(crate) rust: Option<Text<'a>>,
}

/// The texts among the values of a schema.
pub(super) fn text_values<'s, 'a>(
    schema: &'s Schema<'a>,
) -> impl Iterator<Item = TextValue<'a>> + use<'s, 'a> {
    let is_alone = schema.listed_values().count() == 1;
    let description = schema.description.filter(|_| is_alone);
    let title = schema.title.filter(|title| is_alone && !title.trim().is_empty());
    schema.listed_values().enumerate().filter_map(move |(index, node)| {
        let rust = value_names::name(schema, index);
        let description = value_names::description(schema, index).or(description);
        Some(TextValue { wire: node.as_str()?, node, description, title, rust })
    })
}

/// The values without those that are there already.
pub(super) fn distinct<'a>(values: impl Iterator<Item = TextValue<'a>>) -> Vec<TextValue<'a>> {
    let mut distinct: Vec<TextValue<'a>> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for value in values {
        if seen.insert(value.wire) {
            distinct.push(value);
        }
    }
    distinct
}

/// The type of a text that may be any text of a format.
pub(super) fn plain_text(format: Option<&str>) -> Ty {
    match format {
        Some("date-time") => Ty::Timestamp,
        Some("password") => Ty::Secret,
        _ => Ty::String,
    }
}

/// Whether only texts have a format, so that a schema without a type is meant to be one.
pub(super) fn is_text_format(format: &str) -> bool {
    const FORMATS: &[&str] = &[
        "byte",
        "date",
        "date-time",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "password",
        "time",
        "uri",
        "uuid",
    ];
    FORMATS.contains(&format)
}

impl<'a> Schemas<'_, 'a> {
    /// Whether all values of a schema are texts.
    pub(super) fn is_text(&self, id: SchemaId) -> bool {
        let schema = self.whole(id);
        let has_texts = text_values(schema).next().is_some();
        let is_text = schema.types.single() == Some(Type::String);
        (is_text || (schema.types.is_empty() && has_texts)) && schema.variants().next().is_none()
    }
}

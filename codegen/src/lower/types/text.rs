//! Texts: open enums of their values, timestamps, secrets, and texts of any kind.

use crate::ir::{Docs, Enum, ItemKind, Ty, Variant};
use crate::lower::names::{self, Candidate};
use crate::lower::types::{Name, Types};
use crate::name::Namespace;
use crate::openapi::{Reader, Schema};
use crate::source::Node;

impl<'a> Types<'a> {
    pub(crate) fn string(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        // What the schema says is said of the enum, so it need not be said of its only value.
        let values: Vec<_> =
            text_values(schema).map(|value| Text { description: None, ..value }).collect();
        if !values.is_empty() {
            return self.open_enum(reader, schema, values, name);
        }
        match schema.format {
            Some("date-time") => Ty::Timestamp,
            Some("password") => Ty::Secret,
            _ => Ty::String,
        }
    }

    /// An open enum of these texts, each at its place.
    pub(crate) fn open_enum(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        values: Vec<Text<'a>>,
        name: &Name,
    ) -> Ty {
        let mut distinct: Vec<Text<'_>> = Vec::with_capacity(values.len());
        for value in values {
            if !distinct.iter().any(|known| known.wire == value.wire) {
                distinct.push(value);
            }
        }
        let candidates: Vec<_> = distinct
            .iter()
            .map(|Text { wire, node, .. }| Candidate {
                wire: (*wire).to_owned(),
                rust: schema
                    .values
                    .iter()
                    .position(|value| value.place() == node.place())
                    .and_then(|index| schema.variant_names.get(index).copied()),
                place: node.place(),
            })
            .collect();
        let idents = names::assign(reader, Namespace::Variant, &candidates);
        let variants = distinct
            .iter()
            .zip(idents)
            .map(|(value, name)| Variant {
                name,
                wire: value.wire.to_owned(),
                docs: Docs(value.description.unwrap_or_default().to_owned()),
            })
            .collect();
        Ty::Named(self.reserve(schema, name, ItemKind::Enum(Enum { variants })))
    }
}

/// Whether only texts have a format, so that a schema without a type is meant to be one.
pub(crate) fn is_text_format(format: &str) -> bool {
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

/// A text among the values of a schema.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) wire: &'a str,
    pub(crate) node: Node<'a>,
    /// What it means, where the schema is about this text alone.
    pub(crate) description: Option<&'a str>,
}

/// The texts among the values of a schema.
pub(crate) fn text_values<'a>(schema: &Schema<'a>) -> impl Iterator<Item = Text<'a>> {
    let constant = schema.constant.filter(|_| schema.values.is_empty());
    let values: Vec<_> = schema.values.iter().copied().chain(constant).collect();
    let description = schema.description.filter(|_| values.len() == 1);
    values
        .into_iter()
        .filter_map(move |node| Some(Text { wire: node.as_str()?, node, description }))
}

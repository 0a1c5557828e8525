//! Parameters, headers and items as the schemas of their values: Swagger 2.0 writes the keywords of a
//! schema into the objects themselves.

use crate::openapi::aspect::Aspect;
use crate::openapi::discriminator::Discriminator;
use crate::openapi::extensions;
use crate::openapi::json_type::{JsonTypes, Type};
use crate::openapi::object::ObjectReader;
use crate::openapi::schema::{RARE, Rare, Schema, texts};
use crate::openapi::text::is_bool;
use crate::source::Node;

/// The keys that say something of a value.
pub(super) const KEYS: &[&str] = &[
    "default",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "multipleOf",
    "pattern",
    "type",
    "uniqueItems",
    extensions::ENUM_DESCRIPTIONS,
    extensions::ENUM_NAMES,
    extensions::ENUM_VARNAMES,
    extensions::NULLABLE,
];

/// Reads what the object at `node` says of its values.
pub(super) fn read<'a>(object: &mut ObjectReader<'_, 'a, '_>, node: Node<'a>) -> Schema<'a> {
    let (types, format) = types(object);
    let items = object.node("items");
    let items = items.map(|items| object.reader_mut().id_as(items, Aspect::Item));
    let schema = Schema {
        types,
        format,
        items,
        nullable: is_nullable(object),
        values: object.list("enum"),
        default: object.node("default"),
        pattern: object.get("pattern"),
        rare: rare(object, node, |_| None),
        ..Schema::anything(node)
    };
    object.without_effect(KEYS);
    schema
}

/// `x-nullable`: Swagger 2.0 has no other word for it.
pub(super) fn is_nullable(object: &mut ObjectReader<'_, '_, '_>) -> bool {
    object.extension(extensions::NULLABLE, is_bool).unwrap_or(false)
}

/// The keywords that few values have.
pub(super) fn rare<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    node: Node<'a>,
    discriminator: impl FnOnce(&mut ObjectReader<'_, 'a, '_>) -> Option<Discriminator<'a>>,
) -> Option<Box<Rare<'a>>> {
    if !node.entries().any(|(key, _)| RARE.contains(&key)) {
        return None;
    }
    let other_names = object.node(extensions::ENUM_NAMES);
    let names = object.node(extensions::ENUM_VARNAMES).or(other_names);
    Some(Box::new(Rare {
        discriminator: discriminator(object),
        minimum: object.node("minimum"),
        maximum: object.node("maximum"),
        exclusive_minimum: object.node("exclusiveMinimum"),
        exclusive_maximum: object.node("exclusiveMaximum"),
        variant_names: names.map_or_else(Vec::new, |names| texts(names).collect()),
        variant_descriptions: object.node(extensions::ENUM_DESCRIPTIONS),
        ..Rare::default()
    }))
}

/// The types that a value may have, and its format: a file is a text of bytes.
pub(super) fn types<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> (JsonTypes, Option<&'a str>) {
    let format = object.get("format");
    match object.node("type").and_then(Node::as_str) {
        Some("file") => (JsonTypes::only(Type::String), Some("binary")),
        _ => (object.get("type").unwrap_or_default(), format),
    }
}

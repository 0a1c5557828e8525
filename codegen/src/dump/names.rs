//! The names of the description, each with its name in Rust.

use std::fmt::Write as _;

use crate::ir::{Crate, Enum, Home, Item, ItemKind, Operation};

/// The table of all names, or of those of one operation and the types in its file.
pub(super) fn table(krate: &Crate, only: Option<&str>) -> String {
    let mut text = String::new();
    for service in &krate.services {
        let is_shown = |operation: &Operation| only.is_none_or(|id| id == operation.id);
        for operation in service.operations.iter().filter(|it| is_shown(it)) {
            self::operation(&mut text, operation);
        }
        let mut items: Vec<_> = service
            .types
            .iter()
            .filter(|item| match item.home {
                Home::Operation(index) => is_shown(&service.operations[index]),
                Home::Types => only.is_none(),
            })
            .collect();
        items.sort_by(|a, b| (&a.ident, &a.source).cmp(&(&b.ident, &b.source)));
        items.iter().for_each(|item| self::item(&mut text, item));
    }
    if only.is_none() {
        _ = writeln!(text, "error codes");
        variants(&mut text, &krate.error_codes);
    }
    text
}

fn operation(text: &mut String, operation: &Operation) {
    _ = writeln!(text, "{} -> {}, {}", operation.id, operation.name, operation.request);
    for argument in operation.inputs() {
        _ = writeln!(text, "    {} -> {}", argument.wire, argument.name);
    }
}

fn item(text: &mut String, item: &Item) {
    _ = writeln!(text, "{} -> {}", item.source, item.ident);
    match &item.kind {
        ItemKind::Struct(strukt) => strukt.fields.iter().for_each(|field| {
            _ = writeln!(text, "    {} -> {}", field.wire, field.name);
        }),
        ItemKind::Enum(kind) | ItemKind::Integers(kind) => variants(text, kind),
        ItemKind::Responses(responses) => responses.iter().for_each(|response| {
            _ = writeln!(text, "    {} -> {}", response.statuses, response.name);
        }),
        ItemKind::Errors(errors) => errors.iter().for_each(|error| {
            _ = writeln!(text, "    {}", error.name);
        }),
        ItemKind::Union(union) => {
            let values = union.values.iter().map(|value| &value.name);
            union.variants.iter().map(|variant| &variant.name).chain(values).for_each(|name| {
                _ = writeln!(text, "    {name}");
            });
        }
    }
}

fn variants(text: &mut String, kind: &Enum) {
    for variant in &kind.variants {
        _ = writeln!(text, "    {} -> {}", variant.wire, variant.name);
    }
}

//! `allOf`: one schema out of several.

use crate::lower::types::{Lowered, Name, Types};
use crate::openapi::{Read, Reader, Schema};
use crate::source::Place;

impl<'a> Types<'a> {
    /// The type of a schema with `allOf`. Where only one part says anything about the type, it is
    /// that part's: `allOf` is how a reference gets a description of its own.
    pub(crate) fn all_of(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        let own = Schema { all_of: Vec::new(), ..schema.clone() };
        let mut parts = schema.all_of.iter().filter(|part| !part.is_trivial());
        if let (true, Some(only), None) = (says_nothing_more(&own), parts.next(), parts.next()) {
            let lowered = self.lower(reader, only, name);
            let nullable = schema.all_of.iter().any(|part| part.nullable) || schema.nullable;
            return Lowered { nullable: nullable || lowered.nullable, ..lowered };
        }
        let merged = merge(reader, schema, &mut Vec::new());
        let lowered = self.composed(reader, &merged, name);
        Lowered { nullable: lowered.nullable || merged.nullable, ..lowered }
    }
}

/// Whether a schema adds nothing to what the parts of its `allOf` say of the type. An object that
/// declares no members says no more than that it is one.
fn says_nothing_more(own: &Schema<'_>) -> bool {
    own.properties.is_empty()
        && own.additional.is_none()
        && own.values.is_empty()
        && own.items.is_none()
        && own.one_of.iter().all(Schema::is_trivial)
        && own.required.is_empty()
}

/// `schema` and all parts of its `allOf` as one schema. `open` are the places that are being merged:
/// a part that leads back to one of them adds nothing.
pub(crate) fn merge<'a>(
    reader: &mut Reader<'a, '_>,
    schema: &Schema<'a>,
    open: &mut Vec<Place>,
) -> Schema<'a> {
    let mut merged = Schema { all_of: Vec::new(), properties: Vec::new(), ..schema.clone() };
    for part in &schema.all_of {
        let Some(mut part) = resolve(reader, part, open) else { continue };
        if part.one_of.iter().any(|variant| leads_to(reader, variant, schema.node.place())) {
            // A base that lists the schemas which extend it: this is one of them.
            part.one_of.clear();
        }
        add(&mut merged, &part);
    }
    // What stands beside `allOf` has the last word.
    for (name, property) in &schema.properties {
        add_property(&mut merged, name, property);
    }
    merged
}

fn leads_to<'a>(reader: &mut Reader<'a, '_>, schema: &Schema<'a>, place: Place) -> bool {
    let target = schema.reference.and_then(|reference| reader.follow(reference));
    target.is_some_and(|target| target.place() == place)
}

/// A part with its reference followed and its own `allOf` merged.
pub(crate) fn resolve<'a>(
    reader: &mut Reader<'a, '_>,
    part: &Schema<'a>,
    open: &mut Vec<Place>,
) -> Option<Schema<'a>> {
    let Some(reference) = part.reference else { return Some(merge(reader, part, open)) };
    let node = reader.step(reference)?;
    if open.contains(&node.place()) {
        return None;
    }
    open.push(node.place());
    let target = Schema::read(reader, node)?;
    let resolved = match target.reference {
        // It may say more than what it refers to.
        Some(_) => resolve(reader, &target, open).map(|end| Schema {
            nullable: end.nullable || target.nullable,
            description: target.description.or(end.description),
            ..end
        }),
        None => Some(merge(reader, &target, open)),
    };
    open.pop();
    resolved
}

fn add<'a>(merged: &mut Schema<'a>, part: &Schema<'a>) {
    for (name, property) in &part.properties {
        add_property(merged, name, property);
    }
    for name in &part.required {
        if !merged.requires(name.text) {
            merged.required.push(*name);
        }
    }
    if merged.types.is_empty() {
        merged.types.clone_from(&part.types);
    }
    if merged.values.is_empty() {
        merged.values.clone_from(&part.values);
    }
    merged.nullable |= part.nullable;
    merged.constant = merged.constant.or(part.constant);
    merged.format = merged.format.or(part.format);
    merged.pattern = merged.pattern.or(part.pattern);
    merged.example = merged.example.or(part.example);
    merged.title = merged.title.or(part.title);
    merged.description = merged.description.or(part.description);
    merged.items = merged.items.take().or_else(|| part.items.clone());
    merged.additional = merged.additional.take().or_else(|| part.additional.clone());
    if merged.one_of.iter().all(Schema::is_trivial) {
        merged.one_of.clone_from(&part.one_of);
        merged.discriminator = merged.discriminator.take().or_else(|| part.discriminator.clone());
    }
}

/// Adds a property, or what it says of one that is there: the later one wins, unless it says
/// nothing about the type.
fn add_property<'a>(merged: &mut Schema<'a>, name: &'a str, property: &Schema<'a>) {
    let Some((_, known)) = merged.properties.iter_mut().find(|(known, _)| *known == name) else {
        merged.properties.push((name, property.clone()));
        return;
    };
    if property.is_trivial() {
        known.description = property.description.or(known.description);
        known.nullable |= property.nullable;
    } else {
        *known = property.clone();
    }
}

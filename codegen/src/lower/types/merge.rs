//! `allOf`: one schema out of several.

use std::collections::{HashMap, HashSet};

use super::compose::Schemas;
use super::step::Step;
use crate::openapi::{Additional, Schema, SchemaId};

/// How many schemas that are parts of each other are merged. Nobody writes more than two.
const MOST_IN_CYCLE: usize = 50;

/// What is merged so far.
struct Merged<'a> {
    schema: Schema<'a>,
    /// The properties, by name.
    known: HashMap<&'a str, usize>,
    required: HashSet<&'a str>,
}

impl<'a> Merged<'a> {
    /// Nothing but what stands beside `allOf`, without its properties.
    fn new(own: &Schema<'a>) -> Self {
        let mut schema =
            Schema { reference: None, all_of: Vec::new(), properties: Vec::new(), ..own.clone() };
        if own.rare().dynamic_reference.is_some() {
            schema.rare_mut().dynamic_reference = None;
        }
        let required = own.required.iter().map(|name| name.text).collect();
        Self { schema, known: HashMap::new(), required }
    }
}

impl<'a> Schemas<'_, 'a> {
    /// What `id` says with its parts, if it has any.
    pub(super) fn compose(&mut self, id: SchemaId) -> Option<Schema<'a>> {
        if self.meant(id) == id { self.merge(id, &HashSet::new()) } else { None }
    }

    /// What the schemas of a cycle say, which are parts of each other: each says what all of them do,
    /// and what it says itself has the last word.
    pub(super) fn compose_cycle(&mut self, cycle: &[SchemaId]) -> Vec<(SchemaId, Schema<'a>)> {
        let inside: HashSet<SchemaId> = cycle.iter().copied().collect();
        let alone: Vec<(SchemaId, Schema<'a>)> = cycle
            .iter()
            .map(|id| {
                let alone = self.merge(*id, &inside);
                (*id, alone.unwrap_or_else(|| self.get(*id).clone()))
            })
            .collect();
        if cycle.len() > MOST_IN_CYCLE {
            return alone;
        }
        let mut each = Vec::with_capacity(alone.len());
        for (id, own) in &alone {
            let mut merged = Merged::new(own);
            for (_, other) in alone.iter().filter(|(other, _)| other != id) {
                self.add_part(&mut merged, *id, other.clone());
            }
            for (name, property) in &own.properties {
                self.add_property(&mut merged, name, *property);
            }
            each.push((*id, merged.schema));
        }
        each
    }

    /// What a schema says with its parts, but for those in `left_out`.
    fn merge(&mut self, id: SchemaId, left_out: &HashSet<SchemaId>) -> Option<Schema<'a>> {
        let normal = self.single_items(id);
        let parts = self.parts(id);
        if parts.is_empty() {
            return normal;
        }
        let own = normal.unwrap_or_else(|| self.get(id).clone());
        let mut merged = Merged::new(&own);
        let mut met = HashSet::new();
        for part in parts {
            let part = self.meant(part);
            let is_new = part != id && !left_out.contains(&part) && met.insert(part);
            if is_new && !self.is_broken(part) {
                let whole = self.whole(part).clone();
                self.add_part(&mut merged, id, whole);
            }
        }
        // What stands beside `allOf` has the last word.
        for (name, property) in own.properties {
            self.add_property(&mut merged, name, property);
        }
        Some(merged.schema)
    }

    /// Adds a part of `id`.
    fn add_part(&mut self, merged: &mut Merged<'a>, id: SchemaId, mut part: Schema<'a>) {
        if part.variants().any(|variant| self.meant(variant) == id) {
            // A base that lists the schemas which extend it: this is one of them.
            part.one_of.clear();
            part.any_of.clear();
        }
        self.add(merged, part);
    }

    fn add(&mut self, into: &mut Merged<'a>, part: Schema<'a>) {
        for (name, property) in &part.properties {
            self.add_property(into, name, *property);
        }
        for name in &part.required {
            if into.required.insert(name.text) {
                into.schema.required.push(*name);
            }
        }
        let merged = &mut into.schema;
        merged.nullable |= part.allows_null();
        if merged.types.is_empty() {
            merged.types = part.types;
        }
        if merged.values.is_empty() {
            merged.values.clone_from(&part.values);
        }
        merged.constant = merged.constant.or(part.constant);
        merged.format = merged.format.or(part.format);
        merged.pattern = merged.pattern.or(part.pattern);
        merged.example = merged.example.or(part.example);
        merged.title = merged.title.or(part.title);
        merged.description = merged.description.or(part.description);
        merged.items = merged.items.or(part.items);
        merged.additional = merged.additional.or(part.additional);
        if self.has_trivial_variants(merged) {
            merged.one_of = part.variants().collect();
            merged.any_of = Vec::new();
            if let (None, Some(_)) = (&merged.rare().discriminator, &part.rare().discriminator) {
                merged.rare_mut().discriminator = part.rare().discriminator.clone();
            }
        }
    }

    /// Adds a property, or what it says of one that is there: the later one wins, unless it says
    /// nothing about the type.
    fn add_property(&mut self, into: &mut Merged<'a>, name: &'a str, property: SchemaId) {
        crate::steps::take(1);
        let next = into.schema.properties.len();
        let index = *into.known.entry(name).or_insert(next);
        let merged = &mut into.schema;
        if index == next {
            merged.properties.push((name, property));
            return;
        }
        let said = self.get(property);
        if !self.is_trivial(said) {
            merged.properties[index].1 = property;
            return;
        }
        let (description, is_nullable) = (said.description, said.allows_null());
        let known_id = merged.properties[index].1;
        let known = self.get(known_id);
        if description.is_some() || is_nullable && !known.allows_null() {
            let mut made = Schema { all_of: vec![known_id], ..annotations(known) };
            made.description = description.or(known.description);
            made.nullable |= is_nullable;
            merged.properties[index].1 = self.make(made, (known_id, Step::Same));
        }
    }

    /// The schema with one schema for the items of a tuple, and one for all members that are not
    /// declared: of which one such a value is, only its position or its name would tell.
    fn single_items(&mut self, id: SchemaId) -> Option<Schema<'a>> {
        let schema = self.get(id);
        let rare = schema.rare();
        let (node, additional) = (schema.node, schema.others());
        let has_tuple = schema.items.is_none() && !rare.prefix_items.is_empty();
        let is_open = matches!(additional, Some(Additional::Any));
        let mut others = rare.pattern_properties.clone();
        let is_same = additional.is_some() == schema.additional.is_some();
        if !has_tuple && (others.is_empty() || is_open) && is_same {
            return None;
        }
        let tuple = rare.prefix_items.clone();
        let mut single = Schema { additional, ..schema.clone() };
        if has_tuple {
            let union = Schema { one_of: tuple, ..Schema::anything(node) };
            single.items = Some(self.make(union, (id, Step::Item)));
        }
        if !others.is_empty() && !is_open {
            // The order of names says nothing.
            others.sort_by_key(|(pattern, _)| *pattern);
            let mut schemas: Vec<_> = others.into_iter().map(|(_, schema)| schema).collect();
            if let Some(Additional::Schema(schema)) = additional {
                schemas.push(schema);
            }
            let node = node.get("patternProperties").unwrap_or(node);
            single.additional = Some(Additional::Schema(match schemas[..] {
                [only] => only,
                _ => {
                    let union = Schema { one_of: schemas, ..Schema::anything(node) };
                    self.make(union, (id, Step::Child("value".into())))
                }
            }));
        }
        Some(single)
    }
}

/// What a schema says about its values, without their type.
fn annotations<'a>(schema: &Schema<'a>) -> Schema<'a> {
    let mut annotations = Schema {
        nullable: schema.allows_null(),
        title: schema.title,
        description: schema.description,
        default: schema.default,
        read_only: schema.read_only,
        deprecated: schema.deprecated,
        example: schema.example,
        ..Schema::anything(schema.node)
    };
    let (from, to) = (schema.rare(), annotations.rare_mut());
    (to.minimum, to.maximum) = (from.minimum, from.maximum);
    (to.encryption, to.rust_name) = (from.encryption, from.rust_name);
    to.write_only = from.write_only;
    annotations
}

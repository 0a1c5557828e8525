//! References and compositions worked out: what a schema says once `$ref` is followed and `allOf`
//! is merged.

use std::collections::HashMap;

use super::facts::SchemaId;
use super::graph;
use super::step::Step;
use crate::openapi::{Additional, Id, Objects, Schema};

/// All schemas of a project, and what each of them says with all that it is composed of.
pub(crate) struct Schemas<'o, 'a> {
    written: Vec<&'o Schema<'a>>,
    /// Schemas that stand nowhere: what others are made of has to have an id too.
    made: Vec<Made<'a>>,
    /// By index: the schema that a mere reference means, whatever the number of steps.
    meant: Vec<Option<SchemaId<'a>>>,
    /// By index, what a schema says where that is not what was written.
    composed: HashMap<usize, Schema<'a>>,
}

struct Made<'a> {
    schema: Schema<'a>,
    /// What it is a part of, and as what.
    parent: (SchemaId<'a>, Step<'a>),
    /// The schema that it takes the place of, whose parts are its parts.
    instead_of: Option<SchemaId<'a>>,
}

/// How many schemas that are parts of each other are merged. Nobody writes more than two.
const MOST_IN_CYCLE: usize = 50;

impl<'o, 'a> Schemas<'o, 'a> {
    /// Works out what the schemas of a project are composed of.
    pub(crate) fn new(objects: &'o Objects<'a>) -> Self {
        let written: Vec<_> = objects.schemas.iter().collect();
        let mut schemas = Self {
            meant: vec![None; written.len()],
            written,
            made: Vec::new(),
            composed: HashMap::new(),
        };
        let count = schemas.written.len();
        let components = graph::components(count, |index| schemas.composed_of(Id::at(index)));
        // What references mean is needed to compose what they lead to: a base may list the schemas
        // which extend it.
        for index in components.iter().flatten() {
            schemas.meant[*index] = schemas.referenced(Id::at(*index));
        }
        for component in components {
            for index in component.iter().copied() {
                let inside = if component.len() > 1 { &component[..] } else { &[] };
                if let Some(composed) = schemas.compose(Id::at(index), inside) {
                    schemas.composed.insert(index, composed);
                }
            }
        }
        schemas
    }

    /// How many schemas there are.
    pub(super) fn len(&self) -> usize {
        self.written.len() + self.made.len()
    }

    /// A schema as it was written.
    pub(crate) fn get(&self, id: SchemaId<'a>) -> &Schema<'a> {
        match self.written.get(id.index()) {
            Some(schema) => schema,
            None => &self.made[id.index() - self.written.len()].schema,
        }
    }

    /// The schema that a mere reference leads to; else the schema itself.
    pub(crate) fn meant(&self, id: SchemaId<'a>) -> SchemaId<'a> {
        let mut id = id;
        while let Some(meant) = self.meant.get(id.index()).copied().flatten() {
            id = meant;
        }
        id
    }

    /// What a schema says: references followed and `allOf` merged.
    pub(crate) fn whole(&self, id: SchemaId<'a>) -> &Schema<'a> {
        let id = self.meant(id);
        self.composed.get(&id.index()).unwrap_or_else(|| self.get(id))
    }

    /// Whether a schema is a reference that leads nowhere.
    pub(crate) fn is_broken(&self, id: SchemaId<'a>) -> bool {
        let schema = self.get(self.meant(id));
        let links = [&schema.reference, &schema.rare().dynamic_reference];
        self.is_mere_reference(schema) && links.into_iter().flatten().all(|it| it.target.is_none())
    }

    /// Adds a schema that stands nowhere; `parent` is what it is a part of, and as what.
    pub(super) fn make(
        &mut self,
        schema: Schema<'a>,
        parent: (SchemaId<'a>, Step<'a>),
    ) -> SchemaId<'a> {
        self.made.push(Made { schema, parent, instead_of: None });
        self.meant.push(None);
        Id::at(self.len() - 1)
    }

    /// The same, of a schema that takes the place of another.
    pub(super) fn make_instead(
        &mut self,
        schema: Schema<'a>,
        parent: (SchemaId<'a>, Step<'a>),
        instead_of: SchemaId<'a>,
    ) -> SchemaId<'a> {
        self.made.push(Made { schema, parent, instead_of: Some(instead_of) });
        self.meant.push(None);
        Id::at(self.len() - 1)
    }

    /// What the schemas that were added are parts of, and what is a part of them.
    pub(super) fn made_parents(&self) -> Vec<(SchemaId<'a>, (SchemaId<'a>, Step<'a>))> {
        let mut parents = Vec::new();
        for (index, made) in self.made.iter().enumerate() {
            let id = Id::at(self.written.len() + index);
            parents.push((id, made.parent.clone()));
            parents.extend(made.instead_of.map(|original| (original, (id, Step::Same))));
        }
        parents
    }

    /// How many schemas that were added stand in each other, from `id` on.
    pub(super) fn depth(&self, id: SchemaId<'a>) -> usize {
        let (mut depth, mut id) = (0, id);
        while let Some(made) = id.index().checked_sub(self.written.len()) {
            depth += 1;
            id = self.made[made].parent.0;
        }
        depth
    }

    /// Whether a schema stands in a description.
    pub(super) fn is_written(&self, id: SchemaId<'a>) -> bool {
        id.index() < self.written.len()
    }

    /// The schemas that count as parts of `id`: what it refers to, and those of its `allOf`.
    pub(super) fn parts(&self, id: SchemaId<'a>) -> Vec<SchemaId<'a>> {
        let schema = self.get(id);
        let link = schema.reference.or(schema.rare().dynamic_reference);
        link.and_then(|link| link.target).into_iter().chain(schema.all_of.iter().copied()).collect()
    }

    /// Whether nothing stands beside a reference that says anything about the type.
    fn is_mere_reference(&self, schema: &Schema<'a>) -> bool {
        (schema.reference.is_some() || schema.rare().dynamic_reference.is_some())
            && schema.properties.is_empty()
            && schema.all_of.is_empty()
    }

    fn referenced(&self, id: SchemaId<'a>) -> Option<SchemaId<'a>> {
        let is_mere = self.is_mere_reference(self.get(id));
        let target = self.parts(id).first().copied().filter(|target| is_mere && *target != id)?;
        Some(self.meant(target))
    }

    fn composed_of(&self, id: SchemaId<'a>) -> Vec<usize> {
        self.parts(id).into_iter().map(Id::index).collect()
    }

    /// What `id` says with its parts, if it has any. `inside` are the schemas of a cycle, which
    /// are parts of each other.
    fn compose(&mut self, id: SchemaId<'a>, inside: &[usize]) -> Option<Schema<'a>> {
        if self.meant[id.index()].is_some() {
            return None;
        }
        if inside.len() > MOST_IN_CYCLE {
            return self.single_items(id);
        }
        self.merge(id, inside, &mut vec![id])
    }

    /// `open` are the schemas that are being merged: a part that leads back to one of them adds
    /// nothing.
    fn merge(
        &mut self,
        id: SchemaId<'a>,
        inside: &[usize],
        open: &mut Vec<SchemaId<'a>>,
    ) -> Option<Schema<'a>> {
        let normal = self.single_items(id);
        let parts = self.parts(id);
        if parts.is_empty() {
            return normal;
        }
        let own = normal.unwrap_or_else(|| self.get(id).clone());
        let mut merged =
            Schema { reference: None, all_of: Vec::new(), properties: Vec::new(), ..own.clone() };
        if own.rare().dynamic_reference.is_some() {
            merged.rare_mut().dynamic_reference = None;
        }
        for part in parts {
            let part = self.meant(part);
            if open.contains(&part) || self.is_broken(part) {
                continue;
            }
            let mut whole = match inside.contains(&part.index()) {
                true => {
                    open.push(part);
                    let whole = self.merge(part, inside, open);
                    open.pop();
                    whole.unwrap_or_else(|| self.get(part).clone())
                }
                false => self.whole(part).clone(),
            };
            if whole.variants().any(|variant| self.meant(variant) == id) {
                // A base that lists the schemas which extend it: this is one of them.
                whole.one_of.clear();
                whole.any_of.clear();
            }
            self.add(&mut merged, whole);
        }
        // What stands beside `allOf` has the last word.
        for (name, property) in own.properties {
            self.add_property(&mut merged, name, property);
        }
        Some(merged)
    }

    fn add(&mut self, merged: &mut Schema<'a>, part: Schema<'a>) {
        for (name, property) in &part.properties {
            self.add_property(merged, name, *property);
        }
        for name in &part.required {
            if !merged.requires(name.text) {
                merged.required.push(*name);
            }
        }
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
    fn add_property(&mut self, merged: &mut Schema<'a>, name: &'a str, property: SchemaId<'a>) {
        let Some(index) = merged.properties.iter().position(|(known, _)| *known == name) else {
            merged.properties.push((name, property));
            return;
        };
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
    fn single_items(&mut self, id: SchemaId<'a>) -> Option<Schema<'a>> {
        let schema = self.get(id);
        let rare = schema.rare();
        let (node, additional) = (schema.node, schema.additional);
        let has_tuple = schema.items.is_none() && !rare.prefix_items.is_empty();
        let is_open = matches!(additional, Some(Additional::Any));
        let mut others = rare.pattern_properties.clone();
        if !has_tuple && (others.is_empty() || is_open) {
            return None;
        }
        let tuple = rare.prefix_items.clone();
        let mut single = schema.clone();
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
    annotations
}

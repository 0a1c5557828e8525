//! Inheritance as OpenAPI 3.0 writes it: a base says by which member the schemas that extend it are
//! told apart, and lists them in the mapping of its discriminator. Where the base is named, one of
//! them comes.

use std::collections::HashSet;

use serde_json::Value;

use super::compose::Schemas;
use super::shape::{Inner, Kind, Shape, UnionShape, VariantForm, VariantShape};
use super::step::Step;
use super::tag::{DEEPEST, Tagged};
use crate::openapi::{Discriminator, Mapped, Schema, SchemaId, Type};

impl<'a> Schemas<'_, 'a> {
    /// The discriminator of a base whose mapping lists the schemas that extend it.
    fn base(&self, id: SchemaId) -> Option<&Discriminator<'a>> {
        let schema = self.get(id);
        let own = schema.all_of.iter().map(|part| self.get(*part));
        let mut own = own.filter(|part| part.reference.is_none()).chain([schema]);
        let discriminator = own.find_map(|part| part.rare().discriminator.as_ref())?;
        let is_object = |target: SchemaId| {
            let whole = self.whole(target);
            whole.types.single() == Some(Type::Object) || !whole.properties.is_empty()
        };
        let mut targets = discriminator.mapping.iter().map(|(_, mapped)| mapped.target);
        let is_complete = targets.all(|target| target.is_some_and(is_object));
        (is_complete
            && !discriminator.mapping.is_empty()
            && self.whole(id).variants().next().is_none()
            && self.heirs().named.contains(&id))
        .then_some(discriminator)
    }

    /// Whether a schema is a base, and `id` one of the schemas that its mapping lists.
    pub(super) fn extends(&self, id: SchemaId, base: SchemaId) -> bool {
        let base = self.meant(base);
        self.heirs().mapped.contains_key(&id) && self.base(base).is_some()
    }

    /// What a base is, where it is named: one of the schemas that its mapping lists. It is itself one
    /// of them if a mapping lists it, or if a value need not say what it is.
    pub(super) fn base_shape(&mut self, id: SchemaId) -> Option<Shape<'a>> {
        let discriminator = self.base(id)?.clone();
        let member = discriminator.property;
        let mut names: Vec<String> = Vec::new();
        let mut targets: Vec<SchemaId> = Vec::new();
        let mut seen = HashSet::new();
        for (_, mapped) in &discriminator.mapping {
            let target = self.meant(mapped.target?);
            if target != id && seen.insert(target) {
                targets.push(target);
                names.push(mapped.text.rsplit('/').next().unwrap_or_default().to_owned());
            }
        }
        if targets.is_empty() {
            return None;
        }
        let tag = self.declared_tag(&discriminator, &targets, DEEPEST);
        let (mut tagged, mut default) = (tag.variants, tag.default);
        let whole = self.whole(id).clone();
        let nullable = whole.allows_null();
        let own = self.heirs().mapped.get(&id);
        let own = own.into_iter().flatten().filter(|(its, _)| *its == member);
        let values: Vec<Value> = own.map(|(_, value)| Value::from(*value)).collect();
        if !values.is_empty() || !whole.requires(member) {
            let is_default =
                |it: &Mapped<'a>| it.target.is_some_and(|target| self.meant(target) == id);
            default = default.or(discriminator.default.filter(is_default).map(|_| targets.len()));
            targets.push(self.without_heirs(id, whole));
            tagged.push(Tagged { values, contradicting: Vec::new() });
            names.push("base".to_owned());
        }
        let each = targets.into_iter().zip(names).zip(tagged);
        let variants = each.map(|((schema, name), tagged)| {
            let (node, holds) = (self.get(schema).node, Inner::Schema(schema));
            VariantShape { node, holds, form: VariantForm::Itself, name, tagged }
        });
        let variants = variants.collect();
        let union = UnionShape { tag: Some(member), variants, default, singles: Vec::new() };
        Some(Shape { kind: Kind::Union(union), nullable })
    }

    /// A base as one of its variants.
    fn without_heirs(&mut self, id: SchemaId, base: Schema<'a>) -> SchemaId {
        let types = base.types.with_null(false);
        let mut alone = Schema { nullable: false, types, all_of: Vec::new(), ..base };
        alone.rare_mut().discriminator = None;
        self.make(alone, (id, Step::Child("base".into())))
    }
}

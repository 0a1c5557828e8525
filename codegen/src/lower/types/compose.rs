//! References and compositions worked out: what a schema says once `$ref` is followed and `allOf`
//! is merged.

use std::collections::HashMap;

use super::graph;
use super::heirs::Heirs;
use super::step::Step;
use crate::openapi::{Objects, Schema, SchemaId};

/// All schemas of a project, and what each of them says with all that it is composed of.
pub(crate) struct Schemas<'o, 'a> {
    written: Vec<&'o Schema<'a>>,
    /// Schemas that stand nowhere: what others are made of has to have an id too.
    made: Vec<Made<'a>>,
    /// By index: the schema that a mere reference means, whatever the number of steps.
    meant: Vec<Option<SchemaId>>,
    /// By index: whether a reference on the way to what a schema means allows `null`.
    null_on_the_way: Vec<bool>,
    /// By index, what a schema says where that is not what was written.
    composed: HashMap<usize, Schema<'a>>,
    /// Schemas that are parts of each other, or of themselves.
    pub(super) cycles: Vec<Vec<SchemaId>>,
    heirs: Heirs<'a>,
}

struct Made<'a> {
    schema: Schema<'a>,
    /// What it is a part of, and as what.
    parent: (SchemaId, Step<'a>),
    /// The schema that it takes the place of, whose parts are its parts.
    instead_of: Option<SchemaId>,
}

impl<'o, 'a> Schemas<'o, 'a> {
    /// Works out what the schemas of a project are composed of.
    pub(crate) fn new(objects: &'o Objects<'a>) -> Self {
        let written: Vec<_> = objects.schemas().collect();
        let mut schemas = Self {
            meant: vec![None; written.len()],
            null_on_the_way: vec![false; written.len()],
            written,
            made: Vec::new(),
            composed: HashMap::new(),
            cycles: Vec::new(),
            heirs: Heirs::default(),
        };
        let count = schemas.written.len();
        let components = graph::components(count, |index| schemas.composed_of(SchemaId::at(index)));
        // What references mean is needed to compose what they lead to: a base may list the schemas
        // which extend it.
        for index in components.iter().flatten() {
            let id = SchemaId::at(*index);
            if let Some((next, end)) = schemas.referenced(id) {
                schemas.meant[*index] = Some(end);
                schemas.null_on_the_way[*index] =
                    schemas.get(id).allows_null() || schemas.null_on_the_way[next.index()];
            }
        }
        schemas.heirs = Heirs::of(&schemas.written, |id| schemas.meant(id));
        for component in components {
            let only = SchemaId::at(component[0]);
            if component.len() > 1 || schemas.parts(only).contains(&only) {
                schemas.cycles.push(component.iter().copied().map(SchemaId::at).collect());
            }
            if component.len() == 1 {
                if let Some(composed) = schemas.compose(only) {
                    schemas.composed.insert(component[0], composed);
                }
                continue;
            }
            // References stand for what they mean. The order of the text is that of the members.
            let mut cycle: Vec<SchemaId> = component.into_iter().map(SchemaId::at).collect();
            cycle.retain(|id| schemas.meant(*id) == *id);
            cycle.sort_by_key(|id| id.index());
            for (id, composed) in schemas.compose_cycle(&cycle) {
                schemas.composed.insert(id.index(), composed);
            }
        }
        schemas
    }

    /// Which schemas extend which by a mapping.
    pub(super) fn heirs(&self) -> &Heirs<'a> {
        &self.heirs
    }

    /// How many schemas there are.
    pub(super) fn len(&self) -> usize {
        self.written.len() + self.made.len()
    }

    /// All schemas, in the order of their ids.
    pub(super) fn all(&self) -> impl Iterator<Item = &Schema<'a>> {
        (0..self.len()).map(|index| self.get(SchemaId::at(index)))
    }

    /// A schema as it was written.
    pub(crate) fn get(&self, id: SchemaId) -> &Schema<'a> {
        match self.written.get(id.index()) {
            Some(schema) => schema,
            None => &self.made[id.index() - self.written.len()].schema,
        }
    }

    /// The schema that a mere reference leads to; else the schema itself.
    pub(crate) fn meant(&self, id: SchemaId) -> SchemaId {
        let mut id = id;
        while let Some(meant) = self.meant.get(id.index()).copied().flatten() {
            crate::steps::take(1);
            id = meant;
        }
        id
    }

    /// What a schema says: references followed and `allOf` merged.
    pub(crate) fn whole(&self, id: SchemaId) -> &Schema<'a> {
        let id = self.meant(id);
        self.composed.get(&id.index()).unwrap_or_else(|| self.get(id))
    }

    /// Whether a schema is a reference that leads nowhere.
    pub(crate) fn is_broken(&self, id: SchemaId) -> bool {
        let schema = self.get(self.meant(id));
        let links = [&schema.reference, &schema.rare().dynamic_reference];
        self.is_mere_reference(schema) && links.into_iter().flatten().all(|it| it.target.is_none())
    }

    /// Adds a schema that stands nowhere; `parent` is what it is a part of, and as what.
    pub(super) fn make(&mut self, schema: Schema<'a>, parent: (SchemaId, Step<'a>)) -> SchemaId {
        self.made.push(Made { schema, parent, instead_of: None });
        self.meant.push(None);
        SchemaId::at(self.len() - 1)
    }

    /// The same, of a schema that takes the place of another.
    pub(super) fn make_instead(
        &mut self,
        schema: Schema<'a>,
        parent: (SchemaId, Step<'a>),
        instead_of: SchemaId,
    ) -> SchemaId {
        self.made.push(Made { schema, parent, instead_of: Some(instead_of) });
        self.meant.push(None);
        SchemaId::at(self.len() - 1)
    }

    /// What the schemas that were added are parts of, and what is a part of them.
    pub(super) fn made_parents(&self) -> Vec<(SchemaId, (SchemaId, Step<'a>))> {
        let mut parents = Vec::new();
        for (index, made) in self.made.iter().enumerate() {
            let id = SchemaId::at(self.written.len() + index);
            parents.push((id, made.parent.clone()));
            parents.extend(made.instead_of.map(|original| (original, (id, Step::Same))));
        }
        parents
    }

    /// How many schemas that were added stand in each other, from `id` on.
    pub(super) fn depth(&self, id: SchemaId) -> usize {
        let (mut depth, mut id) = (0, id);
        while let Some(made) = id.index().checked_sub(self.written.len()) {
            depth += 1;
            id = self.made[made].parent.0;
        }
        depth
    }

    /// Whether a schema stands in a description.
    pub(super) fn is_written(&self, id: SchemaId) -> bool {
        id.index() < self.written.len()
    }

    /// The schemas that count as parts of `id`: what it refers to, and those of its `allOf`.
    pub(super) fn parts(&self, id: SchemaId) -> Vec<SchemaId> {
        crate::steps::take(1);
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

    /// What a mere reference leads to, and the end of the way from there.
    fn referenced(&self, id: SchemaId) -> Option<(SchemaId, SchemaId)> {
        crate::steps::take(1);
        let is_mere = self.is_mere_reference(self.get(id));
        let target = self.parts(id).first().copied().filter(|target| is_mere && *target != id)?;
        Some((target, self.meant(target)))
    }

    /// Whether one of the references that lead from `id` to what it means allows `null`.
    pub(super) fn allows_null_on_the_way(&self, id: SchemaId) -> bool {
        self.null_on_the_way.get(id.index()).copied().unwrap_or_default()
    }

    fn composed_of(&self, id: SchemaId) -> Vec<usize> {
        self.parts(id).into_iter().map(SchemaId::index).collect()
    }
}

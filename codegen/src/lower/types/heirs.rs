//! Who extends whom, by the mappings of discriminators.

use std::collections::{HashMap, HashSet};

use crate::openapi::{Schema, SchemaId};

/// What the discriminators of all schemas map, and who is named other than to be extended.
#[derive(Default)]
pub(super) struct Heirs<'a> {
    /// The members and their values that stand for a schema.
    pub(super) mapped: HashMap<SchemaId, Vec<(&'a str, &'a str)>>,
    /// Schemas that something refers to which does not extend them.
    pub(super) named: HashSet<SchemaId>,
}

impl<'a> Heirs<'a> {
    /// What `schemas`, by their ids, say of it; `meant` follows references.
    pub(super) fn of(schemas: &[&Schema<'a>], meant: impl Fn(SchemaId) -> SchemaId) -> Self {
        let mut found = Self::default();
        for discriminator in schemas.iter().filter_map(|it| it.rare().discriminator.as_ref()) {
            for (value, mapped) in &discriminator.mapping {
                let Some(target) = mapped.target else { continue };
                found
                    .mapped
                    .entry(meant(target))
                    .or_default()
                    .push((discriminator.property, value));
            }
        }
        let ids = (0..schemas.len()).map(SchemaId::at);
        let heirs = ids.clone().zip(schemas).filter(|(id, _)| found.mapped.contains_key(id));
        let bases: HashSet<SchemaId> =
            heirs.flat_map(|(_, schema)| schema.all_of.iter().copied()).collect();
        for (id, schema) in ids.zip(schemas) {
            let target = schema.reference.and_then(|link| link.target);
            found.named.extend(target.filter(|_| !bases.contains(&id)).map(&meant));
        }
        found
    }
}

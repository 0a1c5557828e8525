//! What the types of schemas are called: after the component they are, or after where they stand.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::compose::Schemas;
use super::pointer;
use super::shape::{Inner, Kind, Shape};
use super::step::Step;
use crate::ir::Home;
use crate::name::{Ident, Namespace, ident};
use crate::openapi::{Additional, Description, SchemaId};

/// What an unnamed schema is called after: where it stands.
#[derive(Clone, Debug)]
pub(crate) struct TypeName {
    words: String,
    home: Home,
    /// What it is for, where the schema itself does not say.
    purpose: Option<String>,
    /// What tells it from a component of the same name.
    role: Option<&'static str>,
}

impl TypeName {
    /// The name of a component, or of what several operations share.
    pub(crate) fn component(name: &str) -> Self {
        let words = pointer::with_word(name).into_owned();
        Self { words, home: Home::Types, purpose: None, role: None }
    }

    /// The name of what several operations share: after `component`, and what it is there. `role`
    /// tells it from a schema of that name, where there is one.
    pub(crate) fn shared(component: &str, part: &str, role: &'static str) -> Self {
        let words = format!("{} {part}", pointer::with_word(component)).trim_end().to_owned();
        Self { words, home: Home::Types, purpose: None, role: Some(role) }
    }

    /// A name in the file of an operation.
    pub(crate) fn of_operation(index: usize, id: &str, role: &str) -> Self {
        Self {
            words: format!("{id} {role}"),
            home: Home::Operation(index),
            purpose: None,
            role: None,
        }
    }

    /// The same name, for something of which the description says elsewhere what it is for.
    pub(crate) fn described(&self, purpose: Option<&str>) -> Self {
        Self { purpose: purpose.map(str::to_owned), ..self.clone() }
    }

    /// Its words, in the spelling of the description.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// The file that it stands in.
    pub(crate) fn home(&self) -> Home {
        self.home
    }

    /// What it is for, where the schema itself does not say.
    pub(crate) fn purpose(&self) -> Option<&str> {
        self.purpose.as_deref()
    }

    /// The name of what stands below.
    pub(crate) fn child(&self, name: &str) -> Self {
        Self { words: format!("{} {name}", self.words), home: self.home, purpose: None, role: None }
    }

    fn step(&self, step: &Step<'_>) -> Self {
        match step {
            // Items are called as the list, unless that is a thing of its own.
            Step::Item if self.home == Home::Types && !self.words.contains(' ') => {
                self.child("item")
            }
            Step::Same | Step::Item => self.clone(),
            Step::Child(name) => self.child(name),
        }
    }
}

/// Adds what a name stands for to those that would be called like another type: a parameter and a
/// schema may have one name.
pub(super) fn tell_apart(names: &mut [TypeName]) {
    let ident = |name: &TypeName| ident(Namespace::Type, &name.words);
    let in_types = |name: &&TypeName| name.home == Home::Types;
    let others = names.iter().filter(|name| name.role.is_none()).filter(in_types);
    let others: HashSet<Ident> = others.map(ident).collect();
    for name in names.iter_mut().filter(|name| others.contains(&ident(name))) {
        if let Some(role) = name.role {
            *name = TypeName { purpose: name.purpose.take(), ..name.child(role) };
        }
    }
}

/// What all schemas are called.
pub(super) struct TypeNames<'a> {
    /// What schemas are called wherever they are used: components by their names, others after the
    /// references to them.
    proper: HashMap<usize, Proper<'a>>,
    /// What each schema is a part of, and as what.
    parents: Vec<Option<(SchemaId, Step<'a>)>>,
    /// What operations call the schemas that stand in them.
    given: HashMap<usize, TypeName>,
}

enum Proper<'a> {
    Component(Cow<'a, str>),
    Target(String),
}

impl Proper<'_> {
    fn ident(&self) -> Ident {
        ident(
            Namespace::Type,
            match self {
                Self::Component(name) => name,
                Self::Target(name) => name,
            },
        )
    }
}

impl<'a> TypeNames<'a> {
    pub(super) fn new<'d>(
        schemas: &Schemas<'_, 'a>,
        shapes: &[Shape<'a>],
        documents: impl Iterator<Item = &'d Description<'a>>,
    ) -> Self
    where
        'a: 'd,
    {
        let mut names = Self {
            proper: targets(schemas),
            parents: parents(schemas, shapes),
            given: HashMap::new(),
        };
        for (name, id) in documents.flat_map(|document| &document.components.schemas) {
            names.proper.insert(id.index(), Proper::Component((*name).into()));
        }
        names
    }

    /// Calls components what `names` says by the names that they have, unless another is called that.
    pub(super) fn rename_components(&mut self, names: &HashMap<String, String>) {
        let taken: HashSet<Ident> = self.proper.values().map(Proper::ident).collect();
        self.proper.values_mut().for_each(|proper| {
            let Proper::Component(name) = proper else { return };
            let short = names.get(name.as_ref());
            if let Some(short) = short.filter(|it| !taken.contains(&ident(Namespace::Type, it))) {
                *name = short.clone().into();
            }
        });
    }

    /// Calls a schema `name`, unless it is a part of something that has a name of its own.
    pub(super) fn give(&mut self, id: SchemaId, name: &TypeName) {
        if self.has_proper_name(id) {
            return;
        }
        let given = self.given.entry(id.index()).or_insert_with(|| name.clone());
        // Several operations may lead to it, and which stands first must not matter.
        if (name.words.len(), &name.words) < (given.words.len(), &given.words) {
            *given = name.clone();
        }
    }

    fn has_proper_name(&self, id: SchemaId) -> bool {
        let mut at = Some(id);
        while let Some(id) = at {
            if self.proper.contains_key(&id.index()) {
                return true;
            }
            at = self.parents[id.index()].as_ref().map(|(parent, _)| *parent);
        }
        false
    }

    /// What a schema is called.
    pub(super) fn of(&self, id: SchemaId) -> TypeName {
        crate::steps::take(1);
        let proper = self.proper.get(&id.index());
        if let Some(Proper::Component(name)) = proper {
            return TypeName::component(name);
        }
        let given = || self.given.get(&id.index()).cloned();
        let parent = || {
            let (parent, step) = self.parents[id.index()].as_ref()?;
            Some(self.of(*parent).step(step))
        };
        let Some(Proper::Target(target)) = proper else {
            return given().or_else(parent).unwrap_or_else(|| TypeName::component("schema"));
        };
        // Several ways may lead to it, and which stands first must not matter.
        let place = parent().filter(|name| name.home == Home::Types).map(|name| name.words);
        let words = place.into_iter().chain([target.clone()]);
        let shortest = words.min_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        TypeName::component(&shortest.unwrap_or_default())
    }
}

/// What references call the schemas that they lead to.
fn targets<'a>(schemas: &Schemas<'_, 'a>) -> HashMap<usize, Proper<'a>> {
    let mut targets: HashMap<usize, String> = HashMap::new();
    for schema in schemas.all() {
        let links = [schema.reference, schema.rare().dynamic_reference];
        for link in links.into_iter().flatten() {
            let Some(target) = link.target else { continue };
            let anchor = schemas.get(target).rare().anchor;
            let name = anchor.map_or_else(|| pointer::target_name(link.reference), str::to_owned);
            let known = targets.entry(target.index()).or_insert_with(|| name.clone());
            if (name.len(), &name) < (known.len(), known) {
                *known = name;
            }
        }
    }
    targets.into_iter().map(|(index, name)| (index, Proper::Target(name))).collect()
}

/// What each schema is a part of, and as what.
fn parents<'a>(
    schemas: &Schemas<'_, 'a>,
    shapes: &[Shape<'a>],
) -> Vec<Option<(SchemaId, Step<'a>)>> {
    let mut parents = vec![None; shapes.len()];
    for (index, schema) in schemas.all().enumerate() {
        let id = SchemaId::at(index);
        let mut child = |of: SchemaId, step: Step<'a>| parents[of.index()] = Some((id, step));
        let has_own_parts = schema.properties.is_empty() && schema.all_of.is_empty();
        if !(schemas.is_written(id) || has_own_parts) {
            // Its parts are those of another.
            continue;
        }
        for (name, property) in &schema.properties {
            child(*property, Step::Child((*name).into()));
        }
        let is_one_of_several = schema.types.iter().nth(1).is_some();
        if let Some(items) = schema.items {
            let step = if is_one_of_several { Step::Child("item".into()) } else { Step::Item };
            child(items, step);
        }
        if let Some(Additional::Schema(value)) = schema.others() {
            child(value, Step::Child("value".into()));
        }
        for (_, value) in &schema.rare().pattern_properties {
            child(*value, Step::Child("value".into()));
        }
        for (index, variant) in schema.variants().enumerate() {
            child(variant, Step::Child(format!("variant {}", index + 1).into()));
        }
        schema.all_of.iter().for_each(|part| child(*part, Step::Same));
    }
    for (id, parent) in schemas.made_parents() {
        parents[id.index()] = Some(parent);
    }
    for (index, shape) in shapes.iter().enumerate() {
        name_variants(&mut parents, schemas, SchemaId::at(index), shape);
    }
    parents
}

/// The variants of a union are called after what tells them apart; one that is alone, after the
/// union.
fn name_variants<'a>(
    parents: &mut [Option<(SchemaId, Step<'a>)>],
    schemas: &Schemas<'_, 'a>,
    id: SchemaId,
    shape: &Shape<'a>,
) {
    // Schemas that inherit the variants do not name them.
    let is_own = |variant: SchemaId| {
        !schemas.is_written(variant) || schemas.get(id).variants().any(|own| own == variant)
    };
    match &shape.kind {
        Kind::Union(union) => {
            for variant in &union.variants {
                if let Inner::Schema(schema) = variant.holds
                    && is_own(schema)
                    && parents[schema.index()].as_ref().is_some_and(|(parent, _)| *parent == id)
                {
                    parents[schema.index()] = Some((id, Step::Child(variant.name.clone().into())));
                }
            }
        }
        Kind::Same(only) if is_own(*only) && *only != id => {
            if let Some((parent, step)) = &mut parents[only.index()]
                && *parent == id
            {
                *step = Step::Same;
            }
        }
        _ => {}
    }
}

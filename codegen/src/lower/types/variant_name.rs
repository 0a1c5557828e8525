//! What the variants of a union are called: after what tells them apart.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::compose::Schemas;
use super::pointer;
use super::tag::UnionTag;
use crate::name::{Namespace, ident};
use crate::openapi::{Additional, Schema, SchemaId, Type};

/// How deep lists in lists have a name.
const DEEPEST: usize = 3;

impl<'a> Schemas<'_, 'a> {
    /// The names of variants: that of the component a variant refers to, else its title, its value of
    /// the tag, the member that it alone has, or its type.
    pub(super) fn variant_names(
        &self,
        variants: &[SchemaId],
        tag: Option<&UnionTag<'a>>,
    ) -> Vec<String> {
        let given = |(index, variant): (usize, &SchemaId)| {
            let own = self.given_name(*variant);
            own.or_else(|| tag.and_then(|tag| tag_name(tag, index)))
        };
        let given: Vec<Option<String>> = variants.iter().enumerate().map(given).collect();
        let mut names: Vec<String> = match given.iter().all(Option::is_some) {
            true => given.into_iter().flatten().collect(),
            false => {
                let members = MemberUses::of(self, variants);
                let each = variants.iter().zip(given).enumerate();
                let name = |(index, (variant, given)): (usize, (&SchemaId, Option<String>))| {
                    given.unwrap_or_else(|| self.made_name(*variant, index, &members))
                };
                each.map(name).collect()
            }
        };
        self.tell_apart(variants, &mut names);
        names
    }

    /// The name that the description gives a variant.
    fn given_name(&self, variant: SchemaId) -> Option<String> {
        let schema = self.get(variant);
        if let Some(link) = schema.reference {
            return Some(pointer::target_name(link.reference));
        }
        let title = |schema: &Schema<'a>| schema.title.filter(|title| !title.trim().is_empty());
        if let Some(title) = title(schema).or_else(|| title(self.whole(variant))) {
            return Some(title.to_owned());
        }
        let parts = schema.all_of.iter().filter_map(|part| self.get(*part).reference);
        let mut parts = parts.map(|link| pointer::target_name(link.reference));
        parts.next().filter(|_| parts.next().is_none())
    }

    /// A name for a variant without one: after the member that it alone has, or its type.
    fn made_name(&self, variant: SchemaId, index: usize, members: &MemberUses<'a>) -> String {
        let whole = self.whole(variant);
        if is_object(whole) && members.objects > 1 && !whole.properties.is_empty() {
            return match members.distinctive(self, whole) {
                Some(name) => name,
                None => format!("variant {}", index + 1),
            };
        }
        self.type_name(variant, DEEPEST).unwrap_or_else(|| format!("variant {}", index + 1))
    }

    /// What values of a schema are, in a word or a few.
    fn type_name(&self, schema: SchemaId, depth: usize) -> Option<String> {
        let whole = self.whole(schema);
        let inner = |inner: SchemaId| match self.given_name(inner) {
            Some(name) => Some(name),
            None => self.type_name(inner, depth.checked_sub(1)?),
        };
        let of = |items: Option<SchemaId>, what: &str| match items.and_then(inner) {
            Some(name) => format!("{name} {what}"),
            None => what.to_owned(),
        };
        Some(match (whole.types.single(), whole.additional) {
            (Some(Type::Array), _) => of(whole.items, "list"),
            (Some(Type::Object) | None, Some(Additional::Schema(value)))
                if whole.properties.is_empty() =>
            {
                of(Some(value), "map")
            }
            (None, _) if is_object(whole) => type_word(Type::Object).to_owned(),
            (None, _) if whole.types.is_empty() && self.is_text(schema) => {
                type_word(Type::String).to_owned()
            }
            _ => type_word(whole.types.iter().next()?).to_owned(),
        })
    }

    /// The format of values, or of what a list or a map holds, where that has a type of its own.
    fn format_name(&self, schema: SchemaId) -> Option<String> {
        let whole = self.whole(schema);
        let of = |inner: SchemaId, what: &str| {
            let format = self.whole(inner).format.filter(|it| has_type_of_its_own(it))?;
            Some(format!("{format} {what}"))
        };
        match (whole.items, whole.additional) {
            (Some(items), _) => of(items, "list"),
            (None, Some(Additional::Schema(value))) => of(value, "map"),
            (None, _) => whole.format.filter(|it| has_type_of_its_own(it)).map(str::to_owned),
        }
    }

    /// Variants of one name get more of what is known of them: their format, or a number.
    fn tell_apart(&self, variants: &[SchemaId], names: &mut [String]) {
        let is_given = |index: usize| self.given_name(variants[index]).is_some();
        let again: Vec<usize> = repeated(names).into_iter().filter(|it| !is_given(*it)).collect();
        for index in again {
            if let Some(name) = self.format_name(variants[index]) {
                names[index] = name;
            }
        }
        let mut taken: HashSet<String> = HashSet::new();
        for (index, name) in names.iter_mut().enumerate() {
            let spelled = |name: &str| ident(Namespace::Variant, name).to_string();
            if is_given(index) {
                continue;
            }
            let (plain, mut number) = (name.clone(), 2);
            while !taken.insert(spelled(name)) {
                *name = format!("{plain} {number}");
                number += 1;
            }
        }
    }
}

/// The positions of names that others have as well.
fn repeated(names: &[String]) -> Vec<usize> {
    let idents: Vec<_> = names.iter().map(|name| ident(Namespace::Variant, name)).collect();
    let mut count: HashMap<&crate::name::Ident, usize> = HashMap::new();
    for ident in &idents {
        *count.entry(ident).or_default() += 1;
    }
    (0..names.len()).filter(|index| count[&idents[*index]] > 1).collect()
}

/// Whether a format is more than a constraint: it has a type of its own in Rust.
fn has_type_of_its_own(format: &str) -> bool {
    matches!(format, "int32" | "int64" | "uint64" | "date-time" | "password")
}

/// The value that names a variant without a name.
fn tag_name(tag: &UnionTag<'_>, index: usize) -> Option<String> {
    Some(match tag.variants[index].values.first()? {
        Value::String(text) => text.clone(),
        other => format!("{} {other}", tag.member),
    })
}

/// How many variants have each member.
struct MemberUses<'a> {
    /// How many variants are objects.
    objects: usize,
    /// How many variants require each member, and how many declare it.
    uses: HashMap<&'a str, (usize, usize)>,
    /// How many variants have each member with each type.
    types: HashMap<(&'a str, String), usize>,
}

impl<'a> MemberUses<'a> {
    fn of(schemas: &Schemas<'_, 'a>, variants: &[SchemaId]) -> Self {
        let mut members = Self { objects: 0, uses: HashMap::new(), types: HashMap::new() };
        for whole in variants.iter().map(|variant| schemas.whole(*variant)) {
            members.objects += usize::from(is_object(whole));
            for (name, property) in &whole.properties {
                let (required, declared) = members.uses.entry(name).or_default();
                *required += usize::from(whole.requires(name));
                *declared += 1;
                let ty = schemas.member_type(*property);
                *members.types.entry((name, ty)).or_default() += 1;
            }
        }
        members
    }

    /// The member that tells `whole` from the other variants.
    fn distinctive(&self, schemas: &Schemas<'_, 'a>, whole: &Schema<'a>) -> Option<String> {
        let required = whole.required_names();
        let is_alone = |name: &str| self.uses.get(name).is_some_and(|(_, declared)| *declared == 1);
        let is_required_alone = |name: &str| {
            required.contains(name)
                && self.uses.get(name).is_some_and(|(required, _)| *required == 1)
        };
        let names = || whole.properties.iter().map(|(name, _)| *name);
        // Of several, the first by its text: the order of members names nothing.
        let name = names().filter(|name| is_alone(name) && required.contains(name)).min();
        let name = name.or_else(|| names().filter(|name| is_alone(name)).min());
        let name = name.or_else(|| names().filter(|name| is_required_alone(name)).min());
        name.map(str::to_owned).or_else(|| {
            let types = whole
                .properties
                .iter()
                .map(|(name, property)| (*name, schemas.member_type(*property)));
            let (name, ty) = types.filter(|key| self.types.get(key) == Some(&1)).min()?;
            Some(format!("{name} {ty}"))
        })
    }
}

impl<'a> Schemas<'_, 'a> {
    fn member_type(&self, property: SchemaId) -> String {
        let name = self.given_name(property).or_else(|| self.type_name(property, DEEPEST));
        name.unwrap_or_default()
    }
}

fn is_object(schema: &Schema<'_>) -> bool {
    match schema.types.single() {
        Some(ty) => ty == Type::Object,
        None => {
            schema.types.is_empty()
                && (!schema.properties.is_empty() || schema.additional.is_some())
        }
    }
}

/// What values of a type are called.
pub(super) fn type_word(ty: Type) -> &'static str {
    match ty {
        Type::Array => "list",
        Type::Boolean => "boolean",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Object => "object",
        Type::String => "text",
    }
}

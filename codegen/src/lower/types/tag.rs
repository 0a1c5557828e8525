//! Which member tells the variants of a union apart, and the values that it has in each of them.

use std::collections::HashMap;

use serde_json::Value;

use super::compose::Schemas;
use super::pointer;
use crate::openapi::{Discriminator, Mapped, Schema, SchemaId};

/// How deep unions in unions are looked into. Nobody writes more than two.
pub(super) const DEEPEST: usize = 2;

/// The member that tells variants apart.
pub(super) struct UnionTag<'a> {
    pub(super) member: &'a str,
    /// What it says of each of the variants.
    pub(super) variants: Vec<Tagged<'a>>,
    /// The variant that objects are whose tag says nothing of this.
    pub(super) default: Option<usize>,
}

/// What the tag says of one variant.
#[derive(Clone, Default)]
pub(super) struct Tagged<'a> {
    /// The values that name it; none where its shape has to tell it.
    pub(super) values: Vec<Value>,
    /// The values among them that the description maps to it, though the variant has others.
    pub(super) contradicting: Vec<&'a str>,
}

impl<'a> Schemas<'_, 'a> {
    /// The tag of a union with these variants, if it has one.
    pub(super) fn tag(&self, whole: &Schema<'a>, variants: &[SchemaId]) -> Option<UnionTag<'a>> {
        let declared = whole.rare().discriminator.as_ref();
        let declared = declared.map(|it| self.declared_tag(it, variants, DEEPEST));
        let tells = |tag: &UnionTag<'_>| tag.variants.iter().any(|it| !it.values.is_empty());
        declared.filter(tells).or_else(|| self.inferred_tag(variants).filter(tells))
    }

    /// The tag that the description names. What a variant says of the member counts first: it is
    /// what servers send. Then comes the mapping, and then the name of the schema.
    pub(super) fn declared_tag(
        &self,
        discriminator: &Discriminator<'a>,
        variants: &[SchemaId],
        depth: usize,
    ) -> UnionTag<'a> {
        let member = discriminator.property;
        let own: Vec<_> = variants.iter().map(|it| self.tag_values(*it, member, depth)).collect();
        let uses = uses(&own);
        let mut tagged: Vec<Tagged<'a>> = Vec::with_capacity(variants.len());
        let mapped = self.mapped(discriminator, variants);
        for ((variant, own), mapped) in variants.iter().zip(own).zip(mapped) {
            let is_told = !own.is_empty() && own.iter().all(|value| uses[&value.to_string()] == 1);
            let name = self.get(*variant).reference.map(|it| pointer::target_name(it.reference));
            tagged.push(match (is_told, mapped.is_empty(), name) {
                (true, ..) => {
                    let is_other = |it: &&str| own.iter().all(|value| value != *it);
                    let others: Vec<&str> = mapped.into_iter().filter(is_other).collect();
                    let unclaimed = others.iter().map(|it| Value::from(*it));
                    let unclaimed = unclaimed.filter(|it| !uses.contains_key(&it.to_string()));
                    let values = own.iter().cloned().chain(unclaimed).collect();
                    Tagged { values, contradicting: others }
                }
                (false, false, _) => Tagged {
                    values: mapped.into_iter().map(Value::from).collect(),
                    contradicting: Vec::new(),
                },
                (false, true, Some(name)) => {
                    Tagged { values: implied(name, own), contradicting: Vec::new() }
                }
                (false, true, None) => Tagged::default(),
            });
        }
        let default = discriminator.default.and_then(|it| self.default_of(it, variants));
        UnionTag { member, variants: tagged, default }
    }

    /// The member that every object of several variants has, with one value that is its own.
    fn inferred_tag(&self, variants: &[SchemaId]) -> Option<UnionTag<'a>> {
        let mut members: Vec<&'a str> = Vec::new();
        let mut values: HashMap<&'a str, Vec<Vec<Value>>> = HashMap::new();
        for (index, variant) in variants.iter().enumerate() {
            for (name, value) in self.constants(*variant) {
                let of_member = values.entry(name).or_insert_with(|| {
                    members.push(name);
                    vec![Vec::new(); variants.len()]
                });
                of_member[index].push(value);
            }
        }
        let told = |member: &&str| {
            let uses = uses(&values[*member]);
            uses.values().filter(|count| **count == 1).count()
        };
        // Of several that tell as many variants, the first is the tag.
        let most = members.iter().map(&told).max().filter(|count| *count > 1)?;
        let member = members.iter().copied().find(|member| told(member) == most)?;
        let own = values.remove(member)?;
        // Where the member may have any value in another variant, it names none.
        let is_free = |(variant, own): (&SchemaId, &Vec<Value>)| {
            own.is_empty()
                && self.whole(*variant).declares(member)
                && self.tag_values(*variant, member, DEEPEST).is_empty()
        };
        if variants.iter().zip(&own).any(is_free) {
            return None;
        }
        let uses = uses(&own);
        let is_told = |value: &Value| uses[&value.to_string()] == 1;
        let tagged = own.into_iter().map(|values| Tagged {
            values: values.into_iter().filter(is_told).collect(),
            contradicting: Vec::new(),
        });
        Some(UnionTag { member, variants: tagged.collect(), default: None })
    }

    /// The members that a variant always has, with the one value that they can have.
    fn constants(&self, variant: SchemaId) -> impl Iterator<Item = (&'a str, Value)> {
        let whole = self.whole(variant);
        whole.properties.iter().filter_map(|(name, property)| {
            let value = self.whole(*property).only_value()?.to_json();
            (is_simple(&value) && whole.requires(name)).then_some((*name, value))
        })
    }

    /// The values that a variant lists for a member, those of a union in the union among them.
    fn tag_values(&self, variant: SchemaId, member: &str, depth: usize) -> Vec<Value> {
        let whole = self.whole(variant);
        let property = whole.properties.iter().find(|(name, _)| *name == member);
        if let Some((_, property)) = property {
            return self.listed(self.whole(*property));
        }
        let inner: Vec<_> = whole.variants().filter(|it| !self.whole(*it).is_null()).collect();
        let Some(depth) = depth.checked_sub(1).filter(|_| !inner.is_empty()) else {
            return Vec::new();
        };
        let of_inner: Vec<Vec<Value>> = match &whole.rare().discriminator {
            Some(own) if own.property == member => {
                let tag = self.declared_tag(own, &inner, depth);
                tag.variants.into_iter().map(|it| it.values).collect()
            }
            _ => inner.iter().map(|it| self.tag_values(*it, member, depth)).collect(),
        };
        match of_inner.iter().any(Vec::is_empty) {
            true => Vec::new(),
            false => of_inner.concat(),
        }
    }

    /// The values that a schema lists, if all of them are simple.
    fn listed(&self, schema: &Schema<'a>) -> Vec<Value> {
        let own: Vec<Value> = match schema.constant {
            Some(only) => vec![only.to_json()],
            None => schema.values.iter().map(|node| node.to_json()).collect(),
        };
        let all = match own.is_empty() {
            false => own,
            true => {
                let variants = schema.variants().map(|it| self.whole(it));
                let lists: Vec<Vec<Value>> = variants
                    .map(|it| it.listed_values().map(|node| node.to_json()).collect())
                    .collect();
                if lists.iter().any(Vec::is_empty) { Vec::new() } else { lists.concat() }
            }
        };
        if all.iter().all(is_simple) { all } else { Vec::new() }
    }

    /// The variant that `defaultMapping` names, by its index.
    pub(super) fn default_of(&self, mapped: Mapped<'a>, variants: &[SchemaId]) -> Option<usize> {
        let target = mapped.target.map(|target| self.meant(target));
        let name = mapped.text.rsplit('/').next().unwrap_or_default();
        variants.iter().position(|variant| match target {
            Some(target) => self.meant(*variant) == target,
            None => {
                let link = self.get(*variant).reference;
                link.is_some_and(|link| pointer::target_name(link.reference) == name)
            }
        })
    }

    /// The values that a discriminator maps to each of the variants.
    fn mapped(
        &self,
        discriminator: &Discriminator<'a>,
        variants: &[SchemaId],
    ) -> Vec<Vec<&'a str>> {
        let mut by_target: HashMap<SchemaId, Vec<&'a str>> = HashMap::new();
        let mut by_name: HashMap<&'a str, Vec<&'a str>> = HashMap::new();
        for (value, mapped) in &discriminator.mapping {
            match mapped.target {
                Some(target) => by_target.entry(self.meant(target)).or_default().push(value),
                None => {
                    let name = mapped.text.rsplit('/').next().unwrap_or_default();
                    by_name.entry(name).or_default().push(value);
                }
            }
        }
        let of = |variant: &SchemaId| {
            let name = self.get(*variant).reference.map(|it| pointer::target_name(it.reference));
            let named = name.and_then(|name| by_name.get(name.as_str()));
            let target = by_target.get(&self.meant(*variant));
            target.into_iter().chain(named).flatten().copied().collect()
        };
        variants.iter().map(of).collect()
    }
}

/// How many variants have each of the values.
fn uses(values: &[Vec<Value>]) -> HashMap<String, usize> {
    let mut uses = HashMap::new();
    for value in values.iter().flatten() {
        *uses.entry(value.to_string()).or_default() += 1;
    }
    uses
}

/// What the name of a schema says of its tag: itself, unless the tag lists its values. Then it is the
/// one that is spelled like the name.
fn implied(name: String, listed: Vec<Value>) -> Vec<Value> {
    if listed.is_empty() {
        return vec![name.into()];
    }
    let letters = |text: &str| {
        let letters = text.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let is_it = |value: &Value| value.as_str().is_some_and(|it| letters(it) == letters(&name));
    listed.into_iter().find(is_it).into_iter().collect()
}

fn is_simple(value: &Value) -> bool {
    value.is_string() || value.is_number() || value.is_boolean()
}

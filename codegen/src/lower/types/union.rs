//! `oneOf`, `anyOf` and lists of types: values that are of one of several types.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use super::compose::Schemas;
use super::shape::{Inner, Kind, Shape, Single, UnionShape, VariantForm, VariantShape};
use super::step::Step;
use super::tag::Tagged;
use super::text::{distinct, plain_text, text_values};
use super::variant_name::type_word;
use crate::ir::Ty;
use crate::openapi::{JsonTypes, Schema, SchemaId, Type};
use crate::source::Node;

/// How deep unions stand in each other whose variants share members. Nobody writes more than two.
const DEEPEST: usize = 5;

impl<'a> Schemas<'_, 'a> {
    /// What a schema with `oneOf` or `anyOf` is.
    pub(super) fn union_shape(&mut self, id: SchemaId, whole: &Schema<'a>) -> Shape<'a> {
        let is_null = |it: &SchemaId| self.stands_for_null(whole, self.get(*it));
        let nullable = whole.allows_null() || whole.variants().any(|it| is_null(&it));
        let all = whole.variants().filter(|it| !is_null(it) && !self.is_trivial(self.get(*it)));
        let all: Vec<_> = all.collect();
        let is_open = whole.variants().any(|it| self.is_anything(whole, self.get(it)));
        let variants: Vec<_> = all.into_iter().map(|it| self.inherit(id, whole, it)).collect();
        if let ([only], true, false) = (&variants[..], whole.properties.is_empty(), is_open) {
            return Shape { kind: Kind::Same(*only), nullable };
        }
        // A reference to nothing, which is reported, costs its own variant and no other.
        let known: Vec<_> = variants.into_iter().filter(|it| !self.is_broken(*it)).collect();
        let kind = match known.is_empty() {
            true if is_open => Kind::Untyped("one of several, which may be anything"),
            false if !is_open && known.iter().all(|it| self.is_text(*it)) => {
                self.texts(whole, &known)
            }
            _ => Kind::Union(self.of_variants(id, whole, &known, is_open)),
        };
        Shape { kind, nullable }
    }

    /// Whether a variant of `whole` is any value, those of no other variant among them.
    fn is_anything(&self, whole: &Schema<'a>, variant: &Schema<'a>) -> bool {
        whole.types.is_empty()
            && whole.properties.is_empty()
            && variant.required.is_empty()
            && variant.node.as_bool() != Some(false)
            && self.is_trivial(variant)
            && !variant.is_null()
            && !variant.nullable
    }

    /// Several kinds of text are one: an open enum of all the values that are named.
    fn texts(&self, whole: &Schema<'a>, variants: &[SchemaId]) -> Kind<'a> {
        let values = distinct(variants.iter().flat_map(|it| text_values(self.whole(*it))));
        match values.is_empty() {
            true => Kind::Scalar(plain_text(whole.format)),
            false => Kind::Enum(values),
        }
    }

    fn of_variants(
        &mut self,
        id: SchemaId,
        whole: &Schema<'a>,
        variants: &[SchemaId],
        is_open: bool,
    ) -> UnionShape<'a> {
        let mut singles = Vec::new();
        let mut typed = Vec::with_capacity(variants.len());
        for variant in variants.iter().copied() {
            let resolved = self.whole(variant);
            match self.get(variant).reference.is_none() && is_only_values(resolved) {
                true => add_singles(&mut singles, resolved),
                false => typed.push(variant),
            }
        }
        name_singles(&mut singles);
        let tag = self.tag(whole, &typed);
        let names = self.variant_names(&typed, tag.as_ref());
        // Where a value may be anything, it need not be what its tag says.
        let tag = tag.filter(|_| !is_open);
        let tagged = tag.as_ref().map(|tag| tag.variants.clone());
        let tagged = tagged.unwrap_or_else(|| vec![Tagged::default(); typed.len()]);
        let each = typed.into_iter().zip(names).zip(tagged);
        let variants = each.map(|((variant, name), tagged)| {
            let node = self.whole(variant).node;
            let holds = Inner::Schema(self.with_what_is_shared(id, whole, variant, &name));
            VariantShape { node, holds, form: VariantForm::Itself, name, tagged }
        });
        let variants = variants.collect();
        let default = tag.as_ref().and_then(|tag| tag.default);
        UnionShape { tag: tag.map(|tag| tag.member), variants, default, singles }
    }

    /// A variant of `id` with the members that stand beside `oneOf`.
    fn with_what_is_shared(
        &mut self,
        id: SchemaId,
        whole: &Schema<'a>,
        variant: SchemaId,
        name: &str,
    ) -> SchemaId {
        let resolved = self.whole(variant);
        if self.depth(id) >= DEEPEST || !lacks_shared(whole, resolved) {
            return variant;
        }
        // It is another type than the one it refers to, so it stands where it is used.
        let shared = with_shared(whole, self.get(variant).node, resolved);
        self.make_instead(shared, (id, Step::Child(name.to_owned().into())), variant)
    }

    /// What a schema is that names several types.
    pub(super) fn several_types(&mut self, id: SchemaId, schema: &Schema<'a>) -> Kind<'a> {
        const REASON: &str = "one of several types";
        if let Some([Type::Integer, Type::Number] | [Type::Number, Type::Integer]) =
            schema.types.pair()
        {
            return Kind::Scalar(Ty::F64);
        }
        let mut variants = Vec::new();
        for ty in schema.types.iter() {
            let only = Schema { types: JsonTypes::only(ty), nullable: false, ..schema.clone() };
            let (holds, form) = match ty {
                Type::Array => {
                    (schema.items.map_or(Inner::Untyped(REASON), Inner::Schema), VariantForm::List)
                }
                Type::Object if !schema.lists_properties && schema.additional.is_none() => {
                    (Inner::Untyped(REASON), VariantForm::Map)
                }
                Type::Object => {
                    let step = Step::Child(Cow::Borrowed("object"));
                    (Inner::Schema(self.make(only, (id, step))), VariantForm::Itself)
                }
                _ => {
                    let scalar = Schema { values: Vec::new(), ..only };
                    (Inner::Schema(self.make(scalar, (id, Step::Same))), VariantForm::Itself)
                }
            };
            let (node, name) = (schema.node, type_word(ty).to_owned());
            variants.push(VariantShape { node, holds, form, name, tagged: Tagged::default() });
        }
        Kind::Union(UnionShape { tag: None, variants, default: None, singles: Vec::new() })
    }

    /// Whether a variant of `whole` stands for `null` and nothing else. An object of which nothing is
    /// said but that it may be `null` does, beside others: it is how a reference is made nullable.
    fn stands_for_null(&self, whole: &Schema<'a>, variant: &Schema<'a>) -> bool {
        let is_bare = || {
            variant.allows_null()
                && variant.types.single() == Some(Type::Object)
                && variant.properties.is_empty()
                && variant.additional.is_none()
                && self.is_plain(variant)
        };
        variant.is_null() || (whole.variants().nth(1).is_some() && is_bare())
    }

    /// A variant with what stands beside `oneOf` and holds for all variants: their type.
    fn inherit(&mut self, id: SchemaId, whole: &Schema<'a>, variant: SchemaId) -> SchemaId {
        let schema = self.get(variant);
        let is_open = schema.reference.is_none() && schema.types.is_empty();
        if whole.types.is_empty() || !is_open || !self.is_plain(schema) {
            return variant;
        }
        let types = whole.types.with_null(schema.types.null);
        let schema = Schema { types, ..schema.clone() };
        self.make_instead(schema, (id, Step::Same), variant)
    }
}

/// Whether a schema lists its values, and all of them are simple.
fn is_only_values(schema: &Schema<'_>) -> bool {
    let mut values = schema.values.iter().chain(&schema.constant).peekable();
    values.peek().is_some()
        && values.all(|value| !value.is_object() && !value.is_array() && !value.is_null())
}

fn add_singles<'a>(singles: &mut Vec<Single<'a>>, schema: &Schema<'a>) {
    for node in schema.listed_values() {
        let value = node.to_json();
        if singles.iter().any(|known| known.value == value) {
            continue;
        }
        let is_alone = schema.listed_values().nth(1).is_none();
        let title = schema.title.filter(|title| is_alone && !title.trim().is_empty());
        let name = title.unwrap_or_default().to_owned();
        let description = schema.description.filter(|_| is_alone).unwrap_or_default();
        singles.push(Single { node, value, name, description });
    }
}

/// Calls single values by their titles, if these tell them apart; else by what they are.
fn name_singles(singles: &mut [Single<'_>]) {
    let mut seen = HashSet::new();
    let is_told = singles.iter().all(|it| it.name.is_empty() || seen.insert(it.name.clone()));
    for single in singles.iter_mut().filter(|it| it.name.is_empty() || !is_told) {
        single.name = match &single.value {
            Value::String(text) => text.clone(),
            other => format!("value {other}"),
        };
    }
}

/// Whether a variant is without any of the members that all variants share.
fn lacks_shared(whole: &Schema<'_>, variant: &Schema<'_>) -> bool {
    let declared = variant.declared_names();
    whole.properties.iter().any(|(name, _)| !declared.contains(name))
}

/// A variant, which stands at `node`, together with the members that all variants share.
fn with_shared<'a>(whole: &Schema<'a>, node: Node<'a>, variant: &Schema<'a>) -> Schema<'a> {
    let declared = variant.declared_names();
    let shared = whole.properties.iter().filter(|(name, _)| !declared.contains(name));
    let shared: Vec<_> = shared.copied().collect();
    let mut with_shared = Schema { node, ..variant.clone() };
    with_shared.properties.extend(shared);
    with_shared.required.extend(whole.required.iter().copied());
    if with_shared.types.is_empty() {
        with_shared.types = whole.types;
    }
    with_shared
}

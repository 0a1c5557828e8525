//! `oneOf`, `anyOf` and lists of types: values that are of one of several types.

use std::borrow::Cow;

use serde_json::Value;

use super::compose::Schemas;
use super::pointer;
use super::shape::{Inner, Kind, Shape, Single, UnionShape, VariantForm, VariantShape};
use super::step::Step;
use super::text::{distinct, plain_text, text_values};
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
        let variants: Vec<_> = all.into_iter().map(|it| self.inherit(id, whole, it)).collect();
        if let ([only], true) = (&variants[..], whole.properties.is_empty()) {
            return Shape { kind: Kind::Same(*only), nullable };
        }
        // A reference to nothing, which is reported, costs its own variant and no other.
        let known: Vec<_> = variants.into_iter().filter(|it| !self.is_broken(*it)).collect();
        let kind = match !known.is_empty() && known.iter().all(|it| self.is_text(*it)) {
            true => self.texts(whole, &known),
            false => Kind::Union(self.of_variants(id, whole, &known)),
        };
        Shape { kind, nullable }
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
    ) -> UnionShape<'a> {
        let (mut typed, mut singles) = (Vec::new(), Vec::new());
        for (index, variant) in variants.iter().copied().enumerate() {
            let resolved = self.whole(variant);
            if self.get(variant).reference.is_none() && is_only_values(resolved) {
                add_singles(&mut singles, resolved);
                continue;
            }
            let (node, name) = (resolved.node, self.variant_name(variant, index));
            let texts = self.tag_texts(whole, variant);
            let is_shared = self.depth(id) < DEEPEST && lacks_shared(whole, resolved);
            let holds = match is_shared {
                // It is another type than the one it refers to, so it stands where it is used.
                true => {
                    let shared = with_shared(whole, self.get(variant).node, resolved);
                    let parent = (id, Step::Child(name.clone().into()));
                    self.make_instead(shared, parent, variant)
                }
                false => variant,
            };
            let (holds, form) = (Inner::Schema(holds), VariantForm::Itself);
            typed.push(VariantShape { node, holds, form, name, texts });
        }
        let tag = whole.rare().discriminator.as_ref().map(|it| it.property);
        UnionShape { tag, variants: typed, singles }
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
            let (node, name) = (schema.node, type_name(ty).to_owned());
            variants.push(VariantShape { node, holds, form, name, texts: Vec::new() });
        }
        Kind::Union(UnionShape { tag: None, variants, singles: Vec::new() })
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

    /// The name of the component that a variant refers to, else its title, else its type.
    fn variant_name(&self, variant: SchemaId, index: usize) -> String {
        if let Some(link) = self.get(variant).reference {
            return pointer::target_name(link.reference);
        }
        let schema = self.whole(variant);
        if let Some(title) = schema.title.filter(|title| !title.trim().is_empty()) {
            return title.to_owned();
        }
        match schema.types.iter().next() {
            Some(Type::Object) if schema.types.single().is_some() => {
                format!("variant {}", index + 1)
            }
            None => format!("variant {}", index + 1),
            Some(Type::Array) if schema.types.single().is_some() => self.list_name(schema),
            Some(first) => type_name(first).to_owned(),
        }
    }

    fn list_name(&self, schema: &Schema<'a>) -> String {
        let Some(items) = schema.items.map(|items| self.get(items)) else {
            return "list".to_owned();
        };
        match (items.reference, items.types.single()) {
            (Some(link), _) => format!("{} list", pointer::target_name(link.reference)),
            (None, Some(one)) => format!("{} list", type_name(one)),
            (None, None) => "list".to_owned(),
        }
    }

    /// The texts that the member named by the union's discriminator has in this variant.
    fn tag_texts(&self, whole: &Schema<'a>, variant: SchemaId) -> Vec<String> {
        let link = self.get(variant).reference;
        let (Some(discriminator), Some(link)) = (&whole.rare().discriminator, link) else {
            return Vec::new();
        };
        let name = pointer::target_name(link.reference);
        let mapped = discriminator.mapping.iter().filter(|(_, target)| {
            *target == link.reference.text || target.rsplit('/').next() == Some(name.as_str())
        });
        let mut texts: Vec<_> = mapped.map(|(text, _)| (*text).to_owned()).collect();
        if texts.is_empty() {
            texts.push(name);
        }
        texts
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
        let is_alone = schema.values.len() < 2;
        let title = schema.title.filter(|title| is_alone && !title.trim().is_empty());
        let name = match (&value, title) {
            (Value::String(text), _) => text.clone(),
            (_, Some(title)) => title.to_owned(),
            (other, None) => format!("value {other}"),
        };
        let description = schema.description.filter(|_| is_alone).unwrap_or_default();
        singles.push(Single { node, value, name, description });
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

fn type_name(ty: Type) -> &'static str {
    match ty {
        Type::Array => "list",
        Type::Boolean => "boolean",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Object => "object",
        Type::String => "text",
    }
}

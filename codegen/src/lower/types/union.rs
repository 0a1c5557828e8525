//! `oneOf`, `anyOf` and lists of types: values that are of one of several types.

use serde_json::Value;

use crate::ir::{Docs, Enum, Item, ItemKind, Presence, Ty, Union, UnionValue, UnionVariant};
use crate::lower::names::{self, Candidate};
use crate::lower::types::compose;
use crate::lower::types::recursion;
use crate::lower::types::text::text_values;
use crate::lower::types::{Lowered, Name, Types};
use crate::name::Namespace;
use crate::openapi::{Reader, Schema, Type};
use crate::source::Node;

/// A variant before it has an identifier.
struct Variant<'a> {
    node: Node<'a>,
    ty: Ty,
    name: String,
    texts: Vec<String>,
}

/// A single value before it has an identifier.
struct Single<'a> {
    node: Node<'a>,
    value: Value,
    name: String,
    docs: Docs,
}

impl<'a> Types<'a> {
    /// The type of a schema with `oneOf` or `anyOf`.
    pub(crate) fn union(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        let nullable = schema.nullable || schema.one_of.iter().any(|it| is_null(schema, it));
        let variants: Vec<_> = schema
            .one_of
            .iter()
            .filter(|it| !is_null(schema, it) && !it.is_trivial())
            .map(|it| inherit(schema, it))
            .collect();
        if let ([only], true) = (&variants[..], schema.properties.is_empty()) {
            let lowered = self.lower(reader, only, name);
            return Lowered { nullable: nullable || lowered.nullable, ..lowered };
        }
        let resolved: Vec<_> = variants
            .iter()
            .filter_map(|variant| compose::resolve(reader, variant, &mut Vec::new()))
            .collect();
        if resolved.iter().all(is_text) && !resolved.is_empty() {
            return Lowered { ty: self.texts(reader, schema, &resolved, name), nullable };
        }
        let id = self.reserve(schema, name, ItemKind::Union(Union::default()));
        let (mut typed, mut singles): (Vec<Variant<'a>>, Vec<Single<'a>>) = Default::default();
        for (index, (variant, resolved)) in variants.iter().zip(&resolved).enumerate() {
            if variant.reference.is_none() && is_only_values(resolved) {
                add_singles(&mut singles, resolved);
                continue;
            }
            let variant_name = variant_name(variant, resolved, index);
            let own_name = name.child(&variant_name);
            let ty = match lacks_shared(schema, resolved) {
                // More than what stands there, and so never a part that others refer to.
                true => {
                    let whole = with_shared(schema, variant, resolved);
                    self.composed(reader, &whole, &own_name).ty
                }
                false => self.ty(reader, variant, &own_name),
            };
            if typed.iter().all(|known| known.ty != ty) {
                let texts = tag_texts(schema, variant);
                typed.push(Variant { node: resolved.node, ty, name: variant_name, texts });
            }
        }
        let tag = schema.discriminator.as_ref().map(|it| it.property.to_owned());
        let tag = tag.filter(|_| typed.iter().any(|variant| !variant.texts.is_empty()));
        let union = named(reader, tag, typed, singles);
        self.drafts[id.0].kind = ItemKind::Union(union);
        Lowered { ty: Ty::Named(id), nullable }
    }

    /// The type of a schema that names several types.
    pub(crate) fn several_types(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        if schema.types[..] == [Type::Integer, Type::Number]
            || schema.types[..] == [Type::Number, Type::Integer]
        {
            return Ty::F64;
        }
        let id = self.reserve(schema, name, ItemKind::Union(Union::default()));
        let mut lowered: Vec<Variant<'a>> = Vec::new();
        for one in &schema.types {
            let only = Schema { types: vec![*one], nullable: false, ..schema.clone() };
            let ty = match one {
                Type::Array => self.one_list(reader, schema, name),
                Type::Object => self.one_object(reader, &only, name),
                _ => self.composed(reader, &Schema { values: Vec::new(), ..only }, name).ty,
            };
            let variant_name = type_name(*one).to_owned();
            lowered.push(Variant { node: schema.node, ty, name: variant_name, texts: Vec::new() });
        }
        let union = named(reader, None, lowered, Vec::new());
        self.drafts[id.0].kind = ItemKind::Union(union);
        Ty::Named(id)
    }

    /// The list that is one of several types of a value.
    fn one_list(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        Ty::List(Box::new(match &schema.items {
            Some(items) => self.member(reader, items, &name.child("item")),
            None => self.untyped(name, "one of several types"),
        }))
    }

    /// The object that is one of several types of a value.
    fn one_object(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        // The union itself stands at the place of the schema.
        match schema.node.get("properties").or_else(|| schema.node.get("additionalProperties")) {
            Some(node) => {
                self.object(reader, &Schema { node, ..schema.clone() }, &name.child("object"))
            }
            None => Ty::Map(Box::new(self.untyped(name, "one of several types"))),
        }
    }

    /// Several kinds of text are one: an open enum of all the values that are named.
    fn texts(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        variants: &[Schema<'a>],
        name: &Name,
    ) -> Ty {
        let values: Vec<_> = variants.iter().flat_map(text_values).collect();
        match values.is_empty() {
            true => self.string(reader, &Schema { values: Vec::new(), ..schema.clone() }, name),
            false => self.open_enum(reader, schema, values, name),
        }
    }
}

/// A union with the identifiers of its variants.
fn named<'a>(
    reader: &mut Reader<'a, '_>,
    tag: Option<String>,
    variants: Vec<Variant<'a>>,
    singles: Vec<Single<'a>>,
) -> Union {
    let typed = variants.iter().map(|variant| (&variant.name, variant.node));
    let candidates: Vec<_> = typed
        .chain(singles.iter().map(|single| (&single.name, single.node)))
        .map(|(name, node)| Candidate { wire: name.clone(), rust: None, place: node.place() })
        .collect();
    let mut idents = names::assign(reader, Namespace::Variant, &candidates).into_iter();
    let variants = variants.into_iter().zip(&mut idents).map(|(variant, name)| UnionVariant {
        name,
        ty: variant.ty,
        texts: variant.texts,
    });
    let variants = variants.collect();
    let values = singles.into_iter().zip(idents).map(|(single, name)| UnionValue {
        name,
        value: single.value,
        docs: single.docs,
    });
    Union { tag, variants, values: values.collect() }
}

/// Whether a variant of `schema` stands for `null` and nothing else. An object of which nothing is
/// said but that it may be `null` does, beside others: it is how a reference is made nullable.
fn is_null(schema: &Schema<'_>, variant: &Schema<'_>) -> bool {
    let is_bare = variant.nullable
        && variant.types[..] == [Type::Object]
        && variant.properties.is_empty()
        && variant.additional.is_none()
        && variant.is_plain();
    variant.is_null() || (is_bare && schema.one_of.len() > 1)
}

/// A variant with what stands beside `oneOf` and holds for all variants: their type.
fn inherit<'a>(schema: &Schema<'a>, variant: &Schema<'a>) -> Schema<'a> {
    let mut variant = variant.clone();
    if variant.reference.is_none() && variant.types.is_empty() && variant.is_plain() {
        variant.types.clone_from(&schema.types);
    }
    variant
}

/// Whether a schema lists its values, and all of them are simple.
fn is_only_values(schema: &Schema<'_>) -> bool {
    let mut values = schema.values.iter().chain(&schema.constant).peekable();
    values.peek().is_some()
        && values.all(|value| !value.is_object() && !value.is_array() && !value.is_null())
}

fn add_singles<'a>(singles: &mut Vec<Single<'a>>, schema: &Schema<'a>) {
    let constant = schema.constant.filter(|_| schema.values.is_empty());
    for node in schema.values.iter().copied().chain(constant) {
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
        let docs = schema.description.filter(|_| is_alone).unwrap_or_default();
        singles.push(Single { node, value, name, docs: Docs(docs.to_owned()) });
    }
}

/// Whether all values of a schema are texts.
fn is_text(schema: &Schema<'_>) -> bool {
    let has_texts = text_values(schema).next().is_some();
    (schema.types[..] == [Type::String] || (schema.types.is_empty() && has_texts))
        && schema.one_of.is_empty()
}

/// Whether a variant is without any of the members that all variants share.
fn lacks_shared(schema: &Schema<'_>, resolved: &Schema<'_>) -> bool {
    let mut shared = schema.properties.iter();
    shared.any(|(name, _)| resolved.properties.iter().all(|(own, _)| own != name))
}

/// A variant together with the members that all variants share. It is another type than the one
/// that it refers to, so it stands where it is used.
fn with_shared<'a>(schema: &Schema<'a>, variant: &Schema<'a>, resolved: &Schema<'a>) -> Schema<'a> {
    let shared = schema.properties.iter();
    let shared = shared.filter(|(name, _)| resolved.properties.iter().all(|(own, _)| own != name));
    let mut whole = Schema { node: variant.node, ..resolved.clone() };
    whole.properties.extend(shared.cloned());
    whole.required.extend(schema.required.iter().copied());
    if whole.types.is_empty() {
        whole.types.clone_from(&schema.types);
    }
    whole
}

/// The name of the component that a variant refers to, else its title, else its type.
fn variant_name(variant: &Schema<'_>, resolved: &Schema<'_>, index: usize) -> String {
    if let Some(reference) = variant.reference {
        return reference.name();
    }
    match (resolved.title, &resolved.types[..]) {
        (Some(title), _) if !title.trim().is_empty() => title.to_owned(),
        (_, [Type::Object]) | (_, []) => format!("variant {}", index + 1),
        (_, [Type::Array]) => match resolved.items.as_deref() {
            Some(items) => match (items.reference, &items.types[..]) {
                (Some(reference), _) => format!("{} list", reference.name()),
                (None, [one]) => format!("{} list", type_name(*one)),
                _ => "list".to_owned(),
            },
            None => "list".to_owned(),
        },
        (_, [one, ..]) => type_name(*one).to_owned(),
    }
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

/// The texts that the member named by the union's discriminator has in this variant.
fn tag_texts(schema: &Schema<'_>, variant: &Schema<'_>) -> Vec<String> {
    let (Some(discriminator), Some(reference)) = (&schema.discriminator, variant.reference) else {
        return Vec::new();
    };
    let mapped = discriminator.mapping.iter().filter(|(_, target)| {
        *target == reference.text || target.rsplit('/').next() == Some(reference.name().as_str())
    });
    let mut texts: Vec<_> = mapped.map(|(text, _)| (*text).to_owned()).collect();
    if texts.is_empty() {
        texts.push(reference.name());
    }
    texts
}

/// Finds, now that all types are known, what tells the variants of unions apart: which types are
/// variants, and which of their members have but one text.
pub(crate) fn prepare(items: &mut [Item]) {
    let variants: Vec<_> = items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Union(union) => Some(&union.variants),
            _ => None,
        })
        .flatten()
        .filter_map(|variant| recursion::innermost(&variant.ty))
        .collect();
    let only_texts: Vec<Option<String>> = items.iter().map(only_text).collect();
    for id in variants {
        let item = &mut items[id.0];
        item.in_unions = true;
        let ItemKind::Struct(strukt) = &mut item.kind else { continue };
        let fields = strukt.fields.iter_mut();
        for field in fields.filter(|field| field.presence == Presence::Required) {
            field.text = match &field.ty {
                Ty::Named(id) => only_texts[id.0].clone(),
                _ => field.literal.clone(),
            };
        }
    }
}

/// The text of an enum that has but one.
fn only_text(item: &Item) -> Option<String> {
    match &item.kind {
        ItemKind::Enum(Enum { variants }) if variants.len() == 1 => {
            variants.first().map(|only| only.wire.clone())
        }
        _ => None,
    }
}

//! `oneOf`, `anyOf` and lists of types: values that are of one of several types.

use super::compose;
use super::names::{self, Candidate};
use super::schema::text_values;
use super::types::{Lowered, Name, Types};
use crate::ir::{Field, Item, ItemKind, Presence, Shape, Ty, Union, UnionVariant};
use crate::name::Namespace;
use crate::spec::{Reader, Schema, Type};

/// A variant before it has an identifier.
struct Variant<'a> {
    schema: Schema<'a>,
    ty: Ty,
    name: String,
    tag: Option<(String, Vec<String>)>,
}

impl<'a> Types<'a> {
    /// The type of a schema with `oneOf` or `anyOf`.
    pub(super) fn union(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        let nullable = schema.nullable || schema.one_of.iter().any(Schema::is_null);
        let variants: Vec<_> =
            schema.one_of.iter().filter(|it| !it.is_null() && !it.is_trivial()).collect();
        let shared = !schema.properties.is_empty();
        if let ([only], false) = (&variants[..], shared) {
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
        let mut lowered: Vec<Variant<'a>> = Vec::new();
        for (index, (variant, resolved)) in variants.iter().zip(resolved).enumerate() {
            let variant_name = variant_name(variant, &resolved, index);
            let variant = match lacks_shared(schema, &resolved) {
                true => with_shared(schema, variant, &resolved),
                false => (*variant).clone(),
            };
            let ty = self.ty(reader, &variant, &name.child(&variant_name));
            if lowered.iter().all(|known| known.ty != ty) {
                let tag = tag(schema, &variant);
                lowered.push(Variant { schema: resolved, ty, name: variant_name, tag });
            }
        }
        let variants = self.variants(reader, lowered);
        self.drafts[id.0].kind = ItemKind::Union(Union { variants });
        Lowered { ty: Ty::Named(id), nullable }
    }

    /// The type of a schema that names several types.
    pub(super) fn several_types(
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
            let variant_name = type_name(*one).to_owned();
            // The union itself stands at this place already, so parts of it need names below.
            let ty = match one {
                Type::Object | Type::Array => self.untyped(name, "one of several types"),
                _ => self.ty(reader, &Schema { values: Vec::new(), ..only.clone() }, name),
            };
            let ty = match one {
                Type::Array => Ty::List(Box::new(ty)),
                Type::Object => Ty::Map(Box::new(ty)),
                _ => ty,
            };
            lowered.push(Variant { schema: only, ty, name: variant_name, tag: None });
        }
        let variants = self.variants(reader, lowered);
        self.drafts[id.0].kind = ItemKind::Union(Union { variants });
        Ty::Named(id)
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
            true => Ty::String,
            false => self.open_enum(reader, schema, values, name),
        }
    }

    fn variants(
        &mut self,
        reader: &mut Reader<'a, '_>,
        variants: Vec<Variant<'a>>,
    ) -> Vec<UnionVariant> {
        let candidates: Vec<_> = variants
            .iter()
            .map(|variant| Candidate {
                wire: variant.name.clone(),
                rust: None,
                place: variant.schema.node.place(),
            })
            .collect();
        let idents = names::assign(reader, Namespace::Variant, &candidates);
        let named = variants.into_iter().zip(idents);
        named
            .map(|(variant, name)| UnionVariant {
                name,
                ty: variant.ty,
                tag: variant.tag,
                shape: Shape::Any,
            })
            .collect()
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

/// The member that the union's discriminator names, with the texts it has in this variant.
fn tag(schema: &Schema<'_>, variant: &Schema<'_>) -> Option<(String, Vec<String>)> {
    let discriminator = schema.discriminator.as_ref()?;
    let reference = variant.reference?;
    let mapped = discriminator.mapping.iter().filter(|(_, target)| {
        *target == reference.text || target.rsplit('/').next() == Some(reference.name().as_str())
    });
    let mut texts: Vec<_> = mapped.map(|(text, _)| (*text).to_owned()).collect();
    if texts.is_empty() {
        texts.push(reference.name());
    }
    Some((discriminator.property.to_owned(), texts))
}

/// Finds what the values of each variant of each union look like, now that all types are known.
pub(super) fn find_shapes(items: &mut [Item]) {
    let shapes: Vec<Vec<Shape>> = items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Union(union) => union
                .variants
                .iter()
                .map(|variant| tagged(shape(&variant.ty, items, 0), variant.tag.clone()))
                .collect(),
            _ => Vec::new(),
        })
        .collect();
    for (item, shapes) in items.iter_mut().zip(shapes) {
        if let ItemKind::Union(union) = &mut item.kind {
            for (variant, shape) in union.variants.iter_mut().zip(shapes) {
                variant.shape = shape;
            }
        }
    }
}

fn tagged(shape: Shape, tag: Option<(String, Vec<String>)>) -> Shape {
    match (shape, tag) {
        (Shape::Object { required, optional, mut tags }, Some(tag)) => {
            tags.retain(|(name, _)| *name != tag.0);
            tags.push(tag);
            Shape::Object { required, optional, tags }
        }
        (shape, _) => shape,
    }
}

/// How deep to look into arrays of arrays.
const DEEPEST: usize = 4;

fn shape(ty: &Ty, items: &[Item], depth: usize) -> Shape {
    match ty {
        Ty::Bool => Shape::Bool,
        Ty::I32 | Ty::I64 | Ty::U64 => Shape::Integer,
        Ty::F32 | Ty::F64 => Shape::Number,
        Ty::String | Ty::Secret | Ty::Timestamp | Ty::Bytes => Shape::Text,
        Ty::Json => Shape::Any,
        Ty::List(_) if depth >= DEEPEST => Shape::Any,
        Ty::List(item) => Shape::Array(Box::new(shape(item, items, depth + 1))),
        Ty::Map(_) => Shape::Map,
        Ty::Boxed(inner) => shape(inner, items, depth),
        Ty::Named(id) => match &items[id.0].kind {
            ItemKind::Enum(kind) => {
                Shape::TextOf(kind.variants.iter().map(|variant| variant.wire.clone()).collect())
            }
            ItemKind::Union(_) | ItemKind::Answers(_) => Shape::Any,
            ItemKind::Struct(strukt) => object_shape(&strukt.fields, items),
        },
    }
}

fn object_shape(fields: &[Field], items: &[Item]) -> Shape {
    let names = |wanted: bool| {
        let fields = fields.iter().filter(move |field| field.presence.is_required() == wanted);
        fields.map(|field| field.wire.clone()).collect::<Vec<_>>()
    };
    let tags = fields.iter().filter_map(|field| {
        let texts = match (&field.literal, &field.ty) {
            (Some(literal), _) => vec![literal.clone()],
            (None, Ty::Named(id)) => match &items[id.0].kind {
                ItemKind::Enum(kind) if kind.variants.len() == 1 => {
                    kind.variants.iter().map(|variant| variant.wire.clone()).collect()
                }
                _ => return None,
            },
            _ => return None,
        };
        (field.presence == Presence::Required).then(|| (field.wire.clone(), texts))
    });
    Shape::Object { required: names(true), optional: names(false), tags: tags.collect() }
}

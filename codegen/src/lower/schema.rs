//! Schemas become types: where they are used (`Ty`), and what has to be defined (`Item`).

use super::names::{self, Candidate};
use super::number::integer;
use super::types::{Known, Lowered, Name, Types};
use crate::ir::{Docs, Enum, Field, ItemKind, Presence, Reading, Struct, Ty, Untyped, Variant};
use crate::name::Namespace;
use crate::source::Node;
use crate::spec::{Additional, Read, Reader, Reference, Schema, Type};

/// How deep schemas may stand in each other. Deeper ones are not types that anybody uses, and
/// following them would take more stack than there is.
const DEEPEST: usize = 200;

impl<'a> Types<'a> {
    /// The type of `schema`; where an item has to be defined for it, it is called `name`.
    pub(super) fn ty(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        self.lower(reader, schema, name).ty
    }

    /// The type of `schema`, and whether `null` is a value too.
    pub(super) fn lower(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        if self.depth == DEEPEST {
            let ty = self.untyped(name, "a schema that is nested too deep");
            return Lowered { ty, nullable: schema.nullable };
        }
        self.depth += 1;
        let known = self.met_again(schema).or_else(|| self.part(reader, schema));
        let lowered = match (known, schema.reference) {
            (Some(known), _) => known,
            (None, Some(reference)) => self.referenced(reader, reference),
            (None, None) => self.composed(reader, schema, name),
        };
        self.depth -= 1;
        Lowered { nullable: lowered.nullable || schema.nullable, ..lowered }
    }

    pub(super) fn composed(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        if !schema.all_of.is_empty() {
            return self.all_of(reader, schema, name);
        }
        if schema.one_of.iter().any(|variant| !variant.is_trivial() || variant.is_null()) {
            return self.union(reader, schema, name);
        }
        Lowered { ty: self.plain(reader, schema, name), nullable: schema.nullable }
    }

    /// A schema that is made of no others.
    fn plain(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        let format = schema.format;
        match schema.types[..] {
            [Type::Object] => self.object(reader, schema, name),
            [Type::Array] => match &schema.items {
                Some(items) => Ty::List(Box::new(self.member(reader, items, &name.item()))),
                None => Ty::List(Box::new(self.untyped(name, "an array of anything"))),
            },
            [Type::String] => self.string(reader, schema, name),
            [Type::Integer] => integer(schema),
            [Type::Number] => number(format),
            [Type::Boolean] => Ty::Bool,
            [Type::Integer, Type::String] | [Type::String, Type::Integer]
                if is_numeric(schema.pattern) =>
            {
                integer(schema)
            }
            [Type::Number, Type::String] | [Type::String, Type::Number]
                if is_numeric(schema.pattern) =>
            {
                number(format)
            }
            [] if !schema.properties.is_empty() || schema.additional.is_some() => {
                self.object(reader, schema, name)
            }
            [] if schema.items.is_some() => {
                let array = Schema { types: vec![Type::Array], ..schema.clone() };
                self.plain(reader, &array, name)
            }
            [] if text_values(schema).next().is_some() || format.is_some_and(is_text_format) => {
                self.string(reader, schema, name)
            }
            [] => self.untyped(name, "a schema that says nothing of the type"),
            [..] => self.several_types(reader, schema, name),
        }
    }

    fn referenced(&mut self, reader: &mut Reader<'a, '_>, reference: Reference<'a>) -> Lowered {
        let Some(node) = reader.step(reference) else {
            let ty = self.untyped(&Name::component(&reference.name()), "a reference to nothing");
            return Lowered { ty, nullable: false };
        };
        self.named(reader, node, &reference.name())
    }

    /// The type of a schema that can be met more than once.
    pub(super) fn named(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        name: &str,
    ) -> Lowered {
        match self.known.get(&node.place()) {
            Some(Known::Done(lowered)) => return lowered.clone(),
            Some(Known::Open) => return self.again(reader, node, name),
            None => {}
        }
        self.known.insert(node.place(), Known::Open);
        let name = Name::component(&self.proper_name(node, name));
        // What is made of it on the way, of fewer types say, is no part in its own right.
        let part = self.parts.remove_entry(&node.place());
        let mut lowered = self.read(reader, node, &name);
        if self.circles.contains(&node.place()) {
            lowered = self.wrapped(reader, node, &name);
        }
        self.known.insert(node.place(), Known::Done(lowered.clone()));
        self.parts.extend(part);
        lowered
    }

    /// The type of the schema at `node`.
    pub(super) fn read(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        name: &Name,
    ) -> Lowered {
        match Schema::read(reader, node) {
            Some(schema) => self.lower(reader, &schema, name),
            None => {
                let ty = self.untyped(name, "a schema that cannot be read");
                Lowered { ty, nullable: false }
            }
        }
    }

    pub(super) fn string(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        // What the schema says is said of the enum, so it need not be said of its only value.
        let values: Vec<_> =
            text_values(schema).map(|value| Text { description: None, ..value }).collect();
        if !values.is_empty() {
            return self.open_enum(reader, schema, values, name);
        }
        match schema.format {
            Some("date-time") => Ty::Timestamp,
            Some("password") => Ty::Secret,
            _ => Ty::String,
        }
    }

    fn object(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        if !schema.properties.is_empty() {
            return self.structure(reader, schema, name);
        }
        let rest = self.rest(reader, schema, name);
        let rest = rest.unwrap_or_else(|| self.untyped(name, "an object without declared members"));
        Ty::Map(Box::new(rest))
    }

    /// The type of the members of an object that are not declared one by one.
    fn rest(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Option<Ty> {
        match &schema.additional {
            Some(Additional::Schema(value)) => {
                Some(self.member(reader, value, &name.child("value")))
            }
            Some(Additional::Any) => Some(self.untyped(name, "members that may be anything")),
            Some(Additional::Nothing) | None => None,
        }
    }

    /// The type of the items of a list, or of the values of a map, each of which may be `null`.
    fn member(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        match self.lower(reader, schema, name) {
            // `Value` says `null` by itself.
            Lowered { ty, nullable: true } if ty != Ty::Json => Ty::Option(Box::new(ty)),
            Lowered { ty, .. } => ty,
        }
    }

    fn structure(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        let id = self.reserve(schema, name, ItemKind::Struct(Struct::default()));
        schema.check_required(reader);
        let mut candidates: Vec<_> = schema
            .properties
            .iter()
            .map(|(wire, property)| Candidate {
                wire: (*wire).to_owned(),
                rust: property.rust_name,
                place: property.node.key_place(),
            })
            .collect();
        let arguments = names::assign(reader, Namespace::Argument, &candidates);
        candidates.push(Candidate {
            wire: "additional properties".to_owned(),
            rust: None,
            place: schema.node.place(),
        });
        let mut idents = names::assign(reader, Namespace::Field, &candidates);
        let rest_name = idents.pop();
        let mut fields = Vec::with_capacity(idents.len());
        for ((wire, property), (ident, argument)) in
            schema.properties.iter().zip(idents.into_iter().zip(arguments))
        {
            let literal = literal(schema, wire, property);
            let Lowered { ty, nullable } = match literal {
                Some(_) => Lowered { ty: Ty::String, nullable: false },
                None => self.lower(reader, property, &name.child(wire)),
            };
            // `Value` says `null` by itself.
            let nullable = nullable && ty != Ty::Json;
            fields.push(Field {
                name: ident,
                wire: (*wire).to_owned(),
                ty,
                presence: presence(schema.requires(wire), nullable),
                reading: reading(property),
                literal,
                text: None,
                read_only: property.read_only,
                argument,
                docs: value_docs(property.description, property),
                deprecated: property.deprecated,
            });
        }
        let kept = rest_name.clone().filter(|_| schema.additional.is_none());
        let rest = rest_name.zip(self.rest(reader, schema, name));
        self.drafts[id.0].kind = ItemKind::Struct(Struct { fields, rest, kept });
        Ty::Named(id)
    }

    /// A value of which nothing is known but that it is JSON; counted with its reason.
    pub(super) fn untyped(&mut self, name: &Name, reason: &'static str) -> Ty {
        self.untyped.push(Untyped { at: name.words().to_owned(), reason });
        Ty::Json
    }

    /// An open enum of these texts, each at its place.
    pub(super) fn open_enum(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        values: Vec<Text<'a>>,
        name: &Name,
    ) -> Ty {
        let mut distinct: Vec<Text<'_>> = Vec::with_capacity(values.len());
        for value in values {
            if !distinct.iter().any(|known| known.wire == value.wire) {
                distinct.push(value);
            }
        }
        let candidates: Vec<_> = distinct
            .iter()
            .map(|Text { wire, node, .. }| Candidate {
                wire: (*wire).to_owned(),
                rust: schema
                    .values
                    .iter()
                    .position(|value| value.place() == node.place())
                    .and_then(|index| schema.variant_names.get(index).copied()),
                place: node.place(),
            })
            .collect();
        let idents = names::assign(reader, Namespace::Variant, &candidates);
        let variants = distinct
            .iter()
            .zip(idents)
            .map(|(value, name)| Variant {
                name,
                wire: value.wire.to_owned(),
                docs: Docs(value.description.unwrap_or_default().to_owned()),
            })
            .collect();
        Ty::Named(self.reserve(schema, name, ItemKind::Enum(Enum { variants })))
    }
}

fn number(format: Option<&str>) -> Ty {
    match format {
        Some("float") => Ty::F32,
        Some("int32") => Ty::I32,
        Some("int64" | "integer") => Ty::I64,
        _ => Ty::F64,
    }
}

/// Whether only texts have a format, so that a schema without a type is meant to be one.
fn is_text_format(format: &str) -> bool {
    const FORMATS: &[&str] = &[
        "byte",
        "date",
        "date-time",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "password",
        "time",
        "uri",
        "uuid",
    ];
    FORMATS.contains(&format)
}

fn presence(is_required: bool, nullable: bool) -> Presence {
    match (is_required, nullable) {
        (true, false) => Presence::Required,
        (false, false) => Presence::Optional,
        (true, true) => Presence::Nullable,
        (false, true) => Presence::OptionalNullable,
    }
}

/// The one text of a property that must be there and can have no other.
fn literal(schema: &Schema<'_>, wire: &str, property: &Schema<'_>) -> Option<String> {
    let is_plain = property.reference.is_none() && property.all_of.is_empty();
    let value = property.only_value()?.as_str()?;
    (is_plain && schema.requires(wire)).then(|| value.to_owned())
}

/// How a property is read: the description may say that its number comes as text as well.
fn reading(property: &Schema<'_>) -> Reading {
    let innermost = property.items.as_deref().unwrap_or(property);
    match innermost.types.len() > 1 && is_numeric(innermost.pattern) {
        true => Reading::NumberOrText,
        false => Reading::Exact,
    }
}

/// Whether only numbers match a pattern: `^-?[0-9]+$` and the like.
fn is_numeric(pattern: Option<&str>) -> bool {
    let inside = pattern.and_then(|pattern| pattern.strip_prefix('^')?.strip_suffix('$'));
    inside.is_some_and(|inside| {
        let has_digits = inside.contains("[0-9]") || inside.contains("\\d");
        has_digits && inside.chars().all(|it| it.is_ascii_digit() || r"-+?*.,()[]{}\d".contains(it))
    })
}

/// A text among the values of a schema.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) wire: &'a str,
    pub(super) node: Node<'a>,
    /// What it means, where the schema is about this text alone.
    pub(super) description: Option<&'a str>,
}

/// The texts among the values of a schema.
pub(super) fn text_values<'a>(schema: &Schema<'a>) -> impl Iterator<Item = Text<'a>> {
    let constant = schema.constant.filter(|_| schema.values.is_empty());
    let values: Vec<_> = schema.values.iter().copied().chain(constant).collect();
    let description = schema.description.filter(|_| values.len() == 1);
    values
        .into_iter()
        .filter_map(move |node| Some(Text { wire: node.as_str()?, node, description }))
}

/// The words of the description, and the facts that the schema adds to them.
pub(super) fn value_docs(description: Option<&str>, schema: &Schema<'_>) -> Docs {
    let mut text = description.unwrap_or_default().trim().to_owned();
    let facts: Vec<_> = [("Default", "default"), ("Minimum", "minimum"), ("Maximum", "maximum")]
        .into_iter()
        .filter_map(|(word, key)| {
            Some((word, super::parameters::plain_text(schema.node.get(key)?)?))
        })
        .map(|(word, value)| format!("{word}: `{}`.", value.replace('`', "'")))
        .collect();
    if !facts.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&facts.join(" "));
    }
    Docs(text)
}

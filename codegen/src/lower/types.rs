//! Schemas become types: where they are used (`Ty`), and what has to be defined (`Item`).

use std::collections::{BTreeSet, HashMap};

use super::names::{self, Candidate};
use super::recursion;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Docs, Enum, Field, Home, Item, ItemKind, Presence, Reading, Struct, Ty, TypeId, Variant,
};
use crate::name::{self, Ident, Namespace};
use crate::source::{Node, Place};
use crate::spec::{Additional, Read, Reader, Reference, Schema, Text, Type};

/// The types of a service while they are being found.
#[derive(Default)]
pub(super) struct Types<'a> {
    drafts: Vec<Draft<'a>>,
    /// What a schema became, by the place it stands at.
    known: HashMap<Place, Known>,
}

/// An item that has no identifier yet.
struct Draft<'a> {
    node: Node<'a>,
    name: Name,
    rust: Option<Text<'a>>,
    docs: Docs,
    kind: ItemKind,
}

#[derive(Clone)]
enum Known {
    /// Being lowered right now: to meet it again is to go round in a circle.
    Open,
    Done(Ty),
}

/// What an unnamed schema is called after: where it stands.
#[derive(Clone)]
pub(super) struct Name {
    words: String,
    home: Home,
    /// What it is for, where the schema itself does not say.
    purpose: Option<String>,
}

impl Name {
    /// The name of a component.
    pub(super) fn component(name: &str) -> Self {
        Self { words: name.to_owned(), home: Home::Types, purpose: None }
    }

    /// A name in the file of an operation.
    pub(super) fn of_operation(index: usize, id: &str, role: &str) -> Self {
        Self { words: format!("{id} {role}"), home: Home::Operation(index), purpose: None }
    }

    /// The same name, for something of which the description says elsewhere what it is for.
    pub(super) fn described(&self, purpose: Option<&str>) -> Self {
        Self { purpose: purpose.map(str::to_owned), ..self.clone() }
    }

    /// The name of what stands below.
    pub(super) fn child(&self, name: &str) -> Self {
        Self { words: format!("{} {name}", self.words), home: self.home, purpose: None }
    }
}

impl<'a> Types<'a> {
    /// Lowers every schema under `components`, used or not.
    pub(super) fn components(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schemas: &[(&'a str, Node<'a>)],
    ) {
        for (name, node) in schemas {
            self.named(reader, *node, name);
        }
    }

    /// The type of `schema`; where an item has to be defined for it, it is called `name`.
    pub(super) fn ty(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        if let Some(reference) = schema.reference {
            return self.referenced(reader, reference);
        }
        match schema.types[..] {
            [Type::Object] => self.object(reader, schema, name),
            [Type::Array] => match &schema.items {
                Some(items) => Ty::List(Box::new(self.ty(reader, items, name))),
                None => Ty::List(Box::new(Ty::Json)),
            },
            [Type::String] => self.string(reader, schema, name),
            [Type::Integer] if schema.format == Some("int32") => Ty::I32,
            [Type::Integer] => Ty::I64,
            [Type::Number] if schema.format == Some("float") => Ty::F32,
            [Type::Number] => Ty::F64,
            [Type::Boolean] => Ty::Bool,
            [Type::Integer, Type::String] | [Type::String, Type::Integer]
                if is_numeric(schema.pattern) =>
            {
                if schema.format == Some("int32") {
                    Ty::I32
                } else {
                    Ty::I64
                }
            }
            [Type::Number, Type::String] | [Type::String, Type::Number]
                if is_numeric(schema.pattern) =>
            {
                Ty::F64
            }
            [] if !schema.properties.is_empty() => self.object(reader, schema, name),
            [] if has_text_values(schema) => self.string(reader, schema, name),
            [] => Ty::Json,
            [..] => {
                reader.report(
                    Diagnostic::error(
                        Code::Unsupported,
                        "a value of several types is not supported yet",
                    )
                    .at(schema.node.place(), "more than one type"),
                );
                Ty::Json
            }
        }
    }

    fn referenced(&mut self, reader: &mut Reader<'a, '_>, reference: Reference<'a>) -> Ty {
        let Some(node) = reader.follow(reference) else { return Ty::Json };
        if matches!(self.known.get(&node.place()), Some(Known::Open)) {
            reader.report(
                Diagnostic::error(
                    Code::CircularReference,
                    format!("`{}` holds itself, and nothing but itself", reference.text),
                )
                .at(reference.node.place(), "leads back to where it stands")
                .help("put an object with properties between"),
            );
            return Ty::Json;
        }
        self.named(reader, node, reference.name())
    }

    /// The type of a schema that can be met more than once.
    fn named(&mut self, reader: &mut Reader<'a, '_>, node: Node<'a>, name: &str) -> Ty {
        if let Some(Known::Done(ty)) = self.known.get(&node.place()) {
            return ty.clone();
        }
        self.known.insert(node.place(), Known::Open);
        let ty = match Schema::read(reader, node) {
            Some(schema) => self.ty(reader, &schema, &Name::component(name)),
            None => Ty::Json,
        };
        self.known.insert(node.place(), Known::Done(ty.clone()));
        ty
    }

    fn string(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        if has_text_values(schema) {
            return self.open_enum(reader, schema, name);
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
        match &schema.additional {
            Some(Additional::Schema(value)) => {
                Ty::Map(Box::new(self.ty(reader, value, &name.child("value"))))
            }
            Some(Additional::Any) | None => Ty::Map(Box::new(Ty::Json)),
        }
    }

    fn structure(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        let id = self.reserve(schema, name, ItemKind::Struct(Struct::default()));
        let candidates: Vec<_> = schema
            .properties
            .iter()
            .map(|(wire, property)| Candidate {
                wire: (*wire).to_owned(),
                rust: property.rust_name,
                place: property.node.key_place(),
            })
            .collect();
        let idents = names::assign(reader, Namespace::Field, &candidates);
        let arguments = names::assign(reader, Namespace::Argument, &candidates);
        let mut fields = Vec::with_capacity(idents.len());
        for ((wire, property), (ident, argument)) in
            schema.properties.iter().zip(idents.into_iter().zip(arguments))
        {
            fields.push(Field {
                name: ident,
                wire: (*wire).to_owned(),
                ty: self.ty(reader, property, &name.child(wire)),
                presence: presence(schema, wire, property),
                reading: reading(property),
                argument,
                docs: value_docs(property.description, property),
                deprecated: property.deprecated,
            });
        }
        self.drafts[id.0].kind = ItemKind::Struct(Struct { fields });
        Ty::Named(id)
    }

    fn open_enum(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        let values: Vec<_> =
            schema.values.iter().filter_map(|node| Some((node.as_str()?, *node))).collect();
        let candidates: Vec<_> = values
            .iter()
            .map(|(wire, node)| Candidate {
                wire: (*wire).to_owned(),
                rust: None,
                place: node.place(),
            })
            .collect();
        let idents = names::assign(reader, Namespace::Variant, &candidates);
        let variants = values
            .iter()
            .zip(idents)
            .map(|((wire, _), name)| Variant {
                name,
                wire: (*wire).to_owned(),
                docs: Docs::default(),
            })
            .collect();
        Ty::Named(self.reserve(schema, name, ItemKind::Enum(Enum { variants })))
    }

    fn reserve(&mut self, schema: &Schema<'a>, name: &Name, kind: ItemKind) -> TypeId {
        let id = TypeId(self.drafts.len());
        let text = schema.description.or(schema.title).or(name.purpose.as_deref());
        self.drafts.push(Draft {
            node: schema.node,
            name: name.clone(),
            rust: schema.rust_name,
            docs: Docs(text.unwrap_or_default().to_owned()),
            kind,
        });
        self.known.insert(schema.node.place(), Known::Done(Ty::Named(id)));
        id
    }

    /// Whether values of `ty` are one piece of text in a path, a query or a header.
    pub(super) fn is_scalar(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(id) => matches!(self.drafts[id.0].kind, ItemKind::Enum(_)),
            Ty::List(_) | Ty::Map(_) | Ty::Json | Ty::Boxed(_) => false,
            _ => true,
        }
    }

    /// The items, each with its identifier.
    pub(super) fn finish(self, reader: &mut Reader<'a, '_>) -> Vec<Item> {
        let idents = self.identifiers(reader);
        let mut items: Vec<_> = self
            .drafts
            .into_iter()
            .zip(idents)
            .map(|(draft, (ident, file))| Item {
                ident,
                file,
                document: reader.sources.get(draft.node.document()).path().to_owned(),
                source: draft.name.words,
                docs: draft.docs,
                home: draft.name.home,
                families: BTreeSet::new(),
                in_requests: false,
                kind: draft.kind,
            })
            .collect();
        recursion::box_cycles(&mut items);
        items
    }

    /// The identifier and the module of each draft. Types and operations are two modules of the
    /// client, so each has names of its own.
    fn identifiers(&self, reader: &mut Reader<'a, '_>) -> Vec<(Ident, Ident)> {
        let mut identifiers = vec![None; self.drafts.len()];
        for in_types in [true, false] {
            let members: Vec<_> = (0..self.drafts.len())
                .filter(|index| (self.drafts[*index].name.home == Home::Types) == in_types)
                .collect();
            let candidates: Vec<_> = members
                .iter()
                .map(|index| &self.drafts[*index])
                .map(|draft| Candidate {
                    wire: draft.name.words.clone(),
                    rust: draft.rust,
                    place: draft.node.key_place(),
                })
                .collect();
            let idents = names::assign(reader, Namespace::Type, &candidates);
            let files = name::file_stems(&idents);
            for (index, pair) in members.into_iter().zip(idents.into_iter().zip(files)) {
                identifiers[index] = Some(pair);
            }
        }
        identifiers.into_iter().flatten().collect()
    }
}

fn presence(schema: &Schema<'_>, wire: &str, property: &Schema<'_>) -> Presence {
    if schema.requires(wire) && !property.nullable {
        Presence::Required
    } else {
        Presence::Optional
    }
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

fn has_text_values(schema: &Schema<'_>) -> bool {
    schema.values.iter().any(|value| value.as_str().is_some())
}

/// The words of the description, and the facts that the schema adds to them.
pub(super) fn value_docs(description: Option<&str>, schema: &Schema<'_>) -> Docs {
    let mut text = description.unwrap_or_default().trim().to_owned();
    let facts: Vec<_> = [("Default", "default"), ("Minimum", "minimum"), ("Maximum", "maximum")]
        .into_iter()
        .filter_map(|(word, key)| {
            Some((word, super::parameters::plain_text(schema.node.get(key)?)?))
        })
        .map(|(word, value)| format!("{word}: `{value}`."))
        .collect();
    if !facts.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&facts.join(" "));
    }
    Docs(text)
}

/// Marks the items that `roots` lead to: as built by callers where `in_request`, and as used by
/// `family`.
pub(super) fn mark<'t>(
    items: &mut [Item],
    roots: impl Iterator<Item = &'t Ty>,
    in_request: bool,
    family: Option<usize>,
) {
    let mut waiting: Vec<TypeId> = roots.filter_map(recursion::innermost).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let item = &mut items[id.0];
        item.in_requests |= in_request;
        item.families.extend(family);
        if let ItemKind::Struct(strukt) = &item.kind {
            let members = strukt.fields.iter().map(|field| &field.ty);
            waiting.extend(members.filter_map(recursion::innermost));
        }
    }
}

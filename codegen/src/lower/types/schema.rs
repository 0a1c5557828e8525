//! Schemas become types: where they are used (`Ty`), and what has to be defined (`Item`).

use crate::ir::{Docs, Ty, Untyped};
use crate::lower::types::number::integer;
use crate::lower::types::text::{is_text_format, text_values};
use crate::lower::types::{Known, Lowered, Name, Types};
use crate::openapi::{Read, Reader, Reference, Schema, Type};
use crate::source::{Node, Place};

/// How deep schemas that are no objects may stand in each other. Deeper ones are not types that
/// anybody uses, and following them would take more stack than there is.
const DEEPEST: usize = 200;

impl<'a> Types<'a> {
    /// The type of `schema`; where an item has to be defined for it, it is called `name`.
    pub(crate) fn ty(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        self.lower(reader, schema, name).ty
    }

    /// The type of `schema`, and whether `null` is a value too.
    pub(crate) fn lower(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Lowered {
        let place = schema.node.place();
        if self.depth == DEEPEST {
            let ty = self.untyped(name, "a schema that is nested too deep");
            return Lowered { ty, nullable: schema.nullable };
        }
        let known = self.met_again(place).or_else(|| self.part(reader, schema));
        self.lowering.push(place);
        self.depth += 1;
        let lowered = match (known, schema.reference) {
            (Some(known), _) => known,
            (None, Some(reference)) => self.referenced(reader, reference),
            (None, None) => self.composed(reader, schema, name),
        };
        self.depth -= 1;
        self.lowering.pop();
        Lowered { nullable: lowered.nullable || schema.nullable, ..lowered }
    }

    /// The item that the schema at `place` is, when it is met below itself: bases can bring a schema
    /// back that no reference leads to.
    fn met_again(&self, place: Place) -> Option<Lowered> {
        match self.known.get(&place) {
            Some(Known::Done(lowered)) if self.lowering.contains(&place) => Some(lowered.clone()),
            _ => None,
        }
    }

    pub(crate) fn composed(
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
    pub(crate) fn named(
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
        if self.cycles.contains(&node.place()) {
            lowered = self.wrapped(reader, node, &name);
        }
        self.known.insert(node.place(), Known::Done(lowered.clone()));
        self.parts.extend(part);
        lowered
    }

    /// The type of the schema at `node`.
    pub(crate) fn read(
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

    /// A value of which nothing is known but that it is JSON; counted with its reason.
    pub(crate) fn untyped(&mut self, name: &Name, reason: &'static str) -> Ty {
        self.untyped.push(Untyped { at: name.words().to_owned(), reason });
        Ty::Json
    }
}

fn number(format: Option<&str>) -> Ty {
    match format {
        Some("int32") => Ty::I32,
        Some("int64" | "integer") => Ty::I64,
        // `float` too: an `f32` would not be written as the decimals that it was read from.
        _ => Ty::F64,
    }
}

/// Whether only numbers match a pattern: `^-?[0-9]+$` and the like.
pub(crate) fn is_numeric(pattern: Option<&str>) -> bool {
    let inside = pattern.and_then(|pattern| pattern.strip_prefix('^')?.strip_suffix('$'));
    inside.is_some_and(|inside| {
        let has_digits = inside.contains("[0-9]") || inside.contains("\\d");
        has_digits && inside.chars().all(|it| it.is_ascii_digit() || r"-+?*.,()[]{}\d".contains(it))
    })
}

/// The words of the description, and the facts that the schema adds to them.
pub(crate) fn value_docs(description: Option<&str>, schema: &Schema<'_>) -> Docs {
    let mut text = description.unwrap_or_default().trim().to_owned();
    let facts: Vec<_> = [("Default", "default"), ("Minimum", "minimum"), ("Maximum", "maximum")]
        .into_iter()
        .filter_map(|(word, key)| {
            Some((word, crate::lower::request::parameters::plain_text(schema.node.get(key)?)?))
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

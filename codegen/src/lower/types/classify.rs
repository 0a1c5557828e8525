//! Finding out what each schema is.

use super::compose::Schemas;
use super::number::{integer, is_numeric, number};
use super::shape::{Inner, Kind, Shape};
use super::text::{TextValue, distinct, is_text_format, plain_text, text_values};
use super::values;
use crate::ir::Ty;
use crate::openapi::{Additional, Schema, SchemaId, Type};

/// What every schema is, by the index of its id.
pub(super) fn all<'a>(schemas: &mut Schemas<'_, 'a>) -> Vec<Shape<'a>> {
    let mut shapes = Vec::with_capacity(schemas.len());
    // What a schema is may need further schemas, which are added at the end.
    while shapes.len() < schemas.len() {
        let id = SchemaId::at(shapes.len());
        shapes.push(schemas.shape(id));
    }
    shapes
}

impl<'a> Schemas<'_, 'a> {
    fn shape(&mut self, id: SchemaId) -> Shape<'a> {
        let written = self.get(id);
        let (nullable, is_unreadable) = (written.allows_null(), written.is_unreadable);
        if is_unreadable {
            return Shape { kind: Kind::Untyped("a schema that cannot be read"), nullable };
        }
        let meant = self.meant(id);
        if meant != id {
            return Shape { kind: Kind::Same(meant), nullable: self.allows_null_on_the_way(id) };
        }
        if self.is_broken(id) {
            return Shape { kind: Kind::Untyped("a reference to nothing"), nullable };
        }
        if let Some(shape) = self.base_shape(id) {
            return shape;
        }
        if let Some(part) = self.only_part(id) {
            let parts = self.parts(id);
            let nullable = nullable || parts.iter().any(|part| self.get(*part).allows_null());
            return Shape { kind: Kind::Same(part), nullable };
        }
        let whole = self.whole(id).clone();
        self.composed_shape(id, &whole)
    }

    /// The part of a composed schema whose type it has, if only one says anything about the type:
    /// `allOf` is how a reference gets a description of its own.
    fn only_part(&self, id: SchemaId) -> Option<SchemaId> {
        let own = self.get(id);
        // An object that declares no members says no more than that it is one.
        let says_nothing_more = own.properties.is_empty()
            && own.others().is_none()
            && own.values.is_empty()
            && own.items.is_none()
            && self.has_trivial_variants(own)
            && own.required.is_empty();
        let (trivial, others): (Vec<_>, Vec<_>) =
            self.parts(id).into_iter().partition(|part| self.is_trivial(self.get(*part)));
        let [only] = others[..] else { return None };
        // A part may say no more than which members must be there.
        let known = self.whole(only);
        let mut required = trivial.iter().flat_map(|part| &self.whole(*part).required);
        let requires_more = required.any(|it| known.declares(it.text) && !known.requires(it.text));
        let is_same = only != id && !requires_more && !self.extends(id, only);
        (says_nothing_more && is_same).then_some(only)
    }

    /// What a schema is that says `whole` with all of its parts.
    pub(super) fn composed_shape(&mut self, id: SchemaId, whole: &Schema<'a>) -> Shape<'a> {
        let has_variants = whole.variants().any(|variant| {
            let variant = self.get(variant);
            !self.is_trivial(variant) || variant.is_null()
        });
        match has_variants {
            true => self.union_shape(id, whole),
            false => Shape { kind: self.plain_kind(id, whole), nullable: whole.allows_null() },
        }
    }

    /// What a schema is that is made of no others.
    fn plain_kind(&mut self, id: SchemaId, schema: &Schema<'a>) -> Kind<'a> {
        let format = schema.format;
        if let Some(kind) = values::kind(schema) {
            return kind;
        }
        match (schema.types.single(), schema.types.pair()) {
            (Some(Type::Object), _) => self.object_kind(id, schema),
            (Some(Type::Array), _) => list(schema, "an array of anything"),
            (Some(Type::String), _) => string(schema),
            (Some(Type::Integer), _) => Kind::Scalar(integer(schema)),
            (Some(Type::Number), _) => Kind::Scalar(number(format)),
            (Some(Type::Boolean), _) => Kind::Scalar(Ty::Bool),
            (None, Some([Type::Integer, Type::String] | [Type::String, Type::Integer]))
                if is_numeric(schema) =>
            {
                Kind::Scalar(integer(schema))
            }
            (None, Some([Type::Number, Type::String] | [Type::String, Type::Number]))
                if is_numeric(schema) =>
            {
                Kind::Scalar(number(format))
            }
            (None, _) if !schema.types.is_empty() => self.several_types(id, schema),
            (None, _) if !schema.properties.is_empty() || schema.additional.is_some() => {
                self.object_kind(id, schema)
            }
            (None, _) if schema.items.is_some() => list(schema, "an array of anything"),
            (None, _)
                if text_values(schema).next().is_some() || format.is_some_and(is_text_format) =>
            {
                string(schema)
            }
            (None, _) => Kind::Untyped("a schema that says nothing of the type"),
        }
    }

    /// An object is a struct, or a map where no member is declared.
    pub(super) fn object_kind(&self, id: SchemaId, schema: &Schema<'a>) -> Kind<'a> {
        const NONE_DECLARED: &str = "an object without declared members";
        let rest = match schema.additional {
            Some(Additional::Schema(value)) => Some(Inner::Schema(value)),
            Some(Additional::Any) => Some(Inner::Untyped("members that may be anything")),
            Some(Additional::Nothing) | None => None,
        };
        if schema.properties.is_empty() && !has_none_yet(schema) {
            return Kind::Map(rest.unwrap_or(Inner::Untyped(NONE_DECLARED)));
        }
        Kind::Struct(match schema.additional {
            // Nobody could read what such an object holds.
            None if schema.properties.is_empty() => Some(Inner::Untyped(NONE_DECLARED)),
            None if self.is_base(id) => {
                Some(Inner::Untyped("members of the schemas that extend this one"))
            }
            _ => rest,
        })
    }

    /// Whether other schemas extend this one: it says by which member they are told apart. Where it
    /// is named, one of those may come.
    fn is_base(&self, id: SchemaId) -> bool {
        let schema = self.get(id);
        let own = schema.all_of.iter().map(|part| self.get(*part));
        let mut own = own.filter(|part| part.reference.is_none()).chain([schema]);
        own.any(|part| part.rare().discriminator.is_some())
    }
}

fn list<'a>(schema: &Schema<'a>, reason: &'static str) -> Kind<'a> {
    Kind::List(schema.items.map_or(Inner::Untyped(reason), Inner::Schema))
}

fn string<'a>(schema: &Schema<'a>) -> Kind<'a> {
    // What the schema says is said of the enum, so it need not be said of its only value.
    let said = schema.description;
    let values = text_values(schema).map(|value| TextValue {
        description: value.description.filter(|it| Some(*it) != said),
        title: None,
        ..value
    });
    let values = distinct(values);
    match values.is_empty() {
        true => Kind::Scalar(plain_text(schema.format)),
        false => Kind::Enum(values),
    }
}

/// Whether a schema lists its members, and there are none: a type of its own, which may get some.
fn has_none_yet(schema: &Schema<'_>) -> bool {
    match schema.additional {
        Some(Additional::Nothing) => true,
        Some(Additional::Any | Additional::Schema(_)) => false,
        None => schema.lists_properties,
    }
}

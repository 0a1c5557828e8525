//! Objects become structs, or maps where no member is declared.

use crate::ir::{Field, ItemKind, Presence, Reading, Struct, Ty, TypeId};
use crate::lower::names::{self, Candidate};
use crate::lower::types::schema::{is_numeric, value_docs};
use crate::lower::types::{Lowered, Name, Types};
use crate::name::Namespace;
use crate::openapi::{Additional, Reader, Schema};
use crate::source::{Node, Place};

/// How deep objects may stand in each other, by references too, before their members have to wait:
/// hundreds of types may be found one below the other.
const DEEP: usize = 60;

/// An object whose members are still to be lowered.
pub(crate) struct Waiting<'a> {
    id: TypeId,
    schema: Schema<'a>,
    name: Name,
    /// What it stands in.
    lowering: Vec<Place>,
}

impl<'a> Types<'a> {
    pub(crate) fn object(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        if !schema.properties.is_empty() || has_none_yet(schema) {
            return self.structure(reader, schema, name);
        }
        let rest = self.rest(reader, schema, name);
        Ty::Map(Box::new(rest.unwrap_or_else(|| self.unknown_members(name))))
    }

    fn unknown_members(&mut self, name: &Name) -> Ty {
        self.untyped(name, "an object without declared members")
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
    pub(crate) fn member(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
    ) -> Ty {
        match self.lower(reader, schema, name) {
            // `Value` says `null` by itself.
            Lowered { ty, nullable: true } if ty != Ty::Json => Ty::Option(Box::new(ty)),
            Lowered { ty, .. } => ty,
        }
    }

    fn structure(&mut self, reader: &mut Reader<'a, '_>, schema: &Schema<'a>, name: &Name) -> Ty {
        let id = self.reserve(schema, name, ItemKind::Struct(Struct::default()));
        match self.depth > DEEP {
            true => self.waiting.push(Waiting {
                id,
                schema: schema.clone(),
                name: name.clone(),
                lowering: self.lowering.clone(),
            }),
            false => self.members(reader, schema, name, id),
        }
        Ty::Named(id)
    }

    /// Lowers the members of objects that wait for it, and of those that are found on the way.
    pub(crate) fn lower_waiting(&mut self, reader: &mut Reader<'a, '_>) {
        while let Some(Waiting { id, schema, name, lowering }) = self.waiting.pop() {
            self.lowering = lowering;
            self.members(reader, &schema, &name, id);
        }
        self.lowering.clear();
    }

    fn members(
        &mut self,
        reader: &mut Reader<'a, '_>,
        schema: &Schema<'a>,
        name: &Name,
        id: TypeId,
    ) {
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
        let rest = match schema.additional {
            // Nobody could read what such an object holds.
            None if fields.is_empty() => Some(self.unknown_members(name)),
            None if is_base(schema.node) => {
                Some(self.untyped(name, "members of the schemas that extend this one"))
            }
            _ => self.rest(reader, schema, name),
        };
        let kept = rest_name.clone().filter(|_| schema.additional.is_none() && rest.is_none());
        let rest = rest_name.zip(rest);
        self.drafts[id.0].kind = ItemKind::Struct(Struct { fields, rest, kept });
    }
}

/// Whether a schema lists its members, and there are none: a type of its own, which may get some.
fn has_none_yet(schema: &Schema<'_>) -> bool {
    match schema.additional {
        Some(Additional::Nothing) => true,
        Some(Additional::Any | Additional::Schema(_)) => false,
        None => schema.node.get("properties").is_some(),
    }
}

/// Whether other schemas extend this one: it says by which member they are told apart. Where it is
/// named, one of those may come.
fn is_base(node: Node<'_>) -> bool {
    let own = node.get("allOf").into_iter().flat_map(Node::items);
    let mut own = own.filter(|part| part.get("$ref").is_none()).chain([node]);
    own.any(|part| part.get("discriminator").is_some())
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

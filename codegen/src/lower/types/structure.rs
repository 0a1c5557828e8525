//! Structs: objects with declared members.

use std::collections::HashSet;

use super::number::is_numeric;
use super::plan::Plan;
use super::service_types::{Lowered, Types};
use super::shape::Inner;
use crate::diagnostic::{Code, Diagnostic, Findings, suggest};
use crate::ir::{Field, Presence, Reading, Struct, Ty};
use crate::lower::docs::value_docs;
use crate::lower::names::{self, Candidate};
use crate::name::{Ident, Namespace};
use crate::openapi::{Schema, SchemaId};

/// What a struct holds, without identifiers.
pub(super) struct StructBody<'a> {
    members: Vec<Member<'a>>,
    /// The type of the members that are not declared.
    rest: Option<Ty>,
}

struct Member<'a> {
    wire: &'a str,
    schema: SchemaId,
    ty: Ty,
    nullable: bool,
    /// The one text that it must have.
    literal: Option<String>,
}

impl StructBody<'_> {
    /// The types of all members.
    pub(super) fn types(&self) -> impl Iterator<Item = &Ty> {
        self.members.iter().map(|member| &member.ty).chain(&self.rest)
    }
}

/// What the struct of a schema holds.
pub(super) fn body<'a>(
    types: &mut Types<'_, 'a>,
    id: SchemaId,
    rest: Option<Inner>,
) -> StructBody<'a> {
    let schemas = types.schemas;
    let whole = schemas.whole(id);
    check_required(types.cx.findings, whole);
    let required = whole.required_names();
    let members = whole.properties.iter().map(|(wire, property)| {
        let literal = literal(schemas.get(*property)).filter(|_| required.contains(wire));
        let Lowered { ty, nullable } = match literal {
            Some(_) => Lowered { ty: Ty::String, nullable: false },
            None => types.lower(*property),
        };
        // `Value` says `null` by itself.
        let nullable = nullable && ty != Ty::Json;
        Member { wire, schema: *property, ty, nullable, literal }
    });
    let members = members.collect();
    StructBody { members, rest: rest.map(|rest| types.inner(id, rest)) }
}

/// The struct with the identifiers of its fields.
pub(super) fn build<'a>(
    types: &Types<'_, 'a>,
    index: usize,
    id: SchemaId,
    body: StructBody<'a>,
    plan: &Plan,
) -> Struct {
    let whole = types.schemas.whole(id);
    let StructBody { members, rest } = body;
    let mut candidates: Vec<_> = members
        .iter()
        .map(|member| {
            let schema = types.schemas.get(member.schema);
            Candidate {
                wire: member.wire.to_owned(),
                rust: schema.rare().rust_name,
                place: schema.node.key_place(),
            }
        })
        .collect();
    let arguments = names::assign(types.cx.findings, Namespace::Argument, &candidates);
    candidates.push(Candidate {
        wire: "additional properties".to_owned(),
        rust: None,
        place: whole.node.place(),
    });
    let mut idents = names::assign(types.cx.findings, Namespace::Field, &candidates);
    let rest_name = idents.pop();
    let is_kept = whole.additional.is_none() && rest.is_none() && plan.keeps_unknown(index);
    let kept = rest_name.clone().filter(|_| is_kept);
    let required = whole.required_names();
    let named = members.into_iter().zip(idents.into_iter().zip(arguments));
    let fields = named.map(|(member, names)| {
        let is_required = required.contains(member.wire);
        field(types, index, is_required, member, names, plan)
    });
    Struct { fields: fields.collect(), rest: rest_name.zip(rest), kept }
}

fn field<'a>(
    types: &Types<'_, 'a>,
    index: usize,
    is_required: bool,
    member: Member<'a>,
    (name, argument): (Ident, Ident),
    plan: &Plan,
) -> Field {
    let Member { wire, schema, ty, nullable, literal } = member;
    let property = types.schemas.get(schema);
    let said = presence(is_required, nullable);
    let is_always_there = said == Presence::Required;
    let tells_apart = is_always_there && plan.is_variant(index);
    Field {
        name,
        wire: wire.to_owned(),
        text: tells_apart.then(|| literal.clone().or_else(|| plan.only_text(&ty))).flatten(),
        ty: plan.member(index, ty),
        presence: match is_always_there && property.read_only && plan.is_sent(index) {
            // Only the server sets it, so callers who build a value need not give it.
            true => Presence::Optional,
            false => said,
        },
        reading: reading(types, property),
        literal,
        argument,
        docs: value_docs(property.description, property),
        deprecated: property.deprecated,
    }
}

/// Reports names in `required` that are not properties.
fn check_required(findings: &Findings, schema: &Schema<'_>) {
    if schema.required.is_empty() {
        return;
    }
    let declared: HashSet<&str> = schema.properties.iter().map(|(name, _)| *name).collect();
    for name in schema.required.iter().filter(|name| !declared.contains(name.text)) {
        let message = format!("required property `{}` is not declared", name.text);
        let declared = schema.properties.iter().map(|(property, _)| *property);
        let help = match suggest(name.text, declared) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("declare `{}` under `properties`, or drop it here", name.text),
        };
        findings.report(
            Diagnostic::new(Code::UndeclaredRequired, message)
                .at(name.node.place(), "no such property")
                .help(help),
        );
    }
}

fn presence(is_required: bool, nullable: bool) -> Presence {
    match (is_required, nullable) {
        (true, false) => Presence::Required,
        (false, false) => Presence::Optional,
        (true, true) => Presence::Nullable,
        (false, true) => Presence::OptionalNullable,
    }
}

/// The one text of a property that can have no other.
fn literal(property: &Schema<'_>) -> Option<String> {
    let is_plain = property.reference.is_none() && property.all_of.is_empty();
    let value = property.only_value()?.as_str()?;
    is_plain.then(|| value.to_owned())
}

/// How a property is read: the description may say that its number comes as text as well.
fn reading<'a>(types: &Types<'_, 'a>, property: &Schema<'a>) -> Reading {
    let innermost = property.items.map_or(property, |items| types.schemas.get(items));
    match innermost.types.iter().nth(1).is_some() && is_numeric(innermost.pattern) {
        true => Reading::NumberOrText,
        false => Reading::Exact,
    }
}

//! Structs: objects with declared members.

use std::collections::HashSet;

use serde_json::Value;

use super::number::is_numeric;
use super::plan::Plan;
use super::service_types::{Lowered, Types};
use super::shape::{Inner, Kind};
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
    /// Whether its type is an open enum.
    is_enum: bool,
    /// The one value that it has.
    constant: Option<Value>,
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
        let property_schema = schemas.get(*property);
        let is_plain_text = required.contains(wire) && is_plain_text(property_schema);
        let Lowered { ty, nullable } = match is_plain_text {
            true => Lowered { ty: Ty::String, nullable: false },
            false => types.lower(*property),
        };
        let is_enum = matches!(ty, Ty::Named(_)) && types.is_scalar(&ty);
        let only = schemas.whole(*property).only_value().map(|value| value.to_json());
        let constant = only.filter(|value| is_of_type(value, &ty, is_enum));
        // `Value` says `null` by itself.
        let nullable = nullable && ty != Ty::Json;
        Member { wire, schema: *property, ty, nullable, is_enum, constant }
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
    let Member { wire, schema, ty, nullable, is_enum, constant } = member;
    let property = types.schemas.get(schema);
    let said = presence(is_required, nullable);
    let is_always_there = said == Presence::Required;
    // A list of values elsewhere, which so far has one, may get more; what tells variants apart not.
    let is_final = property.only_value().is_some() || plan.is_variant(index);
    let constant = constant.filter(|_| is_final).or_else(|| {
        // Another value names another variant. Where the shape tells values, it may be another.
        let value = plan.only_tag(index, wire).filter(|_| !plan.is_fitted(index))?;
        is_of_type(value, &ty, is_enum).then(|| value.clone())
    });
    // Callers who build a value need not give what only the server sets.
    let is_unsent = types.schemas.is_read_only(schema)
        && plan.is_sent(index)
        && constant.is_none()
        && !plan.is_tag(index, wire);
    // The server keeps it to itself: what is read and sent again does not change it.
    let is_kept_secret =
        types.schemas.is_write_only(schema) && plan.is_received(index) && constant.is_none();
    let is_default = (is_always_there || said == Presence::Optional && plan.is_tag(index, wire))
        && constant.is_some();
    Field {
        name,
        wire: wire.to_owned(),
        ty: plan.member(index, ty),
        presence: match said {
            Presence::Required if is_unsent || is_kept_secret => Presence::Optional,
            Presence::Nullable if is_kept_secret => Presence::OptionalNullable,
            // Only a request can say one of the two.
            Presence::OptionalNullable if !plan.is_sent(index) => Presence::OptionalOrNull,
            said => said,
        },
        reading: reading(types, schema),
        constant,
        is_default,
        is_unsent,
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

/// Whether a property has one text, which needs no type of its own.
fn is_plain_text(property: &Schema<'_>) -> bool {
    let is_plain = property.reference.is_none() && property.all_of.is_empty();
    is_plain && property.only_value().is_some_and(|value| value.as_str().is_some())
}

/// Whether a value can be one of a type: a text, a number or a boolean.
fn is_of_type(value: &Value, ty: &Ty, is_enum: bool) -> bool {
    match ty {
        Ty::Bool => value.is_boolean(),
        Ty::I32 => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
        Ty::I64 => value.is_i64(),
        Ty::U64 => value.is_u64(),
        Ty::F64 => value.is_number(),
        Ty::String => value.is_string(),
        Ty::Json => !value.is_null(),
        Ty::Named(_) => is_enum && value.is_string(),
        _ => false,
    }
}

/// How a property is read: the description may say that its number, or each in its list or map, comes
/// as text as well.
fn reading(types: &Types<'_, '_>, property: SchemaId) -> Reading {
    /// How deep lists stand in each other. Nobody writes more than two.
    const DEEPEST: usize = 8;

    let mut id = property;
    for _ in 0..DEEPEST {
        let Some(inner) = types.shapes[id.index()].kind.inner() else { break };
        id = inner;
    }
    let innermost = types.schemas.whole(id);
    let is_number = matches!(types.shapes[id.index()].kind, Kind::Scalar(_));
    match is_number && innermost.types.pair().is_some() && is_numeric(innermost) {
        true => Reading::NumberOrText,
        false => Reading::Exact,
    }
}

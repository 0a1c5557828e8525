//! What goes into a request: parameters and the body become arguments and setters.

use super::body::Body;
use super::names::{self, Candidate};
use super::operation::Found;
use super::parameters;
use super::path::Template;
use super::schema::value_docs;
use super::types::{Name, Types};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Argument, Docs, ListStyle, Slot, Ty};
use crate::name::Namespace;
use crate::source::Node;
use crate::spec::{In, Parameter, Reader, Schema, Text};

/// A value of a request before it has an identifier.
pub(super) struct Input<'a> {
    wire: String,
    rust: Option<Text<'a>>,
    node: Node<'a>,
    ty: Ty,
    slot: Slot,
    docs: Docs,
    deprecated: bool,
    pub(super) required: bool,
    pub(super) example: Option<Node<'a>>,
}

/// All that goes into a request and is not constant: the path first, then the rest as described.
pub(super) fn all<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    found: &Found<'a, '_>,
    template: &Template<'a>,
    parameters: &[Parameter<'a>],
    body: &Body<'a>,
) -> Vec<Input<'a>> {
    let of_path = template
        .parameters()
        .filter_map(|name| parameters.iter().find(|it| it.location == In::Path && it.name == name));
    let others = parameters.iter().filter(|it| it.location != In::Path);
    let mut inputs: Vec<_> = of_path
        .chain(others)
        .filter(|parameter| parameters::constant(parameter).is_none())
        .filter_map(|parameter| of_parameter(reader, types, found, parameter))
        .collect();
    match body {
        Body::None => {}
        Body::Members { required, schema, .. } => {
            let name = Name::of_operation(found.index, &found.id, "");
            inputs.extend(members(reader, types, schema, *required, body.example(), &name));
        }
        Body::Whole { required, name, ty, description, node, example } => inputs.push(Input {
            wire: name.clone(),
            rust: None,
            node: *node,
            ty: ty.clone(),
            slot: Slot::Body,
            docs: Docs(description.unwrap_or_default().to_owned()),
            deprecated: false,
            required: *required,
            example: *example,
        }),
    }
    inputs
}

fn of_parameter<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    found: &Found<'a, '_>,
    parameter: &Parameter<'a>,
) -> Option<Input<'a>> {
    let name = Name::of_operation(found.index, &found.id, parameter.name);
    let (ty, docs) = match &parameter.schema {
        Some(schema) => {
            let description = parameter.description.or(schema.description);
            (types.ty(reader, schema, &name), value_docs(description, schema))
        }
        None => (Ty::String, Docs(parameter.description.unwrap_or_default().to_owned())),
    };
    let Some(slot) = slot(types, parameter, &ty) else {
        reader.report(
            Diagnostic::error(
                Code::Unsupported,
                format!("parameter `{}` is of a kind that is not supported yet", parameter.name),
            )
            .at(parameter.node.place(), "declared here"),
        );
        return None;
    };
    if parameter.idempotency_token && slot != Slot::Query {
        reader.report(
            Diagnostic::error(Code::UselessExtension, "`x-idempotency-token` has no effect here")
                .at(parameter.node.place(), "no scalar in the query")
                .help("put it on a query parameter that is a string"),
        );
    }
    Some(Input {
        wire: parameter.name.to_owned(),
        rust: parameter.rust_name,
        node: parameter.node,
        ty,
        slot,
        docs,
        deprecated: parameter.deprecated,
        // A token is made up when the caller has none, whatever the description demands.
        required: (parameter.required || parameter.location == In::Path)
            && !parameter.idempotency_token,
        example: parameter.example,
    })
}

/// Where a parameter of this type goes; nothing where we cannot send it.
fn slot(types: &Types<'_>, parameter: &Parameter<'_>, ty: &Ty) -> Option<Slot> {
    let style = parameter.style.map(|style| style.text);
    if let Ty::List(item) = ty {
        let is_query = parameter.location == In::Query && types.is_scalar(item);
        let list_style = match (style.unwrap_or("form"), parameter.explode) {
            ("form", Some(false)) => ListStyle::Joined(","),
            ("form", _) => ListStyle::Repeated,
            ("spaceDelimited", Some(false) | None) => ListStyle::Joined("%20"),
            ("pipeDelimited", Some(false) | None) => ListStyle::Joined("%7C"),
            _ => return None,
        };
        return is_query.then_some(Slot::QueryList(list_style));
    }
    if !types.is_scalar(ty) {
        return None;
    }
    match (parameter.location, style) {
        (In::Path, None | Some("simple")) => Some(Slot::Path),
        (In::Query, None | Some("form")) => Some(Slot::Query),
        (In::Header, None | Some("simple")) => Some(Slot::Header),
        _ => None,
    }
}

fn members<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    schema: &Schema<'a>,
    body_required: bool,
    example: Option<Node<'a>>,
    name: &Name,
) -> Vec<Input<'a>> {
    let is_free = |wire: &str, property: &Schema<'_>| {
        !schema.requires(wire) || property.only_value().is_none()
    };
    let free = schema.properties.iter().filter(|(wire, property)| is_free(wire, property));
    let members = free.map(|(wire, property)| Input {
        wire: (*wire).to_owned(),
        rust: property.rust_name,
        node: property.node,
        ty: types.ty(reader, property, &name.child(wire)),
        slot: member_slot(reader, property),
        docs: value_docs(property.description, property),
        deprecated: property.deprecated,
        required: body_required && schema.requires(wire),
        example: example.and_then(|example| example.get(wire)),
    });
    members.collect()
}

fn member_slot(reader: &mut Reader<'_, '_>, property: &Schema<'_>) -> Slot {
    const KNOWN: &str = "bce-aes-128-ecb";
    match property.encryption {
        None => Slot::Member,
        Some(encryption) => {
            if encryption.text != KNOWN || property.format != Some("password") {
                reader.report(
                    Diagnostic::error(
                        Code::InvalidValue,
                        format!("`{}` cannot be encrypted like this", encryption.text),
                    )
                    .at(encryption.node.place(), "given by `x-encryption`")
                    .help(format!("write `{KNOWN}`, on a string with `format: password`")),
                );
            }
            Slot::EncryptedMember
        }
    }
}

/// The inputs with their identifiers.
pub(super) fn named(
    reader: &mut Reader<'_, '_>,
    namespace: Namespace,
    inputs: Vec<Input<'_>>,
) -> Vec<Argument> {
    let candidates: Vec<_> = inputs
        .iter()
        .map(|input| Candidate {
            wire: input.wire.clone(),
            rust: input.rust,
            place: input.node.key_place(),
        })
        .collect();
    let idents = names::assign(reader, namespace, &candidates);
    inputs
        .into_iter()
        .zip(idents)
        .map(|(input, name)| Argument {
            name,
            wire: input.wire,
            ty: input.ty,
            slot: input.slot,
            docs: input.docs,
            deprecated: input.deprecated,
        })
        .collect()
}

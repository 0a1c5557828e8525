//! Operations: from a path item to a method of the client.

use std::collections::BTreeMap;

use super::answer::Answers;
use super::body::Body;
use super::example::Examples;
use super::names::{self, Candidate};
use super::parameters;
use super::path::Template;
use super::types::{self, Name, Types};
use crate::diagnostic::{Code, Diagnostic};
use crate::http::Method;
use crate::ir::{self, Argument, Docs, Idempotency, Slot, Ty};
use crate::name::{Ident, Namespace};
use crate::source::Node;
use crate::spec::{In, Operation, Parameter, Reader, RefOr, Schema, Text};

/// An operation where the description has it.
pub(super) struct Found<'a, 's> {
    pub(super) path: &'a str,
    pub(super) path_node: Node<'a>,
    pub(super) of_path: &'s [RefOr<'a, Parameter<'a>>],
    pub(super) method: Method,
    pub(super) operation: &'s Operation<'a>,
    pub(super) id: String,
    pub(super) index: usize,
}

/// An operation whose example and paging wait for the types to be complete.
pub(super) struct Draft<'a> {
    pub(super) operation: ir::Operation,
    pub(super) examples: Examples<'a>,
}

/// A value of a request before it has an identifier.
struct Input<'a> {
    wire: &'a str,
    rust: Option<Text<'a>>,
    node: Node<'a>,
    ty: Ty,
    slot: Slot,
    docs: Docs,
    deprecated: bool,
    required: bool,
    example: Option<Node<'a>>,
}

/// The identifiers of an operation.
pub(super) struct Names {
    pub(super) method: Ident,
    pub(super) request: Ident,
    pub(super) file: Ident,
}

/// Lowers one operation.
pub(super) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    found: &Found<'a, '_>,
    names: Names,
    error_codes: &BTreeMap<String, Ident>,
) -> Draft<'a> {
    let Found { operation, id, index, .. } = found;
    let template = Template::read(reader, found.path, found.path_node);
    let parameters = parameters::gather(reader, found.of_path, &operation.parameters);
    parameters::check_path(reader, (found.path, found.path_node), &template, &parameters);
    let body_name = Name::of_operation(*index, id, "Body");
    let body = Body::read(reader, types, operation.body.as_ref(), &body_name);
    let inputs = inputs(reader, types, found, &template, &parameters, &body);
    let answer_name = Name::of_operation(*index, id, "Output");
    let answers = Answers::read(reader, types, operation, error_codes, &answer_name);

    let (required, optional): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|it| it.required);
    let examples = Examples {
        arguments: required.iter().map(|input| input.example).collect(),
        options: optional.iter().map(|input| input.example).collect(),
        body: body.example(),
        answer: answers.example,
    };
    let summary = operation.summary.unwrap_or_default().trim();
    let operation = ir::Operation {
        id: id.clone(),
        origin: ir::Origin {
            document: reader.sources.get(operation.node.document()).path().to_owned(),
            line: format!("{} {}", found.method.as_str(), found.path),
        },
        file: names.file,
        name: names.method,
        request: names.request,
        summary: summary.to_owned(),
        docs: Docs(operation.description.unwrap_or_default().to_owned()),
        page: operation.page.map(str::to_owned),
        deprecated: operation.deprecated,
        method: found.method,
        path: parameters::wire_path(&template, &parameters),
        idempotency: idempotency(found.method, &parameters),
        sends_empty_object: matches!(body, Body::Members { required: true, .. }),
        arguments: named(reader, Namespace::Argument, required),
        options: named(reader, Namespace::Setter, optional),
        answer: answers.answer,
        paging: None,
        errors: answers.errors,
        example: ir::Example::default(),
    };
    Draft { operation, examples }
}

fn idempotency(method: Method, parameters: &[Parameter<'_>]) -> Idempotency {
    let token = parameters.iter().find(|it| it.idempotency_token);
    match token {
        Some(token) => Idempotency::Token(token.name.to_owned()),
        None if method.is_idempotent() => Idempotency::Idempotent,
        None => Idempotency::NotIdempotent,
    }
}

/// All that goes into a request and is not constant: the path first, then the rest as described.
fn inputs<'a>(
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
        .filter_map(|parameter| input(reader, types, &found.id, found.index, parameter))
        .collect();
    match body {
        Body::None => {}
        Body::Members { required, schema, .. } => {
            let name = Name::of_operation(found.index, &found.id, "");
            inputs.extend(members(reader, types, schema, *required, body.example(), &name));
        }
        Body::Whole { required, name, ty, description, node, example } => inputs.push(Input {
            wire: name,
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

fn input<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    id: &str,
    index: usize,
    parameter: &Parameter<'a>,
) -> Option<Input<'a>> {
    let slot = match parameter.location {
        In::Path => Slot::Path,
        In::Query => Slot::Query,
        In::Header => Slot::Header,
        In::Cookie => {
            reader.report(
                Diagnostic::error(
                    Code::Unsupported,
                    "a parameter in a cookie is not supported yet",
                )
                .at(parameter.node.place(), "declared here"),
            );
            return None;
        }
    };
    let name = Name::of_operation(index, id, parameter.name);
    let (ty, docs) = match &parameter.schema {
        Some(schema) => {
            let description = parameter.description.or(schema.description);
            (types.ty(reader, schema, &name), types::value_docs(description, schema))
        }
        None => (Ty::String, Docs(parameter.description.unwrap_or_default().to_owned())),
    };
    if !types.is_scalar(&ty) {
        reader.report(
            Diagnostic::error(
                Code::Unsupported,
                format!("parameter `{}` is no scalar, which is not supported yet", parameter.name),
            )
            .at(parameter.node.place(), "declared here"),
        );
        return None;
    }
    Some(Input {
        wire: parameter.name,
        rust: parameter.rust_name,
        node: parameter.node,
        ty,
        slot,
        docs,
        deprecated: parameter.deprecated,
        // A token is made up when the caller has none, whatever the description demands.
        required: parameter.required && !parameter.idempotency_token,
        example: parameter.example,
    })
}

fn members<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    schema: &Schema<'a>,
    body_required: bool,
    example: Option<Node<'a>>,
    name: &Name,
) -> Vec<Input<'a>> {
    let members = schema.properties.iter().map(|(wire, property)| Input {
        wire,
        rust: property.rust_name,
        node: property.node,
        ty: types.ty(reader, property, &name.child(wire)),
        slot: Slot::BodyField,
        docs: types::value_docs(property.description, property),
        deprecated: property.deprecated,
        required: body_required && schema.requires(wire),
        example: example.and_then(|example| example.get(wire)),
    });
    members.collect()
}

fn named(
    reader: &mut Reader<'_, '_>,
    namespace: Namespace,
    inputs: Vec<Input<'_>>,
) -> Vec<Argument> {
    let candidates: Vec<_> = inputs
        .iter()
        .map(|input| Candidate {
            wire: input.wire.to_owned(),
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
            wire: input.wire.to_owned(),
            ty: input.ty,
            slot: input.slot,
            docs: input.docs,
            deprecated: input.deprecated,
        })
        .collect()
}

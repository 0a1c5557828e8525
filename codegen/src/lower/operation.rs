//! Operations: from a path item to a method of the client.

use super::answer::Answers;
use super::body::Body;
use super::example::Examples;
use super::failure::Errors;
use super::input;
use super::parameters;
use super::path::Template;
use super::types::{Name, Types};
use crate::http::Method;
use crate::ir::{self, Docs, Idempotency};
use crate::name::{Ident, Namespace};
use crate::source::Node;
use crate::spec::{Document, In, Operation, Parameter, PathItem, Reader};

/// An operation where the description has it.
pub(super) struct Found<'a, 's> {
    pub(super) document: &'s Document<'a>,
    pub(super) path: &'a str,
    pub(super) path_node: Node<'a>,
    pub(super) item: &'s PathItem<'a>,
    pub(super) method: Method,
    pub(super) operation: &'s Operation<'a>,
    pub(super) id: String,
    pub(super) index: usize,
    pub(super) family: Option<usize>,
}

/// An operation without what depends on the others: its example, its paging, where it is sent to
/// and what it needs.
pub(super) struct Draft<'a> {
    pub(super) operation: ir::Operation,
    pub(super) examples: Examples<'a>,
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
    errors: &Errors<'_>,
) -> Draft<'a> {
    let Found { operation, id, index, .. } = found;
    let template = Template::read(reader, found.path, found.path_node);
    let mut parameters = parameters::gather(reader, &found.item.parameters, &operation.parameters);
    let accept = parameters::take_content_headers(&mut parameters, found.document);
    parameters::check_names(reader, &mut parameters);
    parameters::check_path(reader, (found.path, found.path_node), &template, &mut parameters);
    let body_name = Name::of_operation(*index, id, "Body");
    let body = Body::read(reader, types, operation.body.as_ref(), &body_name);
    let inputs = input::all(reader, types, found, &template, &parameters, &body);
    let answers = Answers::read(reader, types, found, errors);

    let (required, optional): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|it| it.required);
    let examples = Examples {
        arguments: required.iter().map(|input| input.example).collect(),
        options: optional.iter().map(|input| input.example).collect(),
        body: body.example(),
        is_json: body.is_json(),
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
        family: found.family,
        summary: summary.to_owned(),
        docs: Docs(operation.description.unwrap_or_default().to_owned()),
        page: operation.page.map(str::to_owned),
        deprecated: operation.deprecated,
        method: found.method,
        path: parameters::wire_path(&template, &parameters),
        needs: None,
        accept,
        fixed_headers: parameters::fixed(&parameters, In::Header),
        fixed_cookies: parameters::fixed(&parameters, In::Cookie),
        idempotency: idempotency(found, &parameters),
        endpoint: None,
        constants: body.constants(),
        sends_empty_object: body.sends_empty_object(),
        json_type: body.json_type().map(str::to_owned),
        arguments: input::named(reader, Namespace::Argument, required),
        options: input::named(reader, Namespace::Setter, optional),
        answer: answers.answer,
        stream: answers.stream,
        headers: answers.headers,
        paging: None,
        errors: answers.errors,
        error_bodies: answers.error_bodies,
        example: ir::Example::default(),
    };
    Draft { operation, examples }
}

fn idempotency(found: &Found<'_, '_>, parameters: &[Parameter<'_>]) -> Idempotency {
    let token = parameters.iter().find(|it| it.idempotency_token);
    let is_idempotent = found.operation.idempotent.unwrap_or(found.method.is_idempotent());
    match token {
        Some(token) => Idempotency::Token(token.name.to_owned()),
        None if is_idempotent => Idempotency::Idempotent,
        None => Idempotency::NotIdempotent,
    }
}

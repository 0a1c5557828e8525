//! Operations: from a path item to a method of the client.

use crate::ir::{self, Docs, Idempotency};
use crate::lower::described::Described;
use crate::lower::examples::Examples;
use crate::lower::request::body::Body;
use crate::lower::request::input;
use crate::lower::request::parameters;
use crate::lower::request::path::Template;
use crate::lower::response::Responses;
use crate::lower::response::error_bodies::Errors;
use crate::lower::types::{Name, Types};
use crate::name::{Ident, Namespace};
use crate::openapi::{In, Parameter, Reader};

/// An operation without what depends on the others: its example, its pagination, where it is sent to
/// and what it needs.
pub(crate) struct OperationDraft<'a> {
    pub(crate) operation: ir::Operation,
    pub(crate) examples: Examples<'a>,
}

/// The identifiers of an operation.
pub(crate) struct Names {
    pub(crate) method: Ident,
    pub(crate) request: Ident,
    pub(crate) file: Ident,
}

/// Lowers one operation.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    found: &Described<'a, '_>,
    names: Names,
    errors: &Errors<'_>,
) -> OperationDraft<'a> {
    let Described { operation, id, index, .. } = found;
    let template = Template::read(reader, found.path, found.path_node);
    let mut parameters = parameters::gather(reader, &found.item.parameters, &operation.parameters);
    let accept = parameters::take_content_headers(&mut parameters, found.document);
    parameters::check_names(reader, &mut parameters);
    parameters::check_path(reader, (found.path, found.path_node), &template, &mut parameters);
    let body_name = Name::of_operation(*index, id, "Body");
    let body = Body::read(reader, types, operation.body.as_ref(), &body_name);
    let inputs = input::all(reader, types, found, &template, &parameters, &body);
    let responses = Responses::read(reader, types, found, errors);

    let (required, optional): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|it| it.required);
    let examples = Examples {
        arguments: required.iter().map(|input| input.example).collect(),
        options: optional.iter().map(|input| input.example).collect(),
        body: body.example(),
        is_json: body.is_json(),
        response: responses.example,
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
        response: responses.response,
        stream: responses.stream,
        headers: responses.headers,
        pagination: None,
        errors: responses.errors,
        error_bodies: responses.error_bodies,
        example: ir::Example::default(),
    };
    OperationDraft { operation, examples }
}

fn idempotency(found: &Described<'_, '_>, parameters: &[Parameter<'_>]) -> Idempotency {
    let token = parameters.iter().find(|it| it.idempotency_token);
    let is_idempotent = found.operation.idempotent.unwrap_or(found.method.is_idempotent());
    match token {
        Some(token) => Idempotency::Token(token.name.to_owned()),
        None if is_idempotent => Idempotency::Idempotent,
        None => Idempotency::NotIdempotent,
    }
}

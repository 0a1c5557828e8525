//! Operations: from a path item to a method of the client.

use crate::ir::{self, Docs, Idempotency, Slot};
use crate::lower::aliases;
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::examples::{Examples, Given, Received};
use crate::lower::request::arguments::{self, Arguments};
use crate::lower::request::body::Body;
use crate::lower::request::given::Input;
use crate::lower::request::input;
use crate::lower::request::parameters::{self, Gathered};
use crate::lower::request::part_headers;
use crate::lower::request::path::Template;
use crate::lower::request::querystring;
use crate::lower::response::Responses;
use crate::lower::response::error_bodies::Codes;
use crate::lower::types::{Direction, Types};
use crate::name::Ident;
use crate::openapi::{In, OperationObject};

/// An operation without what depends on the others: its example, its pagination, where it is sent to
/// and what it needs.
pub(crate) struct OperationDraft<'a> {
    pub(crate) operation: ir::Operation,
    pub(crate) examples: Examples<'a>,
}

/// The identifiers of an operation.
pub(crate) struct OperationNames {
    pub(crate) method: Ident,
    pub(crate) request: Ident,
    /// The struct of all values of a request.
    pub(crate) input: Ident,
    /// The struct of the required ones, if they are one.
    pub(crate) required: Ident,
    pub(crate) file: Ident,
}

/// Lowers one operation.
pub(crate) fn lower<'s, 'a>(
    types: &mut Types<'s, 'a>,
    described: &Described<'s, 'a>,
    names: OperationNames,
    codes: &Codes,
) -> OperationDraft<'a> {
    let (cx, schemas) = (types.context(), types.schemas());
    let Described { operation, id, .. } = described;
    let template = Template::read(cx, described.path, described.path_node);
    let mut parameters = parameters::gather(cx, schemas, described);
    querystring::check(cx, &mut parameters);
    let accept = parameters::take_content_headers(schemas, &mut parameters, described.document);
    parameters::check_path(cx, described, &template, &mut parameters);
    let (body, choice) = Body::read(types, described);
    let inputs = input::all(types, described, &template, &parameters, &body, choice);
    let responses = Responses::read(types, described, codes);

    let (required, optional): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|it| it.required);
    let examples = examples(types, &required, &optional, &body, responses.example);
    let Arguments { required, optional } = arguments::named(cx.findings, required, optional);
    let operation = ir::Operation {
        id: id.clone(),
        origin: origin(cx, described),
        file: names.file,
        aliases: aliases::of_operation(cx, operation, &names.method),
        name: names.method,
        request: names.request,
        input: names.input,
        required: arguments::are_one_struct(&required).then_some(names.required),
        family: described.family,
        summary: operation.summary.unwrap_or_default().trim().to_owned(),
        docs: Docs(operation.description.unwrap_or_default().to_owned()),
        documentation: documentation(operation),
        deprecated: operation.deprecated,
        method: described.method.clone(),
        path: parameters::wire_path(&template, &parameters),
        needs: None,
        accept: accept.or(responses.accept),
        redirects: responses.redirects,
        fixed_headers: parameters::fixed(&parameters, In::Header).collect(),
        fixed_cookies: parameters::fixed(&parameters, In::Cookie).collect(),
        part_headers: part_headers::lower(types, &body),
        idempotency: idempotency(described, &parameters),
        endpoint: None,
        constants: body.constants(types),
        sends_empty_object: body.sends_empty_object(),
        parts_type: body.parts_type().map(str::to_owned),
        json_type: body.json_type().map(str::to_owned),
        arguments: required,
        options: optional,
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

fn examples<'a>(
    types: &mut Types<'_, 'a>,
    required: &[Input<'a>],
    optional: &[Input<'a>],
    body: &Body<'a>,
    response: Option<Received<'a>>,
) -> Examples<'a> {
    let schemas = types.schemas();
    let mut given = |input: &Input<'a>| {
        let samples = match input.schema {
            Some(schema) => types.samples(schema, &input.wire, Direction::Sent),
            None => vec![input.sample.as_ref().unwrap_or(&input.wire).as_str().into()],
        };
        Given { node: input.example, samples }
    };
    // A form that must be there has a field at least.
    let is_form = |input: &Input<'_>| matches!(input.slot, Slot::FormField(_) | Slot::Part { .. });
    let has_field = required.iter().any(is_form)
        || optional.iter().any(|input| is_form(input) && input.example.is_some());
    let needed = body.needed(schemas);
    let is_needed = |input: &Input<'_>| {
        let is_member = matches!(input.slot, Slot::Member(_)) || is_form(input);
        is_member && needed.contains(input.wire.as_str())
    };
    let has_field = has_field || optional.iter().any(is_needed);
    let any = optional.iter().position(is_form).filter(|_| body.is_required_form() && !has_field);
    let options = optional.iter().enumerate().map(|(index, input)| {
        match any == Some(index) || is_needed(input) {
            true => given(input),
            false => Given { node: input.example, samples: Vec::new() },
        }
    });
    let options = options.collect();
    Examples {
        arguments: required.iter().map(&mut given).collect(),
        options,
        body: body.example(),
        unsent: body.unsent(schemas),
        is_json: body.is_json(),
        response,
    }
}

/// The address of the page that documents an operation.
fn documentation(operation: &OperationObject<'_>) -> Option<String> {
    operation.external_docs.as_ref()?.url.map(str::to_owned)
}

fn origin(cx: Context<'_, '_>, described: &Described<'_, '_>) -> ir::Origin {
    ir::Origin {
        document: cx.document(described.operation.node).to_owned(),
        line: format!("{} {}", described.method.as_str(), described.path),
    }
}

fn idempotency(described: &Described<'_, '_>, parameters: &[Gathered<'_, '_>]) -> Idempotency {
    let has_token = |it: &&Gathered<'_, '_>| it.declared.is_some_and(|it| it.idempotency_token);
    let token = parameters.iter().find(has_token);
    let is_idempotent = described.operation.idempotent.unwrap_or(described.method.is_idempotent());
    match token {
        Some(token) => Idempotency::Token(token.name.to_owned()),
        None if is_idempotent => Idempotency::Idempotent,
        None => Idempotency::NotIdempotent,
    }
}

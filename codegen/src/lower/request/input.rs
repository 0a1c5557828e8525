//! What goes into a request: parameters and the body become arguments and setters.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{BodyForm, Docs, PathForm, QueryForm, Slot, Ty};
use crate::lower::described::Described;
use crate::lower::docs::value_docs;
use crate::lower::request::body::Body;
use crate::lower::request::body_type::Choice;
use crate::lower::request::given::Input;
use crate::lower::request::members::Members;
use crate::lower::request::parameters::Gathered;
use crate::lower::request::path::Template;
use crate::lower::request::{querystring, style};
use crate::lower::types::{TypeName, Types};
use crate::openapi::{In, Parameter, Resolved};
use crate::source::Node;

/// All that goes into a request and is not constant: the path first, then the rest as described.
pub(crate) fn all<'a>(
    types: &mut Types<'_, 'a>,
    described: &Described<'_, 'a>,
    template: &Template<'a>,
    parameters: &[Gathered<'_, 'a>],
    body: &Body<'a>,
    choice: Option<Choice<'a>>,
) -> Vec<Input<'a>> {
    let of_path = template
        .parameters()
        .filter_map(|name| parameters.iter().find(|it| it.location == In::Path && it.name == name));
    let others = parameters.iter().filter(|it| it.location != In::Path);
    let mut inputs: Vec<_> = of_path
        .chain(others)
        .filter(|parameter| parameter.constant.is_none())
        .flat_map(|parameter| match parameter.location {
            In::Querystring => querystring::inputs(types, described, parameter),
            _ => vec![of_parameter(types, described, parameter)],
        })
        .collect();
    inputs.extend(of_body(types, body));
    // Behind the body: another text next to those of a path could be swapped with one of them.
    inputs.extend(choice.map(of_choice));
    inputs
}

fn of_body<'a>(types: &mut Types<'_, 'a>, body: &Body<'a>) -> Vec<Input<'a>> {
    match body {
        Body::None => Vec::new(),
        Body::Parts(parts) => parts.inputs().collect(),
        Body::Members { required, format, schema, encoding, .. } => {
            let members = Members { schema, format: *format, encoding, required: *required };
            members.inputs(types, body.example())
        }
        Body::Raw { required, is_text, media_type, description, node, example } => vec![Input {
            wire: "body".to_owned(),
            rust: None,
            node: *node,
            ty: if *is_text { Ty::String } else { Ty::Bytes },
            nullable: false,
            slot: Slot::Body(match is_text {
                true => BodyForm::Text((*media_type).to_owned()),
                false => BodyForm::Bytes((*media_type).to_owned()),
            }),
            docs: Docs(description.unwrap_or_default().to_owned()),
            deprecated: false,
            required: *required,
            schema: None,
            example: *example,
            sample: None,
        }],
        Body::Whole {
            required,
            form,
            name,
            ty,
            nullable,
            description,
            node,
            schema,
            example,
            ..
        } => vec![Input {
            wire: name.clone(),
            rust: None,
            node: *node,
            ty: ty.clone(),
            nullable: *nullable,
            slot: Slot::Body(form.clone()),
            docs: Docs(description.unwrap_or_default().to_owned()),
            deprecated: false,
            required: *required,
            schema: *schema,
            example: *example,
            sample: None,
        }],
    }
}

/// What a caller says of the media type of the body.
fn of_choice(choice: Choice<'_>) -> Input<'_> {
    Input {
        wire: "content-type".to_owned(),
        rust: None,
        node: choice.node,
        ty: Ty::String,
        nullable: false,
        slot: Slot::ContentType,
        docs: Docs(choice.docs),
        deprecated: false,
        required: choice.is_required,
        schema: None,
        example: None,
        sample: choice.sample,
    }
}

/// The example of a value that is written as a document.
fn of_content<'a>(parameter: Resolved<'_, 'a, Parameter<'a>>) -> Option<Node<'a>> {
    parameter.object.content.first()?.1.example
}

fn of_parameter<'a>(
    types: &mut Types<'_, 'a>,
    described: &Described<'_, 'a>,
    gathered: &Gathered<'_, 'a>,
) -> Input<'a> {
    let declared = gathered.declared;
    let description = declared.and_then(|it| it.description);
    let (ty, docs, example) = match gathered.schema {
        Some(id) => {
            let own_name =
                || TypeName::of_operation(described.index, &described.words, gathered.name);
            let name = gathered.shared.clone().unwrap_or_else(own_name);
            let schema = types.schemas().get(id);
            let docs = value_docs(description.or(schema.description), schema);
            (types.ty(id, &name), docs, schema.example)
        }
        None => (Ty::String, Docs(description.unwrap_or_default().to_owned()), None),
    };
    let slot = match declared {
        Some(parameter) => style::slot(types, &parameter, &ty),
        None => Slot::Path(PathForm::Scalar),
    };
    let has_token = declared.is_some_and(|it| it.idempotency_token);
    if has_token && slot != Slot::Query(QueryForm::Scalar) {
        types.context().report(
            Diagnostic::new(Code::UselessExtension, "`x-idempotency-token` has no effect here")
                .at(gathered.node.place(), "not a scalar in the query")
                .help("put it on a query parameter that is a string"),
        );
    }
    let is_required = declared.is_none_or(|it| it.required);
    Input {
        wire: gathered.name.to_owned(),
        rust: declared.and_then(|it| it.rust_name),
        node: gathered.node,
        ty,
        nullable: false,
        slot,
        docs,
        deprecated: declared.is_some_and(|it| it.deprecated),
        // A token is made up when the caller has none, whatever the description demands.
        required: (is_required || gathered.location == In::Path) && !has_token,
        schema: gathered.schema,
        example: declared.and_then(|it| it.example.or(of_content(it))).or(example),
        sample: None,
    }
}

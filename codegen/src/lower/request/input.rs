//! What goes into a request: parameters and the body become arguments and setters.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    BodyForm, Docs, FieldForm, ListStyle, MemberForm, PathForm, PathStyle, PlainForm, QueryForm,
    QueryStyle, Slot, Ty,
};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::docs::value_docs;
use crate::lower::media;
use crate::lower::request::body::{Body, BodyFormat};
use crate::lower::request::parameters::Gathered;
use crate::lower::request::part;
use crate::lower::request::path::Template;
use crate::lower::types::{TypeName, Types};
use crate::openapi::{In, Parameter, Schema, Text};
use crate::source::Node;

/// A value of a request before it has an identifier.
pub(crate) struct Input<'a> {
    pub(super) wire: String,
    pub(super) rust: Option<Text<'a>>,
    pub(super) node: Node<'a>,
    pub(super) ty: Ty,
    pub(super) slot: Slot,
    pub(super) docs: Docs,
    pub(super) deprecated: bool,
    pub(crate) required: bool,
    pub(crate) example: Option<Node<'a>>,
}

/// All that goes into a request and is not constant: the path first, then the rest as described.
pub(crate) fn all<'a>(
    types: &mut Types<'_, 'a>,
    described: &Described<'_, 'a>,
    template: &Template<'a>,
    parameters: &[Gathered<'_, 'a>],
    body: &Body<'a>,
) -> Vec<Input<'a>> {
    let of_path = template
        .parameters()
        .filter_map(|name| parameters.iter().find(|it| it.location == In::Path && it.name == name));
    let others = parameters.iter().filter(|it| it.location != In::Path);
    let mut inputs: Vec<_> = of_path
        .chain(others)
        .filter(|parameter| parameter.constant.is_none())
        .map(|parameter| of_parameter(types, described, parameter))
        .collect();
    match body {
        Body::None => {}
        Body::Members { required, format, schema, content_types, .. } => {
            let members = Members { schema, format: *format, content_types, required: *required };
            inputs.extend(members.inputs(types, body.example()));
        }
        Body::Raw { required, is_text, media_type, description, node } => inputs.push(Input {
            wire: "body".to_owned(),
            rust: None,
            node: *node,
            ty: if *is_text { Ty::String } else { Ty::Bytes },
            slot: Slot::Body(match is_text {
                true => BodyForm::Text((*media_type).to_owned()),
                false => BodyForm::Bytes((*media_type).to_owned()),
            }),
            docs: Docs(description.unwrap_or_default().to_owned()),
            deprecated: false,
            required: *required,
            example: None,
        }),
        Body::Whole { required, format, name, ty, description, node, example, .. } => {
            inputs.push(Input {
                wire: name.clone(),
                rust: None,
                node: *node,
                ty: ty.clone(),
                slot: Slot::Body(match format {
                    BodyFormat::Json => BodyForm::Json,
                    BodyFormat::Form => BodyForm::Form,
                    BodyFormat::Multipart => BodyForm::Multipart,
                }),
                docs: Docs(description.unwrap_or_default().to_owned()),
                deprecated: false,
                required: *required,
                example: *example,
            })
        }
    }
    inputs
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
            let own_name = || TypeName::of_operation(described.index, &described.id, gathered.name);
            let name = gathered.shared.clone().unwrap_or_else(own_name);
            let schema = types.schemas().get(id);
            let docs = value_docs(description.or(schema.description), schema);
            (types.ty(id, &name), docs, schema.example)
        }
        None => (Ty::String, Docs(description.unwrap_or_default().to_owned()), None),
    };
    let slot = match declared {
        Some(parameter) => slot(types, &parameter, &ty),
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
        slot,
        docs,
        deprecated: declared.is_some_and(|it| it.deprecated),
        // A token is made up when the caller has none, whatever the description demands.
        required: (is_required || gathered.location == In::Path) && !has_token,
        example: declared.and_then(|it| it.example).or(example),
    }
}

/// Where a parameter of this type goes.
fn slot(types: &Types<'_, '_>, parameter: &Parameter<'_>, ty: &Ty) -> Slot {
    let is_json = media::is_json(&parameter.content);
    let is_scalar = types.is_scalar(ty);
    let plain = |explode: bool| match (is_json, is_scalar) {
        (true, _) => PlainForm::Json,
        (false, true) => PlainForm::Scalar,
        (false, false) => PlainForm::Value { explode: parameter.explode.unwrap_or(explode) },
    };
    match parameter.location {
        In::Path => Slot::Path(path_form(parameter, is_json, is_scalar)),
        In::Query if is_json => Slot::Query(QueryForm::Json),
        In::Query => Slot::Query(query_form(types, parameter, is_scalar, ty)),
        In::Header => Slot::Header(plain(false)),
        In::Cookie => Slot::Cookie(plain(true)),
    }
}

fn path_form(parameter: &Parameter<'_>, is_json: bool, is_scalar: bool) -> PathForm {
    let style = match parameter.style.map(|style| style.text) {
        _ if is_json => return PathForm::Json,
        Some("label") => PathStyle::Label,
        Some("matrix") => PathStyle::Matrix,
        None | Some("simple") if is_scalar => return PathForm::Scalar,
        _ => PathStyle::Simple,
    };
    PathForm::Value { style, explode: parameter.explode.unwrap_or(false) }
}

fn query_form(
    types: &Types<'_, '_>,
    parameter: &Parameter<'_>,
    is_scalar: bool,
    ty: &Ty,
) -> QueryForm {
    let style = parameter.style.map_or("form", |style| style.text);
    if parameter.allow_reserved && style == "form" {
        let explode = parameter.explode.unwrap_or(true);
        return QueryForm::Value { style: QueryStyle::Reserved, explode };
    }
    if is_scalar {
        return QueryForm::Scalar;
    }
    let is_list = matches!(ty, Ty::List(item) if types.is_scalar(item));
    let (style, explode, separator) = match style {
        "spaceDelimited" => (QueryStyle::SpaceDelimited, false, "%20"),
        "pipeDelimited" => (QueryStyle::PipeDelimited, false, "%7C"),
        "deepObject" => return QueryForm::Value { style: QueryStyle::DeepObject, explode: true },
        _ => (QueryStyle::Form, true, ","),
    };
    match parameter.explode.unwrap_or(explode) {
        true if is_list => QueryForm::List(ListStyle::Repeated),
        false if is_list => QueryForm::List(ListStyle::Joined(separator)),
        explode => QueryForm::Value { style, explode },
    }
}

/// The members of a body that is an object.
struct Members<'s, 'a> {
    schema: &'s Schema<'a>,
    format: BodyFormat,
    content_types: &'s [(&'a str, &'a str)],
    /// Whether there must be a body.
    required: bool,
}

impl<'a> Members<'_, 'a> {
    fn inputs(&self, types: &mut Types<'_, 'a>, example: Option<Node<'a>>) -> Vec<Input<'a>> {
        let schemas = types.schemas();
        let is_constant = |wire: &str, property: &Schema<'_>| {
            self.format == BodyFormat::Json
                && self.schema.requires(wire)
                && property.only_value().is_some()
        };
        let properties = self.schema.properties.iter();
        let members = properties
            .filter(|(wire, property)| !is_constant(wire, schemas.get(*property)))
            .map(|(wire, id)| {
                let property = schemas.get(*id);
                let ty = types.lower(*id).ty;
                let (slot, ty) = match self.format {
                    BodyFormat::Json => (member_slot(types.context(), property), ty),
                    BodyFormat::Form => (form_slot(types, &ty), ty),
                    BodyFormat::Multipart => part::lower(types, *id, self.content_type(wire), ty),
                };
                Input {
                    wire: (*wire).to_owned(),
                    rust: property.rare().rust_name,
                    node: property.node,
                    ty,
                    slot,
                    docs: value_docs(property.description, property),
                    deprecated: property.deprecated,
                    required: self.required && self.schema.requires(wire),
                    example: example.and_then(|example| example.get(wire)),
                }
            });
        members.collect()
    }

    /// The content type that the description gives the part `wire`.
    fn content_type(&self, wire: &str) -> Option<&'a str> {
        let found = self.content_types.iter().find(|(name, _)| *name == wire);
        found.map(|(_, content_type)| *content_type)
    }
}

fn form_slot(types: &Types<'_, '_>, ty: &Ty) -> Slot {
    Slot::FormField(match ty {
        Ty::List(item) if types.is_scalar(item) => FieldForm::List,
        ty if types.is_scalar(ty) => FieldForm::Scalar,
        _ => FieldForm::Value,
    })
}

fn member_slot(cx: Context<'_, '_>, property: &Schema<'_>) -> Slot {
    let known = cx.vendor.and_then(|vendor| vendor.encryption);
    match property.rare().encryption {
        None => Slot::Member(MemberForm::Json),
        Some(encryption) => {
            if Some(encryption.text) != known || property.format != Some("password") {
                let help = known.map_or_else(
                    || "only requests that a vendor's scheme signs can encrypt members".to_owned(),
                    |known| format!("write `{known}`, on a string with `format: password`"),
                );
                cx.report(
                    Diagnostic::new(
                        Code::InvalidValue,
                        format!("`{}` cannot be encrypted like this", encryption.text),
                    )
                    .at(encryption.node.place(), "given by `x-encryption`")
                    .help(help),
                );
            }
            Slot::Member(MemberForm::Encrypted)
        }
    }
}

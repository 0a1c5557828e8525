//! Bodies of requests: Swagger 2.0 has them among the parameters.

use std::collections::HashSet;

use super::collection_format::{ListForm, ListIn};
use super::given::GivenParameters;
use super::refer::ref_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::aspect::{Aspect, FormField, FormFields};
use crate::openapi::content::{Content, Encoding};
use crate::openapi::id::{RequestBodyId, kind};
use crate::openapi::reader::Reader;
use crate::openapi::ref_or::RefOr;
use crate::openapi::request_body::RequestBody;
use crate::source::Node;

pub(super) const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data";

/// The body of an operation with these parameters of its own and of its path, where `consumes` says
/// in which media types.
pub(super) fn of_operation<'a>(
    reader: &mut Reader<'a, '_>,
    own: &GivenParameters<'a>,
    of_path: &GivenParameters<'a>,
    consumes: &[&'a str],
) -> Option<RequestBodyId> {
    report_several(reader, own);
    let own_body = own.bodies.first().copied();
    let body =
        own_body.or_else(|| of_path.bodies.first().copied().filter(|_| own.fields.is_empty()));
    if let Some(body) = body {
        let types = if consumes.is_empty() { &[JSON][..] } else { consumes };
        let aspect = Aspect::In(reader.swagger.as_mut()?.share(types.to_vec()));
        return Some(reader.id_as(body, aspect));
    }
    let known: HashSet<&str> = own.fields.iter().map(|it| it.name).collect();
    let mut fields = own.fields.clone();
    fields.extend(of_path.fields.iter().filter(|it| !known.contains(it.name)));
    let list = own.list.filter(|_| !own.fields.is_empty()).or(of_path.list)?;
    if fields.is_empty() {
        return None;
    }
    let media_types = form_types(&fields, consumes);
    let aspect = reader.swagger.as_mut()?.keep(FormFields { fields, media_types });
    Some(reader.id_as(list, aspect))
}

/// Reports a second body, and fields of a form beside a body.
fn report_several<'a>(reader: &Reader<'a, '_>, own: &GivenParameters<'a>) {
    let Some((first, others)) = own.bodies.split_first() else { return };
    for other in others {
        reader.report(
            Diagnostic::new(Code::InvalidValue, "a request has one body at the most")
                .at(other.place(), "another body, which is not read")
                .also(first.place(), "the body")
                .help("write one schema with the members of both"),
        );
    }
    if let Some(field) = own.fields.first() {
        let name = field.name;
        let message = format!("a request has a body or a form, so it has no field `{name}`");
        reader.report(
            Diagnostic::new(Code::InvalidValue, message)
                .at(field.listed.place(), "a field of a form, which is not read")
                .also(first.place(), "the body")
                .help("write all of them with `in: formData`, or all as members of the body"),
        );
    }
}

/// The media types of a form: those of forms that `consumes` has, else what its fields need.
fn form_types<'a>(fields: &[FormField<'a>], consumes: &[&'a str]) -> Vec<&'a str> {
    let has_file = fields.iter().any(FormField::is_file);
    let is = |it: &str, name: &str| {
        it.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case(name))
    };
    let is_form = |it: &&&str| is(it, PARTS) || !has_file && is(it, FORM);
    let types: Vec<&str> = consumes.iter().filter(is_form).copied().collect();
    match types.is_empty() {
        false => types,
        true => vec![if has_file { PARTS } else { FORM }],
    }
}

/// Reads a body: a parameter with `in: body`, or the fields of a form.
pub(super) fn body<'a>(
    reader: &mut Reader<'a, '_>,
    (node, aspect): (Node<'a>, Aspect),
) -> Option<RefOr<'a, RequestBody<'a>, kind::RequestBody>> {
    match aspect {
        Aspect::Form(index) => Some(RefOr::Value(form(reader, node, index)?)),
        _ => ref_or(reader, (node, aspect), |reader, node| of_parameter(reader, node, aspect)),
    }
}

fn of_parameter<'a>(
    reader: &mut Reader<'a, '_>,
    node: Node<'a>,
    aspect: Aspect,
) -> Option<RequestBody<'a>> {
    let media_types = reader.media_types(aspect);
    let mut object = reader.object(node, "a body")?;
    let schema = object.require("schema");
    let body = RequestBody {
        node,
        name: object.require("name"),
        description: object.get("description"),
        required: object.get("required").unwrap_or(false),
        content: media_types
            .into_iter()
            .map(|it| (it, Content { schema, ..Content::default() }))
            .collect(),
    };
    object.of_openapi_3("content", "write `schema`, and the media types under `consumes`");
    object.without_effect(&["in"]);
    object.finish();
    Some(body)
}

fn form<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>, index: usize) -> Option<RequestBody<'a>> {
    let FormFields { fields, media_types } = reader.swagger.as_ref()?.form(index)?;
    let (fields, media_types) = (fields.clone(), media_types.clone());
    let required = fields.iter().any(FormField::is_required);
    let encoding = |it: FormField<'a>| Some((it.name, encoding(it.parameter)?));
    let encoding: Vec<_> = fields.into_iter().filter_map(encoding).collect();
    let schema = Some(reader.id_as(node, Aspect::Form(index)));
    let content = |it| {
        let encoding = encoding.clone();
        (it, Content { schema, encoding, ..Content::default() })
    };
    let content = media_types.into_iter().map(content).collect();
    Some(RequestBody { node, name: None, description: None, required, content })
}

/// How a field is written that is a list.
fn encoding(field: Node<'_>) -> Option<Encoding<'_>> {
    let ListForm { style, explode } = ListForm::of(field, ListIn::Pairs);
    let style = Some(style?.text);
    Some(Encoding {
        node: field,
        content_type: None,
        style,
        explode,
        allow_reserved: None,
        headers: Vec::new(),
    })
}

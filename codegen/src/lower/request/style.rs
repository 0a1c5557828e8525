//! Styles: how values stand in a path, a query, a header, a cookie or a form.

use crate::ir::{
    BodyForm, ListStyle, PathForm, PathStyle, PlainForm, QueryForm, QueryStyle, Slot, Ty,
};
use crate::lower::media;
use crate::lower::types::Types;
use crate::openapi::{Encoding, In, Parameter};

/// Where a parameter of this type goes.
pub(super) fn slot<'a>(types: &Types<'_, 'a>, parameter: &Parameter<'a>, ty: &Ty) -> Slot {
    let is_json = media::is_json(types.schemas(), &parameter.content);
    let is_scalar = types.is_scalar(ty);
    let plain = |explode: bool| match (is_json, is_scalar) {
        (true, _) => PlainForm::Json,
        (false, true) => PlainForm::Scalar,
        (false, false) => PlainForm::Value { explode: parameter.explode.unwrap_or(explode) },
    };
    match parameter.location {
        In::Path => Slot::Path(path_form(parameter, is_json, is_scalar)),
        In::Query if is_json => Slot::Query(QueryForm::Json),
        In::Query => {
            let style = FieldStyle {
                style: parameter.style.map(|style| style.text),
                explode: parameter.explode,
                allow_reserved: parameter.allow_reserved,
            };
            Slot::Query(style.form(types, ty))
        }
        In::Querystring => Slot::Querystring(BodyForm::Json),
        In::Header => Slot::Header(plain(false)),
        In::Cookie if is_json => Slot::Cookie(PlainForm::Json),
        In::Cookie => Slot::Cookie(match parameter.style.map(|style| style.text) {
            Some("cookie") => PlainForm::Raw { explode: parameter.explode.unwrap_or(true) },
            _ if parameter.allow_reserved => {
                PlainForm::Reserved { explode: parameter.explode.unwrap_or(true) }
            }
            _ => plain(true),
        }),
    }
}

fn path_form(parameter: &Parameter<'_>, is_json: bool, is_scalar: bool) -> PathForm {
    let style = match parameter.style.map(|style| style.text) {
        _ if is_json => return PathForm::Json,
        Some("label") => PathStyle::Label,
        Some("matrix") => PathStyle::Matrix,
        None | Some("simple") if parameter.allow_reserved => PathStyle::Reserved,
        None | Some("simple") if is_scalar => return PathForm::Scalar,
        _ => PathStyle::Simple,
    };
    PathForm::Value { style, explode: parameter.explode.unwrap_or(false) }
}

/// What the description says of how a value stands in a query or a form.
#[derive(Clone, Copy)]
struct FieldStyle<'a> {
    style: Option<&'a str>,
    explode: Option<bool>,
    allow_reserved: bool,
}

impl FieldStyle<'_> {
    /// How a value of this type is written.
    fn form(self, types: &Types<'_, '_>, ty: &Ty) -> QueryForm {
        let (style, explode) = self.written();
        if types.is_scalar(ty) && style != QueryStyle::Reserved {
            return QueryForm::Scalar;
        }
        let is_list = matches!(ty, Ty::List(item) if types.is_scalar(item));
        match (style, explode) {
            (QueryStyle::DeepObject | QueryStyle::Reserved, _) => {
                QueryForm::Value { style, explode }
            }
            (_, true) if is_list => QueryForm::List(ListStyle::Repeated),
            (_, false) if is_list => QueryForm::List(ListStyle::Joined(match style {
                QueryStyle::SpaceDelimited => "%20",
                QueryStyle::PipeDelimited => "%7C",
                _ if self.style == Some("tabDelimited") => "%09",
                _ => ",",
            })),
            (style, explode) => QueryForm::Value { style, explode },
        }
    }

    /// The style, and whether each value of a list and each member of an object stands alone.
    fn written(self) -> (QueryStyle, bool) {
        let explode = |default| self.explode.unwrap_or(default);
        match self.style.unwrap_or("form") {
            "form" if self.allow_reserved => (QueryStyle::Reserved, explode(true)),
            "spaceDelimited" => (QueryStyle::SpaceDelimited, explode(false)),
            "pipeDelimited" => (QueryStyle::PipeDelimited, explode(false)),
            "deepObject" => (QueryStyle::DeepObject, true),
            _ => (QueryStyle::Form, explode(true)),
        }
    }
}

/// The style that the description gives a field or a part itself. It counts more than a content
/// type (OpenAPI 3.1, Encoding Object, `style`).
fn given<'a>(encoding: &Encoding<'a>) -> Option<FieldStyle<'a>> {
    let Encoding { style, explode, allow_reserved, .. } = *encoding;
    let is_given = style.is_some() || explode.is_some() || allow_reserved.is_some();
    let allow_reserved = allow_reserved.unwrap_or(false);
    is_given.then_some(FieldStyle { style, explode, allow_reserved })
}

/// How a field of a form is written that has this type.
pub(super) fn field(types: &Types<'_, '_>, encoding: Option<&Encoding<'_>>, ty: &Ty) -> QueryForm {
    const FIELDS: QueryForm = QueryForm::Value { style: QueryStyle::Fields, explode: true };
    let is_scalar = types.is_scalar(ty);
    let is_list = matches!(ty, Ty::List(item) if types.is_scalar(item));
    let has_objects = matches!(ty, Ty::List(_)) && !is_list;
    match encoding.map(|encoding| (given(encoding), encoding)) {
        // `form` has no way to write a list of objects.
        Some((Some(style), _)) if has_objects && style.written().0 == QueryStyle::Form => FIELDS,
        Some((Some(style), _)) => style.form(types, ty),
        Some((None, encoding)) if !is_scalar && is_json(encoding) => QueryForm::Json,
        _ if is_scalar => QueryForm::Scalar,
        _ if is_list => QueryForm::List(ListStyle::Repeated),
        _ => FIELDS,
    }
}

/// How a field is written whatever its type is, if the description says it.
pub(super) fn of_any_type(encoding: &Encoding<'_>) -> Option<(QueryStyle, bool)> {
    match given(encoding) {
        Some(style) => Some(style.written()),
        None => is_json(encoding).then_some((QueryStyle::Json, false)),
    }
}

/// How a part is written that is a list of texts or an object, if the description gives it a style.
/// A list that is exploded has a part for each of its items anyway.
pub(super) fn part(
    types: &Types<'_, '_>,
    encoding: &Encoding<'_>,
    ty: &Ty,
) -> Option<(QueryStyle, bool)> {
    let style = given(encoding)?.written();
    match ty {
        Ty::List(item) if types.is_scalar(item) => {
            (!style.1 || style.0 == QueryStyle::DeepObject).then_some(style)
        }
        Ty::List(_) | Ty::Json => None,
        ty => (!types.is_scalar(ty)).then_some(style),
    }
}

fn is_json(encoding: &Encoding<'_>) -> bool {
    encoding.content_type.is_some_and(media::is_called_json)
}

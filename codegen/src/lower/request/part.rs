//! Fields of forms and parts of bodies in parts: which parts are files, and which of them there may
//! be several of.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{PartContent, QueryForm, Slot, Ty};
use crate::lower::media;
use crate::lower::request::style;
use crate::lower::types::{Schemas, Types};
use crate::openapi::{Encoding, Schema, SchemaId};

/// The type of a file of which the description does not say more.
const ANY_FILE: &str = "application/octet-stream";

/// The type of JSON of which the description does not say more.
const JSON: &str = "application/json";

/// How the member `property` of a form is sent, and the type that it has then.
pub(super) fn field<'a>(
    types: &Types<'_, 'a>,
    property: SchemaId,
    encoding: Option<&Encoding<'a>>,
    ty: Ty,
) -> (Slot, Ty) {
    let form = style::field(types, encoding, &ty);
    let is_written_by_us = matches!(form, QueryForm::Scalar | QueryForm::Json)
        || encoding.is_none_or(|it| it.style.is_some() || it.explode.is_some());
    if !is_written_by_us && encoding.is_some_and(|it| is_text_of_the_caller(types, property, it)) {
        return (Slot::FormField(QueryForm::Scalar), Ty::String);
    }
    (Slot::FormField(form), ty)
}

/// How the member `property` of a body in parts is sent, and the type that it has then.
pub(super) fn lower<'a>(
    types: &Types<'_, 'a>,
    property: SchemaId,
    encoding: Option<&Encoding<'a>>,
    ty: Ty,
) -> (Slot, Ty) {
    let schema = types.schemas().whole(property);
    let ty = if is_encoded(schema) && ty == Ty::Json { Ty::String } else { ty };
    let content_type = encoding.and_then(|it| it.content_type).filter(|text| is_one_type(text));
    if !is_file(types.schemas(), property)
        && let Some((style, explode)) = encoding.and_then(|it| style::part(types, it, &ty))
    {
        return (Slot::Part { content: PartContent::Value { style, explode }, each: false }, ty);
    }
    if let (Some(items), Ty::List(item)) = (schema.items, &ty)
        && !content_type.is_some_and(media::is_called_json)
    {
        let content = content(types, types.schemas().whole(items), item, content_type);
        let (content, item) = match (content, encoding) {
            (content @ PartContent::File(_), _) => (content, Ty::File),
            (PartContent::Json(given), Some(encoding))
                if is_text_of_the_caller(types, items, encoding) =>
            {
                (PartContent::Text(Some(given)), Ty::String)
            }
            (content, _) => (content, (**item).clone()),
        };
        return (Slot::Part { content, each: true }, Ty::List(Box::new(item)));
    }
    match (content(types, schema, &ty, content_type), encoding) {
        (content @ PartContent::File(_), _) => (Slot::Part { content, each: false }, Ty::File),
        (PartContent::Json(given), Some(encoding))
            if is_text_of_the_caller(types, property, encoding) =>
        {
            (Slot::Part { content: PartContent::Text(Some(given)), each: false }, Ty::String)
        }
        (content, _) => (Slot::Part { content, each: false }, ty),
    }
}

/// What a part without a name holds, and the type that it has then.
pub(super) fn item<'a>(
    types: &Types<'_, 'a>,
    id: SchemaId,
    encoding: Option<&Encoding<'a>>,
    ty: Ty,
) -> (PartContent, Ty) {
    let content_type = encoding.and_then(|it| it.content_type).filter(|text| is_one_type(text));
    match (content(types, types.schemas().whole(id), &ty, content_type), encoding) {
        (content @ PartContent::File(_), _) => (content, Ty::File),
        (PartContent::Json(given), Some(encoding))
            if is_text_of_the_caller(types, id, encoding) =>
        {
            (PartContent::Text(Some(given)), Ty::String)
        }
        (content, _) => (content, ty),
    }
}

/// Whether a member is a file, or a list of files.
pub(super) fn is_file(schemas: &Schemas<'_, '_>, property: SchemaId) -> bool {
    let schema = schemas.whole(property);
    let items = schema.items.map(|items| schemas.whole(items));
    is_binary(schema) || items.is_some_and(is_binary)
}

/// The type of the files that the values of a schema are, if it says that they are files.
pub(super) fn file_type(schema: &Schema<'_>) -> Option<String> {
    let own_type = schema.rare().content_media_type.filter(|text| is_one_type(text));
    is_binary(schema).then(|| own_type.unwrap_or(ANY_FILE).to_owned())
}

fn is_binary(schema: &Schema<'_>) -> bool {
    let is_any = schema.format == Some("binary") || schema.rare().content_media_type.is_some();
    is_any && !is_encoded(schema)
}

/// Whether a value is text that stands for bytes: Base64, in most cases.
fn is_encoded(schema: &Schema<'_>) -> bool {
    let encoding = schema.rare().content_encoding;
    encoding.is_some_and(|it| !matches!(it, "binary" | "7bit" | "8bit"))
}

/// Whether a text names one media type, not several or a range of them.
fn is_one_type(text: &str) -> bool {
    !text.contains([',', '*'])
}

/// Whether the content type of a list or an object is one that we cannot write, so that the caller
/// has to; that is reported.
fn is_text_of_the_caller(
    types: &Types<'_, '_>,
    property: SchemaId,
    encoding: &Encoding<'_>,
) -> bool {
    let Some(content_type) = encoding.content_type.filter(|text| is_one_type(text)) else {
        return false;
    };
    let is_vague = matches!(media::essence(content_type).as_str(), "text/plain" | ANY_FILE);
    if is_vague || media::is_called_json(content_type) {
        return false;
    }
    let node = encoding.node.get("contentType").unwrap_or(encoding.node);
    types.context().report(
        Diagnostic::new(Code::Unsupported, format!("no value is written as `{content_type}`"))
            .at(node.place(), "this is not JSON")
            .also(types.schemas().get(property).node.key_place(), "and this is not a text")
            .help("the caller gives the text of it; a schema with `type: string` says the same"),
    );
    true
}

/// What one part holds: what is binary is a file.
fn content<'a>(
    types: &Types<'_, 'a>,
    schema: &Schema<'a>,
    ty: &Ty,
    content_type: Option<&str>,
) -> PartContent {
    let given = content_type.map(str::to_owned);
    let is_anything = types.schemas().is_trivial(schema) && *ty == Ty::Json;
    if let Some(own_type) = file_type(schema) {
        return PartContent::File(given.unwrap_or(own_type));
    }
    let is_no_text = |given: &str| !media::is_called_json(given) && !media::is_called_text(given);
    match types.is_scalar(ty) {
        false if types.schemas().is_open(schema) && content_type.is_some_and(is_no_text) => {
            PartContent::File(given.unwrap_or_else(|| ANY_FILE.to_owned()))
        }
        _ if is_anything => PartContent::File(given.unwrap_or_else(|| ANY_FILE.to_owned())),
        true => {
            let own_type = schema.rare().content_media_type.filter(|text| is_one_type(text));
            PartContent::Text(given.or_else(|| own_type.map(str::to_owned)))
        }
        false => PartContent::Json(given.unwrap_or_else(|| JSON.to_owned())),
    }
}

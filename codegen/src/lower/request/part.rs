//! Bodies in parts: which parts are files, and which of them there may be several of.

use crate::ir::{PartContent, Slot, Ty};
use crate::lower::types::Types;
use crate::openapi::{Schema, SchemaId};

/// The type of a file of which the description does not say more.
const ANY_FILE: &str = "application/octet-stream";

/// The type of JSON of which the description does not say more.
const JSON: &str = "application/json";

/// How the member `property` of a body in parts is sent, and the type that it has then.
/// `content_type` is what its `encoding` gives.
pub(crate) fn lower<'a>(
    types: &Types<'_, 'a>,
    property: SchemaId,
    content_type: Option<&str>,
    ty: Ty,
) -> (Slot, Ty) {
    let content_type = content_type.filter(|text| is_one_type(text));
    let schema = types.schemas().whole(property);
    if let (Some(items), Ty::List(item)) = (schema.items, &ty)
        && !content_type.is_some_and(|text| text.starts_with("application/json"))
    {
        match self::content(types, types.schemas().whole(items), item, content_type) {
            content @ PartContent::File(_) => {
                return (Slot::Part { content, each: true }, Ty::List(Box::new(Ty::File)));
            }
            content @ PartContent::Text(_) => return (Slot::Part { content, each: true }, ty),
            PartContent::Json(_) => {}
        }
    }
    match self::content(types, schema, &ty, content_type) {
        content @ PartContent::File(_) => (Slot::Part { content, each: false }, Ty::File),
        content => (Slot::Part { content, each: false }, ty),
    }
}

/// Whether a text names one media type, not several or a range of them.
fn is_one_type(text: &str) -> bool {
    !text.contains([',', '*'])
}

/// What one part holds: what is binary is a file.
fn content<'a>(
    types: &Types<'_, 'a>,
    schema: &Schema<'a>,
    ty: &Ty,
    content_type: Option<&str>,
) -> PartContent {
    let own_type = schema.rare().content_media_type;
    let is_file = schema.format == Some("binary")
        || own_type.is_some()
        || (types.schemas().is_trivial(schema) && *ty == Ty::Json);
    let given = content_type.map(str::to_owned);
    if is_file {
        let own_type = own_type.filter(|text| is_one_type(text)).unwrap_or(ANY_FILE);
        return PartContent::File(given.unwrap_or_else(|| own_type.to_owned()));
    }
    match types.is_scalar(ty) {
        true => PartContent::Text(given),
        false => PartContent::Json(given.unwrap_or_else(|| JSON.to_owned())),
    }
}

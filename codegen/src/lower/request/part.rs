//! Bodies in parts: which parts are files, and which of them there may be several of.

use crate::ir::{PartKind, Slot, Ty};
use crate::lower::types::Types;
use crate::lower::types::compose;
use crate::openapi::{Reader, Schema};

/// The type of a file of which the description does not say more.
const ANY_FILE: &str = "application/octet-stream";

/// How the member `property` of a body in parts is sent, and the type that it has then.
/// `content_type` is what its `encoding` gives.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    types: &Types<'a>,
    property: &Schema<'a>,
    content_type: Option<&str>,
    ty: Ty,
) -> (Slot, Ty) {
    let content_type = content_type.filter(|text| is_one_type(text));
    let schema = resolved(reader, property);
    if let (Some(items), Ty::List(item)) = (&schema.items, &ty)
        && !content_type.is_some_and(|text| text.starts_with("application/json"))
    {
        let items = resolved(reader, items);
        match kind(types, &items, item, content_type) {
            kind @ PartKind::File(_) => return (Slot::Parts(kind), Ty::List(Box::new(Ty::File))),
            kind @ PartKind::Text(_) => return (Slot::Parts(kind), ty),
            PartKind::Json(_) => {}
        }
    }
    match kind(types, &schema, &ty, content_type) {
        kind @ PartKind::File(_) => (Slot::Part(kind), Ty::File),
        kind => (Slot::Part(kind), ty),
    }
}

/// Whether a text names one media type, not several or a range of them.
fn is_one_type(text: &str) -> bool {
    !text.contains([',', '*'])
}

fn resolved<'a>(reader: &mut Reader<'a, '_>, schema: &Schema<'a>) -> Schema<'a> {
    compose::resolve(reader, schema, &mut Vec::new()).unwrap_or_else(|| schema.clone())
}

/// What one part holds: what is binary is a file.
fn kind(types: &Types<'_>, schema: &Schema<'_>, ty: &Ty, content_type: Option<&str>) -> PartKind {
    let own_type = schema.node.get("contentMediaType").and_then(|node| node.as_str());
    let is_file = schema.format == Some("binary")
        || own_type.is_some()
        || (schema.is_trivial() && *ty == Ty::Json);
    let given = content_type.map(str::to_owned);
    if is_file {
        let own_type = own_type.filter(|text| is_one_type(text)).unwrap_or(ANY_FILE);
        return PartKind::File(given.unwrap_or_else(|| own_type.to_owned()));
    }
    match types.is_scalar(ty) {
        true => PartKind::Text(given),
        false => PartKind::Json(given.filter(|text| text != "application/json")),
    }
}

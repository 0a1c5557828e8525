//! Headers of the parts of a body.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::BodyForm;
use crate::lower::request::body::Body;
use crate::lower::request::body_type::BodyFormat;
use crate::lower::types::Types;
use crate::openapi::Encoding;
use crate::source::Node;

/// What OpenAPI leaves to `contentType`, and RFC 7578 to the name of the part.
const OURS: &[&str] = &["content-type", "content-disposition"];

/// The headers that parts always have, since their schemas allow one value only: the name of the part,
/// that of the header, and its value.
pub(crate) fn lower<'a>(types: &Types<'_, 'a>, body: &Body<'a>) -> Vec<(String, String, String)> {
    let headers = encoding(body).iter().flat_map(|(part, encoding)| {
        encoding.headers.iter().map(move |(name, header)| (*part, *name, *header))
    });
    let constants = headers.filter_map(|(part, name, header)| {
        if OURS.iter().any(|it| name.eq_ignore_ascii_case(it)) {
            return None;
        }
        let header = types.context().objects.resolve(header)?;
        let value = types.schemas().whole(header.schema?).only_value()?;
        Some((part.to_owned(), name.to_owned(), text(types, value)?))
    });
    constants.collect()
}

/// How the parts of a body in parts are written, by their names.
fn encoding<'b, 'a>(body: &'b Body<'a>) -> &'b [(&'a str, Encoding<'a>)] {
    match body {
        Body::Members { format: BodyFormat::Multipart, encoding, .. } => encoding,
        Body::Whole { form: BodyForm::Multipart(_) | BodyForm::Files(_), encoding, .. } => encoding,
        _ => &[],
    }
}

/// A value as the text of a header; one that no header can have is reported.
fn text(types: &Types<'_, '_>, value: Node<'_>) -> Option<String> {
    let text = match value.to_json() {
        serde_json::Value::String(text) => text,
        it @ (serde_json::Value::Bool(_) | serde_json::Value::Number(_)) => it.to_string(),
        _ => return None,
    };
    if text.chars().all(|it| it == '\t' || matches!(it, ' '..='~')) {
        return Some(text);
    }
    types.context().report(
        Diagnostic::new(Code::InvalidValue, "this cannot be the value of a header")
            .at(value.place(), "has characters that HTTP does not allow"),
    );
    None
}

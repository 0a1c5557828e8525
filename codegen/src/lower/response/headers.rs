//! Headers of responses.

use crate::ir::{Docs, ResponseHeader};
use crate::lower::response::found::Found;
use crate::lower::types::Types;
use crate::openapi::Status;

/// The headers of all successes, each once.
pub(crate) fn lower<'a>(
    types: &Types<'_, 'a>,
    successes: &[(Status, Found<'_, 'a>)],
) -> Vec<ResponseHeader> {
    let mut headers: Vec<ResponseHeader> = Vec::new();
    for (_, response) in successes {
        for (name, given) in &response.headers {
            let is_known = |it: &ResponseHeader| it.name.eq_ignore_ascii_case(name);
            // OpenAPI leaves the type of the body to `content` (Response Object, `headers`).
            if name.eq_ignore_ascii_case("content-type") || headers.iter().any(is_known) {
                continue;
            }
            let Some(header) = types.context().objects.resolve(*given) else { continue };
            let of_schema = || types.schemas().get(header.schema?).description;
            let description = header.description.or_else(of_schema).unwrap_or_default();
            // Many operations repeat the same headers, so what each means is kept short.
            let docs = Docs(first_sentence(description).to_owned());
            headers.push(ResponseHeader { name: (*name).to_owned(), docs });
        }
    }
    headers
}

/// Whether a response says where something is.
pub(super) fn has_location(response: &Found<'_, '_>) -> bool {
    response.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("location"))
}

/// The first sentence of a text: up to a full stop that a capital or nothing comes after.
fn first_sentence(text: &str) -> &str {
    let paragraph = text.trim().split("\n\n").next().unwrap_or_default();
    let mut stops = paragraph.match_indices(". ").map(|(stop, _)| stop + 1);
    let end = stops.find(|stop| paragraph[*stop..].trim_start().starts_with(char::is_uppercase));
    &paragraph[..end.unwrap_or(paragraph.len())]
}

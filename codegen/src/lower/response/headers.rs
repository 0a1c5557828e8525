//! Headers of responses.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, ResponseHeader};
use crate::openapi::{Reader, Response, Status};

/// The headers of all successes, each once.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    successes: &[(Status, Response<'a>)],
) -> Vec<ResponseHeader> {
    let mut headers: Vec<ResponseHeader> = Vec::new();
    for (_, response) in successes {
        for (name, given) in &response.headers {
            let is_known = |it: &ResponseHeader| it.name.eq_ignore_ascii_case(name);
            // OpenAPI leaves the type of the body to `content` (Response Object, `headers`).
            if name.eq_ignore_ascii_case("content-type") || headers.iter().any(is_known) {
                continue;
            }
            let Some(header) = given.resolve(reader) else { continue };
            if !is_token(name) {
                reader.report(
                    Diagnostic::error(
                        Code::InvalidValue,
                        format!("`{name}` is no name of a header"),
                    )
                    .at(header.node.key_place(), "has characters that HTTP does not allow"),
                );
                continue;
            }
            // Many operations repeat the same headers, so what each means is kept short.
            let docs = Docs(first_sentence(header.description.unwrap_or_default()).to_owned());
            headers.push(ResponseHeader { name: (*name).to_owned(), docs });
        }
    }
    headers
}

/// The first sentence of a text: up to a full stop that a capital or nothing comes after.
fn first_sentence(text: &str) -> &str {
    let paragraph = text.trim().split("\n\n").next().unwrap_or_default();
    let mut stops = paragraph.match_indices(". ").map(|(stop, _)| stop + 1);
    let end = stops.find(|stop| paragraph[*stop..].trim_start().starts_with(char::is_uppercase));
    &paragraph[..end.unwrap_or(paragraph.len())]
}

/// Whether a text is a token (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_allowed)
}

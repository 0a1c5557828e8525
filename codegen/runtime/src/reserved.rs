//! Texts in which the reserved characters of RFC 3986 stay as they are, and so do the triples that are
//! percent-encoded already (RFC 6570, section 3.2.3).

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::encode::COMPONENT;

/// What may stand in a query and in a path, and has no meaning there.
const KEPT: &AsciiSet = &COMPONENT
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'@');

/// The text as a query value, but without the characters that end a value or a query, and without `+`,
/// which many servers read as a space.
pub(super) fn in_a_query(text: &str) -> String {
    const IN_A_QUERY: &AsciiSet = &KEPT.remove(b'/').remove(b'?');

    kept(text, IN_A_QUERY)
}

/// The text as a segment of a path, which has no `/`, `?` and `#`.
pub(super) fn in_a_path(text: &str) -> String {
    const IN_A_PATH: &AsciiSet = &KEPT.remove(b'&').remove(b'+');

    // A segment of dots is a step in the path, in whatever form it is written.
    let steps = text.replace("%2e", ".").replace("%2E", ".");
    match steps.as_str() {
        "." | ".." => steps,
        _ => kept(text, IN_A_PATH),
    }
}

fn kept(text: &str, encoded: &'static AsciiSet) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split('%');
    out.extend(utf8_percent_encode(pieces.next().unwrap_or_default(), encoded));
    for piece in pieces {
        let is_triple = piece.len() > 1 && piece.bytes().take(2).all(|it| it.is_ascii_hexdigit());
        out.push_str(if is_triple { "%" } else { "%25" });
        out.extend(utf8_percent_encode(piece, encoded));
    }
    out
}

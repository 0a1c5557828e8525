// @generated: part of the runtime that the generator copies. Do not edit.

//! Percent-encoding and hexadecimal digits.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
pub(super) const COMPONENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The text as one path segment, query name or query value.
pub(super) fn component(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_component(&mut out, text);
    out
}

/// Appends the text as one path segment, query name or query value.
pub(super) fn push_component(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, COMPONENT));
}

/// A name as it is, and a value percent-encoded.
pub(super) type Pair = (Cow<'static, str>, String);

/// Removes the values of `name`, and of what is below it: `name[member]`.
pub(super) fn remove(pairs: &mut Vec<Pair>, name: &str) {
    let is_below = |given: &str| given.strip_prefix(name).is_some_and(|rest| rest.starts_with('['));
    pairs.retain(|(given, _)| given.as_ref() != name && !is_below(given));
}

/// Replaces the values of `name` by these, which are encoded.
pub(super) fn replace(
    pairs: &mut Vec<Pair>,
    name: &'static str,
    values: impl IntoIterator<Item = String>,
) {
    remove(pairs, name);
    pairs.extend(values.into_iter().map(|value| (name.into(), value)));
}

/// Appends the bytes in lower-case hexadecimal digits.
pub(super) fn push_hex(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";

    for byte in bytes {
        for value in [byte >> 4, byte & 0x0f] {
            out.push(char::from(DIGITS[usize::from(value)]));
        }
    }
}

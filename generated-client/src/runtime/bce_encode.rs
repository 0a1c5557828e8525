//! The encodings that a `bce-auth-v1` signature is made of, appended to a text.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, percent_decode_str, percent_encode, utf8_percent_encode};

use super::encode::COMPONENT;

const PATH: &AsciiSet = &COMPONENT.remove(b'/');

/// Appends a text percent-encoded.
pub(super) fn push_encoded(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, COMPONENT));
}

/// Appends a path that is percent-encoded in some way as the signature has it, slashes kept.
pub(super) fn push_path(out: &mut String, path: &str) {
    push_normalized(out, path, PATH);
}

/// Appends a name or value of a query that is percent-encoded in some way as the signature has it.
pub(super) fn push_component(out: &mut String, text: &str) {
    push_normalized(out, text, COMPONENT);
}

fn push_normalized(out: &mut String, text: &str, set: &'static AsciiSet) {
    if text.contains('%') {
        let bytes = Cow::from(percent_decode_str(text));
        out.extend(percent_encode(&bytes, set));
    } else {
        out.extend(utf8_percent_encode(text, set));
    }
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

// @generated: part of the runtime that the generator copies. Do not edit.

//! The percent-encodings that a `bce-auth-v1` signature is made of, appended to a text.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, percent_decode_str, percent_encode, utf8_percent_encode};

use super::encode::COMPONENT;
pub(super) use super::encode::push_component as push_encoded;

const PATH: &AsciiSet = &COMPONENT.remove(b'/');

/// Appends a path that is percent-encoded in some way as the signature has it, slashes kept.
pub(super) fn push_path(out: &mut String, path: &str) {
    push_normalized(out, path, PATH);
}

/// Appends a name or value of a query that is percent-encoded in some way as the signature has it.
pub(super) fn push_query_part(out: &mut String, text: &str) {
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

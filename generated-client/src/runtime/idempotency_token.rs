// @generated: part of the runtime that the generator copies. Do not edit.

//! Values for idempotency tokens.

use super::encode::push_hex;

/// A random UUID, version 4 (RFC 9562, section 5.4).
///
/// The generator is seeded from the process' random state and is not a secure one: a token has to
/// be unique, not secret.
pub(super) fn generate() -> String {
    let mut bytes = fastrand::u128(..).to_be_bytes();
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;

    let mut text = String::with_capacity(36);
    let mut start = 0;
    for length in [4, 2, 2, 2, 6] {
        if start > 0 {
            text.push('-');
        }
        push_hex(&mut text, &bytes[start..start + length]);
        start += length;
    }
    text
}

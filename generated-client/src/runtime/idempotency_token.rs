//! Values for idempotency tokens.

use std::fmt::Write as _;

/// A random UUID, version 4 (RFC 9562, section 5.4).
///
/// The generator is seeded from the process' random state and is not a secure one: a token has to
/// be unique, not secret.
pub(super) fn generate() -> String {
    let mut bytes = fastrand::u128(..).to_be_bytes();
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;

    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        write!(text, "{byte:02x}").expect("writing to a string does not fail");
    }
    text
}

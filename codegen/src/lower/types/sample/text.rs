//! Texts of the formats, the lengths and the patterns that schemas ask for.

use super::pattern;
use crate::openapi::Schema;

/// The longest text that is made up.
const LONGEST: usize = 300;

/// A text that the schema allows. Where it may be any, it is `wire`, what the value is called.
pub(super) fn text(schema: &Schema<'_>, wire: &str) -> Option<String> {
    if let Some(text) = schema.format.and_then(of_format) {
        return Some(text.to_owned());
    }
    let least = schema.limit("minLength").unwrap_or_default().max(1);
    let most = schema.limit("maxLength").unwrap_or(usize::MAX);
    if least > LONGEST {
        return None;
    }
    if let Some(pattern) = schema.pattern {
        // Where we cannot make a text of a pattern, that of a caller says more than none.
        if let Some(text) = pattern::text(pattern, least, most) {
            return Some(text);
        }
    }
    let word = if wire.is_empty() { "value" } else { wire };
    let missing = least.saturating_sub(word.chars().count());
    let padding = word.chars().filter(|it| it.is_alphanumeric()).chain(['a']).cycle();
    Some(word.chars().chain(padding.take(missing)).take(most).collect())
}

/// A text of a format.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-01T00:00:00Z",
        "date" => "2026-01-01",
        "time" => "00:00:00Z",
        "duration" => "PT1H",
        "email" | "idn-email" => "user@example.com",
        "uuid" | "guid" => "b1d9bb8b-7b1a-4a55-b1c5-4b5a3f7b0c11",
        "uri" | "url" | "iri" | "uri-template" => "https://example.com",
        "uri-reference" | "iri-reference" => "/example",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" | "ip" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "cidr" => "192.0.2.0/24",
        "byte" | "base64" | "base64url" => "ZXhhbXBsZQ==",
        "json-pointer" => "/example",
        "relative-json-pointer" => "0",
        "regex" => "^example$",
        "int32" | "int64" | "uint32" | "uint64" | "integer" | "number" | "float" | "double"
        | "decimal" => "1",
        _ => return None,
    })
}

/// Whether a text begins as a date with a time does (RFC 3339).
pub(super) fn is_timestamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 20
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && bytes[4] == b'-'
        && matches!(bytes[10], b'T' | b't')
        && (text.ends_with(['Z', 'z']) || bytes[19..].iter().any(|it| matches!(it, b'+' | b'-')))
}

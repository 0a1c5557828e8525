// @generated: part of the runtime that the generator copies. Do not edit.

//! Character sets of responses: from what the content type says to UTF-8.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// Why a text is not read: it is not in UTF-16, though it says so.
#[derive(Debug)]
pub(super) struct NotUtf16;

impl fmt::Display for NotUtf16 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a unit of UTF-16 has no pair")
    }
}

impl StdError for NotUtf16 {}

/// A text in UTF-8, without a mark of its encoding. What says nothing of its encoding, or names one
/// that we do not know, is left as it is.
pub(super) fn utf8<'a>(headers: &HeaderMap, body: &'a [u8]) -> Result<Cow<'a, [u8]>, NotUtf16> {
    let charset = charset(headers).unwrap_or_default();
    // A mark counts more than the header, as it does in browsers (Encoding Standard, "decode").
    match (body, charset.as_str()) {
        ([0xef, 0xbb, 0xbf, text @ ..], _) => Ok(Cow::Borrowed(text)),
        ([0xff, 0xfe, text @ ..], _) => utf16(text, u16::from_le_bytes),
        ([0xfe, 0xff, text @ ..], _) => utf16(text, u16::from_be_bytes),
        (text, "utf-16le") => utf16(text, u16::from_le_bytes),
        // Without a mark it is in the order of the network (RFC 2781, section 4.3).
        (text, "utf-16" | "utf-16be") => utf16(text, u16::from_be_bytes),
        (text, "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "us-ascii" | "ascii") => {
            Ok(latin1(text))
        }
        (text, _) => Ok(Cow::Borrowed(text)),
    }
}

/// The parameter `charset` of the content type, in lower case.
fn charset(headers: &HeaderMap) -> Option<String> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let mut parameters = content_type.split(';').skip(1).filter_map(|it| it.split_once('='));
    let (_, value) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(value.trim().trim_matches(['"', '\'']).trim().to_ascii_lowercase())
}

fn utf16(text: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, [u8]>, NotUtf16> {
    let (pairs, rest) = text.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(Cow::Owned(text.into_bytes())),
        _ => Err(NotUtf16),
    }
}

/// Each byte is the character of its number.
fn latin1(text: &[u8]) -> Cow<'_, [u8]> {
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.iter().copied().map(char::from).collect::<String>().into_bytes()),
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! The signature `bce-auth-v1` of Baidu AI Cloud, as a function of its inputs.
//!
//! From the pages "Generate an authentication string" and "Sample code" of
//! <https://intl.cloud.baidu.com/doc/Reference/s/njwvz1yfu-en>, and the official SDKs where these
//! say more.

use http::{HeaderMap, Request};
use ring::hmac;
use zeroize::Zeroizing;

use super::bce_encode::{push_encoded, push_path, push_query_part};
use super::encode::push_hex;

/// The length of a signature, and of a signing key, as hexadecimal digits.
const HEX_LENGTH: usize = 64;

/// What is signed of a request. The body is not.
#[derive(Debug)]
pub struct Canonical {
    /// The text that is signed.
    pub text: String,
    /// The names of the headers in it as they stand in an `authorization` header.
    pub names: String,
}

impl Canonical {
    /// What is signed of an HTTP request.
    ///
    /// Path and query may be percent-encoded in any way that a URI may be. Headers whose value is
    /// blank or not ASCII are not signed.
    pub fn of<B>(request: &Request<B>, signed: SignedHeaders<'_>) -> Self {
        let path = match request.uri().path() {
            "" => "/",
            path => path,
        };
        let query = request.uri().query().unwrap_or_default();
        let mut text = String::with_capacity(2 * (path.len() + query.len()) + 256);
        text.push_str(request.method().as_str());
        text.push('\n');
        push_path(&mut text, path);
        text.push('\n');
        push_query(&mut text, query);
        text.push('\n');
        let names = push_headers(&mut text, request.headers(), signed);
        Self { text, names }
    }
}

fn push_query(out: &mut String, query: &str) {
    let start = out.len();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if pair.is_empty() {
            continue;
        }
        let before = out.len();
        separate(out, start, '&');
        let start_of_name = out.len();
        push_query_part(out, name);
        if out[start_of_name..].eq_ignore_ascii_case("authorization") {
            out.truncate(before);
            continue;
        }
        out.push('=');
        push_query_part(out, value);
    }
    sort(out, start, '&');
}

/// Appends the lines of the headers, and gives their names.
fn push_headers(out: &mut String, headers: &HeaderMap, signed: SignedHeaders<'_>) -> String {
    let start = out.len();
    let mut names = String::with_capacity(HEX_LENGTH);
    for (name, value) in headers {
        let (name, value) = (name.as_str(), value.to_str().unwrap_or_default().trim());
        if value.is_empty() || !signed.contains(name) {
            continue;
        }
        separate(out, start, '\n');
        push_encoded(out, name);
        out.push(':');
        push_encoded(out, value);
        if matches!(signed, SignedHeaders::Listed(_)) {
            separate(&mut names, 0, ';');
            names.push_str(name);
        }
    }
    sort(out, start, '\n');
    sort(&mut names, 0, ';');
    names
}

fn separate(out: &mut String, start: usize, separator: char) {
    if out.len() > start {
        out.push(separator);
    }
}

/// Sorts the parts that stand behind `start`.
fn sort(out: &mut String, start: usize, separator: char) {
    if out[start..].split(separator).is_sorted() {
        return;
    }
    let unsorted = out.split_off(start);
    let mut parts: Vec<&str> = unsorted.split(separator).collect();
    parts.sort_unstable();
    for part in parts {
        separate(out, start, separator);
        out.push_str(part);
    }
}

/// Which headers are signed.
#[derive(Clone, Copy, Debug)]
pub enum SignedHeaders<'a> {
    /// `host`, `content-length`, `content-type`, `content-md5` and all `x-bce-*`.
    Default,
    /// Those of this list, in lower case.
    Listed(&'a [&'a str]),
}

impl SignedHeaders<'_> {
    fn contains(self, name: &str) -> bool {
        match self {
            Self::Default => {
                matches!(name, "host" | "content-length" | "content-type" | "content-md5")
                    || name.starts_with("x-bce-")
            }
            Self::Listed(names) => names.contains(&name),
        }
    }
}

/// The key that signs until `prefix` expires. It is used as the text it is, not as the bytes that
/// its digits stand for.
pub fn signing_key(secret_access_key: &str, prefix: &str) -> Zeroizing<String> {
    let mut key = Zeroizing::new(String::with_capacity(HEX_LENGTH));
    push_hmac_sha256(&mut key, secret_access_key, prefix);
    key
}

/// What the value of an `authorization` header begins with, and its signing key depends on.
///
/// `timestamp` is in UTC and whole seconds, `2015-08-11T04:17:29Z`; the signature is valid for
/// `expiration_seconds` from then.
pub fn prefix(access_key_id: &str, timestamp: &str, expiration_seconds: u32) -> String {
    format!("bce-auth-v1/{access_key_id}/{timestamp}/{expiration_seconds}")
}

/// The value of an `authorization` header, where `signing_key` is that of `prefix`.
pub fn authorization(prefix: &str, signing_key: &str, canonical: &Canonical) -> String {
    let names = &canonical.names;
    let mut value = String::with_capacity(prefix.len() + names.len() + HEX_LENGTH + 2);
    value.push_str(prefix);
    value.push('/');
    value.push_str(names);
    value.push('/');
    push_hmac_sha256(&mut value, signing_key, &canonical.text);
    value
}

fn push_hmac_sha256(out: &mut String, key: &str, message: &str) {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes());
    push_hex(out, hmac::sign(&key, message.as_bytes()).as_ref());
}

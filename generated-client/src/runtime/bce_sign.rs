//! The signature `bce-auth-v1` of Baidu AI Cloud, as a function of its inputs.
//!
//! From the pages "Generate an authentication string" and "Sample code" of
//! <https://intl.cloud.baidu.com/doc/Reference/s/njwvz1yfu-en>, and the official SDKs where these
//! say more.

use std::borrow::Cow;

use ring::hmac;
use zeroize::Zeroizing;

use super::bce_encode::{decode, encode, encode_path, hex};

/// What is signed of a request. The body is not.
#[derive(Debug)]
pub struct Message<'a> {
    /// The method, in upper case.
    pub method: &'a str,
    /// The path before percent-encoding.
    pub path: Cow<'a, str>,
    /// The query before percent-encoding, in any order; a parameter without a value has an empty
    /// one.
    pub query: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// All headers, in any order and case.
    pub headers: Vec<(&'a str, &'a str)>,
}

impl<'a> Message<'a> {
    /// What is signed of an HTTP request.
    pub fn of<B>(request: &'a http::Request<B>) -> Self {
        let pairs = request.uri().query().unwrap_or_default().split('&');
        Self {
            method: request.method().as_str(),
            path: decode(request.uri().path()),
            query: pairs
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(name, value)| (decode(name), decode(value)))
                .collect(),
            headers: request
                .headers()
                .iter()
                .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
                .collect(),
        }
    }

    /// The text that is signed.
    pub fn canonical_request(&self, signed: SignedHeaders<'_>) -> String {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        let mut query: Vec<String> = self
            .query
            .iter()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("authorization"))
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        query.sort_unstable();
        let mut headers: Vec<String> = self
            .signed_headers(signed)
            .map(|(name, value)| format!("{}:{}", encode(&name), encode(value)))
            .collect();
        headers.sort_unstable();
        format!(
            "{}\n{}\n{}\n{}",
            self.method,
            encode_path(path),
            query.join("&"),
            headers.join("\n")
        )
    }

    /// The headers to sign that are there and not blank: lower-case name and trimmed value.
    fn signed_headers(&self, signed: SignedHeaders<'_>) -> impl Iterator<Item = (String, &'a str)> {
        self.headers
            .iter()
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
            .filter(move |(name, value)| !value.is_empty() && signed.contains(name))
    }

    /// The names of those headers as they stand in an `authorization` header.
    fn signed_names(&self, signed: SignedHeaders<'_>) -> String {
        match signed {
            SignedHeaders::Default => String::new(),
            SignedHeaders::Listed(_) => {
                let mut names: Vec<String> =
                    self.signed_headers(signed).map(|(name, _)| name).collect();
                names.sort_unstable();
                names.join(";")
            }
        }
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
    Zeroizing::new(hmac_sha256_hex(secret_access_key, prefix))
}

/// What the value of an `authorization` header begins with, and its signing key depends on.
///
/// `timestamp` is in UTC and whole seconds, `2015-08-11T04:17:29Z`; the signature is valid for
/// `expiration_seconds` from then.
pub fn prefix(access_key_id: &str, timestamp: &str, expiration_seconds: u32) -> String {
    format!("bce-auth-v1/{access_key_id}/{timestamp}/{expiration_seconds}")
}

/// The value of the `authorization` header of `message`.
pub fn authorization(
    prefix: &str,
    secret_access_key: &str,
    message: &Message<'_>,
    signed: SignedHeaders<'_>,
) -> String {
    let key = signing_key(secret_access_key, prefix);
    let signature = hmac_sha256_hex(&key, &message.canonical_request(signed));
    format!("{prefix}/{}/{signature}", message.signed_names(signed))
}

fn hmac_sha256_hex(key: &str, message: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes());
    hex(hmac::sign(&key, message.as_bytes()).as_ref())
}

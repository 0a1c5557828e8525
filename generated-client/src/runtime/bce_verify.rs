// @generated: part of the runtime that the generator copies. Do not edit.

//! Checks `bce-auth-v1` signatures, for servers in tests.

use std::fmt;
use std::time::{Duration, SystemTime};

use http::Request;
use http::header::AUTHORIZATION;
use percent_encoding::percent_decode_str;

use super::bce_credentials::Credentials;
use super::bce_sign::{Canonical, SignedHeaders, authorization, prefix, signing_key};
use super::response::header_text;
use super::timestamp::Timestamp;

/// Why a server would refuse a request.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SignatureError {
    /// There is no `authorization`, neither as a header nor in the query.
    Missing,
    /// The `authorization` header has not the form of this scheme.
    Malformed,
    /// It is signed with another access key.
    UnknownAccessKey,
    /// `now` is farther from the date of the signature than the signature allows.
    Expired,
    /// The session token is not the one of the credentials.
    WrongSessionToken,
    /// The signature is not that of the request.
    Mismatch {
        /// The text that should have been signed.
        canonical_request: String,
    },
}

/// Checks that `request` is signed with `credentials`, and that the signature is valid at `now`.
///
/// # Errors
///
/// The first thing that is wrong.
pub fn verify<B>(
    request: &Request<B>,
    credentials: &Credentials,
    now: SystemTime,
) -> Result<(), SignatureError> {
    let given = text_of(request, AUTHORIZATION.as_str()).ok_or(SignatureError::Missing)?;
    let parts: Vec<&str> = given.split('/').collect();
    let ["bce-auth-v1", access_key_id, timestamp, expiration, names, _signature] = parts[..] else {
        return Err(SignatureError::Malformed);
    };
    let expiration: u32 = expiration.parse().map_err(|_| SignatureError::Malformed)?;
    if access_key_id != credentials.access_key_id() {
        return Err(SignatureError::UnknownAccessKey);
    }
    if text_of(request, "x-bce-security-token").as_deref() != credentials.session_token() {
        return Err(SignatureError::WrongSessionToken);
    }
    let signed_at = Timestamp::from(timestamp).to_system_time();
    let age = distance(signed_at.ok_or(SignatureError::Malformed)?, now);
    if age > Duration::from_secs(expiration.into()) {
        return Err(SignatureError::Expired);
    }

    let names: Vec<&str> = names.split(';').filter(|name| !name.is_empty()).collect();
    let signed =
        if names.is_empty() { SignedHeaders::Default } else { SignedHeaders::Listed(&names) };
    let canonical = Canonical::of(request, signed);
    let prefix = prefix(access_key_id, timestamp, expiration);
    let key = signing_key(credentials.secret_access_key(), &prefix);
    if given != authorization(&prefix, &key, &canonical) {
        return Err(SignatureError::Mismatch { canonical_request: canonical.text });
    }
    Ok(())
}

/// A header, or else the parameter of the query that takes its place in a URL.
fn text_of<B>(request: &Request<B>, name: &str) -> Option<String> {
    let in_query = || {
        let pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = pairs.filter(|(given, _)| *given == name).map(|(_, value)| value);
        Some(percent_decode_str(values.next()?).decode_utf8_lossy().into_owned())
    };
    header_text(request.headers(), name).map(str::to_owned).or_else(in_query)
}

fn distance(one: SystemTime, other: SystemTime) -> Duration {
    one.duration_since(other).unwrap_or_else(|error| error.duration())
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no `authorization`"),
            Self::Malformed => f.write_str("the `authorization` header is not of `bce-auth-v1`"),
            Self::UnknownAccessKey => f.write_str("the access key is not known"),
            Self::Expired => f.write_str("the signature is expired, or of the future"),
            Self::WrongSessionToken => f.write_str("the session token is not known"),
            Self::Mismatch { canonical_request } => {
                write!(f, "the signature is not that of\n{canonical_request}")
            }
        }
    }
}

impl std::error::Error for SignatureError {}

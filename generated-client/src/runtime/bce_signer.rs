// @generated: part of the runtime that the generator copies. Do not edit.

//! Signatures of one access key within one second.

use std::time::{Duration, SystemTime};

use http::header::{AUTHORIZATION, HeaderName};
use http::{HeaderValue, Request};
use zeroize::Zeroizing;

use super::authorize::{secret_value, unusable};
use super::bce_credentials::Credentials;
use super::bce_sign::{Canonical, SignedHeaders, authorization, prefix, signing_key};
use super::error::Result;
use super::timestamp::Timestamp;

const X_BCE_DATE: HeaderName = HeaderName::from_static("x-bce-date");
const X_BCE_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-bce-security-token");

/// How long a signature is valid: half an hour, the default of the official SDKs.
const EXPIRATION_SECONDS: u32 = 1800;

/// Those of these that a request has are signed. The documentation asks for the first two;
/// the others are what a request must not be sent with if it is not its own.
const SIGNED_HEADERS: SignedHeaders<'_> =
    SignedHeaders::Listed(&["host", "x-bce-date", "x-bce-security-token", "content-type"]);

/// What the signatures of an access key within one second have in common.
pub(super) struct Signer {
    credentials: Credentials,
    second: Option<u64>,
    date: HeaderValue,
    session_token: Option<HeaderValue>,
    prefix: String,
    key: Zeroizing<String>,
}

impl Signer {
    /// # Errors
    ///
    /// Of kind `Authorization` if a part of the credentials is empty or cannot stand in a
    /// header.
    pub(super) fn new(credentials: &Credentials, now: SystemTime) -> Result<Self> {
        check_key(credentials)?;
        let date = Timestamp::from(now);
        let token =
            credentials.session_token().map(|token| secret_value(token, "the session token"));
        let prefix = prefix(credentials.access_key_id(), date.as_str(), EXPIRATION_SECONDS);
        Ok(Self {
            second: second(now),
            date: HeaderValue::from_str(date.as_str()).map_err(|_| unusable("the date"))?,
            session_token: token.transpose()?,
            key: signing_key(credentials.secret_access_key(), &prefix),
            prefix,
            credentials: credentials.clone(),
        })
    }

    /// Whether this is what [`Signer::new`] would give.
    pub(super) fn is_for(&self, credentials: &Credentials, now: SystemTime) -> bool {
        self.second.is_some() && self.second == second(now) && self.credentials.is_same(credentials)
    }

    /// Adds date, session token and signature to a request, whose `host` header must be set.
    pub(super) fn sign<B>(&self, request: &mut Request<B>) -> Result<()> {
        let headers = request.headers_mut();
        headers.insert(X_BCE_DATE, self.date.clone());
        if let Some(token) = &self.session_token {
            headers.insert(X_BCE_SECURITY_TOKEN, token.clone());
        }
        let canonical = Canonical::of(request, SIGNED_HEADERS);
        let authorization = authorization(&self.prefix, &self.key, &canonical);
        let authorization = secret_value(authorization, "the access key id")?;
        request.headers_mut().insert(AUTHORIZATION, authorization);
        Ok(())
    }
}

/// What authorizes a request of which only the host is signed, for this time.
pub(super) fn authorization_of<B>(
    request: &Request<B>,
    credentials: &Credentials,
    now: SystemTime,
    valid_for: Duration,
) -> Result<String> {
    check_key(credentials)?;
    let seconds = u32::try_from(valid_for.as_secs()).unwrap_or(u32::MAX);
    let date = Timestamp::from(now);
    let prefix = prefix(credentials.access_key_id(), date.as_str(), seconds);
    let key = signing_key(credentials.secret_access_key(), &prefix);
    let canonical = Canonical::of(request, SignedHeaders::Listed(&["host"]));
    Ok(authorization(&prefix, &key, &canonical))
}

/// The second of a time since 1970.
fn second(time: SystemTime) -> Option<u64> {
    Some(time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs())
}

/// A slash in the identifier would shift the parts of the `authorization` header.
fn check_key(credentials: &Credentials) -> Result<()> {
    let id = credentials.access_key_id();
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'/') {
        return Err(unusable("the access key id"));
    }
    let secret = credentials.secret_access_key();
    if secret.is_empty() || secret.contains(char::is_control) {
        return Err(unusable("the secret access key"));
    }
    Ok(())
}

//! Authorization by a `bce-auth-v1` signature.

use std::time::SystemTime;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName};
use http::{HeaderValue, Request};

use super::authorize::Authorize;
use super::bce_encrypt::encrypt_members;
use super::bce_sign::{Message, SignedHeaders, authorization, prefix};
use super::client::ClientBuilder;
use super::credentials::{Credentials, ProvideCredentials};
use super::error::{Error, ErrorKind, Result};
use super::timestamp::Timestamp;
use super::transport::BoxFuture;

const X_BCE_DATE: HeaderName = HeaderName::from_static("x-bce-date");
const X_BCE_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-bce-security-token");

/// How long a signature is valid: half an hour, the default of the official SDKs.
const EXPIRATION_SECONDS: u32 = 1800;

/// Those of these that a request has are signed. The documentation asks for the first two;
/// the others are what a request must not be sent with if it is not its own.
const SIGNED_HEADERS: SignedHeaders<'_> =
    SignedHeaders::Listed(&["host", "x-bce-date", "x-bce-security-token", "content-type"]);

impl<C> ClientBuilder<C> {
    /// The access key that signs requests, or a source of access keys.
    pub fn credentials(self, provider: impl ProvideCredentials) -> Self {
        self.authorizer(BceAuth::new(provider))
    }
}

/// Signs requests by `bce-auth-v1`.
#[derive(Debug)]
pub struct BceAuth {
    provider: Box<dyn ProvideCredentials>,
}

impl BceAuth {
    /// Signs with the credentials of `provider`.
    pub fn new(provider: impl ProvideCredentials) -> Self {
        let provider = Box::new(provider);
        Self { provider }
    }
}

impl Authorize for BceAuth {
    fn authorize<'a>(
        &'a self,
        request: &'a mut Request<Bytes>,
        now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let credentials = self.provider.credentials().await?;
            encrypt_members(request, &credentials)?;
            sign(request, &credentials, now)
        })
    }
}

/// Adds date, session token and signature to a request, whose `host` header must be set.
///
/// # Errors
///
/// [`ErrorKind::Authorization`] if a part of the credentials is empty or cannot stand in a header.
pub fn sign<B>(request: &mut Request<B>, credentials: &Credentials, now: SystemTime) -> Result<()> {
    check_key(credentials)?;
    let date = Timestamp::from(now);
    let headers = request.headers_mut();
    headers.insert(X_BCE_DATE, header_value(date.as_str(), "the date")?);
    if let Some(token) = credentials.session_token() {
        let mut token = header_value(token, "the session token")?;
        token.set_sensitive(true);
        headers.insert(X_BCE_SECURITY_TOKEN, token);
    }

    let authorization = authorization(
        &prefix(credentials.access_key_id(), date.as_str(), EXPIRATION_SECONDS),
        credentials.secret_access_key(),
        &Message::of(request),
        SIGNED_HEADERS,
    );
    let mut authorization = header_value(&authorization, "the access key id")?;
    authorization.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, authorization);
    Ok(())
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

fn header_value(text: &str, what: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|_| unusable(what))
}

fn unusable(what: &str) -> Error {
    let message = format!("{what} is empty or has characters that it must not have");
    Error::new(ErrorKind::Authorization, message)
}

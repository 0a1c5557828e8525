//! The made-up vendor Acme: access keys, and a signature over method, target and body.

use std::env;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderValue, Request};
use ring::hmac;

use super::authorize::{Authorize, secret_value};
use super::client::ClientBuilder;
use super::dialect::Dialect;
use super::encode::push_hex;
use super::error::{Error, ErrorKind, Result};
use super::secret::Secret;
use super::transport::BoxFuture;

impl Dialect {
    /// That of Acme.
    pub const ACME: Self = Self {
        request_id_header: "x-acme-request",
        json_type: "application/vnd.acme+json",
        expired_codes: &["Stale"],
    };
}

impl<C> ClientBuilder<C> {
    /// The access key that signs requests.
    pub fn acme_key(self, key: AcmeKey) -> Self {
        self.authorizer_of("acme_key", key)
    }
}

/// An access key of Acme.
#[derive(Clone, Debug)]
pub struct AcmeKey {
    id: String,
    secret: Secret,
}

impl AcmeKey {
    /// An access key: its identifier and its secret.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self { id: id.into(), secret: secret.into() }
    }

    /// The key in `ACME_KEY_ID` and `ACME_KEY_SECRET`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if one of them is not set.
    pub fn from_env() -> Result<Self> {
        let variable = |name: &str| {
            let message = format!("the environment variable `{name}` cannot be read");
            env::var(name).map_err(|_| Error::new(ErrorKind::Configuration, message))
        };
        Ok(Self::new(variable("ACME_KEY_ID")?, variable("ACME_KEY_SECRET")?))
    }

    fn sign(&self, request: &mut Request<Bytes>) -> Result<()> {
        let mut text = format!("{}\n{}\n", request.method(), request.uri().path()).into_bytes();
        text.extend_from_slice(request.body());
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.secret.expose().as_bytes());
        let mut signature = String::new();
        push_hex(&mut signature, hmac::sign(&key, &text).as_ref());
        let value: HeaderValue = secret_value(format!("{}:{signature}", self.id), "the key")?;
        request.headers_mut().insert("x-acme-signature", value);
        Ok(())
    }
}

impl Authorize for AcmeKey {
    fn authorize<'a>(
        &'a self,
        request: &'a mut Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { self.sign(request) })
    }
}

//! Authorization by a name and a password (RFC 7617).

use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::AUTHORIZATION;

use super::authorize::{Authorize, secret_value, unusable};
use super::error::Result;
use super::secret::Secret;
use super::transport::BoxFuture;

/// Sends a name and a password: `authorization: Basic <both>`, in UTF-8.
///
/// A name with a colon, and control characters, are an error of the call.
#[derive(Clone, Debug)]
pub struct BasicAuth {
    user: String,
    password: Secret,
}

impl BasicAuth {
    /// Sends `user` and `password`.
    pub fn new(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self { user: user.into(), password: password.into() }
    }

    fn apply(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        let (user, password) = (&self.user, self.password.expose());
        // Both may be empty.
        if user.contains(|char: char| char == ':' || char.is_control()) {
            return Err(unusable("the user"));
        }
        if password.contains(char::is_control) {
            return Err(unusable("the password"));
        }
        let encoded = STANDARD.encode(format!("{user}:{password}"));
        let value = secret_value(format!("Basic {encoded}"), "the password")?;
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }
}

impl Authorize for BasicAuth {
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { self.apply(request) })
    }
}

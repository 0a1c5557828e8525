//! Authorization by a token that the service gave out (RFC 6750).

use std::time::SystemTime;

use bytes::Bytes;
use http::header::AUTHORIZATION;

use super::authorize::{Authorize, secret_value, unusable};
use super::error::Result;
use super::secret::Secret;
use super::transport::BoxFuture;

/// Sends a token that does not change: `authorization: Bearer <token>`.
///
/// A token that is empty, or that a header cannot hold, is an error of the call.
#[derive(Clone, Debug)]
pub struct BearerToken(Secret);

impl BearerToken {
    /// Sends `token`.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self(token.into())
    }

    fn apply(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        let token = self.0.expose();
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unusable("the bearer token"));
        }
        let value = secret_value(format!("Bearer {token}"), "the bearer token")?;
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }
}

impl Authorize for BearerToken {
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { self.apply(request) })
    }
}

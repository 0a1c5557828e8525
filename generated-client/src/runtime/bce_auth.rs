// @generated: part of the runtime that the generator copies. Do not edit.

//! Authorization by a `bce-auth-v1` signature.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use bytes::Bytes;
use http::Request;

use super::authorize::Authorize;
use super::bce_credentials::{Credentials, ProvideCredentials};
use super::bce_encrypt::encrypt_members;
use super::bce_signer::Signer;
use super::client::ClientBuilder;
use super::error::Result;
use super::transport::BoxFuture;

impl<C> ClientBuilder<C> {
    /// The access key that signs requests, or a source of access keys.
    pub fn credentials(self, provider: impl ProvideCredentials) -> Self {
        self.authorizer_of("credentials", BceAuth::new(provider))
    }
}

/// Signs requests by `bce-auth-v1`.
///
/// The key of a signature depends on the access key and the second: the last one is kept, and
/// wiped from memory when another takes its place.
pub struct BceAuth {
    provider: Box<dyn ProvideCredentials>,
    last: Mutex<Option<Arc<Signer>>>,
}

impl BceAuth {
    /// Signs with the credentials of `provider`.
    pub fn new(provider: impl ProvideCredentials) -> Self {
        Self { provider: Box::new(provider), last: Mutex::new(None) }
    }

    fn signer(&self, credentials: &Credentials, now: SystemTime) -> Result<Arc<Signer>> {
        // Nothing panics while this is locked.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(signer) = &*last
            && signer.is_for(credentials, now)
        {
            return Ok(Arc::clone(signer));
        }
        let signer = Arc::new(Signer::new(credentials, now)?);
        *last = Some(Arc::clone(&signer));
        Ok(signer)
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
            self.signer(&credentials, now)?.sign(request)
        })
    }
}

impl fmt::Debug for BceAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BceAuth").field("provider", &self.provider).finish_non_exhaustive()
    }
}

/// Adds date, session token and signature to a request, whose `host` header must be set.
///
/// # Errors
///
/// [`ErrorKind::Authorization`](super::error::ErrorKind::Authorization) if a part of the
/// credentials is empty or cannot stand in a header.
pub fn sign<B>(request: &mut Request<B>, credentials: &Credentials, now: SystemTime) -> Result<()> {
    Signer::new(credentials, now)?.sign(request)
}

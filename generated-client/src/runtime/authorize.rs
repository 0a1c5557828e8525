//! The seam between a client and an authorization scheme.

use std::fmt::Debug;
use std::time::SystemTime;

use bytes::Bytes;

use super::error::Result;
use super::transport::BoxFuture;

/// Adds to a request what proves who sends it.
///
/// Called for every attempt, after everything else of the request is set, `host` included.
/// `Debug` must not show secrets: the `Debug` of a client includes it.
pub trait Authorize: Debug + Send + Sync + 'static {
    /// Authorizes `request`; `now` is the client's clock, corrected by what is known of the
    /// server's.
    ///
    /// # Errors
    ///
    /// When there are no credentials, or none that can be used. The call then fails at once.
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        now: SystemTime,
    ) -> BoxFuture<'a, Result<()>>;
}

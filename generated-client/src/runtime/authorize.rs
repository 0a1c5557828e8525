// @generated: part of the runtime that the generator copies. Do not edit.

//! The seam between a client and an authorization scheme.

use std::fmt::Debug;
use std::time::SystemTime;

use bytes::Bytes;
use http::HeaderValue;

use super::error::{Error, ErrorKind, Result};
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
    /// If there are no usable credentials. The call then fails at once.
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        now: SystemTime,
    ) -> BoxFuture<'a, Result<()>>;
}

/// The value of a header that is not shown. `what` is its name in an error.
pub(super) fn secret_value(text: impl TryInto<HeaderValue>, what: &str) -> Result<HeaderValue> {
    let mut value: HeaderValue = text.try_into().map_err(|_| unusable(what))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The error about credentials that cannot be sent.
pub(super) fn unusable(what: &str) -> Error {
    let message = format!("{what} is empty or has characters that it must not have");
    Error::new(ErrorKind::Authorization, message)
}

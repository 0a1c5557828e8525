// @generated: part of the runtime that the generator copies. Do not edit.

//! Requests of Baidu AI Cloud as URLs that are authorized for some time.

use std::time::Duration;

use http::{HeaderMap, Uri};

use super::bce_credentials::Credentials;
use super::bce_signer;
use super::call::Call;
use super::encode;
use super::error::{Error, ErrorKind, Result};
use super::request::Draft;
use super::secret::SecretMembers;
use super::send_as::SendAs;

/// Makes a request a URL. Every request without a body has this method.
pub trait Presign: SendAs {
    /// The URL of the request, authorized by `credentials` for the time that follows. Whoever has it
    /// can send the request, with the method of its operation and no headers: it is a secret.
    ///
    /// # Errors
    ///
    /// If the request has a body or headers of its own, or cannot be written or signed.
    fn presign(self, credentials: &Credentials, valid_for: Duration) -> Result<Uri> {
        let call = self.into_call();
        let operation = call.operation.id;
        presign(call, credentials, valid_for).map_err(|error| error.for_operation(operation))
    }
}

impl<R: SendAs> Presign for R {}

fn presign(call: Call, credentials: &Credentials, valid_for: Duration) -> Result<Uri> {
    let has_headers = call.headers.iter().any(|(name, _)| name != http::header::ACCEPT);
    let draft = Draft::new(call)?;
    let mut request = draft.request()?;
    let has_secrets = request.extensions().get::<SecretMembers>().is_some();
    if has_headers
        || has_secrets
        || !request.body().is_empty()
        || !draft.options.headers().is_empty()
    {
        let message = "a request with a body or with headers of its own is more than a URL";
        return Err(Error::new(ErrorKind::InvalidRequest, message));
    }
    if let Some(token) = credentials.session_token() {
        push(request.uri_mut(), "x-bce-security-token", token)?;
    }
    let host = request.headers()[http::header::HOST].clone();
    *request.headers_mut() = HeaderMap::from_iter([(http::header::HOST, host)]);
    let now = draft.call.core.inner().clock.now();
    let authorization = bce_signer::authorization_of(&request, credentials, now, valid_for)?;
    push(request.uri_mut(), "authorization", &authorization)?;
    Ok(request.into_parts().0.uri)
}

/// Adds a parameter to the query.
fn push(uri: &mut Uri, name: &str, value: &str) -> Result<()> {
    let separator = if uri.query().is_some() { '&' } else { '?' };
    let text = format!("{uri}{separator}{name}={}", encode::component(value));
    *uri = text.parse().map_err(|error| {
        Error::new(ErrorKind::InvalidRequest, "the URL is too long").with_source(error)
    })?;
    Ok(())
}

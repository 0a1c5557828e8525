//! From a recorded call to the request that goes over the wire.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};

use super::call::Call;
use super::encode;
use super::endpoint::Endpoint;
use super::error::{Error, ErrorKind, Result};
use super::idempotency_token;
use super::operation::Idempotency;
use super::options::RequestOptions;

/// The request of `call`, complete but for its authorization.
pub(super) fn build(call: &Call, options: &RequestOptions) -> Result<http::Request<Bytes>> {
    if let Some(reason) = &call.invalid {
        return Err(Error::new(ErrorKind::InvalidRequest, reason));
    }
    let client = call.core.inner();
    let endpoint = match (options.other_endpoint(), call.home) {
        (Some(url), _) => &Endpoint::parse(url)?,
        (None, Some(url)) if !client.endpoint_is_chosen => &Endpoint::parse(url)?,
        (None, _) => &client.endpoint,
    };
    let body = call.body.to_bytes();

    let mut request = http::Request::new(Bytes::new());
    *request.method_mut() = call.operation.method.clone();
    *request.uri_mut() = uri(call, endpoint)?;
    let headers = request.headers_mut();
    headers.insert(HOST, endpoint.host.clone());
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(USER_AGENT, HeaderValue::from_static(client.service.user_agent));
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json;charset=utf-8"));
    }
    headers.extend(call.headers.clone());
    insert_all(headers, options.headers())?;
    *request.body_mut() = body.unwrap_or_default();
    if let Some(secrets) = call.body.secrets() {
        request.extensions_mut().insert(secrets);
    }
    Ok(request)
}

/// The absolute URI: endpoint, path with its arguments, query.
fn uri(call: &Call, endpoint: &Endpoint) -> Result<Uri> {
    let mut text = endpoint.base.clone();
    let mut arguments = call.path.iter();
    for (index, literal) in call.operation.path.split("{}").enumerate() {
        if index > 0 {
            let argument = arguments.next().ok_or_else(|| {
                Error::new(ErrorKind::InvalidRequest, "there are too few path arguments")
            })?;
            text.push_str(argument);
        }
        text.push_str(literal);
    }
    let mut separator = if call.operation.path.contains('?') { '&' } else { '?' };
    let mut push = |name: &str, value: &str| {
        text.push(separator);
        text.push_str(&encode::component(name));
        text.push('=');
        text.push_str(value);
        separator = '&';
    };
    for (name, value) in &call.query {
        push(name, value);
    }
    if let Idempotency::Token(name) = call.operation.idempotency
        && !call.query.iter().any(|(given, _)| *given == name)
    {
        push(name, &idempotency_token::generate());
    }
    text.parse().map_err(|error| {
        Error::new(ErrorKind::InvalidRequest, "the path and the query do not form a URL")
            .with_source(error)
    })
}

fn insert_all(headers: &mut HeaderMap, given: &[(String, String)]) -> Result<()> {
    for (name, value) in given {
        let invalid = || {
            let message = format!("the header `{name}` or its value is not allowed by HTTP");
            Error::new(ErrorKind::InvalidRequest, message)
        };
        let value = HeaderValue::from_str(value).map_err(|error| invalid().with_source(error))?;
        let name = HeaderName::try_from(name).map_err(|error| invalid().with_source(error))?;
        headers.insert(name, value);
    }
    Ok(())
}

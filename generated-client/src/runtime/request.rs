// @generated: part of the runtime that the generator copies. Do not edit.

//! From a recorded call to the requests that go over the wire, one for each attempt.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::call::Call;
use super::content::Content;
use super::encode;
use super::endpoint::Endpoint;
use super::error::{Error, ErrorKind, Result};
use super::extras;
use super::idempotency_token;
use super::operation::Idempotency;
use super::options::RequestOptions;
use super::upload::Upload;

/// The headers of a request without a body, so that none of them makes the map grow: host, accept,
/// user agent, and two or three of its authorization.
const USUAL_HEADERS: usize = 6;

/// A call that is ready to be sent: what all its attempts have in common is made.
pub(super) struct Draft {
    pub(super) call: Call,
    /// Those of the call, completed by those of the client.
    pub(super) options: Arc<RequestOptions>,
    /// What authorizes it, by the setters of the client's builder.
    pub(super) credentials: &'static [&'static str],
    /// Where it goes to, if not to the endpoint of the client.
    elsewhere: Option<Box<Endpoint>>,
    content: Option<Content>,
}

impl Draft {
    /// Completes a call: by the client's options, and by an idempotency token.
    pub(super) fn new(mut call: Call) -> Result<Self> {
        if let Some(reason) = call.invalid.take() {
            return Err(Error::new(ErrorKind::InvalidRequest, reason));
        }
        let client = call.core.inner();
        let credentials = client.credentials.choose(call.needs)?;
        let options = match call.options.take() {
            Some(options) => Arc::new(options.or(&client.options)),
            None => Arc::clone(&client.options),
        };
        let elsewhere = match (options.other_endpoint(), call.home) {
            (Some(url), _) => Some(Box::new(Endpoint::parse(url)?)),
            (None, Some(url)) => Some(Box::new(client.elsewhere(url)?)),
            (None, None) => None,
        };
        if let Some(problem) = options.problem() {
            return Err(invalid(problem));
        }
        extras::add_query(&mut call.query, options.query_pairs());
        if let Idempotency::Token(name) = call.operation.idempotency
            && !call.query.iter().any(|(given, _)| given == name)
        {
            call.query.push((name.into(), idempotency_token::generate()));
        }
        let json_type = client.service.dialect.json_type;
        let content =
            extras::add_members(call.body.content(json_type), json_type, options.members())?;
        Ok(Self { call, options, credentials, elsewhere, content })
    }

    /// The HTTP method.
    pub(super) fn method(&self) -> &Method {
        match &self.call.raw {
            Some(raw) => &raw.method,
            None => &self.call.operation.method,
        }
    }

    /// The content, if it is a stream.
    pub(super) fn stream(&self) -> Option<&Upload> {
        self.content.as_ref()?.stream.as_ref()
    }

    /// Where it goes to.
    pub(super) fn endpoint(&self) -> &Endpoint {
        self.elsewhere.as_deref().unwrap_or(&self.call.core.inner().endpoint)
    }

    /// The request, complete but for its authorization, and for its body if that is a stream. The same
    /// for every attempt.
    pub(super) fn request(&self) -> Result<http::Request<Bytes>> {
        let client = self.call.core.inner();
        let endpoint = self.endpoint();
        let mut request = http::Request::new(Bytes::new());
        *request.method_mut() = self.method().clone();
        *request.uri_mut() = self.uri(endpoint)?;

        let headers = request.headers_mut();
        headers.reserve(USUAL_HEADERS);
        headers.insert(HOST, endpoint.host.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(client.service.user_agent));
        if let Some(content) = &self.content {
            headers.insert(CONTENT_TYPE, content.content_type.clone());
        }
        for (name, value) in &self.call.headers {
            headers.insert(name.clone(), value.clone());
        }
        insert_all(headers, self.options.headers())?;
        if let Some(content) = &self.content {
            *request.body_mut() = content.bytes.clone();
        }
        if let Some(secrets) = self.call.body.secrets() {
            request.extensions_mut().insert(secrets);
        }
        Ok(request)
    }

    /// The absolute URI: endpoint, path with its arguments, query.
    fn uri(&self, endpoint: &Endpoint) -> Result<Uri> {
        endpoint
            .uri(self.target(endpoint)?)
            .map_err(|error| invalid("the path and the query do not form a URL").with_source(error))
    }

    /// The path with its arguments, and the query.
    fn target(&self, endpoint: &Endpoint) -> Result<String> {
        let call = &self.call;
        let arguments: usize = call.path.iter().map(String::len).sum();
        let query: usize =
            call.query.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
        let length = endpoint.path.len() + call.operation.path.len() + arguments + query;
        let mut text = String::with_capacity(length);
        text.push_str(&endpoint.path);
        match &call.raw {
            Some(raw) => text.push_str(&raw.path),
            None => push_path(&mut text, call.operation.path, &call.path)?,
        }
        push_query(
            &mut text,
            call.query.iter().map(|(name, value)| (name.as_ref(), value.as_str())),
        );
        Ok(text)
    }
}

/// Appends the pairs of a query, their values encoded, to a path that may have some.
pub(super) fn push_query<'a>(out: &mut String, pairs: impl Iterator<Item = (&'a str, &'a str)>) {
    let mut separator = if out.contains('?') { '&' } else { '?' };
    for (name, value) in pairs {
        out.push(separator);
        // A value without a name is the whole query.
        if !name.is_empty() {
            encode::push_component(out, name);
            out.push('=');
        }
        out.push_str(value);
        separator = '&';
    }
}

/// Appends the path of an operation with its arguments, which are encoded.
pub(super) fn push_path(out: &mut String, template: &str, arguments: &[String]) -> Result<()> {
    let mut next = 0..arguments.len();
    let mut pieces = template.split('{');
    out.push_str(pieces.next().unwrap_or_default());
    for (index, literal) in pieces.filter_map(|piece| piece.split_once('}')) {
        let index = index.parse().ok().or_else(|| next.next());
        let argument = index.and_then(|index: usize| arguments.get(index));
        out.push_str(argument.ok_or_else(|| invalid("there are too few path arguments"))?);
        out.push_str(literal);
    }
    Ok(())
}

fn insert_all(headers: &mut HeaderMap, given: &[(String, String)]) -> Result<()> {
    for (name, value) in given {
        let invalid =
            || invalid(format!("the header `{name}` or its value is not allowed by HTTP"));
        let value = HeaderValue::from_str(value).map_err(|error| invalid().with_source(error))?;
        let name = HeaderName::try_from(name).map_err(|error| invalid().with_source(error))?;
        headers.insert(name, value);
    }
    Ok(())
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidRequest, message)
}

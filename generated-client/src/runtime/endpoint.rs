// @generated: part of the runtime that the generator copies. Do not edit.

//! The place that requests are sent to.

use std::fmt;

use bytes::Bytes;
use http::uri::{Authority, InvalidUri, PathAndQuery, Scheme};
use http::{HeaderValue, Uri, uri};

use super::error::{Error, ErrorKind, Result};
use super::operation::Service;

/// A URL of a service.
#[derive(Clone, Debug)]
pub(super) struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at the end.
    pub(super) path: String,
    /// The authority as the `host` header has it: without the port that the scheme implies.
    pub(super) host: HeaderValue,
}

impl Endpoint {
    /// Reads a URL.
    pub(super) fn parse(url: &str) -> Result<Self> {
        // A URL with user information may hold a password: not to be shown.
        if url.contains('@') {
            return Err(invalid("the endpoint must not contain user information"));
        }
        let uri: Uri = url.parse().map_err(|error| {
            invalid(format!("the endpoint `{url}` is not a URL")).with_source(error)
        })?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(invalid(format!(
                "the endpoint `{url}` must begin with `https://` or `http://`"
            )));
        };
        if *scheme != Scheme::HTTPS && *scheme != Scheme::HTTP {
            return Err(invalid(format!("the endpoint `{url}` is neither `https` nor `http`")));
        }
        if url.contains(['?', '#', '{']) {
            return Err(invalid(format!("the endpoint `{url}` must end with its path")));
        }
        let host = HeaderValue::from_str(host(scheme, authority)).map_err(|error| {
            invalid(format!("the endpoint `{url}` is not a URL")).with_source(error)
        })?;
        Ok(Self {
            scheme: scheme.clone(),
            authority: authority.clone(),
            path: uri.path().trim_end_matches('/').to_owned(),
            host,
        })
    }

    /// `template`, a URL with variables of the service, with values for some of them.
    pub(super) fn of(
        service: &Service,
        template: &str,
        values: &[(&'static str, String)],
    ) -> Result<Self> {
        let url = Self::filled(service, template, values)?;
        if !url.contains("://") {
            let message = "the description names no host: give the builder the whole URL as its \
                           `endpoint`";
            return Err(invalid(match url.as_str() {
                "" => message.to_owned(),
                path => format!("{message}, with the path `{path}`"),
            }));
        }
        Self::parse(&url)
    }

    /// The text of `template` with values for its variables.
    pub(super) fn filled(
        service: &Service,
        template: &str,
        values: &[(&'static str, String)],
    ) -> Result<String> {
        let mut url = template.to_owned();
        for (name, default) in service.variables {
            let given = values.iter().rfind(|(given, _)| given == name);
            if let Some((_, value)) = given
                && (value.is_empty() || !value.bytes().all(is_unreserved))
            {
                return Err(invalid(format!(
                    "`{value}` cannot stand for `{name}` in `{template}`; a whole URL goes to \
                     `endpoint`"
                )));
            }
            let value = given.map_or(*default, |(_, value)| value);
            let name = format!("{{{name}}}");
            if value.is_empty() && host_of(template).contains(&name) {
                return Err(invalid(format!(
                    "the description says nothing of `{name}` in `{template}`: give it to the \
                     builder, or the whole URL as its `endpoint`"
                )));
            }
            url = url.replace(&name, value);
        }
        Ok(url)
    }

    /// Another path on the same host.
    pub(super) fn with_path(&self, path: &str) -> Self {
        Self { path: path.trim_end_matches('/').to_owned(), ..self.clone() }
    }

    /// The host, and the port where it is not the one that the scheme implies.
    pub(super) fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// The host without a port.
    #[cfg(feature = "tracing")]
    pub(super) fn address(&self) -> &str {
        self.authority.host()
    }

    /// The port, that which the scheme implies if there is no other.
    #[cfg(feature = "tracing")]
    pub(super) fn port(&self) -> u16 {
        self.authority.port_u16().unwrap_or_else(|| implied_port(&self.scheme))
    }

    /// The URL of a path and a query on this host, as text.
    pub(super) fn url(&self, path_and_query: &str) -> String {
        format!("{}://{}{path_and_query}", self.scheme, self.authority)
    }

    /// The URI of a path and a query on this host.
    pub(super) fn uri(&self, path_and_query: String) -> Result<Uri, InvalidUri> {
        let mut parts = uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(path_and_query))?);
        Ok(Uri::from_parts(parts).expect("all three parts are there"))
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

fn host<'a>(scheme: &Scheme, authority: &'a Authority) -> &'a str {
    match authority.port_u16() {
        Some(port) if port != implied_port(scheme) => authority.as_str(),
        _ => authority.host(),
    }
}

fn implied_port(scheme: &Scheme) -> u16 {
    if *scheme == Scheme::HTTPS { 443 } else { 80 }
}

/// The scheme and the host of a URL.
fn host_of(url: &str) -> &str {
    let start = url.find("://").map_or(url.len(), |colon| colon + "://".len());
    let end = url[start..].find('/').map_or(url.len(), |slash| start + slash);
    if start == url.len() { "" } else { &url[..end] }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Configuration, message)
}

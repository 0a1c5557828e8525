//! Authorization by a key in a header, the query or a cookie (OpenAPI, Security Scheme Object,
//! type `apiKey`), or behind the name of a scheme (type `http`).

use std::time::SystemTime;

use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE};
use http::uri::PathAndQuery;
use http::{HeaderName, Uri};

use super::authorize::{Authorize, secret_value, unusable};
use super::encode;
use super::error::{Error, ErrorKind, Result};
use super::secret::Secret;
use super::transport::BoxFuture;

const WHAT: &str = "the API key";

/// Sends a key in a header, the query or a cookie, or behind the name of a scheme.
///
/// A name or a key that is empty, or that cannot stand there, is an error of the call.
#[derive(Clone, Debug)]
pub struct ApiKey {
    place: Place,
    name: String,
    key: Secret,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Header,
    Query,
    Cookie,
    Authorization,
}

impl ApiKey {
    /// Sends `key` in the header `name`.
    pub fn header(name: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self { place: Place::Header, name: name.into(), key: key.into() }
    }

    /// Sends `key` in the query parameter `name`, percent-encoded. Servers and proxies may write
    /// it into their logs.
    pub fn query(name: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self { place: Place::Query, name: name.into(), key: key.into() }
    }

    /// Sends `key` in the cookie `name`, behind the cookies of the call.
    pub fn cookie(name: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self { place: Place::Cookie, name: name.into(), key: key.into() }
    }

    /// Sends `key` in the header `authorization`, behind the name of a scheme (RFC 9110, section
    /// 11.4): `authorization: <scheme> <key>`.
    pub fn authorization(scheme: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self { place: Place::Authorization, name: scheme.into(), key: key.into() }
    }

    fn apply(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        if self.key.expose().is_empty() {
            return Err(unusable(WHAT));
        }
        match self.place {
            Place::Header => self.put_into_headers(request),
            Place::Query => self.put_into_query(request),
            Place::Cookie => self.put_into_cookies(request),
            Place::Authorization => self.put_behind_scheme(request),
        }
    }

    fn put_into_headers(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        let name = HeaderName::try_from(&self.name).map_err(|_| self.bad_name())?;
        request.headers_mut().insert(name, secret_value(self.key.expose(), WHAT)?);
        Ok(())
    }

    fn put_into_query(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        if self.name.is_empty() {
            return Err(self.bad_name());
        }
        let mut parts = std::mem::take(request.uri_mut()).into_parts();
        let mut target = parts.path_and_query.as_ref().map_or("/", PathAndQuery::as_str).to_owned();
        target.push(if target.contains('?') { '&' } else { '?' });
        encode::push_component(&mut target, &self.name);
        target.push('=');
        encode::push_component(&mut target, self.key.expose());
        // What is wrong with it would show the key.
        parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(|_| unusable(WHAT))?);
        *request.uri_mut() = Uri::from_parts(parts).map_err(|_| unusable(WHAT))?;
        Ok(())
    }

    fn put_into_cookies(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        if HeaderName::try_from(&self.name).is_err() {
            return Err(self.bad_name());
        }
        if !self.key.expose().bytes().all(is_cookie_octet) {
            return Err(unusable(WHAT));
        }
        let mut cookies = match request.headers().get(COOKIE) {
            Some(given) => format!("{}; ", given.to_str().map_err(|_| unusable("the cookie"))?),
            None => String::new(),
        };
        cookies.extend([&self.name, "=", self.key.expose()]);
        request.headers_mut().insert(COOKIE, secret_value(cookies, WHAT)?);
        Ok(())
    }

    fn put_behind_scheme(&self, request: &mut http::Request<Bytes>) -> Result<()> {
        // The names of schemes are of the same characters as those of headers.
        if HeaderName::try_from(&self.name).is_err() {
            return Err(self.bad_name());
        }
        let value = secret_value(format!("{} {}", self.name, self.key.expose()), WHAT)?;
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }

    fn bad_name(&self) -> Error {
        let message = format!("`{}` cannot be the name of an API key", self.name);
        Error::new(ErrorKind::Authorization, message)
    }
}

/// Whether a cookie may have this byte in its value (RFC 6265, section 4.1.1).
fn is_cookie_octet(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\')
}

impl Authorize for ApiKey {
    fn authorize<'a>(
        &'a self,
        request: &'a mut http::Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { self.apply(request) })
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Which requests go through a proxy.

use std::net::IpAddr;
use std::sync::Arc;

use http::{HeaderValue, Uri, uri::Scheme};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use super::error::{Error, ErrorKind, Result};

/// The proxies of a client. `Debug` shows no passwords.
#[derive(Clone, Debug)]
pub struct Proxies(Option<Arc<Rules>>);

#[derive(Debug)]
struct Rules {
    matcher: Matcher,
    /// Whether this machine is reached without a proxy, whatever the matcher says.
    spares_loopback: bool,
}

impl Proxies {
    /// Reads the environment now: `HTTPS_PROXY`, `HTTP_PROXY` and `ALL_PROXY` are the
    /// proxies, `NO_PROXY` the hosts that need none; also in lower case. `HTTP_PROXY` is not looked
    /// at in a CGI process, where a client may set it.
    ///
    /// `localhost`, `127.0.0.0/8` and `::1` are not given to a proxy, which would take them for
    /// itself.
    pub fn from_env() -> Self {
        Self::sparing_loopback(Matcher::from_env())
    }

    pub(super) fn sparing_loopback(matcher: Matcher) -> Self {
        Self(Some(Arc::new(Rules { matcher, spares_loopback: true })))
    }

    /// No proxy, even where the environment names one.
    pub fn none() -> Self {
        Self(None)
    }

    /// One proxy for everything, loopback addresses included: `http://user:password@proxy.example:3128`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if this is not the URL of an HTTP or HTTPS proxy.
    pub fn all(url: &str) -> Result<Self> {
        let matcher = Matcher::builder().all(url).build();
        let probe = Uri::from_static("https://host.invalid");
        match matcher.intercept(&probe).as_ref().and_then(|proxy| proxy.uri().scheme()) {
            Some(scheme) if *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS => {
                Ok(Self(Some(Arc::new(Rules { matcher, spares_loopback: false }))))
            }
            _ => Err(Error::new(
                ErrorKind::Configuration,
                "the proxy must be the URL of an HTTP or HTTPS proxy",
            )),
        }
    }

    pub(super) fn for_target(&self, target: &Uri) -> Option<Intercept> {
        let rules = self.0.as_ref()?;
        if rules.spares_loopback && is_loopback(target.host()?) {
            return None;
        }
        rules.matcher.intercept(target)
    }

    /// The `proxy-authorization` of a request that a proxy reads. Where there is TLS it reads only
    /// the request for a tunnel.
    pub(super) fn authorization_of_plain(&self, target: &Uri) -> Option<HeaderValue> {
        if target.scheme() != Some(&Scheme::HTTP) {
            return None;
        }
        self.for_target(target)?.basic_auth().cloned()
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

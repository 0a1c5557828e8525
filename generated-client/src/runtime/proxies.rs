//! Which requests go through a proxy.

use std::sync::Arc;

use http::{HeaderValue, Uri, uri::Scheme};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use super::error::{Error, ErrorKind, Result};

/// The proxies of a client. `Debug` shows no passwords.
#[derive(Clone, Debug)]
pub struct Proxies(Arc<Matcher>);

impl Proxies {
    /// As the environment says, read now: `HTTPS_PROXY`, `HTTP_PROXY` and `ALL_PROXY` are the
    /// proxies, `NO_PROXY` the hosts that need none; also in lower case. `HTTP_PROXY` is not looked
    /// at in a CGI process, where a client may set it.
    pub fn from_env() -> Self {
        Self(Arc::new(Matcher::from_env()))
    }

    /// No proxy, whatever the environment says.
    pub fn none() -> Self {
        Self(Arc::new(Matcher::builder().build()))
    }

    /// One proxy for everything: `http://user:password@proxy.example:3128`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if this is not the URL of an HTTP or HTTPS proxy.
    pub fn all(url: &str) -> Result<Self> {
        let matcher = Matcher::builder().all(url).build();
        let probe = Uri::from_static("https://host.invalid");
        match matcher.intercept(&probe).as_ref().and_then(|proxy| proxy.uri().scheme()) {
            Some(scheme) if *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS => {
                Ok(Self(Arc::new(matcher)))
            }
            _ => Err(Error::new(
                ErrorKind::Configuration,
                "the proxy must be the URL of an HTTP or HTTPS proxy",
            )),
        }
    }

    pub(super) fn for_target(&self, target: &Uri) -> Option<Intercept> {
        self.0.intercept(target)
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

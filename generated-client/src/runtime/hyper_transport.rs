//! The transport over hyper and rustls.

use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper_util::client::legacy;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::runtime::Handle;

use super::hyper_connect::{self, Connector};
use super::proxies::Proxies;
use super::transport::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection is kept that nothing is sent over.
const IDLE_TIMEOUT: Duration = Duration::from_secs(50);

type Client = legacy::Client<Connector, Full<Bytes>>;

/// HTTP/1.1 over TCP or TLS, with the root certificates of Mozilla.
///
/// Connections are kept and used again. The cryptography is that of `ring`, and no process-wide
/// setting is made for it. Needs a Tokio runtime with IO and time to send, not to be made.
pub struct HyperTransport {
    connect_timeout: Duration,
    proxies: Proxies,
    client: OnceLock<Client>,
}

impl HyperTransport {
    /// A transport that takes its proxies from the environment, see [`Proxies::from_env`].
    pub fn new() -> Self {
        Self {
            connect_timeout: CONNECT_TIMEOUT,
            proxies: Proxies::from_env(),
            client: OnceLock::new(),
        }
    }

    /// The time to open a connection, TLS and proxy included. 10 seconds by default.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The proxies to use, in place of those of the environment.
    #[must_use]
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.proxies = proxies;
        self
    }

    fn client(&self) -> &Client {
        self.client.get_or_init(|| {
            legacy::Client::builder(TokioExecutor::new())
                .pool_idle_timeout(IDLE_TIMEOUT)
                .pool_timer(TokioTimer::new())
                .build(hyper_connect::connector(self.proxies.clone(), self.connect_timeout))
        })
    }
}

impl Default for HyperTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport")
            .field("connect_timeout", &self.connect_timeout)
            .field("proxies", &self.proxies)
            .finish_non_exhaustive()
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        mut request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        if let Some(authorization) = self.proxies.authorization_of_plain(request.uri()) {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization);
        }
        let answer = self.client().request(request.map(Full::new));
        Box::pin(async move {
            if Handle::try_current().is_err() {
                let message = "there is no Tokio runtime here";
                return Err(TransportError::new(TransportErrorKind::Refused, message));
            }
            let answer = answer.await.map_err(|error| {
                let kind = if error.is_connect() {
                    TransportErrorKind::Connect
                } else {
                    TransportErrorKind::Io
                };
                TransportError::new(kind, error)
            })?;
            read(answer, limits).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            // Where there is no runtime nothing is sent, so there is nothing to wait for.
            if Handle::try_current().is_ok() {
                tokio::time::sleep(duration).await;
            }
        })
    }
}

async fn read(
    answer: http::Response<Incoming>,
    limits: Limits,
) -> Result<http::Response<Bytes>, TransportError> {
    let (parts, body) = answer.into_parts();
    match Limited::new(body, limits.response_size).collect().await {
        Ok(body) => Ok(http::Response::from_parts(parts, body.to_bytes())),
        Err(error) => {
            let kind = if error.is::<LengthLimitError>() {
                TransportErrorKind::TooLarge
            } else {
                TransportErrorKind::Io
            };
            Err(TransportError::new(kind, error))
        }
    }
}

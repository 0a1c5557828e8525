// @generated: part of the runtime that the generator copies. Do not edit.

//! The transport over hyper and rustls.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::header::{CONTENT_LENGTH, PROXY_AUTHORIZATION};
use http::{HeaderValue, Method};
use http_body_util::{BodyDataStream, BodyExt, Either, Full, LengthLimitError, Limited};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper_util::client::legacy;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::runtime::Handle;

use super::hyper_connect::{self, Connector};
use super::proxies::Proxies;
use super::transport::{
    BodyStream, BoxFuture, Limits, Transport, TransportError, TransportErrorKind,
};
use super::upload_stream::{BoxError, UploadStream};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection is kept that nothing is sent over.
const IDLE_TIMEOUT: Duration = Duration::from_secs(50);

type HyperClient = legacy::Client<Connector, Either<Full<Bytes>, Outgoing>>;

/// HTTP/1.1 over TCP or TLS, with the root certificates of Mozilla.
///
/// Connections are kept and used again. The cryptography is that of `ring`, and no process-wide
/// setting is made for it. Needs a Tokio runtime with IO and time to send, not to be made.
pub struct HyperTransport {
    connect_timeout: Duration,
    proxies: Proxies,
    client: OnceLock<HyperClient>,
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

    fn client(&self) -> &HyperClient {
        self.client.get_or_init(|| {
            legacy::Client::builder(TokioExecutor::new())
                .pool_idle_timeout(IDLE_TIMEOUT)
                .pool_timer(TokioTimer::new())
                .build(hyper_connect::connector(self.proxies.clone(), self.connect_timeout))
        })
    }

    /// Sends `request` until the head of its response is there.
    fn request(
        &self,
        mut request: http::Request<Either<Full<Bytes>, Outgoing>>,
    ) -> impl Future<Output = Result<http::Response<Incoming>, TransportError>> + use<> {
        if let Some(authorization) = self.proxies.authorization_of_plain(request.uri()) {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization);
        }
        complete(&mut request);
        let response = self.client().request(request);
        async move {
            if Handle::try_current().is_err() {
                let message = "no Tokio runtime is running here";
                return Err(TransportError::new(TransportErrorKind::Refused, message));
            }
            response.await.map_err(|error| {
                let kind = if error.is_connect() {
                    TransportErrorKind::Connect
                } else {
                    TransportErrorKind::Io
                };
                TransportError::new(kind, error)
            })
        }
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
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        let response = self.request(request.map(|body| Either::Left(Full::new(body))));
        Box::pin(async move { read(response.await?, limits).await })
    }

    fn open(
        &self,
        request: http::Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let response = self.request(request.map(|body| Either::Left(Full::new(body))));
        Box::pin(async move { Ok(response.await?.map(chunks)) })
    }

    fn upload(
        &self,
        request: http::Request<UploadStream>,
        _limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let response = self.request(request.map(|body| Either::Right(Outgoing(body))));
        Box::pin(async move { Ok(response.await?.map(chunks)) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            // Where there is no runtime nothing is sent, so there is nothing to wait for.
            if Handle::try_current().is_ok() {
                tokio::time::sleep(duration).await;
            }
        })
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }
}

/// Says that there is no body where one is expected (RFC 9110, section 8.6), which hyper does not: a
/// server may refuse a request of unknown length.
fn complete<B: Body>(request: &mut http::Request<B>) {
    let expects_body = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
    if expects_body && request.body().size_hint().exact() == Some(0) {
        request.headers_mut().entry(CONTENT_LENGTH).or_insert(HeaderValue::from_static("0"));
    }
}

async fn read(
    response: http::Response<Incoming>,
    limits: Limits,
) -> Result<http::Response<Bytes>, TransportError> {
    let (parts, body) = response.into_parts();
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

/// The body of a request as it is sent.
struct Outgoing(UploadStream);

impl Body for Outgoing {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Pin::new(&mut self.0).poll_next(context).map_ok(Frame::data)
    }

    fn size_hint(&self) -> SizeHint {
        self.0.length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

fn chunks(body: Incoming) -> BodyStream {
    Box::pin(Chunks(body.into_data_stream()))
}

/// The body of a response as it comes.
struct Chunks(BodyDataStream<Incoming>);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = Pin::new(&mut self.0).poll_next(context);
        chunk.map_err(|error| TransportError::new(TransportErrorKind::Io, error))
    }
}

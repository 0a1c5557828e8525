// @generated: part of the runtime that the generator copies. Do not edit.

//! Connections for hyper: direct or through a proxy, with TLS or without.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::crypto::ring;
use tokio::net::TcpStream;
use tower_service::Service;

use super::proxies::Proxies;
use super::transport::BoxFuture;
use super::upload_stream::BoxError;

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

/// Connects to the host of a URI, within a time.
#[derive(Clone)]
pub(super) struct Connector {
    inner: HttpsConnector<Route>,
    timeout: Duration,
}

pub(super) fn connector(proxies: Proxies, timeout: Duration) -> Connector {
    let provider = Arc::new(ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring has the cipher suites of TLS 1.2 and 1.3")
        .with_webpki_roots()
        .with_no_client_auth();
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    let to_proxy = HttpsConnector::from((tcp.clone(), tls.clone()));
    let route = Route { tcp, to_proxy, proxies };
    let inner = HttpsConnector::from((route, tls));
    Connector { inner, timeout }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Conn>;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let connecting = self.inner.call(target);
        let timeout = self.timeout;
        Box::pin(async move {
            match tokio::time::timeout(timeout, connecting).await {
                Ok(connection) => connection,
                Err(elapsed) => Err(elapsed.into()),
            }
        })
    }
}

/// Opens the connection that HTTP, or TLS, is then spoken over.
#[derive(Clone)]
struct Route {
    tcp: HttpConnector,
    to_proxy: HttpsConnector<HttpConnector>,
    proxies: Proxies,
}

impl Service<Uri> for Route {
    type Response = Conn;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Conn, BoxError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.to_proxy.poll_ready(context)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        match self.proxies.for_target(&target) {
            None => {
                let connecting = self.tcp.call(target);
                Box::pin(async { Ok(Conn::direct(MaybeHttpsStream::Http(connecting.await?))) })
            }
            Some(proxy) => self.through(&proxy, target),
        }
    }
}

impl Route {
    fn through(
        &mut self,
        proxy: &Intercept,
        target: Uri,
    ) -> BoxFuture<'static, Result<Conn, BoxError>> {
        let scheme = proxy.uri().scheme_str().unwrap_or_default();
        if !matches!(scheme, "http" | "https") {
            let message = format!("proxies of the kind `{scheme}` are not supported");
            return Box::pin(async { Err(message.into()) });
        }
        if target.scheme() == Some(&Scheme::HTTP) {
            let connecting = self.to_proxy.call(proxy.uri().clone());
            return Box::pin(async { Ok(Conn::forwarding(connecting.await?)) });
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), self.to_proxy.clone());
        if let Some(authorization) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let connecting = tunnel.call(target);
        Box::pin(async { Ok(Conn::direct(connecting.await?)) })
    }
}

/// A connection to a server, or to a proxy that forwards what it reads.
pub(super) struct Conn {
    stream: Stream,
    forwards: bool,
}

impl Conn {
    fn direct(stream: Stream) -> Self {
        Self { stream, forwards: false }
    }

    fn forwarding(stream: Stream) -> Self {
        Self { stream, forwards: true }
    }
}

impl Connection for Conn {
    /// Tells hyper whether requests need absolute URIs.
    fn connected(&self) -> Connected {
        Connected::new().proxy(self.forwards)
    }
}

impl Read for Conn {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for Conn {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }
}

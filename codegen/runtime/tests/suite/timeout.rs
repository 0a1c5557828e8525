//! Time limits, with a timer that is up or never ends.

use std::error::Error as _;
use std::future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use client_runtime::transport::whole_body_stream;
use client_runtime::{
    BodyStream, BoxFuture, Core, ErrorKind, Limits, RequestOptions, Transport, TransportError,
};
use http::{Request, Response};

use super::service::{LIST, SHARE, builder, fail, send};

/// A time that is over at once; every other never is.
const SHORT: Duration = Duration::from_millis(1);

/// Answers with this status, or not at all.
struct Server(Option<u16>);

impl Transport for Server {
    fn send(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        match self.0 {
            None => Box::pin(future::pending()),
            Some(status) => {
                let mut response = Response::new(Bytes::from("{}"));
                *response.status_mut() = status.try_into().unwrap();
                Box::pin(future::ready(Ok(response)))
            }
        }
    }

    fn open(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        let response = self.send(request, limits);
        Box::pin(async move { Ok(response.await?.map(whole_body_stream)) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::pending())
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration == SHORT { Box::pin(future::ready(())) } else { Box::pin(future::pending()) }
    }
}

fn client(server: Server, options: RequestOptions) -> Core {
    builder().transport(server).options(options).build().unwrap()
}

#[tokio::test]
async fn a_call_ends_with_its_time() {
    let client = client(Server(None), RequestOptions::new().timeout(SHORT));
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.attempts(), 1);
    assert!(error.is_retryable());
    assert_eq!(error.to_string(), "listImages: the time for the call is over");
}

#[tokio::test]
async fn an_attempt_ends_with_its_time() {
    let client = client(Server(None), RequestOptions::new().attempt_timeout(SHORT));
    let error = fail(client.call(&SHARE).path("m-1")).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(!error.is_retryable());
    assert_eq!(error.to_string(), "shareImage: the time for an attempt is over");
}

#[tokio::test]
async fn a_pause_ends_with_the_time_of_the_call() {
    let client = client(Server(Some(503)), RequestOptions::new().timeout(SHORT));
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.source().unwrap().to_string(), "listImages: 503: Service Unavailable");
}

/// Fails once, and does not answer again.
struct Fading(AtomicBool);

impl Transport for Fading {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        let has_failed = self.0.swap(true, Ordering::Relaxed);
        Server((!has_failed).then_some(503)).send(request, limits)
    }

    fn open(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        let response = self.send(request, limits);
        Box::pin(async move { Ok(response.await?.map(whole_body_stream)) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::ready(()))
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Server(None).deadline(duration)
    }
}

#[tokio::test]
async fn a_repetition_that_is_cut_off_names_the_failure_before() {
    let options = RequestOptions::new().timeout(SHORT);
    let client = builder().transport(Fading(AtomicBool::new(false))).options(options).build();
    let error = fail(client.unwrap().call(&LIST)).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    assert_eq!(error.to_string(), "listImages: the time for the call is over");
    assert_eq!(error.source().unwrap().to_string(), "listImages: 503: Service Unavailable");
}

#[tokio::test]
async fn a_transport_is_tested_by_limits_of_its_own() {
    let limits = Limits::new(9);
    assert_eq!(limits.response_size, 9);
    let response = Server(Some(204)).send(Request::new(Bytes::new()), limits).await.unwrap();
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn a_response_in_time_is_a_response() {
    let options = RequestOptions::new().timeout(SHORT).attempt_timeout(SHORT);
    send(client(Server(Some(200)), options).call(&LIST)).await.unwrap();
}

#[tokio::test]
async fn a_closure_is_a_transport_without_a_timer() {
    let slow = |_: Request<Bytes>| async {
        tokio::task::yield_now().await;
        Ok(Response::new(Bytes::from("{}")))
    };
    let client = builder().transport(slow).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
}

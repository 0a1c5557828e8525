//! Responses that are read while they come, as bytes.

use std::error::Error as _;
use std::future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{
    BodyStream, BoxFuture, ByteStream, Call, Error, ErrorKind, EventStream, JsonLines, Limits,
    RequestOptions, Response, Transport, TransportError, TransportErrorKind,
};
use futures_core::Stream;
use http::{Request, StatusCode};

use super::service::{LIST, SHARE, builder, client, list_replies, replies_to, status};

/// The pieces of a stream, and the error it ends in.
async fn read(stream: &mut ByteStream) -> (Vec<Bytes>, Option<Error>) {
    let mut pieces = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(Some(piece)) => pieces.push(piece),
            Ok(None) => return (pieces, None),
            Err(error) => return (pieces, Some(error)),
        }
    }
}

fn call(reply: Reply) -> Call {
    client(&list_replies([reply])).call(&LIST)
}

#[tokio::test]
async fn a_stream_gives_the_pieces_of_the_response() {
    let reply = Reply::json(StatusCode::ACCEPTED, "").with_chunks(["镜", "像", "!"]);
    let response = call(reply).send_stream().await.unwrap();
    assert_eq!(response.status(), StatusCode::ACCEPTED);
    assert_eq!(response.headers()["content-type"], "application/json");
    let mut stream = response.into_body();
    let (pieces, error) = read(&mut stream).await;
    assert_eq!(pieces, ["镜", "像", "!"]);
    assert!(error.is_none());
    assert!(stream.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_response_that_comes_in_pieces_can_be_read_as_a_whole() {
    let response = call(status(200).with_chunks(["a", "b"])).send_bytes().await.unwrap();
    assert_eq!(response.body().as_ref(), b"ab");
    let reply = status(200).with_chunks(["a", "b"]).cut_off(TransportErrorKind::Io);
    let error = call(reply.repeated()).send_bytes().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_request_is_repeated_until_a_response_begins() {
    let mock = list_replies([
        status(503).with_chunks(["{\"code\":", "\"Busy\"}"]),
        Reply::failure(TransportErrorKind::Connect),
        status(200).with_body("a"),
    ]);
    let mut response = client(&mock).call(&LIST).send_stream().await.unwrap().into_body();
    assert_eq!(mock.requests().len(), 3);
    assert_eq!(mock.pauses().len(), 2);
    assert!(mock.requests().iter().all(|request| request.headers().contains_key("authorization")));
    assert_eq!(read(&mut response).await.0, ["a"]);
}

#[tokio::test]
async fn an_error_status_is_read_as_a_whole() {
    let reply = status(404).with_chunks(["{\"code\":\"NoSuchImage\",", "\"message\":\"none\"}"]);
    let error = call(reply).send_stream().await.unwrap_err();
    assert_eq!(error.to_string(), "listImages: 404: NoSuchImage: none");
    assert_eq!(error.body().unwrap(), r#"{"code":"NoSuchImage","message":"none"}"#);
}

#[tokio::test]
async fn the_limit_of_a_response_is_for_errors_alone() {
    let options = || RequestOptions::new().max_response_size(3);
    let open = async |reply: Reply| {
        let client = builder().transport(list_replies([reply])).options(options()).build().unwrap();
        client.call(&LIST).send_stream().await
    };
    let mut response = open(status(200).with_chunks(["1234", "5678"])).await.unwrap().into_body();
    assert_eq!(read(&mut response).await.0, ["1234", "5678"]);
    let error = open(status(400).with_chunks(["12", "34"])).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
    assert_eq!(error.to_string(), "listImages: the response is larger than 3 bytes");
}

#[tokio::test]
async fn a_stream_that_fails_says_of_which_response_it_is() {
    let broken = |reply: Reply| {
        reply
            .with_header("x-bce-request-id".try_into().unwrap(), "id-1".try_into().unwrap())
            .with_chunks(["a"])
            .cut_off(TransportErrorKind::Io)
    };
    let mut response = call(broken(status(200))).send_stream().await.unwrap().into_body();
    let (pieces, error) = read(&mut response).await;
    assert_eq!(pieces, ["a"]);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "listImages: the connection failed (request id id-1)");
    assert_eq!(error.source().unwrap().to_string(), "a prepared failure");
    assert_eq!((error.status(), error.attempts()), (Some(StatusCode::OK), 1));
    assert!(error.is_retryable());
    assert!(response.try_next().await.unwrap().is_none());

    let mock = replies_to(&SHARE, "/v2/image/m-1", [broken(status(200))]);
    let mut response =
        client(&mock).call(&SHARE).path("m-1").send_stream().await.unwrap().into_body();
    assert!(!read(&mut response).await.1.unwrap().is_retryable());
}

#[tokio::test]
async fn a_call_that_cannot_be_sent_names_its_operation() {
    let error = call(status(200)).path("..").send_stream().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().starts_with("listImages: "), "{error}");
}

#[tokio::test]
async fn a_transport_that_reads_everything_gives_one_piece() {
    let closure = |_: Request<Bytes>| async { Ok(http::Response::new(Bytes::from_static(b"ab"))) };
    let client = builder().transport(closure).build().unwrap();
    let mut response = client.call(&LIST).send_stream().await.unwrap().into_body();
    assert_eq!(read(&mut response).await.0, ["ab"]);
}

/// Begins a response with one piece, and says no more.
struct Stalling;

/// Gives a piece once, then nothing.
struct Stalled(Option<Bytes>);

impl Stream for Stalled {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.take() {
            Some(piece) => Poll::Ready(Some(Ok(piece))),
            None => Poll::Pending,
        }
    }
}

impl Transport for Stalling {
    fn send(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(future::pending())
    }

    fn open(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let body: BodyStream = Box::pin(Stalled(Some(Bytes::from_static(b"data: 1\n\nda"))));
        Box::pin(future::ready(Ok(http::Response::new(body))))
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::pending())
    }

    /// One hour is the time of a call here; every other is over at once.
    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        match duration == HOUR {
            true => Box::pin(future::pending()),
            false => Box::pin(future::ready(())),
        }
    }
}

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn the_wait_for_a_piece_has_the_time_of_an_attempt() {
    let options = RequestOptions::new().attempt_timeout(Duration::from_secs(1)).timeout(HOUR);
    let client = builder().transport(Stalling).options(options).build().unwrap();
    let mut response = client.call(&LIST).send_stream().await.unwrap().into_body();
    let (pieces, error) = read(&mut response).await;
    assert_eq!(pieces.len(), 1);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "listImages: the time for the next piece of the response is over"
    );
    assert!(error.is_retryable());
    assert!(response.try_next().await.unwrap().is_none());

    let mut events = client.call(&LIST).send_events::<i32>().await.unwrap().into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(1));
    assert_eq!(events.try_next().await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(events.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn streams_are_named_types_that_move_freely() {
    fn check<T: Unpin + Send + Stream + std::fmt::Debug>(stream: &T) -> String {
        format!("{stream:?}")
    }
    let mock = MockTransport::new().get("/v2/image", status(200).with_body("secret").repeated());
    let call = || client(&mock).call(&LIST);
    let bytes: Response<ByteStream> = call().send_stream().await.unwrap();
    let events: Response<EventStream<String>> = call().send_events().await.unwrap();
    let lines: Response<JsonLines<String>> = call().send_lines().await.unwrap();
    for shown in [check(bytes.body()), check(events.body()), check(lines.body())] {
        assert!(shown.contains("listImages") && !shown.contains("secret"), "{shown}");
    }
}

//! Content that is sent while it comes.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use client_runtime::hyper_transport::HyperTransport;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::proxies::Proxies;
use client_runtime::{
    BodyStream, BoxFuture, Call, Core, Error, ErrorKind, FilePart, Limits, Operation,
    RequestOptions, Transport, TransportError, TransportErrorKind, Upload, UploadStream,
};
use futures_core::Stream;
use http::{Request, Response, StatusCode};

use super::server::{Server, response};
use super::service::{CREATE, builder, client, fail, ok, replies_to, send, status};

const BYTES: &str = "application/octet-stream";

/// Ready pieces, each a text.
struct Texts(VecDeque<io::Result<Bytes>>);

impl Texts {
    fn new(texts: &[&'static str]) -> Self {
        Self(texts.iter().map(|text| Ok(Bytes::from(*text))).collect())
    }

    fn and_an_error(mut self) -> Self {
        self.0.push_back(Err(io::Error::other("the disk is gone")));
        self
    }
}

impl Stream for Texts {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

fn hello() -> Upload {
    Upload::stream(Texts::new(&["he", "", "llo"]))
}

fn over_hyper(server: &Server) -> Core {
    let transport = HyperTransport::new().proxies(Proxies::none());
    builder().endpoint(server.url()).transport(transport).build().unwrap()
}

/// The request that a server reads when this content is sent.
async fn sent(upload: Upload) -> String {
    let server = Server::answering(response("200 OK", "", "{}")).await;
    send(over_hyper(&server).call(&CREATE).bytes(BYTES, &upload)).await.unwrap();
    server.requests().remove(0).remove(0)
}

#[tokio::test]
async fn a_stream_of_known_length_has_a_content_length() {
    let request = sent(hello().with_length(5)).await;
    assert!(request.contains("\r\ncontent-length: 5\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\nhello"), "{request}");
    let empty = sent(Upload::stream(Texts::new(&[])).with_length(0)).await;
    assert!(empty.contains("\r\ncontent-length: 0\r\n"), "{empty}");
}

#[tokio::test]
async fn a_stream_of_unknown_length_goes_in_chunks() {
    let request = sent(hello()).await;
    assert!(request.contains("\r\ntransfer-encoding: chunked\r\n"), "{request}");
    assert!(!request.contains("content-length"), "{request}");
    assert!(request.ends_with("\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"), "{request}");
}

#[tokio::test]
async fn a_stream_that_is_not_as_long_as_it_says_is_an_error() {
    for (length, problem) in [(4, "more bytes"), (6, "fewer bytes")] {
        let server = Server::answering(response("200 OK", "", "{}")).await;
        let upload = hello().with_length(length);
        let error = fail(over_hyper(&server).call(&CREATE).bytes(BYTES, &upload)).await;
        assert_eq!(error.kind(), ErrorKind::Transport);
        let problem = format!("the stream has {problem} than its length says");
        assert!(error.to_string().contains(&problem), "{error}");
        assert_eq!(server.requests().concat(), [""; 0], "no request is complete");
    }
}

#[tokio::test]
async fn a_file_is_read_for_each_attempt() {
    let path = std::env::temp_dir().join(format!("upload-{}", std::process::id()));
    let text = "0123456789".repeat(20_000);
    std::fs::write(&path, &text).unwrap();
    let upload = Upload::file(&path).unwrap();
    assert_eq!(upload.length(), Some(200_000));
    for _ in 0..2 {
        let request = sent(upload.clone()).await;
        assert!(request.contains("\r\ncontent-length: 200000\r\n"));
        assert!(request.ends_with(&text));
    }
    std::fs::remove_file(&path).unwrap();
    assert_eq!(Upload::file(&path).unwrap_err().kind(), io::ErrorKind::NotFound);
}

#[tokio::test]
async fn a_part_may_be_a_stream() {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let file = FilePart::new(hello()).file_name("a.txt");
    let call = client(&mock).call(&CREATE);
    send(call.file_part("a", "text/plain", &file).text_part("b", None, &"x")).await.unwrap();
    let request = mock.requests().remove(0);
    let body = String::from_utf8_lossy(request.body()).into_owned();
    let head = "content-disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n";
    assert!(body.contains(&format!("{head}content-type: text/plain\r\n\r\nhello\r\n--")), "{body}");
    assert!(body.contains("name=\"b\"\r\n\r\nx\r\n--"), "{body}");
    let boundary = body.lines().next().unwrap().trim_start_matches("--");
    assert_eq!(
        request.headers()["content-type"],
        format!("multipart/form-data; boundary={boundary}")
    );
}

#[tokio::test]
async fn parts_of_known_length_have_a_length_together() {
    let server = Server::answering(response("200 OK", "", "{}")).await;
    let file = FilePart::new(hello().with_length(5));
    let call = over_hyper(&server).call(&CREATE).file_part("a", "text/plain", &file);
    send(call.text_part("b", None, &"x")).await.unwrap();
    let request = server.requests().remove(0).remove(0);
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("\r\ncontent-length: {}", body.len())), "{request}");
}

/// The operation, with a token that makes repetitions safe.
fn with_token(mock: &MockTransport, upload: &Upload) -> Call {
    client(mock).call(&CREATE).query("clientToken", "t").bytes(BYTES, upload)
}

fn replies(replies: impl IntoIterator<Item = Reply>) -> MockTransport {
    replies_to(&Operation { ..CREATE }, "/v2/image?clientToken=t", replies)
}

#[tokio::test]
async fn content_that_can_be_made_again_is_sent_again() {
    let opened = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&opened);
    let upload = Upload::repeatable(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        Texts::new(&["he", "llo"])
    });
    let mock = replies([status(503), ok()]);
    send(with_token(&mock, &upload)).await.unwrap();
    let bodies: Vec<_> = mock.requests().into_iter().map(Request::into_body).collect();
    assert_eq!(bodies, ["hello", "hello"]);
    assert_eq!(opened.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_single_stream_is_not_sent_twice() {
    let mock = replies([status(503), ok()]);
    let error = fail(with_token(&mock, &hello())).await;
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!(mock.replies_left(), 1);
}

/// Fails to connect at the first attempt.
struct SlowStart(MockTransport, AtomicUsize);

impl Transport for SlowStart {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        self.0.send(request, limits)
    }

    fn open(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        self.0.open(request, limits)
    }

    fn upload(
        &self,
        request: Request<UploadStream>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        if self.1.fetch_add(1, Ordering::Relaxed) == 0 {
            let error = TransportError::new(TransportErrorKind::Connect, "refused");
            return Box::pin(std::future::ready(Err(error)));
        }
        self.0.upload(request, limits)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.deadline(duration)
    }
}

#[tokio::test]
async fn a_single_stream_is_sent_if_nothing_of_it_was() {
    let mock = replies([ok()]);
    let transport = SlowStart(mock.clone(), AtomicUsize::new(0));
    let client = builder().transport(transport).build().unwrap();
    let call = client.call(&CREATE).query("clientToken", "t");
    send(call.bytes(BYTES, &hello())).await.unwrap();
    assert_eq!(mock.requests()[0].body(), "hello");
}

#[tokio::test]
async fn the_error_of_a_stream_is_the_error_of_the_call() {
    let server = Server::answering(response("200 OK", "", "{}")).await;
    let upload = Upload::stream(Texts::new(&["he"]).and_an_error());
    let error = fail(over_hyper(&server).call(&CREATE).bytes(BYTES, &upload)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.to_string().ends_with("the disk is gone"), "{error}");
}

#[tokio::test]
async fn a_transport_that_sends_no_streams_says_so() {
    let transport = |_: Request<Bytes>| async { Ok(Response::new(Bytes::from("{}"))) };
    let client = builder().transport(transport).build().unwrap();
    let error: Error = fail(client.call(&CREATE).bytes(BYTES, &hello())).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.to_string().contains("the transport does not send streams"), "{error}");
    send(client.call(&CREATE).bytes(BYTES, &"hello".into())).await.unwrap();
}

/// A stream that brings a piece at every other poll.
struct Slow(u8);

impl Stream for Slow {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0 -= 1;
        match self.0 {
            0 => Poll::Ready(None),
            left if left % 2 == 0 => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            _ => Poll::Ready(Some(Ok(Bytes::from("x")))),
        }
    }
}

#[tokio::test]
async fn an_upload_may_take_long_if_it_goes_on() {
    let options = RequestOptions::new().attempt_timeout(Duration::from_secs(1));
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    // The time of an attempt ends at once there.
    let client = builder().transport(mock.clone()).options(options.clone()).build().unwrap();
    send(client.call(&CREATE).bytes(BYTES, &Upload::stream(Slow(8)))).await.unwrap();
    assert_eq!(mock.requests()[0].body(), "xxxx");

    struct Stuck;

    impl Stream for Stuck {
        type Item = io::Result<Bytes>;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Pending
        }
    }

    let client = builder().transport(mock).options(options).build().unwrap();
    let error = fail(client.call(&CREATE).bytes(BYTES, &Upload::stream(Stuck))).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[test]
fn content_is_compared_and_shown_without_being_read() {
    assert_eq!(Upload::from("a"), Upload::from(b"a"));
    assert_ne!(Upload::from("a"), Upload::from("b"));
    let stream = hello().with_length(5);
    assert_eq!(stream, stream.clone());
    assert_ne!(stream, hello().with_length(5));
    assert_eq!(format!("{stream:?}"), "Upload { length: Some(5), .. }");
    assert_eq!(Upload::from("a").as_bytes().unwrap(), "a");
    assert_eq!(stream.as_bytes(), None);
}

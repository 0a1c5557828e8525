//! The transport over hyper, against a server on the loopback interface.

use std::time::Duration;

use client_runtime::hyper_transport::HyperTransport;
use client_runtime::proxies::Proxies;
use client_runtime::{Core, ErrorKind, RequestOptions, RetryPolicy, Transport};
use http::StatusCode;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use super::server::{Server, response};
use super::service::{CREATE, LIST, SHARE, builder, fail, send};

/// Long enough for nothing to be slow, short enough to wait for.
const SHORT: Duration = Duration::from_millis(50);

fn transport() -> HyperTransport {
    HyperTransport::new().proxies(Proxies::none())
}

fn client(url: impl Into<String>, options: RequestOptions) -> Core {
    builder()
        .endpoint(url)
        .transport(transport())
        .options(options.retry(RetryPolicy::none()))
        .build()
        .unwrap()
}

#[tokio::test]
async fn connections_are_used_again() {
    let server =
        Server::answering(response("200 OK", "x-bce-request-id: id-1\r\n", r#"{"a":1}"#)).await;
    let client = client(server.url(), RequestOptions::new());
    for _ in 0..3 {
        let response = send(client.call(&LIST)).await.unwrap();
        assert_eq!(response.body()["a"], 1);
        assert_eq!(response.request_id(), Some("id-1"));
    }
    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].len(), 3);
}

#[tokio::test]
async fn a_request_goes_over_the_wire_as_it_is_signed() {
    let server = Server::answering(response("200 OK", "", "{}")).await;
    let client = client(server.url(), RequestOptions::new());
    send(client.call(&SHARE).path("镜/像").body_field("account", "a")).await.unwrap();

    let request = server.requests().remove(0).remove(0);
    let host = server.url().replace("http://", "");
    assert!(request.starts_with("POST /v2/image/%E9%95%9C%2F%E5%83%8F?share HTTP/1.1\r\n"));
    assert_eq!(request.matches(&format!("host: {host}\r\n")).count(), 1);
    assert!(request.contains("/content-type;host;x-bce-date/"));
    assert!(request.ends_with("\r\n\r\n{\"account\":\"a\"}"), "{request}");
}

#[tokio::test]
async fn a_request_says_that_it_has_no_body_where_one_is_expected() {
    let server = Server::answering(response("200 OK", "", "{}")).await;
    let client = client(server.url(), RequestOptions::new());
    send(client.call(&CREATE)).await.unwrap();
    send(client.call(&CREATE).bytes("text/plain", &"".into())).await.unwrap();
    send(client.call(&CREATE).body_object()).await.unwrap();
    send(client.call(&LIST)).await.unwrap();
    let requests = server.requests().remove(0);
    let lengths: Vec<_> = requests
        .iter()
        .map(|request| {
            let lines = request.lines().filter_map(|line| line.strip_prefix("content-length: "));
            lines.collect::<Vec<_>>().join(", ")
        })
        .collect();
    assert_eq!(lengths, ["0", "0", "2", ""], "{requests:?}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::answering(response("200 OK", "", "")).await;
    let location = format!("location: {}\r\n", elsewhere.url());
    let server = Server::answering(response("302 Found", &location, "")).await;
    let error = fail(client(server.url(), RequestOptions::new()).call(&LIST)).await;
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert!(error.message().contains(&elsewhere.url()), "{error}");
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn a_response_is_not_read_beyond_the_limit() {
    // The server announces more than it sends: only a limit ends the reading.
    let endless = "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n0123456789";
    let server = Server::answering(endless).await;
    let client = client(server.url(), RequestOptions::new().max_response_size(9));
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_left() {
    let server = Server::answering("").await;
    let client = client(server.url(), RequestOptions::new().attempt_timeout(SHORT));
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(server.requests()[0].len(), 1);
}

#[tokio::test]
async fn a_lost_connection_may_have_delivered_the_request() {
    let server = Server::hanging_up().await;
    let client = client(server.url(), RequestOptions::new());
    let error = fail(client.call(&SHARE).path("m-1")).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(!error.is_retryable());
    let error = fail(client.call(&CREATE)).await;
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_connection_that_is_not_opened_has_delivered_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let url = format!("http://{address}");
    drop(listener);
    let error = fail(client(url, RequestOptions::new()).call(&SHARE).path("m-1")).await;
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.message(), format!("cannot connect to {address}: Connection refused"));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_server_without_tls_is_not_connected_to() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let greeting = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"220 mail.example.com ESMTP\r\n").await.unwrap();
        stream
    };
    let client = client(url, RequestOptions::new());
    let (_stream, error) = tokio::join!(greeting, fail(client.call(&LIST)));
    assert_eq!(error.kind(), ErrorKind::Connect);
}

#[tokio::test]
async fn opening_a_connection_has_a_time_limit() {
    // The backlog accepts the connection; nobody responses the TLS greeting.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = builder()
        .endpoint(url)
        .transport(transport().connect_timeout(SHORT))
        .options(RequestOptions::new().retry(RetryPolicy::none()).attempt_timeout(SHORT * 100))
        .build()
        .unwrap();
    assert_eq!(fail(client.call(&LIST)).await.kind(), ErrorKind::Connect);
}

#[tokio::test]
async fn pauses_are_those_of_the_runtime() {
    let transport = transport();
    let start = tokio::time::Instant::now();
    transport.sleep(SHORT).await;
    assert!(start.elapsed() >= SHORT);
}

#[test]
fn without_a_runtime_there_is_an_error() {
    let client = client("http://127.0.0.1:1", RequestOptions::new());
    let mut call = Box::pin(fail(client.call(&LIST)));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(error) = call.as_mut().poll(&mut context) else {
        panic!("the call waits for something");
    };
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(!error.is_retryable());
}

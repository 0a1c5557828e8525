//! Streams over the transport over hyper, against a server on the loopback interface.

use client_runtime::hyper_transport::HyperTransport;
use client_runtime::proxies::Proxies;
use client_runtime::{Core, ErrorKind, RequestOptions, RetryPolicy};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use super::server::{Server, read_request, response};
use super::service::{LIST, builder};

fn client(url: String) -> Core {
    builder()
        .endpoint(url)
        .transport(HyperTransport::new().proxies(Proxies::none()))
        .options(RequestOptions::new().retry(RetryPolicy::none()))
        .build()
        .unwrap()
}

/// Takes one connection, reads a request and writes the head of a response that comes in chunks.
async fn begin_response(listener: &TcpListener) -> TcpStream {
    let (mut stream, _) = listener.accept().await.unwrap();
    read_request(&mut stream).await.unwrap();
    stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await.unwrap();
    stream
}

async fn write_chunk(stream: &mut TcpStream, text: &str) {
    let chunk = format!("{:x}\r\n{text}\r\n", text.len());
    stream.write_all(chunk.as_bytes()).await.unwrap();
}

#[tokio::test]
async fn pieces_arrive_before_the_response_ends() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(format!("http://{}", listener.local_addr().unwrap()));
    let (mut server, response) =
        tokio::join!(begin_response(&listener), client.call(&LIST).send_events::<i32>());
    let mut events = response.unwrap().into_body();
    for number in 1..=3 {
        write_chunk(&mut server, &format!("data: {number}\n\n")).await;
        assert_eq!(events.try_next().await.unwrap(), Some(number));
    }
    write_chunk(&mut server, "").await;
    assert_eq!(events.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_connection_that_is_lost_is_an_error_of_the_stream() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(format!("http://{}", listener.local_addr().unwrap()));
    let (mut server, response) =
        tokio::join!(begin_response(&listener), client.call(&LIST).send_stream());
    let mut bytes = response.unwrap().into_body();
    write_chunk(&mut server, "half").await;
    assert_eq!(bytes.try_next().await.unwrap().unwrap(), "half");
    drop(server);
    let error = bytes.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(bytes.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_connection_is_used_again_after_a_stream() {
    let server = Server::answering(response("200 OK", "", "1\n2\n")).await;
    let client = client(server.url());
    for _ in 0..3 {
        let mut lines = client.call(&LIST).send_lines::<i32>().await.unwrap().into_body();
        while lines.try_next().await.unwrap().is_some() {}
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_error_status_is_read_whole() {
    let body = r#"{"code":"NoSuchImage","message":"none"}"#;
    let server = Server::answering(response("404 Not Found", "", body)).await;
    let error = client(server.url()).call(&LIST).send_stream().await.unwrap_err();
    assert_eq!(error.to_string(), "listImages: 404: NoSuchImage: none");
}

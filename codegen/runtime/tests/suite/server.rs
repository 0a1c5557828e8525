//! A server on the loopback interface that answers as it is told.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The requests that a server has read: for each connection, their heads and bodies as text.
type Connections = Arc<Mutex<Vec<Vec<String>>>>;

pub(crate) struct Server {
    address: SocketAddr,
    connections: Connections,
}

impl Server {
    /// Answers every request with this text; with none, not at all.
    pub(crate) async fn answering(response: impl Into<String>) -> Self {
        let response = Arc::new(response.into());
        Self::start(move |stream, log| serve(stream, log, Arc::clone(&response))).await
    }

    /// Closes every connection after the first request on it, without a response.
    pub(crate) async fn hanging_up() -> Self {
        Self::start(|mut stream, log| async move {
            log(read_request(&mut stream).await.unwrap_or_default());
        })
        .await
    }

    async fn start<F, Fut>(handle: F) -> Self
    where
        F: Fn(TcpStream, Log) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Connections::default();
        let accepted = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(handle(stream, log_of_new_connection(&accepted)));
            }
        });
        Self { address, connections }
    }

    /// `http://127.0.0.1:port`
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, by connection.
    pub(crate) fn requests(&self) -> Vec<Vec<String>> {
        self.connections.lock().unwrap().clone()
    }
}

/// Keeps a request of one connection.
type Log = Box<dyn Fn(String) + Send + Sync>;

fn log_of_new_connection(connections: &Connections) -> Log {
    let connections = Arc::clone(connections);
    let index = {
        let mut connections = connections.lock().unwrap();
        connections.push(Vec::new());
        connections.len() - 1
    };
    Box::new(move |request| connections.lock().unwrap()[index].push(request))
}

async fn serve(mut stream: TcpStream, log: Log, response: Arc<String>) {
    while let Some(request) = read_request(&mut stream).await {
        log(request);
        if stream.write_all(response.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// A head and a body of the length it gives, or in chunks, as text; `None` at the end of the
/// connection.
pub(crate) async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut text = Vec::new();
    let mut end = None;
    loop {
        if end.is_none() {
            end = text
                .windows(4)
                .position(|window| window == b"\r\n\r\n")
                .map(|head| head + 4 + content_length(&text[..head]));
        }
        let is_whole = |head: usize| !is_chunked(&text[..head]) || text.ends_with(b"\r\n0\r\n\r\n");
        if end.is_some_and(|end| text.len() >= end && is_whole(end)) {
            return Some(String::from_utf8_lossy(&text).into_owned());
        }
        if stream.read_buf(&mut text).await.ok()? == 0 {
            return None;
        }
    }
}

fn is_chunked(head: &[u8]) -> bool {
    String::from_utf8_lossy(head).contains("transfer-encoding: chunked")
}

fn content_length(head: &[u8]) -> usize {
    String::from_utf8_lossy(head)
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok())
        .unwrap_or(0)
}

/// A response with a body of a known length.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}")
}

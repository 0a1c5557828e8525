//! Proxies, played by a server on the loopback interface.

use client_runtime::hyper_transport::HyperTransport;
use client_runtime::proxies::Proxies;
use client_runtime::{Core, ErrorKind, RequestOptions, RetryPolicy};

use super::server::{Server, response};
use super::service::{LIST, builder, fail, send};

fn client(endpoint: &str, proxy: &str) -> Core {
    builder()
        .endpoint(endpoint)
        .transport(HyperTransport::new().proxies(Proxies::all(proxy).unwrap()))
        .options(RequestOptions::new().retry(RetryPolicy::none()))
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_plain_request_is_given_to_the_proxy() {
    let proxy = Server::answering(response("200 OK", "", r#"{"from":"proxy"}"#)).await;
    let url = proxy.url().replace("http://", "http://user:hidden@");
    let client = client("http://bcc.example.invalid", &url);
    let response = send(client.call(&LIST)).await.unwrap();
    assert_eq!(response.body()["from"], "proxy");

    let request = proxy.requests().remove(0).remove(0);
    assert!(request.starts_with("GET http://bcc.example.invalid/v2/image HTTP/1.1\r\n"));
    assert!(request.contains("host: bcc.example.invalid\r\n"));
    assert!(request.contains("proxy-authorization: Basic dXNlcjpoaWRkZW4=\r\n"));
}

#[tokio::test]
async fn a_request_over_tls_goes_through_a_tunnel() {
    let proxy = Server::answering("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await;
    let url = proxy.url().replace("http://", "http://user:hidden@");
    let error = fail(client("https://bcc.example.invalid", &url).call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Connect);

    // The proxy reads where the tunnel leads, and nothing of the request.
    let requests = proxy.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].len(), 1);
    assert_eq!(
        requests[0][0].to_ascii_lowercase(),
        "connect bcc.example.invalid:443 http/1.1\r\n\
         host: bcc.example.invalid:443\r\n\
         proxy-authorization: basic dxnlcjpoawrkzw4=\r\n\r\n"
    );
}

#[test]
fn a_proxy_that_is_not_understood_is_an_error() {
    for url in ["", "socks5://proxy.example", "ftp://user:hidden@h", "http://"] {
        let error = Proxies::all(url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains("hidden"));
    }
}

#[test]
fn the_password_of_a_proxy_is_not_shown() {
    let proxies = Proxies::all("http://user:hidden@proxy.example:3128").unwrap();
    let shown = format!("{:?}", HyperTransport::new().proxies(proxies));
    assert!(shown.contains("proxy.example:3128"), "{shown}");
    assert!(!shown.contains("hidden"), "{shown}");
}

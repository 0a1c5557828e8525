//! Where requests go.

use baidubce::bcc::Client;
use baidubce::http::Method;
use baidubce::mock::MockTransport;
use baidubce::{ClientBuilder, Error, ErrorKind, RequestOptions};

use super::support::{builder, ok};

/// The URL and the `host` header of a request of the client that `configure` makes.
async fn target(
    configure: impl FnOnce(ClientBuilder<Client>) -> ClientBuilder<Client>,
    options: RequestOptions,
) -> (String, String) {
    let mock = MockTransport::new().on(Method::GET, "/v2/image", ok(r#"{"images":[]}"#)).on(
        Method::GET,
        "/gateway/v2/image",
        ok(r#"{"images":[]}"#),
    );
    let client = configure(builder(&mock)).build().unwrap();
    client.list_images().options(options).send().await.unwrap();
    let request = &mock.requests()[0];
    let host = request.headers()["host"].to_str().unwrap();
    (request.uri().to_string(), host.to_owned())
}

fn error_of(configure: impl FnOnce(ClientBuilder<Client>) -> ClientBuilder<Client>) -> Error {
    configure(builder(&MockTransport::new())).build().unwrap_err()
}

#[tokio::test]
async fn the_default_is_beijing_over_https() {
    let (url, host) = target(|builder| builder, RequestOptions::new()).await;
    assert_eq!(url, "https://bcc.bj.baidubce.com/v2/image");
    assert_eq!(host, "bcc.bj.baidubce.com");
}

#[tokio::test]
async fn a_region_is_a_part_of_the_host() {
    for region in ["bj", "bd", "su", "gz", "cd", "fwh", "hkg", "not-yet-opened"] {
        let (url, host) = target(|builder| builder.region(region), RequestOptions::new()).await;
        assert_eq!(url, format!("https://bcc.{region}.baidubce.com/v2/image"));
        assert_eq!(host, format!("bcc.{region}.baidubce.com"));
    }
}

#[tokio::test]
async fn an_endpoint_replaces_the_host() {
    for (endpoint, url, host) in [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v2/image", "127.0.0.1:8080"),
        ("https://bcc.test/", "https://bcc.test/v2/image", "bcc.test"),
        ("https://bcc.test:443", "https://bcc.test:443/v2/image", "bcc.test"),
        (
            "https://bcc.test:8443/gateway",
            "https://bcc.test:8443/gateway/v2/image",
            "bcc.test:8443",
        ),
        ("https://bcc.test/gateway/", "https://bcc.test/gateway/v2/image", "bcc.test"),
    ] {
        let expected = (url.to_owned(), host.to_owned());
        let of_client = target(|builder| builder.endpoint(endpoint), RequestOptions::new()).await;
        assert_eq!(of_client, expected);
        let options = RequestOptions::new().endpoint(endpoint);
        assert_eq!(target(|builder| builder.region("gz"), options).await, expected);
    }
}

#[test]
fn a_text_that_cannot_be_a_region_is_an_error() {
    for region in ["", "bj/..", "bj.test/?", "bj@test", "b j", "bj#", "bj:80", "北京", "bj\n"] {
        let error = error_of(|builder| builder.region(region));
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("`region`"), "{error}");
    }
}

#[test]
fn a_text_that_cannot_be_an_endpoint_is_an_error() {
    for endpoint in
        ["", "bcc.test", "/v2", "ftp://bcc.test", "https://", "https://bcc.test/?a=b", "a b"]
    {
        let error = error_of(|builder| builder.endpoint(endpoint));
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("endpoint"), "{error}");
    }
}

#[test]
fn a_client_needs_credentials() {
    let error = Client::builder().transport(MockTransport::new()).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("credentials"), "{error}");
}

/// The list of regions is at the global host, whatever region a client is for.
#[cfg(feature = "bcc-zone")]
#[tokio::test]
async fn regions_are_asked_for_at_the_global_host() {
    let target = "/v2/region/describeRegions";
    let mock = MockTransport::new().on(Method::POST, target, ok(r#"{"regions":[]}"#)).on(
        Method::POST,
        target,
        ok(r#"{"regions":[]}"#),
    );
    let regional = builder(&mock).region("gz").build().unwrap();
    regional.describe_regions().send().await.unwrap();
    let own = builder(&mock).endpoint("http://127.0.0.1:8080").build().unwrap();
    own.describe_regions().send().await.unwrap();
    let hosts: Vec<_> =
        mock.requests().iter().map(|it| it.uri().authority().unwrap().to_string()).collect();
    assert_eq!(hosts, ["bcc.baidubce.com", "127.0.0.1:8080"]);
}

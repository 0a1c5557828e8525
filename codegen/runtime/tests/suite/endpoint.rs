//! Where requests go.

use client_runtime::mock::MockTransport;
use client_runtime::{ClientBuilder, Core, ErrorKind, Method, RequestOptions, Service};

use super::service::{LIST, SERVICE, builder, client, credentials, fail, ok, send};

/// The URI and the host of a request to the endpoint that `set` sets.
async fn target(
    set: impl Fn(ClientBuilder<Core>) -> ClientBuilder<Core>,
    path: &str,
) -> (String, String) {
    let mock = MockTransport::new().on(Method::GET, path, ok());
    let client = set(builder()).transport(mock.clone()).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
    let request = mock.requests().remove(0);
    let host = request.headers()["host"].to_str().unwrap().to_owned();
    (request.uri().to_string(), host)
}

#[tokio::test]
async fn a_variable_has_a_default_and_a_value() {
    let (uri, _) = target(|builder| builder, "/v2/image").await;
    assert_eq!(uri, "https://bcc.bj.example.com/v2/image");
    let (uri, host) = target(|builder| builder.variable("region", "gz"), "/v2/image").await;
    assert_eq!(uri, "https://bcc.gz.example.com/v2/image");
    assert_eq!(host, "bcc.gz.example.com");
}

const WITH_PATH: Service =
    Service { endpoint: "https://h/{base}", variables: &[("base", "gate/v2")], ..SERVICE };

#[tokio::test]
async fn a_default_may_be_any_part_of_a_url() {
    let mock = MockTransport::new().on(Method::GET, "/gate/v2/v2/image", ok());
    let client = ClientBuilder::new(&WITH_PATH, |core| core)
        .credentials(credentials())
        .transport(mock)
        .build()
        .unwrap();
    send(client.call(&LIST)).await.unwrap();
}

#[tokio::test]
async fn an_endpoint_may_have_a_port_and_a_path() {
    for (url, path, uri, host) in [
        ("http://h:8080/", "/v2/image", "http://h:8080/v2/image", "h:8080"),
        ("https://h:443/gate/", "/gate/v2/image", "https://h:443/gate/v2/image", "h"),
        ("http://[::1]:80", "/v2/image", "http://[::1]:80/v2/image", "[::1]"),
    ] {
        let actual = target(|builder| builder.endpoint(url), path).await;
        assert_eq!(actual, (uri.to_owned(), host.to_owned()));
    }
}

#[test]
fn an_unusable_endpoint_is_an_error_of_the_builder() {
    for (url, part) in [
        ("", "`` is not a URL"),
        ("h/path", "is not a URL"),
        ("bcc.bj.example.com", "must begin with `https://`"),
        ("ftp://h", "neither `https` nor `http`"),
        ("https://h/?a=b", "must end with its path"),
        ("https://h/#a", "must end with its path"),
        ("https://h/{a}", "must end with its path"),
        ("https://user:hidden@h", "must not contain user information"),
    ] {
        let error = builder().transport(MockTransport::new()).endpoint(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(part), "{url}: {error}");
        assert!(!format!("{error:?}").contains("hidden"));
    }
}

/// Only the caller knows the host.
#[test]
fn a_service_without_a_host_needs_an_endpoint() {
    const NOWHERE: Service = Service { endpoint: "", ..SERVICE };
    const SOMEWHERE: Service = Service { endpoint: "/{region}/v2", ..SERVICE };
    for (service, expected) in [
        (
            &NOWHERE,
            "the description names no host: give the builder the whole URL as its `endpoint`",
        ),
        (
            &SOMEWHERE,
            "the description names no host: give the builder the whole URL as its `endpoint`, with \
             the path `/bj/v2`",
        ),
    ] {
        let builder = || {
            let builder = ClientBuilder::new(service, |core| core).credentials(credentials());
            builder.transport(MockTransport::new())
        };
        let error = builder().build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.to_string(), expected);
        assert!(builder().endpoint("https://h/api").build().is_ok());
    }
}

#[tokio::test]
async fn an_operation_elsewhere_follows_the_variables_of_the_service() {
    for (region, host) in [(None, "upload.bj.example.com"), (Some("gz"), "upload.gz.example.com")] {
        let mock = MockTransport::new().on(Method::GET, "/v2/image", ok());
        let mut builder = builder().transport(mock.clone());
        if let Some(region) = region {
            builder = builder.variable("region", region);
        }
        let client = builder.build().unwrap();
        send(client.call(&LIST).at("https://upload.{region}.example.com")).await.unwrap();
        assert_eq!(mock.requests()[0].uri().host(), Some(host));
    }
}

#[test]
fn a_variable_cannot_change_the_host() {
    for value in ["", "bj/x", "x@evil", "bj:1", "bj?a", "北京"] {
        let error = builder()
            .transport(MockTransport::new())
            .variable("region", value)
            .build()
            .unwrap_err();
        assert!(
            error.message().starts_with(&format!("`{value}` cannot stand for `region`")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_call_may_go_elsewhere() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image", ok());
    let client = client(&mock);
    let call = client.call(&LIST).options(RequestOptions::new().endpoint("http://other"));
    send(call.clone()).await.unwrap();
    assert_eq!(mock.requests()[0].uri(), "http://other/v2/image");
    assert_eq!(mock.requests()[0].headers()["host"], "other");

    let error = fail(call.options(RequestOptions::new().endpoint("other"))).await;
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().starts_with("listImages: the endpoint `other`"));
}

#[test]
fn a_client_without_credentials_is_not_built() {
    let builder = ClientBuilder::new(&SERVICE, |core| core).transport(MockTransport::new());
    let error = builder.build().unwrap_err();
    let expected = "`bcc` requires credentials: give them to the client builder, or call its \
                    `anonymous`";
    assert_eq!(error.to_string(), expected);
    let builder = ClientBuilder::new(&SERVICE, |core| core).transport(MockTransport::new());
    assert!(builder.anonymous().build().is_ok());
}

#[test]
fn a_transport_is_there_if_the_feature_is() {
    let built = builder().build();
    if cfg!(feature = "hyper") {
        assert!(built.is_ok());
    } else {
        let message = built.unwrap_err().to_string();
        assert!(message.starts_with("there is no transport"), "{message}");
    }
}

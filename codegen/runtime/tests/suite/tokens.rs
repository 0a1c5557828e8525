//! Authorization by tokens, passwords and keys.

use bytes::Bytes;
use client_runtime::auth_api_key::ApiKey;
use client_runtime::auth_basic::BasicAuth;
use client_runtime::auth_bearer::BearerToken;
use client_runtime::{Authorize, Call, ClientBuilder, Core, ErrorKind};
use http::Request;

use super::service::{LIST, SERVICE, SHARE, fail, list_replies, ok, replies_to, send};

fn builder() -> ClientBuilder<Core> {
    ClientBuilder::new(&SERVICE, |core| core)
}

/// What goes over the wire for a call of `LIST`.
async fn sent(builder: ClientBuilder<Core>, set: impl Fn(Call) -> Call) -> Request<Bytes> {
    let mock = list_replies([ok()]);
    let client = builder.transport(mock.clone()).build().unwrap();
    send(set(client.call(&LIST))).await.unwrap();
    mock.requests().remove(0)
}

async fn rejected(authorizer: impl Authorize) -> String {
    let mock = list_replies([ok()]);
    let client = builder().authorizer(authorizer).transport(mock.clone()).build().unwrap();
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert!(mock.requests().is_empty());
    format!("{error} {error:?}")
}

#[tokio::test]
async fn a_bearer_token_is_a_header() {
    let request = sent(builder().authorizer(BearerToken::new("abc.DEF-_~+/==")), |call| call).await;
    assert_eq!(request.headers()["authorization"], "Bearer abc.DEF-_~+/==");
    assert!(request.headers()["authorization"].is_sensitive());
}

/// The first is the example of RFC 7617, section 2, the second that of section 2.1.
#[tokio::test]
async fn a_name_and_a_password_are_a_header() {
    for (user, password, expected) in [
        ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("test", "123£", "Basic dGVzdDoxMjPCow=="),
        ("token", "", "Basic dG9rZW46"),
        ("", "a:b", "Basic OmE6Yg=="),
    ] {
        let request = sent(builder().authorizer(BasicAuth::new(user, password)), |call| call).await;
        assert_eq!(request.headers()["authorization"], expected);
        assert!(request.headers()["authorization"].is_sensitive());
    }
}

#[tokio::test]
async fn a_key_stands_in_a_header() {
    let request = sent(builder().authorizer(ApiKey::header("X-API-Key", "k 1")), |call| call).await;
    assert_eq!(request.headers()["x-api-key"], "k 1");
    assert!(request.headers()["x-api-key"].is_sensitive());
}

#[tokio::test]
async fn a_key_stands_in_the_query() {
    let builder = || builder().authorizer(ApiKey::query("api key", "k&1/é"));
    let request = sent(builder(), |call| call).await;
    let expected = "https://bcc.bj.example.com/v2/image?api%20key=k%261%2F%C3%A9";
    assert_eq!(request.uri(), expected);
    let request = sent(builder(), |call| call.query("a", &1)).await;
    assert_eq!(request.uri().query(), Some("a=1&api%20key=k%261%2F%C3%A9"));

    let mock = replies_to(&SHARE, "/v2/image/m-1?share", [ok()]);
    let client = builder().transport(mock.clone()).build().unwrap();
    send(client.call(&SHARE).path("m-1")).await.unwrap();
    assert_eq!(mock.requests()[0].uri().query(), Some("share&api%20key=k%261%2F%C3%A9"));
}

#[tokio::test]
async fn a_key_stands_in_a_cookie() {
    let builder = || builder().authorizer(ApiKey::cookie("session", "k=1"));
    assert_eq!(sent(builder(), |call| call).await.headers()["cookie"], "session=k=1");
    let request = sent(builder(), |call| call.header("cookie", "a=b")).await;
    assert_eq!(request.headers()["cookie"], "a=b; session=k=1");
    assert!(request.headers()["cookie"].is_sensitive());
}

#[tokio::test]
async fn a_key_stands_behind_a_scheme() {
    let request =
        sent(builder().authorizer(ApiKey::authorization("DSN", "k 1")), |call| call).await;
    assert_eq!(request.headers()["authorization"], "DSN k 1");
    assert!(request.headers()["authorization"].is_sensitive());
}

#[tokio::test]
async fn what_cannot_be_sent_is_an_error_without_a_request() {
    for token in ["", "hidden\n", "hidden two", "hidden é"] {
        let shown = rejected(BearerToken::new(token)).await;
        assert!(shown.starts_with("listImages: the bearer token is empty or has"), "{shown}");
        assert!(!shown.contains("hidden"), "{shown}");
    }
    for (user, password, what) in [
        ("a:b", "hidden", "the user"),
        ("a\n", "hidden", "the user"),
        ("a", "hidden\0", "the password"),
    ] {
        let shown = rejected(BasicAuth::new(user, password)).await;
        assert!(shown.starts_with(&format!("listImages: {what} is empty or has")), "{shown}");
        assert!(!shown.contains("hidden"), "{shown}");
    }
    for key in [
        ApiKey::header("x-key", ""),
        ApiKey::header("x-key", "hidden\r\n"),
        ApiKey::query("key", ""),
        ApiKey::cookie("key", "hidden; a=b"),
        ApiKey::cookie("key", "hidden é"),
        ApiKey::authorization("DSN", ""),
        ApiKey::authorization("DSN", "hidden\n"),
    ] {
        let shown = rejected(key).await;
        assert!(shown.starts_with("listImages: the API key is empty or has"), "{shown}");
        assert!(!shown.contains("hidden"), "{shown}");
    }
    for key in [
        ApiKey::header("a b", "hidden"),
        ApiKey::header("", "hidden"),
        ApiKey::query("", "hidden"),
        ApiKey::cookie("a=b", "hidden"),
        ApiKey::authorization("D SN", "hidden"),
    ] {
        let shown = rejected(key).await;
        assert!(shown.contains("` cannot be the name of an API key"), "{shown}");
        assert!(!shown.contains("hidden"), "{shown}");
    }
}

#[test]
fn nothing_of_it_is_shown() {
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        BearerToken::new("hidden"),
        BasicAuth::new("user", "hidden"),
        ApiKey::header("x-key", "hidden"),
        builder().authorizer(BearerToken::new("hidden")).build(),
    );
    assert!(!shown.contains("hidden"), "{shown}");
    for name in ["BearerToken", "BasicAuth", "user", "x-key"] {
        assert!(shown.contains(name), "{name} is not in {shown}");
    }
}

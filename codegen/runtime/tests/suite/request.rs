//! How a request is written.

use std::time::SystemTime;

use bytes::Bytes;
use client_runtime::bce_verify::verify;
use client_runtime::mock::MockTransport;
use client_runtime::{Call, ErrorKind, Idempotency, Method, Operation, RequestOptions};
use http::Request;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::json;

use super::service::{
    CREATE, GET, LIST, SHARE, builder, client, credentials, fail, list_replies, ok, send,
};

/// What goes over the wire for a call of `operation` with the path `path`.
async fn sent(
    operation: &'static Operation,
    path: &str,
    set: impl Fn(Call) -> Call,
) -> Request<Bytes> {
    let mock = MockTransport::new().on(operation.method.clone(), path, ok());
    send(set(client(&mock).call(operation))).await.unwrap();
    mock.requests().remove(0)
}

async fn rejected(call: Call) -> String {
    let error = fail(call).await;
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.attempts(), 0);
    error.to_string()
}

#[tokio::test]
async fn a_path_argument_is_one_segment() {
    let request = sent(&GET, "/v2/image/a%2Fb%3F%23%25%20%2B~-._%E9%95%9C", |call| {
        call.path("a/b?#% +~-._镜")
    })
    .await;
    assert_eq!(
        request.uri(),
        "https://bcc.bj.example.com/v2/image/a%2Fb%3F%23%25%20%2B~-._%E9%95%9C"
    );
}

#[tokio::test]
async fn a_path_argument_that_is_no_segment_is_rejected() {
    let client = client(&MockTransport::new());
    for value in ["", ".", ".."] {
        assert_eq!(
            rejected(client.call(&GET).path(value)).await,
            format!("getImage: path argument 1 must not be `{value}`")
        );
    }
    assert_eq!(rejected(client.call(&GET)).await, "getImage: there are too few path arguments");
}

#[tokio::test]
async fn query_values_are_encoded_and_replaced() {
    let request = sent(&LIST, "/v2/image", |call| {
        call.query("marker", "gone")
            .query("a b", "x&y=z/é")
            .query_list("tag", &[1, 2])
            .query("marker", "")
    })
    .await;
    assert_eq!(request.uri().query(), Some("a%20b=x%26y%3Dz%2F%C3%A9&tag=1&tag=2&marker="));
}

#[tokio::test]
async fn a_fixed_query_comes_first_and_as_written() {
    let request =
        sent(&SHARE, "/v2/image/m-1?share", |call| call.path("m-1").query("marker", &7)).await;
    assert_eq!(request.uri().query(), Some("share&marker=7"));
}

#[tokio::test]
async fn an_idempotency_token_is_a_fresh_uuid_unless_set() {
    let given = sent(&CREATE, "/v2/image", |call| call.query("clientToken", "mine")).await;
    assert_eq!(given.uri().query(), Some("clientToken=mine"));

    let mut tokens = Vec::new();
    for _ in 0..2 {
        let request = sent(&CREATE, "/v2/image", |call| call).await;
        let token = request.uri().query().unwrap().strip_prefix("clientToken=").unwrap();
        assert_eq!(token.len(), 36);
        let dashes: Vec<usize> = token.match_indices('-').map(|(index, _)| index).collect();
        assert_eq!(dashes, [8, 13, 18, 23]);
        assert_eq!(&token[14..15], "4");
        assert!(matches!(&token[19..20], "8" | "9" | "a" | "b"), "{token}");
        tokens.push(token.to_owned());
    }
    assert_ne!(tokens[0], tokens[1]);
}

#[tokio::test]
async fn a_body_is_json_and_typed_so() {
    let request = sent(&CREATE, "/v2/image", |call| {
        call.body_field("name", "gone").body_field("quote\"d", &true).body_field("name", "镜像")
    })
    .await;
    assert_eq!(request.body().as_ref(), r#"{"quote\"d":true,"name":"镜像"}"#.as_bytes());
    assert_eq!(request.headers()["content-type"], "application/json;charset=utf-8");

    let request = sent(&CREATE, "/v2/image", |call| call.body(&json!([1, null]))).await;
    assert_eq!(request.body().as_ref(), b"[1,null]");

    let request = sent(&CREATE, "/v2/image", |call| call).await;
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("content-type"));
}

#[tokio::test]
async fn every_request_says_where_it_goes_and_who_sends_it() {
    let request = sent(&LIST, "/v2/image", |call| call).await;
    assert_eq!(request.headers()["host"], "bcc.bj.example.com");
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["user-agent"], "client/1");
}

#[tokio::test]
async fn headers_of_the_call_replace_those_of_the_operation() {
    let options = || RequestOptions::new().header("X-Other", "b").header("accept", "text/plain");
    let request = sent(&LIST, "/v2/image", |call| {
        call.header("x-number", &7).header("x-other", "a").options(options())
    })
    .await;
    assert_eq!(request.headers()["x-number"], "7");
    assert_eq!(request.headers()["x-other"], "b");
    assert_eq!(request.headers()["accept"], "text/plain");
}

#[tokio::test]
async fn a_header_that_http_does_not_allow_is_rejected() {
    let client = client(&MockTransport::new());
    let expected = "listImages: the header `x-a` or its value is not allowed by HTTP";
    assert_eq!(rejected(client.call(&LIST).header("x-a", "b\nc")).await, expected);

    let options = RequestOptions::new().header("x-a", "b\nc");
    assert_eq!(rejected(client.call(&LIST).options(options)).await, expected);
}

struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("no text"))
    }
}

#[tokio::test]
async fn the_first_value_that_cannot_be_written_is_the_error() {
    let client = client(&MockTransport::new());
    assert_eq!(
        rejected(client.call(&CREATE).body(&Unwritable)).await,
        "createImage: the body cannot be written as JSON: no text"
    );
    let call = client.call(&CREATE).body_field("name", &Unwritable).path("");
    assert_eq!(rejected(call).await, "createImage: `name` cannot be written as JSON: no text");
}

const TWO: Operation = Operation {
    id: "two",
    method: Method::DELETE,
    path: "/a/{}/b/{}",
    idempotency: Idempotency::Idempotent,
};

#[tokio::test]
async fn path_arguments_are_taken_in_order() {
    let request = sent(&TWO, "/a/1/b/%7B%7D", |call| call.path(&1).path("{}")).await;
    assert_eq!(request.uri().path(), "/a/1/b/%7B%7D");
}

#[tokio::test]
async fn joined_values_are_encoded_and_the_separator_is_not() {
    let mock = list_replies([ok()]);
    let call = client(&mock).call(&LIST).query_joined("ids", ",", &["a,b", "c d"]);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.uri().query(), Some("ids=a%2Cb,c%20d"));
    assert_eq!(verify(request, &credentials(), SystemTime::now()), Ok(()));
}

#[tokio::test]
async fn an_operation_may_live_elsewhere_and_keeps_its_path_on_a_host_of_the_callers() {
    const GLOBAL: &str = "https://global.{region}.example.com/up";
    for (home, chosen, options, uri) in [
        (GLOBAL, None, None, "https://global.bj.example.com/up/v2/image"),
        (
            GLOBAL,
            Some("https://test.example.com/gate"),
            None,
            "https://test.example.com/up/v2/image",
        ),
        (GLOBAL, None, Some("http://once.example.com/x"), "http://once.example.com/x/v2/image"),
        ("/{region}/up", None, None, "https://bcc.bj.example.com/bj/up/v2/image"),
        ("/up/", Some("http://test:8080/gate"), None, "http://test:8080/up/v2/image"),
        ("/", Some("http://test:8080/gate"), None, "http://test:8080/v2/image"),
    ] {
        let path = &uri[uri.match_indices('/').nth(2).unwrap().0..];
        let mock = MockTransport::new().on(Method::GET, path, ok());
        let mut builder = builder().transport(mock.clone());
        if let Some(url) = chosen {
            builder = builder.endpoint(url);
        }
        let mut call = builder.build().unwrap().call(&LIST).at(home);
        if let Some(url) = options {
            call = call.options(RequestOptions::new().endpoint(url));
        }
        send(call).await.unwrap();
        assert_eq!(mock.requests()[0].uri(), uri);
    }
}

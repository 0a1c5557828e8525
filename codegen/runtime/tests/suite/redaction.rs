//! Secrets are not shown.

use std::error::Error as _;

use client_runtime::bce_auth::BceAuth;
use client_runtime::bce_credentials::Credentials;
use client_runtime::mock::Reply;
use client_runtime::{Error, Pages, RequestOptions};
use http::{HeaderName, HeaderValue, StatusCode};

use super::pagination::Numbers;
use super::service::{ACCESS_KEY_ID, LIST, builder, client, fail, list_replies, status};

const SECRETS: [&str; 8] = [
    "sk-secret",
    "st-secret",
    "query-secret",
    "header-secret",
    "body-secret",
    "option-secret",
    "response-secret",
    "reply-secret",
];

fn check(shown: &str) {
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
}

fn credentials() -> Credentials {
    Credentials::new(ACCESS_KEY_ID, "sk-secret").with_session_token("st-secret")
}

fn options() -> RequestOptions {
    RequestOptions::new().header("x-key", "option-secret").endpoint("https://user:option-secret@h")
}

#[test]
fn credentials_show_only_their_identifier() {
    let shown = format!("{:?} {:?}", credentials(), BceAuth::new(credentials()));
    check(&shown);
    assert!(shown.contains(ACCESS_KEY_ID));
}

#[test]
fn builders_clients_calls_and_lists_show_no_values() {
    let mock = list_replies([Reply::json(StatusCode::OK, "reply-secret")]);
    let builder = builder().credentials(credentials()).transport(mock.clone()).options(options());
    check(&format!("{builder:?} {mock:?}"));

    let client = builder.build().unwrap();
    let call = client
        .call(&LIST)
        .query("password", "query-secret")
        .header("x-key", "header-secret")
        .body_field("adminPass", "body-secret")
        .options(options());
    let shown = format!("{client:#?} {call:#?}");
    check(&shown);
    for name in ["bcc.bj.example.com", "listImages", "password", "x-key", "adminPass"] {
        assert!(shown.contains(name), "{name} is not in {shown}");
    }
    let call = call.body("body-secret");
    check(&format!("{call:?}"));
    check(&format!("{:?}", Pages::<Numbers>::new(call)));
}

#[tokio::test]
async fn errors_show_neither_headers_nor_bodies_nor_requests() {
    let header = HeaderName::from_static("x-key");
    let value = HeaderValue::from_static("response-secret");
    let replies = [
        Reply::json(StatusCode::OK, "response-secret"),
        Reply::json(StatusCode::NOT_FOUND, r#"{"token":"response-secret"}"#),
        status(400),
    ];
    for reply in replies {
        let mock = list_replies([reply.with_header(header.clone(), value.clone())]);
        let client = builder().credentials(credentials()).transport(mock).build().unwrap();
        let error = fail(client.call(&LIST).query("password", "query-secret")).await;
        let cause = error.source().map(ToString::to_string).unwrap_or_default();
        check(&format!("{error} {error:?} {cause}"));
    }
}

#[tokio::test]
async fn a_rejected_header_is_named_but_not_shown() {
    let client = client(&list_replies([]));
    let first = client.call(&LIST).header("x-key", "header-secret\n");
    let options = RequestOptions::new().header("x-key", "option-secret\n");
    let second = client.call(&LIST).options(options);
    let errors: [Error; 2] = [fail(first).await, fail(second).await];
    for error in errors {
        let shown = format!("{error} {error:?}");
        check(&shown);
        assert!(shown.contains("x-key"));
    }
}

#[tokio::test]
async fn a_recorded_request_hides_what_authorizes_it() {
    let mock = list_replies([status(200)]);
    let client = builder().credentials(credentials()).transport(mock.clone()).build().unwrap();
    client.call(&LIST).send_empty().await.unwrap();
    let requests = mock.requests();
    check(&format!("{requests:?}"));
    assert!(requests[0].headers()["authorization"].is_sensitive());
}

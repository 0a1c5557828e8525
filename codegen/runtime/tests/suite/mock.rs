//! The mock itself.

use client_runtime::ErrorKind;
use client_runtime::mock::{MockTransport, Reply};
use http::{Method, StatusCode};

use super::service::{LIST, client, fail, ok, send, status};
use std::error::Error as _;

#[tokio::test]
async fn replies_are_given_once_and_in_order() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image", Reply::json(StatusCode::OK, "1"))
        .on(Method::GET, "/v2/image", Reply::json(StatusCode::OK, "2"));
    let client = client(&mock);
    assert_eq!(*send(client.call(&LIST)).await.unwrap(), 1);
    assert_eq!(mock.replies_left(), 1);
    assert_eq!(*send(client.call(&LIST)).await.unwrap(), 2);
    assert_eq!(mock.replies_left(), 0);
}

#[tokio::test]
async fn a_query_has_to_be_contained() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image?b=2&a=1", status(404)).on(
        Method::GET,
        "/v2/image",
        ok(),
    );
    let client = client(&mock);
    let call = client.call(&LIST).query("a", 1);
    send(call.clone()).await.unwrap();
    assert_eq!(fail(call.query("b", 2)).await.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test]
async fn a_request_without_a_reply_says_so() {
    let mock = MockTransport::new().on(Method::POST, "/v2/image", ok()).on(
        Method::GET,
        "/v2/image/m-1",
        ok(),
    );
    let error = fail(client(&mock).call(&LIST)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.attempts(), 1);
    assert_eq!(
        error.source().unwrap().to_string(),
        "no reply is prepared for GET https://bcc.bj.example.com/v2/image; \
         prepared are: [POST /v2/image, GET /v2/image/m-1]"
    );
    assert_eq!(mock.requests().len(), 1);
}

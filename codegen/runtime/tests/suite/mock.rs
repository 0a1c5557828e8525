//! The mock itself.

use std::error::Error as _;

use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{ErrorKind, RequestOptions, RetryPolicy, TransportErrorKind};
use http::{Method, StatusCode};

use super::service::{CREATE, LIST, client, fail, list_replies, ok, send, status};

#[tokio::test]
async fn replies_are_given_once_and_in_order() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image", Reply::json(StatusCode::OK, "1"))
        .on(Method::GET, "/v2/image", Reply::json(StatusCode::OK, "2"));
    let client = client(&mock);
    assert_eq!(*send(client.call(&LIST)).await.unwrap().body(), 1);
    assert_eq!(mock.replies_left(), 1);
    assert_eq!(*send(client.call(&LIST)).await.unwrap().body(), 2);
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
    let call = client.call(&LIST).query("a", &1);
    send(call.clone()).await.unwrap();
    assert_eq!(fail(call.query("b", &2)).await.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test]
async fn the_reply_that_matches_best_is_given() {
    let numbered = |number: u16| Reply::json(StatusCode::OK, number.to_string());
    let mock = MockTransport::new()
        .get("/v2/image", numbered(0))
        .get("/v2/image?a=1", numbered(1))
        .get("/v2/image?a=1&b=2", numbered(2))
        .get("/v2/image?b=2", numbered(3));
    let client = client(&mock);
    let call = client.call(&LIST).query("a", &1).query("b", &2);
    // Two parameters, then one of one in the order they were added, then none.
    for expected in [2, 1, 3, 0] {
        assert_eq!(*send(call.clone()).await.unwrap().body(), expected);
    }
    assert_eq!(fail(call).await.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_repeated_reply_is_given_to_every_request() {
    let mock = MockTransport::new().get("/v2/image", status(404)).get("/v2/image", ok().repeated());
    let client = client(&mock);
    assert_eq!(mock.replies_left(), 2);
    assert_eq!(fail(client.call(&LIST)).await.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(mock.replies_left(), 1);
    for _ in 0..3 {
        send(client.call(&LIST)).await.unwrap();
    }
    assert_eq!(mock.replies_left(), 0);
    assert_eq!(mock.requests().len(), 4);
}

#[tokio::test]
async fn each_method_has_a_short_form() {
    let mock =
        MockTransport::new().get("/a", ok()).post("/b", ok()).put("/c", ok()).delete("/d", ok());
    let error = fail(client(&mock).call(&LIST)).await;
    let cause = error.source().unwrap().to_string();
    assert!(cause.ends_with("prepared are: [GET /a, POST /b, PUT /c, DELETE /d]"), "{cause}");
    let created = MockTransport::new().post("/v2/image", ok());
    send(client(&created).call(&CREATE)).await.unwrap();
}

/// The lines of an error and its causes.
fn lines(error: &dyn std::error::Error) -> Vec<String> {
    let mut lines = vec![error.to_string()];
    if let Some(cause) = error.source() {
        lines.extend(self::lines(cause));
    }
    lines
}

#[tokio::test]
async fn a_mock_that_runs_out_shows_the_failure_before() {
    for (reply, failure) in [
        (Reply::silence(), "listImages: the time for an attempt is over"),
        (status(503), "listImages: 503: Service Unavailable"),
        (
            Reply::failure(TransportErrorKind::Io),
            "listImages: the connection to bcc.bj.example.com failed: a prepared failure",
        ),
    ] {
        let error = fail(client(&list_replies([reply])).call(&LIST)).await;
        assert_eq!(error.attempts(), 2);
        let lines = lines(&error);
        assert_eq!(
            lines[..3],
            [
                "listImages: the transport did not send the request: no reply is prepared for GET \
                 https://bcc.bj.example.com/v2/image; prepared are: []",
                "no reply is prepared for GET https://bcc.bj.example.com/v2/image; \
                 prepared are: []",
                failure
            ]
        );
    }
}

#[tokio::test]
async fn silence_is_a_timeout_if_nothing_is_repeated_or_it_is() {
    let once = client(&list_replies([Reply::silence()]))
        .call(&LIST)
        .options(RequestOptions::new().retry(RetryPolicy::none()));
    assert_eq!(fail(once).await.kind(), ErrorKind::Timeout);

    let mock = list_replies([Reply::silence().repeated()]);
    let error = fail(client(&mock).call(&LIST)).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 4));
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

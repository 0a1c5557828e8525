//! How code that uses the client is tested without a server.

use std::error::Error as _;
use std::time::{Duration, UNIX_EPOCH};

use baidubce::bcc::{Client, types::SharedUser};
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply, verify};
use baidubce::{Credentials, ErrorKind, RequestOptions, Result, RetryPolicy, Timestamp};
use serde_json::{Value, json};

use super::support::{IMAGE, USERS, builder, client, ok};

const UNSHARE: &str = "/v2/image/m-nky7qeom?unshare";

/// The code under test: nobody but the owner is to use the image any more.
async fn unshare_from_all(client: &Client, image_id: &str) -> Result<usize> {
    let answer = client.list_image_shared_users(image_id).send().await?;
    for user in &answer.users {
        client.unshare_image(image_id, user.clone()).send().await?;
    }
    Ok(answer.users.len())
}

#[tokio::test]
async fn replies_are_prepared_and_requests_are_remembered() {
    let mock = MockTransport::new()
        .on(Method::GET, USERS, ok(r#"{"users":[{"account":"first"},{"accountId":"2"}]}"#))
        .on(Method::POST, UNSHARE, Reply::empty(StatusCode::OK))
        .on(Method::POST, UNSHARE, Reply::empty(StatusCode::OK));

    assert_eq!(unshare_from_all(&client(&mock), IMAGE).await.unwrap(), 2);

    assert_eq!(mock.replies_left(), 0);
    let requests = mock.requests();
    let targets: Vec<_> = requests
        .iter()
        .map(|request| (request.method().as_str(), request.uri().to_string()))
        .collect();
    let host = "https://bcc.bj.baidubce.com";
    let unshare = ("POST", format!("{host}{UNSHARE}"));
    assert_eq!(targets, [("GET", format!("{host}{USERS}")), unshare.clone(), unshare]);
    let bodies: Vec<Value> = requests[1..]
        .iter()
        .map(|request| serde_json::from_slice(request.body()).unwrap())
        .collect();
    assert_eq!(bodies, [json!({"account": "first"}), json!({"accountId": "2"})]);
}

#[tokio::test]
async fn a_failure_in_the_middle_is_the_failure_of_the_whole() {
    let denied = Reply::json(StatusCode::FORBIDDEN, r#"{"code":"AccessDenied"}"#);
    let mock = MockTransport::new()
        .on(Method::GET, USERS, ok(r#"{"users":[{"account":"first"},{"account":"second"}]}"#))
        .on(Method::POST, UNSHARE, denied);
    let error = unshare_from_all(&client(&mock), IMAGE).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn a_request_that_nothing_is_prepared_for_says_so() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image", ok("{}"));
    let error = client(&mock).list_image_shared_users(IMAGE).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let cause = error.source().unwrap().to_string();
    assert!(cause.contains(USERS), "{cause}");
    assert!(cause.contains("GET /v2/image"), "{cause}");
}

#[tokio::test]
async fn requests_are_signed_as_those_over_the_wire() {
    let now = UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let mock = MockTransport::new().on(Method::GET, USERS, ok(r#"{"users":[]}"#));
    let client = builder(&mock).clock(move || now).build().unwrap();
    client.list_image_shared_users(IMAGE).send().await.unwrap();

    let request = &mock.requests()[0];
    verify(request, &Credentials::new("access-key", "secret-key"), now).unwrap();
    verify(request, &Credentials::new("access-key", "another"), now).unwrap_err();
    assert_eq!(request.headers()["x-bce-date"], Timestamp::from(now).as_str());
    assert_eq!(request.headers()["host"], "bcc.bj.baidubce.com");
}

#[tokio::test]
async fn a_body_and_the_headers_of_a_call_are_sent() {
    let target = "/v2/image/m-nky7qeom?share";
    let mock = MockTransport::new().on(Method::POST, target, Reply::empty(StatusCode::OK));
    let user = SharedUser::new().account("first").account_id("1");
    client(&mock)
        .share_image(IMAGE, user)
        .options(RequestOptions::new().header("x-trace", "t-1"))
        .send()
        .await
        .unwrap();

    let request = &mock.requests()[0];
    assert_eq!(request.headers()["x-trace"], "t-1");
    assert_eq!(request.headers()["content-type"], "application/json;charset=utf-8");
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(body, json!({"account": "first", "accountId": "1"}));
}

#[tokio::test]
async fn silence_is_a_timeout_at_once() {
    let mock = MockTransport::new().on(Method::GET, USERS, Reply::silence());
    let once = RequestOptions::new().retry(RetryPolicy::none());
    let call = client(&mock).list_image_shared_users(IMAGE).options(once);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.status(), None);
}

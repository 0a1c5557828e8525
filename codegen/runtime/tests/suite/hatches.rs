//! What the description does not have: calls without an operation, further parameters and members.

use std::time::SystemTime;

use client_runtime::bce_verify::verify;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{ErrorKind, RequestOptions, SendAs};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::service::{
    CREATE, LIST, SHARE, builder, client, credentials, fail, list_replies, ok, replies_to, send,
    status,
};

#[tokio::test]
async fn a_call_without_an_operation_is_signed_and_read() {
    let mock = MockTransport::new()
        .post("/v2/instance/newThing?flag", Reply::json(StatusCode::OK, r#"{"id": "i-1"}"#));
    let client = client(&mock);
    let value: Value = client
        .raw(Method::POST, "/v2/instance/newThing?flag")
        .query("zone", "cn bj")
        .query("count", 2)
        .header("x-team", "storage")
        .json(&json!({"name": "a"}))
        .send()
        .await
        .unwrap();
    assert_eq!(value["id"], "i-1");
    let request = &mock.requests()[0];
    assert_eq!(request.uri().query(), Some("flag&zone=cn%20bj&count=2"));
    assert_eq!(request.headers()["content-type"], "application/json;charset=utf-8");
    assert_eq!(request.headers()["x-team"], "storage");
    assert_eq!(request.body(), r#"{"name":"a"}"#);
    verify(request, &credentials(), SystemTime::now()).unwrap();
}

#[tokio::test]
async fn only_an_idempotent_one_is_repeated() {
    let replies = |count| (0..count).map(|_| status(503)).chain([ok()]);
    let mock = list_replies(replies(1));
    client(&mock).raw(Method::GET, "/v2/image").send_empty().await.unwrap();
    assert_eq!(mock.requests().len(), 2);
    let posts = replies_to(&CREATE, "/v2/image", replies(2));
    let error = client(&posts).raw(Method::POST, "/v2/image").send_empty().await.unwrap_err();
    assert_eq!(error.to_string(), "call: 503: Service Unavailable");
    client(&posts).raw(Method::POST, "/v2/image").idempotent().send_empty().await.unwrap();
    assert_eq!(posts.requests().len(), 3);
}

#[tokio::test]
async fn a_path_that_is_none_is_refused() {
    let client = client(&MockTransport::new());
    for path in ["v2/image", "", "/v2#a", "/v2/a b", "https://example.com/"] {
        let error = client.raw(Method::GET, path).send_empty().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{path}");
    }
}

#[tokio::test]
async fn any_method_and_body_can_be_sent_and_read_as_it_came() {
    let purge = Method::from_bytes(b"PURGE").unwrap();
    let mock = MockTransport::new().on(purge.clone(), "/x", Reply::json(StatusCode::OK, "{}"));
    let call = client(&mock).raw(purge, "/x").bytes("text/plain", "hello");
    let response = call.send_bytes().await.unwrap();
    assert_eq!(response.body(), "{}");
    assert_eq!(mock.requests()[0].body(), "hello");
}

#[tokio::test]
async fn parameters_are_added_and_replaced() {
    let mock = list_replies([ok()]);
    let of_client = RequestOptions::new().query("tag", "0").query("volumeIds", "x");
    let client = builder().transport(mock.clone()).options(of_client).build().unwrap();
    let options =
        RequestOptions::new().query("cdsIds", "v-1,v-2").query("tag", "1").query("tag", "2");
    let call = client.call(&LIST).query("volumeIds", "v-3").query("marker", "m").options(options);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    let query = "marker=m&volumeIds=x&cdsIds=v-1%2Cv-2&tag=1&tag=2";
    assert_eq!(request.uri().query(), Some(query));
    verify(request, &credentials(), SystemTime::now()).unwrap();
}

#[tokio::test]
async fn an_idempotency_token_can_be_given() {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let options = RequestOptions::new().query("clientToken", "mine");
    send(client(&mock).call(&CREATE).options(options)).await.unwrap();
    assert_eq!(mock.requests()[0].uri().query(), Some("clientToken=mine"));
}

async fn body_with(
    members: RequestOptions,
    record: impl FnOnce(client_runtime::Call) -> client_runtime::Call,
) -> String {
    let mock = replies_to(&SHARE, "/v2/image/m-1", [ok()]);
    let client = builder().transport(mock.clone()).build().unwrap();
    let call = record(client.call(&SHARE).path("m-1")).options(members);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/json;charset=utf-8");
    String::from_utf8(request.body().to_vec()).unwrap()
}

#[tokio::test]
async fn members_are_added_and_replaced() {
    let members = || RequestOptions::new().body_member("a", &1).body_member("b", &json!({"c": []}));
    assert_eq!(body_with(members(), |call| call).await, r#"{"a":1,"b":{"c":[]}}"#);
    assert_eq!(
        body_with(members(), |call| call.body_field("z", "x")).await,
        r#"{"z":"x","a":1,"b":{"c":[]}}"#
    );
    assert_eq!(
        body_with(members(), |call| call.body_field("a", "x").body_field("z", &2)).await,
        r#"{"z":2,"a":1,"b":{"c":[]}}"#
    );
    assert_eq!(body_with(members(), |call| call.body(&json!({}))).await, r#"{"a":1,"b":{"c":[]}}"#);
    let twice = members().body_member("a", &2);
    assert_eq!(body_with(twice, |call| call).await, r#"{"b":{"c":[]},"a":2}"#);
}

#[tokio::test]
async fn members_of_what_is_no_object_are_an_error() {
    let client = client(&MockTransport::new());
    let options = || RequestOptions::new().body_member("a", &1);
    for call in [
        client.call(&SHARE).path("m-1").body(&[1]),
        client.call(&SHARE).path("m-1").text("text/plain", "a"),
    ] {
        let error = fail(call.options(options())).await;
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let message = "shareImage: the body is not a JSON object, and cannot have members: `a`";
        assert_eq!(error.to_string(), message);
    }
    let unwritable = std::collections::BTreeMap::from([((1, 2), 3)]);
    let options = RequestOptions::new().body_member("a", &unwritable);
    let error = fail(client.call(&SHARE).path("m-1").options(options)).await;
    assert!(error.to_string().contains("the member `a` cannot be written as JSON"), "{error}");
}

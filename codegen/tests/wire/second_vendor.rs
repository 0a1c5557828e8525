//! What the client of a made-up vendor's API sends, and how it reads failures.

use fixture_second_vendor::http::{HeaderName, HeaderValue, StatusCode};
use fixture_second_vendor::mock::{MockTransport, Reply};
use fixture_second_vendor::operation::OrderRocket;
use fixture_second_vendor::{AcmeKey, Client, RetryPolicy};
use fixture_second_vendor::{Error, RequestOptions};

fn client(mock: &MockTransport) -> Client {
    let key = AcmeKey::new("key-1", "secret-1");
    Client::builder().acme_key(key).transport(mock.clone()).build().unwrap()
}

async fn failure(reply: Reply) -> Error {
    let mock = MockTransport::new().post("/rockets", reply);
    let options = RequestOptions::new().retry(RetryPolicy::none());
    client(&mock).order_rocket("roadrunner").options(options).send().await.unwrap_err()
}

#[tokio::test]
async fn requests_are_signed_by_the_scheme_of_the_vendor() {
    let mock = MockTransport::new().post("/rockets", Reply::json(StatusCode::OK, "{}"));
    client(&mock).order_rocket("roadrunner").send().await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/vnd.acme+json");
    // printf 'POST\n/rockets\n{"model":"roadrunner"}' | openssl dgst -sha256 -hmac secret-1
    assert_eq!(request.headers()["x-acme-signature"], "key-1:7237ad820e864ce1c4f32f931c3b0f4b8ce1305b844684becadd71241c719b97");
    assert!(!request.headers().contains_key("authorization"));
}

#[tokio::test]
async fn failures_are_read_as_the_vendor_and_the_description_say() {
    let id = HeaderName::from_static("x-acme-request");
    let reply = |status, body: &'static str| {
        Reply::json(status, body).with_header(id.clone(), HeaderValue::from_static("7"))
    };
    let error = failure(reply(StatusCode::NOT_FOUND, r#"{"code":"NoSuchModel"}"#)).await;
    assert_eq!((error.raw_code(), error.request_id()), (Some("NoSuchModel"), Some("7")));
    assert!(error.body_of::<OrderRocket>().is_none());

    let body = r#"{"reason":"busy","until":"noon"}"#;
    let error = failure(reply(StatusCode::CONFLICT, body)).await;
    assert_eq!(error.body_of::<OrderRocket>().unwrap().until, "noon");
}

#[test]
fn a_client_needs_a_key() {
    let error = Client::builder().transport(MockTransport::new()).build().unwrap_err();
    assert!(error.to_string().contains("credentials"), "{error}");
}

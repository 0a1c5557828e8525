//! What the description does not have, by the client that callers have.

use std::time::{Duration, SystemTime};

use baidubce::auth::{Presign, sign};
use baidubce::bcc::operation::image::ListImagesOutput;
use baidubce::bcc::operation::instance::RebuildInstanceRequired;
use baidubce::http::{HeaderValue, Method, Request};
use baidubce::mock::{MockTransport, verify};
use baidubce::{Credentials, Inspect, RequestOptions, SendAs};
use serde_json::Value;

use super::support::{client, ok};

fn credentials() -> Credentials {
    Credentials::new("access-key", "secret-key")
}

#[tokio::test]
async fn a_call_without_an_operation_is_answered() {
    let target = "/v2/thing/t-1?rename";
    let mock = MockTransport::new().on(Method::PUT, target, ok(r#"{"id":"t-2"}"#));
    let call = client(&mock).call(Method::PUT, target).json(&[1]);
    assert_eq!(call.send::<Value>().await.unwrap()["id"], "t-2");
    verify(&mock.requests()[0], &credentials(), SystemTime::now()).unwrap();
}

#[tokio::test]
async fn a_parameter_of_other_sdks_can_be_sent() {
    let mock = MockTransport::new().get("/v2/instance?cdsIds=v-1", ok(r#"{"instances":[]}"#));
    let options = RequestOptions::new().query("cdsIds", "v-1");
    client(&mock).list_instances().options(options).send().await.unwrap();
}

#[tokio::test]
async fn a_response_is_read_as_it_came_and_as_its_type() {
    let body = r#"{"images":[],"isTruncated":false,"maxKeys":1,"novelty":7}"#;
    let mock = MockTransport::new().get("/v2/image", ok(body));
    let response = client(&mock).list_images().send_bytes().await.unwrap();
    let novelty: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(novelty["novelty"], 7);
    let typed = response.json::<ListImagesOutput>().unwrap().into_body();
    assert!(typed.images.is_empty());
}

#[test]
fn a_preview_has_no_password() {
    let client = client(&MockTransport::new());
    let required = RebuildInstanceRequired { instance_id: "i-1".into(), image_id: "m-1".into() };
    let preview = client.rebuild_instance(required).admin_pass("Test@123").preview().unwrap();
    let command = preview.curl();
    assert!(
        command.starts_with("curl -X PUT 'https://bcc.bj.baidubce.com/v2/instance/i-1?rebuild")
    );
    assert!(command.ends_with(r#"--data-raw '{"imageId":"m-1","adminPass":"REDACTED"}'"#));
}

#[test]
fn a_request_is_signed_as_a_url_and_by_itself() {
    let client = client(&MockTransport::new());
    let uri = client.list_zones().presign(&credentials(), Duration::from_secs(60)).unwrap();
    let mut request = Request::get(uri).body(()).unwrap();
    request.headers_mut().insert("host", HeaderValue::from_static("bcc.bj.baidubce.com"));
    verify(&request, &credentials(), SystemTime::now()).unwrap();

    let mut request = Request::get("https://bj.bcebos.com/").body(()).unwrap();
    request.headers_mut().insert("host", HeaderValue::from_static("bj.bcebos.com"));
    sign(&mut request, &credentials(), SystemTime::now()).unwrap();
    verify(&request, &credentials(), SystemTime::now()).unwrap();
}

//! What is seen of a call: spans, events, and the extensions of its requests.

use std::time::{Duration, SystemTime};

use client_runtime::auth_api_key::ApiKey;
use client_runtime::bce_credentials::Credentials;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::styles::QueryStyle;
use client_runtime::{
    Attempt, ClientBuilder, Idempotency, Method, Operation, RequestOptions, RetryPolicy, Secret,
    Service,
};
use http::header::DATE;
use http::{HeaderName, HeaderValue, StatusCode};

use super::recorder::Recorder;
use super::service::{
    self, CREATE, GET, LIST, SHARE, builder, client, fail, list_replies, ok, replies_to, send,
    status,
};

fn with_id(reply: Reply, id: &'static str) -> Reply {
    reply.with_header(HeaderName::from_static("x-bce-request-id"), HeaderValue::from_static(id))
}

#[tokio::test]
async fn requests_say_which_attempt_of_which_operation_they_are() {
    let mock = list_replies([status(503), ok()]);
    send(client(&mock).call(&LIST)).await.unwrap();
    let requests = mock.requests();
    let attempts = requests.iter().map(|it| it.extensions().get::<Attempt>().unwrap());
    let attempts: Vec<_> = attempts.map(|it| (it.operation(), it.number())).collect();
    assert_eq!(attempts, [("listImages", 1), ("listImages", 2)]);
}

#[tokio::test]
async fn a_call_is_a_span_and_each_attempt_one_inside() {
    let recorder = Recorder::start();
    let mock = list_replies([with_id(status(503), "id-1"), with_id(ok(), "id-2")]);
    let call = client(&mock).call(&LIST).query("marker", "a b").query("maxKeys", &10);
    send(call).await.unwrap();

    let calls = recorder.spans("call");
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].parent, None);
    for (field, value) in [
        ("otel.name", "listImages"),
        ("otel.kind", "internal"),
        ("otel.status_code", ""),
        ("operation.id", "listImages"),
        ("http.response.status_code", "200"),
        ("request.id", "id-2"),
        ("attempts", "2"),
        ("error.type", ""),
    ] {
        assert_eq!(calls[0].get(field), value, "{field}");
    }

    let attempts = recorder.spans("attempt");
    assert_eq!(attempts.len(), 2);
    for (field, first, second) in [
        ("otel.name", "GET /v2/image", "GET /v2/image"),
        ("otel.kind", "client", "client"),
        ("operation.id", "listImages", "listImages"),
        ("http.request.method", "GET", "GET"),
        ("server.address", "bcc.bj.example.com", "bcc.bj.example.com"),
        ("server.port", "443", "443"),
        ("url.template", "/v2/image", "/v2/image"),
        ("http.request.resend_count", "", "1"),
        ("http.response.status_code", "503", "200"),
        ("request.id", "id-1", "id-2"),
        ("retry.reason", "", "503"),
        ("error.type", "503", ""),
        ("otel.status_code", "ERROR", ""),
    ] {
        assert_eq!(attempts[0].get(field), first, "{field}");
        assert_eq!(attempts[1].get(field), second, "{field}");
    }
    for attempt in &attempts {
        assert_eq!(attempt.parent, Some("call"));
        let url = "https://bcc.bj.example.com/v2/image?marker=a%20b&maxKeys=10";
        assert_eq!(attempt.get("url.full"), url);
    }

    let events = recorder.events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].get("message"), "the request is repeated");
    assert_eq!(events[0].get("retry.reason"), "503");
    assert_eq!(events[0].parent, Some("call"));
}

#[tokio::test]
async fn failures_have_a_type() {
    let recorder = Recorder::start();
    let denied = Reply::json(StatusCode::FORBIDDEN, r#"{"code":"AccessDenied","requestId":"b"}"#);
    let mock = replies_to(&GET, "/v2/image/m-1", [denied]);
    fail(client(&mock).call(&GET).path("m-1")).await;
    let span = recorder.spans("call").remove(0);
    assert_eq!((span.get("error.type"), span.get("request.id")), ("403", "b"));
    let span = recorder.spans("attempt").remove(0);
    assert_eq!(span.get("url.full"), "https://bcc.bj.example.com/v2/image/m-1");
    assert_eq!(span.get("url.template"), "/v2/image/{}");

    let once = RequestOptions::new().retry(RetryPolicy::none());
    let timeout = once.clone().timeout(Duration::from_secs(1));
    let silent = MockTransport::new().get("/v2/image", Reply::silence());
    fail(client(&silent).call(&LIST).options(timeout)).await;
    fail(client(&silent).call(&SHARE).path("m-1").options(once)).await;
    let types = |name| -> Vec<_> {
        recorder.spans(name).iter().map(|span| span.get("error.type").to_owned()).collect()
    };
    assert_eq!(types("attempt"), ["403", "timeout", "transport"]);
    assert_eq!(types("call"), ["403", "timeout", "transport"]);
}

#[tokio::test]
async fn a_corrected_clock_is_an_event_once() {
    let local = SystemTime::UNIX_EPOCH + Duration::from_secs(1_439_266_649);
    let date = HeaderValue::from_static("Tue, 11 Aug 2015 05:17:30 GMT");
    let late = status(403).with_header(DATE, date);
    let mock = list_replies([late.clone(), late]);
    let client = builder().transport(mock).clock(move || local).build().unwrap();
    let recorder = Recorder::start();
    fail(client.call(&LIST)).await;
    fail(client.call(&LIST)).await;
    let events = recorder.events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].get("clock.offset_s"), "3601");
    assert_eq!(events[0].parent, Some("attempt"));
}

const SECRETS: [&str; 7] = [
    "0011223344556677",
    "token-secret",
    "query-secret",
    "path-secret",
    "option-secret",
    "member-secret",
    "key-secret",
];

fn check(recorder: &Recorder, attempts: usize) {
    let shown = format!(
        "{:?} {:?} {:?}",
        recorder.spans("call"),
        recorder.spans("attempt"),
        recorder.events()
    );
    for secret in SECRETS.iter().copied().chain(["bce-auth-v1"]) {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
    assert_eq!(recorder.spans("attempt").len(), attempts);
}

#[tokio::test]
async fn no_secret_is_recorded() {
    const RENEW: Operation = Operation { id: "renew", path: "/v2/key/{}", ..CREATE };
    let recorder = Recorder::start();
    let replies = [status(503), Reply::json(StatusCode::OK, r#"{"password":"member-secret"}"#)];
    let mock = replies_to(&RENEW, "/v2/key/path-secret", replies);
    let credentials = Credentials::new(service::ACCESS_KEY_ID, service::SECRET)
        .with_session_token("token-secret");
    let options = RequestOptions::new().header("x-key", "option-secret");
    let client = builder().credentials(credentials).transport(mock).options(options).build();
    let call = client
        .unwrap()
        .call(&RENEW)
        .path(&Secret::from("path-secret"))
        .query("password", &Secret::from("query-secret"))
        .header("x-other", &Secret::from("option-secret"))
        .body_field("plain", &Secret::from("member-secret"))
        .encrypted_field("adminPass", &Secret::from("member-secret"));
    send(call).await.unwrap();
    check(&recorder, 2);
    let url = recorder.spans("attempt").remove(0).get("url.full").to_owned();
    let shown = "https://bcc.bj.example.com/v2/key/{}?password=REDACTED&clientToken=";
    assert!(url.starts_with(shown), "{url}");
}

#[tokio::test]
async fn a_key_in_the_query_is_not_recorded() {
    const SERVICE: Service = Service { needs: &[&["api_key"]], ..service::SERVICE };
    const LIST: Operation = Operation {
        id: "list",
        method: Method::GET,
        path: "/v2/image",
        idempotency: Idempotency::Idempotent,
    };
    let recorder = Recorder::start();
    let mock = list_replies([ok()]);
    let builder = ClientBuilder::new(&SERVICE, |core| core);
    let builder = builder.authorizer_of("api_key", ApiKey::query("key", "key-secret"));
    let client = builder.transport(mock.clone()).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
    assert!(mock.requests()[0].uri().to_string().contains("key-secret"));
    check(&recorder, 1);
}

#[tokio::test]
async fn parameters_that_are_objects_are_not_recorded() {
    let recorder = Recorder::start();
    let mock = list_replies([ok(), ok(), ok()]);
    let filter = serde_json::json!({"name": "a", "password": "query-secret"});
    let deep = client(&mock).call(&LIST).query("a", &1);
    send(deep.query_value("filter", QueryStyle::DeepObject, true, &filter)).await.unwrap();
    send(client(&mock).call(&LIST).query_json("filter", &filter)).await.unwrap();
    let form = client(&mock).call(&LIST).query_value("filter", QueryStyle::Form, true, &filter);
    send(form).await.unwrap();
    check(&recorder, 3);
    let urls = recorder.spans("attempt");
    let members = "filter%5Bname%5D=REDACTED&filter%5Bpassword%5D=REDACTED";
    let base = "https://bcc.bj.example.com/v2/image";
    assert_eq!(urls[0].get("url.full"), format!("{base}?a=1&{members}"));
    assert_eq!(urls[1].get("url.full"), format!("{base}?filter=REDACTED"));
    assert_eq!(urls[2].get("url.full"), format!("{base}?name=REDACTED&password=REDACTED"));
}

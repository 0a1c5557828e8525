//! Requests that are looked at before they are sent, and those that become URLs.

use std::time::{Duration, SystemTime};

use client_runtime::bce_credentials::Credentials;
use client_runtime::bce_presign::Presign;
use client_runtime::bce_verify::{SignatureError, verify};
use client_runtime::mock::MockTransport;
use client_runtime::{Call, Core, ErrorKind, Inspect, Preview, RequestOptions, Secret, SendAs};
use http::{Method, Request};
use serde_json::json;

use super::service::{CREATE, GET, LIST, SHARE, builder, client, credentials};

/// What a typed request is: it is recorded when it is sent.
struct Typed<F>(F);

impl<F: FnOnce() -> Call> SendAs for Typed<F> {
    fn into_call(self) -> Call {
        (self.0)()
    }
}

fn preview(record: impl FnOnce() -> Call) -> Preview {
    Typed(record).preview().unwrap()
}

#[test]
fn a_request_is_shown_as_it_would_be_sent() {
    let mock = MockTransport::new();
    let client = client(&mock);
    let preview = preview(|| {
        let options = RequestOptions::new().header("x-team", "a").query("cdsIds", "v-1");
        client.call(&SHARE).path("m-1").body_field("name", "it's").options(options)
    });
    assert_eq!(preview.method(), Method::POST);
    assert_eq!(preview.url(), "https://bcc.bj.example.com/v2/image/m-1?share&cdsIds=v-1");
    assert_eq!(preview.headers()["x-team"], "a");
    assert!(!preview.headers().contains_key("authorization"));
    assert_eq!(preview.body(), r#"{"name":"it's"}"#);
    assert_eq!(
        preview.curl(),
        r#"curl -X POST 'https://bcc.bj.example.com/v2/image/m-1?share&cdsIds=v-1' \
  -H 'accept: application/json' \
  -H 'user-agent: client/1' \
  -H 'content-type: application/json;charset=utf-8' \
  -H 'x-team: a' \
  --data-raw '{"name":"it'\''s"}'"#
    );
    assert!(mock.requests().is_empty());
}

#[test]
fn no_secret_is_shown() {
    let client = builder()
        .credentials(credentials().with_session_token("the-secret"))
        .transport(MockTransport::new())
        .options(RequestOptions::new().header("X-Auth-Token", "the-secret"))
        .build()
        .unwrap();
    let secret = Secret::from("the-secret");
    let typed = preview(|| {
        let options = RequestOptions::new()
            .query("api_key", "the-secret")
            .header("cookie", "a=the-secret")
            .body_member("password", "the-secret");
        client
            .call(&CREATE)
            .query("code", &secret)
            .header("x-code", &secret)
            .body_field("code", &secret)
            .body_field("list", &json!([1]))
            .encrypted_field("adminPass", &secret)
            .options(options)
    });
    let token = json!({"login": {"accessToken": "the-secret"}, "name": "n"});
    let raw =
        client.raw(Method::POST, "/x?secret=the-secret&flag").query("Signature", "the-secret");
    let options = RequestOptions::new().body_member("password", "the-secret");
    let raw = raw.json(&token).options(options).preview().unwrap();
    let get = preview(|| client.call(&GET).path(&secret));
    for preview in [&typed, &raw, &get] {
        let shown = format!("{preview:?} {preview}");
        assert!(!shown.contains("the-secret"), "{shown}");
        assert!(shown.contains("REDACTED"), "{shown}");
    }
    assert_eq!(get.url(), "https://bcc.bj.example.com/v2/image/{}");
    let body = r#"{"code":"REDACTED","list":[1],"password":"REDACTED","adminPass":"REDACTED"}"#;
    assert_eq!(typed.body(), body);
    assert_eq!(raw.url(), "https://bcc.bj.example.com/x?secret=REDACTED&flag&Signature=REDACTED");
    assert_eq!(
        raw.body(),
        r#"{"login":{"accessToken":"REDACTED"},"name":"n","password":"REDACTED"}"#
    );
    // What is sent afterwards has its secrets.
    assert_eq!(serde_json::to_string(&secret).unwrap(), "\"the-secret\"");
}

#[test]
fn a_request_that_cannot_be_written_is_not_shown() {
    let client = client(&MockTransport::new());
    let error = Typed(|| client.call(&GET).path("..")).preview().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().starts_with("getImage: "));
}

/// 2015-08-11T04:17:29Z.
fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_439_266_649)
}

fn dated() -> Core {
    builder().transport(MockTransport::new()).clock(now).build().unwrap()
}

#[test]
fn a_request_becomes_a_url_that_is_valid_for_some_time() {
    let client = dated();
    let temporary = credentials().with_session_token("a/b+c=");
    for credentials in [credentials(), temporary] {
        let call = client.call(&LIST).query("marker", "a b/c");
        let uri = Typed(|| call).presign(&credentials, Duration::from_secs(600)).unwrap();
        let text = uri.to_string();
        assert!(
            text.starts_with("https://bcc.bj.example.com/v2/image?marker=a%20b%2Fc&"),
            "{text}"
        );
        assert!(text.contains("2015-08-11T04%3A17%3A29Z%2F600%2Fhost%2F"), "{text}");
        // What somebody else sends: the URL, and the host that it names.
        let request = Request::get(uri).header("host", "bcc.bj.example.com").body(()).unwrap();
        let later = |seconds| now() + Duration::from_secs(seconds);
        verify(&request, &credentials, later(600)).unwrap();
        let expired = verify(&request, &credentials, later(601)).unwrap_err();
        assert_eq!(expired, SignatureError::Expired);
        let other = Request::get(text.replace("marker=a", "marker=b")).body(()).unwrap();
        assert!(verify(&other, &credentials, now()).is_err());
    }
}

#[test]
fn the_signature_of_a_url_is_that_of_the_official_sdk() {
    // The vector `seed_host_only_3600`: the same request with the host as the only signed header.
    let client = builder()
        .endpoint("http://bcc.bj.baidubce.com")
        .transport(MockTransport::new())
        .clock(now)
        .build()
        .unwrap();
    let call = client.raw(Method::GET, "/v2/image/m-nky7qeom/sharedUsers");
    let uri = call.presign(&credentials(), Duration::from_secs(3600)).unwrap();
    let signature = "%2Fhost%2Fbbae06767d626a3645f569417f38d673e90dff439cde1b407a8ad8e22e9b7448";
    assert!(uri.to_string().ends_with(signature), "{uri}");
}

#[test]
fn what_is_more_than_a_url_does_not_become_one() {
    let client = dated();
    let presign =
        |call: Call| Typed(|| call).presign(&credentials(), Duration::from_secs(1)).unwrap_err();
    let options = RequestOptions::new().header("x-a", "b");
    for call in [
        client.call(&SHARE).path("m-1").body_field("a", "b"),
        client.call(&CREATE).encrypted_field("adminPass", &Secret::from("a")),
        client.call(&LIST).header("x-a", "b"),
        client.call(&LIST).options(options),
    ] {
        assert_eq!(presign(call).kind(), ErrorKind::InvalidRequest);
    }
    let none = Credentials::new("", "");
    let error = client.raw(Method::GET, "/x").presign(&none, Duration::from_secs(1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authorization);
}

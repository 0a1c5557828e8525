//! What differs from vendor to vendor, and only there.

use std::time::{Duration, SystemTime};

use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{ClientBuilder, Core, Dialect, RequestOptions, RetryPolicy, Service};
use http::header::DATE;
use http::{HeaderName, HeaderValue, StatusCode};

use super::service::{CREATE, LIST, SERVICE, fail, list_replies, ok, replies_to, send};

/// A service without the rules of a vendor.
const STANDARD: Service =
    Service { needs: &[], requires_auth: false, dialect: Dialect::STANDARD, ..SERVICE };

/// A service of the vendor whose rules the other tests go by.
const BCE: Service = Service { dialect: Dialect::BCE, ..STANDARD };

/// 2015-08-11T04:17:29Z.
fn local() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_439_266_649)
}

fn client(service: &'static Service, mock: &MockTransport) -> Core {
    ClientBuilder::new(service, |core| core).transport(mock.clone()).clock(local).build().unwrap()
}

fn expired() -> Reply {
    let body = r#"{"code":"RequestExpired"}"#;
    Reply::json(StatusCode::BAD_REQUEST, body)
        .with_header(DATE, HeaderValue::from_static("Tue, 11 Aug 2015 04:17:40 GMT"))
        .with_header(HeaderName::from_static("x-request-id"), HeaderValue::from_static("a"))
        .with_header(HeaderName::from_static("x-bce-request-id"), HeaderValue::from_static("b"))
}

#[tokio::test]
async fn json_has_the_content_type_of_the_vendor() {
    for (service, expected) in
        [(&STANDARD, "application/json"), (&BCE, "application/json;charset=utf-8")]
    {
        let mock = replies_to(&CREATE, "/v2/image", [ok(), ok()]);
        let client = client(service, &mock);
        send(client.call(&CREATE).body_field("name", "a")).await.unwrap();
        send(client.call(&CREATE).body(&["a"])).await.unwrap();
        for request in mock.requests() {
            assert_eq!(request.headers()["content-type"], expected);
        }
    }
}

#[tokio::test]
async fn a_code_for_expired_requests_is_the_vendors() {
    let mock = list_replies([expired(), ok()]);
    let error = fail(client(&STANDARD, &mock).call(&LIST)).await;
    assert!(!error.is_retryable());
    assert_eq!((error.attempts(), error.request_id()), (1, Some("a")));

    let mock = list_replies([expired(), ok()]);
    send(client(&BCE, &mock).call(&LIST)).await.unwrap();
    assert_eq!(mock.requests().len(), 2);

    let mock = list_replies([expired()]);
    let once = RequestOptions::new().retry(RetryPolicy::none());
    let call = client(&BCE, &mock).call(&LIST).options(once);
    assert_eq!(fail(call).await.request_id(), Some("b"));
}

/// Eleven seconds are no reason to correct a clock, unless the service says that they are.
#[tokio::test]
async fn a_clock_is_set_by_a_code_only_where_the_vendor_has_one() {
    for (service, corrected) in [(&STANDARD, 0), (&BCE, 11)] {
        let mock = list_replies([expired(), ok()]);
        let client = client(service, &mock);
        // Whether it is repeated is not the question here.
        let _ = send(client.call(&LIST)).await;
        assert!(format!("{client:?}").contains(&format!("offset_seconds: {corrected}")));
    }
}

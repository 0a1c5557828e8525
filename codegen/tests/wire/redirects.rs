//! Which redirects are successes of the client of `fixtures/redirects.yaml`.

use fixture_redirects::http::header::{HeaderValue, LOCATION};
use fixture_redirects::http::{Method, StatusCode};
use fixture_redirects::mock::{MockTransport, Reply};
use fixture_redirects::operation::GetPaymentOutput;
use fixture_redirects::{Client, ErrorKind};

fn client(method: Method, target: &str, reply: Reply) -> Client {
    let mock = MockTransport::new().on(method, target, reply);
    Client::builder().transport(mock).build().expect("nothing is missing")
}

fn redirect(status: u16) -> Reply {
    Reply::empty(StatusCode::from_u16(status).expect("a status")).with_header(LOCATION, HeaderValue::from_static("/there"))
}

#[tokio::test]
async fn the_only_response_that_is_described_is_a_success() {
    let client = client(Method::GET, "/archive", redirect(302));
    let response = client.download_archive().send_with_response().await.expect("a success");
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(response.headers()["location"], "/there");
}

#[tokio::test]
async fn another_redirect_than_the_described_one_is_a_success_as_well() {
    for status in [301, 303, 307, 308] {
        let client = client(Method::GET, "/archive", redirect(status));
        let response = client.download_archive().send_with_response().await.expect("a success");
        assert_eq!(response.status().as_u16(), status);
    }
}

#[tokio::test]
async fn a_redirect_that_says_where_to_is_one_of_the_successes() {
    let target = "/payments/1";
    let paid = Reply::json(StatusCode::OK, r#"{"id":"1"}"#);
    let output = client(Method::GET, target, paid).get_payment("1").send().await.expect("read");
    assert!(matches!(output, GetPaymentOutput::Ok(payment) if payment.id == "1"), "a body");
    for status in [302, 303] {
        let client = client(Method::GET, target, redirect(status));
        let output = client.get_payment("1").send().await.expect("a success");
        assert!(matches!(output, GetPaymentOutput::SeeOther), "{status}");
    }
    let client = client(Method::GET, target, redirect(304));
    let error = client.get_payment("1").send().await.expect_err("described as no success");
    assert_eq!(error.status(), Some(StatusCode::NOT_MODIFIED));
}

#[tokio::test]
async fn a_redirect_beside_a_success_that_leads_nowhere_is_an_error() {
    let client = client(Method::GET, "/pages/a", redirect(301));
    let error = client.get_page("a").send().await.expect_err("a failure");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(StatusCode::MOVED_PERMANENTLY));
}

#[tokio::test]
async fn a_range_of_redirects_is_read_as_what_it_holds() {
    let reply = redirect(307).with_body("<a href=\"/there\">");
    let client = client(Method::POST, "/short", reply);
    assert_eq!(client.shorten().send().await.expect("a success"), "<a href=\"/there\">");
}

#[tokio::test]
async fn what_is_not_described_is_an_error_as_before() {
    let client = client(Method::GET, "/archive", Reply::empty(StatusCode::NOT_FOUND));
    assert_eq!(
        client.download_archive().send().await.expect_err("a failure").status(),
        Some(StatusCode::NOT_FOUND)
    );
}

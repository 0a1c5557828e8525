//! No text that may end in a log has a secret.

use std::error::Error as _;
use std::fmt::Debug;

use baidubce::auth::BceAuth;
use baidubce::bcc::Client;
use baidubce::bcc::operation::instance::RebuildInstanceRequired;
use baidubce::http::{HeaderValue, Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};
use baidubce::{ClientBuilder, Credentials, RequestOptions};

use super::support::{IMAGE, USERS};

const SECRETS: [&str; 7] = [
    "secret-key",
    "session-token",
    "header-value",
    "admin-password",
    "answer-header",
    "answer-body",
    "proxy-password",
];

#[track_caller]
fn check(value: &dyn Debug) -> String {
    let shown = format!("{value:?} {value:#?}");
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
    shown
}

fn credentials() -> Credentials {
    Credentials::new("access-key", "secret-key").with_session_token("session-token")
}

fn options() -> RequestOptions {
    RequestOptions::new().header("x-password", "header-value")
}

fn builder(mock: &MockTransport) -> ClientBuilder<Client> {
    Client::builder()
        .region("gz")
        .credentials(credentials())
        .transport(mock.clone())
        .options(options())
}

#[test]
fn credentials_show_their_identifier() {
    assert!(check(&credentials()).contains("access-key"));
    assert!(check(&BceAuth::new(credentials())).contains("access-key"));
}

#[test]
fn builders_clients_and_requests_show_no_secrets() {
    let mock = MockTransport::new();
    check(&builder(&mock));
    let client = builder(&mock).build().unwrap();
    assert!(check(&client).contains("bcc.gz.baidubce.com"));

    let required = RebuildInstanceRequired { instance_id: "i-1".into(), image_id: "m-1".into() };
    let request = client.rebuild_instance(required).admin_pass("admin-password").options(options());
    let shown = check(&request);
    for value in ["RebuildInstance", "i-1", "admin_pass", "x-password"] {
        assert!(shown.contains(value), "{value} is not in {shown}");
    }
    check(&client.list_images().options(options()).pages());
    check(&client.list_images().options(options()).items());
}

#[tokio::test]
async fn errors_and_recorded_requests_show_no_secrets() {
    let header = HeaderValue::from_static("answer-header");
    let reply = Reply::json(StatusCode::FORBIDDEN, r#"{"password":"answer-body"}"#)
        .with_header("x-password".parse().unwrap(), header);
    let mock = MockTransport::new().on(Method::GET, USERS, reply);
    let call = builder(&mock).build().unwrap().list_image_shared_users(IMAGE);
    let error = call.send().await.unwrap_err();
    check(&error);
    check(&error.to_string());
    check(&mock);

    let request = &mock.requests()[0];
    assert!(request.headers()["authorization"].is_sensitive());
    assert!(request.headers()["x-bce-security-token"].is_sensitive());
}

#[tokio::test]
async fn credentials_that_cannot_be_used_are_not_shown() {
    for (key, token) in [("secret-key\n", "session-token"), ("key", "session-token\n")] {
        let unusable = Credentials::new("access-key", key).with_session_token(token);
        let client = builder(&MockTransport::new()).credentials(unusable).build().unwrap();
        let error = client.list_images().send().await.unwrap_err();
        check(&error);
        check(&error.to_string());
        check(&error.source().map(ToString::to_string));
    }
}

#[cfg(feature = "hyper")]
#[test]
fn proxies_show_no_password() {
    use baidubce::transport::{HyperTransport, Proxies};

    let proxies = Proxies::all("http://user:proxy-password@proxy.test:3128").unwrap();
    check(&HyperTransport::new().proxies(proxies));
}

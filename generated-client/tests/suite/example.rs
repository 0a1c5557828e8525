//! The example, with its server, over a socket.

use std::time::{Duration, SystemTime};

use baidubce::bcc::Client;
use baidubce::http::uri::PathAndQuery;
use baidubce::http::{Request, Response, StatusCode, Uri};
use baidubce::transport::{
    BodyStream, BoxFuture, HyperTransport, Limits, Proxies, Transport, TransportError,
};
use baidubce::{ClientBuilder, Credentials, ErrorCode, RequestOptions, RetryPolicy};
use bytes::Bytes;

use super::mock_server::{self, CUSTOM_IMAGE, SYSTEM_IMAGE};

fn credentials() -> Credentials {
    Credentials::new("access-key", "secret-key")
}

fn transport() -> HyperTransport {
    HyperTransport::new().proxies(Proxies::none())
}

/// A client of a new server, which expects [`credentials`].
async fn builder() -> ClientBuilder<Client> {
    let url = mock_server::start(credentials()).await.unwrap();
    Client::builder().endpoint(url).credentials(credentials()).transport(transport())
}

#[tokio::test]
async fn the_users_of_a_shared_image_are_listed() {
    let client = builder().await.build().unwrap();
    let response = client.list_image_shared_users(CUSTOM_IMAGE).send_with_response().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert!(response.request_id().is_some());
    let answer = response.into_body();
    assert_eq!(answer.users.len(), 1);
    let user = &answer.users[0];
    assert_eq!(user.account.as_deref(), Some("ceshizhanghao"));
    assert_eq!(user.account_id.as_deref(), Some("ab1d7802cb9b436bafaf3361fe482ca6"));
    assert_eq!(user.uc_account, None);
}

#[tokio::test]
async fn a_system_image_cannot_be_shared() {
    let client = builder().await.build().unwrap();
    let error = client.list_image_shared_users(SYSTEM_IMAGE).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some(ErrorCode::ImageUnCustomImageCannotBeShared));
    assert_eq!(error.message(), "Only custom image can be shared.");
    assert!(error.request_id().is_some());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn an_unknown_image_is_not_found() {
    let client = builder().await.build().unwrap();
    let error = client.list_image_shared_users("m-none").send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn an_image_id_stays_one_segment_of_the_path() {
    let client = builder().await.build().unwrap();
    let image_id = "../image/m-nky7qeom";
    let error = client.list_image_shared_users(image_id).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test]
async fn a_wrong_secret_is_refused() {
    let wrong = Credentials::new("access-key", "another-secret");
    let client = builder().await.credentials(wrong).build().unwrap();
    let error = client.list_image_shared_users(CUSTOM_IMAGE).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some(ErrorCode::SignatureDoesNotMatch));
}

#[tokio::test]
async fn an_unknown_access_key_is_refused() {
    let unknown = Credentials::new("another-key", "secret-key");
    let client = builder().await.credentials(unknown).build().unwrap();
    let error = client.list_image_shared_users(CUSTOM_IMAGE).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some(ErrorCode::InvalidAccessKeyId));
}

#[tokio::test]
async fn a_session_token_has_to_be_the_right_one() {
    let known = credentials().with_session_token("token");
    let url = mock_server::start(known.clone()).await.unwrap();
    for (given, status) in [(known, None), (credentials(), Some(StatusCode::FORBIDDEN))] {
        let client = Client::builder()
            .endpoint(url.as_str())
            .credentials(given)
            .transport(transport())
            .build()
            .unwrap();
        let answer = client.list_image_shared_users(CUSTOM_IMAGE).send().await;
        assert_eq!(answer.err().and_then(|error| error.status()), status);
    }
}

#[tokio::test]
async fn a_path_that_was_changed_on_the_way_is_refused() {
    let redirecting = Redirecting { inner: transport(), path: "/v2/image/m-nky7qeom/sharedUsers" };
    let client = builder().await.transport(redirecting).build().unwrap();
    assert!(client.list_image_shared_users(CUSTOM_IMAGE).send().await.is_ok());
    let error = client.list_image_shared_users("m-none").send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some(ErrorCode::SignatureDoesNotMatch));
}

#[tokio::test]
async fn a_wrong_clock_is_corrected_by_the_date_of_the_answer() {
    let at_once = RetryPolicy::default().base_delay(Duration::ZERO);
    let client = builder()
        .await
        .clock(|| SystemTime::now() - Duration::from_secs(24 * 3600))
        .options(RequestOptions::new().retry(at_once))
        .build()
        .unwrap();
    let answer = client.list_image_shared_users(CUSTOM_IMAGE).send().await.unwrap();
    assert_eq!(answer.users.len(), 1);

    let once = RequestOptions::new().retry(RetryPolicy::none());
    let again = client.list_image_shared_users(CUSTOM_IMAGE).options(once);
    assert!(again.send().await.is_ok());
}

/// Sends every request, signed as it is, to the same path.
struct Redirecting {
    inner: HyperTransport,
    path: &'static str,
}

impl Transport for Redirecting {
    fn send(
        &self,
        mut request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        let mut parts = request.uri().clone().into_parts();
        parts.path_and_query = Some(PathAndQuery::from_static(self.path));
        *request.uri_mut() = Uri::from_parts(parts).expect("an absolute URI with another path");
        self.inner.send(request, limits)
    }

    fn open(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
        self.inner.open(request, limits)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.deadline(duration)
    }
}

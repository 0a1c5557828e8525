//! What is repeated, and with which token. Nothing waits: the mock only remembers the pauses.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use baidubce::bcc::types::SharedUser;
use baidubce::http::header::{HeaderValue, RETRY_AFTER};
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};
use baidubce::transport::TransportErrorKind;
use baidubce::{RequestOptions, RetryPolicy};

use super::support::{IMAGE, USERS, builder, client, ok};

const CREATED: &str = r#"{"imageId":"m-1"}"#;

fn unavailable() -> Reply {
    Reply::empty(StatusCode::SERVICE_UNAVAILABLE)
}

fn create_image_replies(replies: impl IntoIterator<Item = Reply>) -> MockTransport {
    let add = |mock: MockTransport, reply| mock.on(Method::POST, "/v2/image", reply);
    replies.into_iter().fold(MockTransport::new(), add)
}

/// The value of `clientToken` in every request so far.
fn tokens(mock: &MockTransport) -> Vec<String> {
    let requests = mock.requests();
    let queries = requests.iter().map(|request| request.uri().query().unwrap_or_default());
    let parameters = queries.flat_map(|query| query.split('&'));
    parameters.filter_map(|pair| pair.strip_prefix("clientToken=")).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_read_is_repeated_and_signed_anew() {
    let seconds = AtomicU64::new(1_800_000_000);
    let mock = MockTransport::new()
        .on(Method::GET, USERS, unavailable())
        .on(Method::GET, USERS, Reply::failure(TransportErrorKind::Io))
        .on(Method::GET, USERS, Reply::silence())
        .on(Method::GET, USERS, ok(r#"{"users":[]}"#));
    let client = builder(&mock)
        .clock(move || UNIX_EPOCH + Duration::from_secs(seconds.fetch_add(1, Ordering::Relaxed)))
        .build()
        .unwrap();
    client.list_image_shared_users(IMAGE).send().await.unwrap();

    assert_eq!(mock.pauses().len(), 3);
    let requests = mock.requests();
    let signatures: BTreeSet<_> =
        requests.iter().map(|request| request.headers()["authorization"].as_bytes()).collect();
    assert_eq!((requests.len(), signatures.len()), (4, 4));
}

#[tokio::test]
async fn the_service_says_how_long_the_pause_is() {
    let later = unavailable().with_header(RETRY_AFTER, HeaderValue::from_static("7"));
    let users = ok(r#"{"users":[]}"#);
    let mock = MockTransport::new().on(Method::GET, USERS, later).on(Method::GET, USERS, users);
    client(&mock).list_image_shared_users(IMAGE).send().await.unwrap();
    assert_eq!(mock.pauses(), [Duration::from_secs(7)]);
}

#[tokio::test]
async fn the_policy_of_a_call_goes_before_that_of_the_client() {
    let mock = MockTransport::new()
        .on(Method::GET, USERS, unavailable())
        .on(Method::GET, USERS, unavailable())
        .on(Method::GET, USERS, unavailable());
    let never = RequestOptions::new().retry(RetryPolicy::none());
    let once = RequestOptions::new().retry(RetryPolicy::default().max_retries(1));
    let client = builder(&mock).options(never).build().unwrap();

    let first = client.list_image_shared_users(IMAGE).send().await.unwrap_err();
    assert_eq!(first.attempts(), 1);
    let second = client.list_image_shared_users(IMAGE).options(once).send().await.unwrap_err();
    assert_eq!(second.attempts(), 2);
    assert!(second.is_retryable());
}

#[tokio::test]
async fn a_write_without_a_token_is_not_repeated_once_it_may_have_arrived() {
    let target = "/v2/image/m-nky7qeom?share";
    for reply in [unavailable(), Reply::failure(TransportErrorKind::Io)] {
        let mock = MockTransport::new().on(Method::POST, target, reply);
        let call = client(&mock).share_image(IMAGE, SharedUser::new().account("first"));
        let error = call.send().await.unwrap_err();
        assert_eq!((error.attempts(), error.is_retryable()), (1, false));
    }
}

#[tokio::test]
async fn a_write_is_repeated_if_no_connection_was_opened() {
    let target = "/v2/image/m-nky7qeom?share";
    let mock = MockTransport::new()
        .on(Method::POST, target, Reply::failure(TransportErrorKind::Connect))
        .on(Method::POST, target, Reply::empty(StatusCode::OK));
    let call = client(&mock).share_image(IMAGE, SharedUser::new().account("first"));
    call.send().await.unwrap();
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn an_idempotency_token_is_kept_over_the_attempts_of_a_call() {
    let mock = create_image_replies([unavailable(), ok(CREATED)]);
    let answer = client(&mock).create_image("web").instance_id("i-1").send().await.unwrap();
    assert_eq!(answer.image_id, "m-1");

    let tokens = tokens(&mock);
    assert_eq!(tokens.len(), 2);
    assert_eq!(tokens[0], tokens[1]);
    let groups: Vec<_> = tokens[0].split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    assert!(tokens[0].chars().all(|it| it == '-' || it.is_ascii_hexdigit()));
}

#[tokio::test]
async fn an_idempotency_token_is_fresh_for_every_call() {
    let mock = create_image_replies([ok(CREATED), ok(CREATED)]);
    let request = client(&mock).create_image("web").instance_id("i-1");
    request.clone().send().await.unwrap();
    request.send().await.unwrap();
    let tokens = tokens(&mock);
    assert_eq!(tokens.len(), 2);
    assert_ne!(tokens[0], tokens[1]);
}

#[tokio::test]
async fn a_token_of_the_caller_is_used() {
    let mock = create_image_replies([ok(CREATED)]);
    client(&mock).create_image("web").client_token("mine").send().await.unwrap();
    assert_eq!(tokens(&mock), ["mine"]);
}

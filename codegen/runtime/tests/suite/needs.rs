//! Which credentials go with a call, and what is said where they are missing.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use bytes::Bytes;
use client_runtime::auth_api_key::ApiKey;
use client_runtime::auth_basic::BasicAuth;
use client_runtime::auth_bearer::BearerToken;
use client_runtime::authorization::Needs;
use client_runtime::mock::Reply;
use client_runtime::{Authorize, BoxFuture, ClientBuilder, Core, ErrorKind, Result, Service};
use http::{HeaderValue, Request, StatusCode};

use super::service::{self, LIST, fail, list_replies, ok, send, status};

/// A token, or a key and the identifier of an application.
const SERVICE: Service = Service {
    endpoint: "https://api.example.com",
    variables: &[],
    needs: &[&["bearer_token"], &["api_key", "app_id"]],
    requires_auth: false,
    is_lenient: false,
    ..service::SERVICE
};

const OPTIONAL: Needs = &[&["bearer_token"], &[]];

fn builder() -> ClientBuilder<Core> {
    ClientBuilder::new(&SERVICE, |core| core)
}

// What emission makes of schemes.
fn bearer_token(builder: ClientBuilder<Core>) -> ClientBuilder<Core> {
    builder.authorizer_of("bearer_token", BearerToken::new("token-1"))
}

fn api_key(builder: ClientBuilder<Core>) -> ClientBuilder<Core> {
    builder.authorizer_of("api_key", ApiKey::header("x-api-key", "key-1"))
}

fn app_id(builder: ClientBuilder<Core>) -> ClientBuilder<Core> {
    builder.authorizer_of("app_id", ApiKey::query("app", "app-1"))
}

fn session(builder: ClientBuilder<Core>) -> ClientBuilder<Core> {
    builder.authorizer_of("session", ApiKey::cookie("session", "session-1"))
}

/// The credentials that go over the wire for a call of `LIST`.
async fn sent(builder: ClientBuilder<Core>, needs: Needs) -> Vec<String> {
    let mock = list_replies([ok()]);
    let client = builder.transport(mock.clone()).build().unwrap();
    send(client.call(&LIST).needs(needs)).await.unwrap();
    shown(&mock.requests()[0])
}

fn shown(request: &Request<Bytes>) -> Vec<String> {
    let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let headers = ["authorization", "x-api-key", "cookie"].into_iter().filter_map(header);
    headers.chain(request.uri().query().map(str::to_owned)).collect()
}

/// The error of a call of `LIST` for which there are not the credentials.
async fn missing(builder: ClientBuilder<Core>, needs: Needs) -> String {
    let mock = list_replies([ok()]);
    let client = builder.transport(mock.clone()).build().unwrap();
    let error = fail(client.call(&LIST).needs(needs)).await;
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!(error.attempts(), 0);
    assert!(!error.is_retryable());
    assert!(mock.requests().is_empty());
    error.to_string()
}

#[tokio::test]
async fn the_first_alternative_with_all_of_its_credentials_is_sent() {
    let needs = SERVICE.needs;
    assert_eq!(sent(bearer_token(builder()), needs).await, ["Bearer token-1"]);
    assert_eq!(sent(app_id(api_key(builder())), needs).await, ["key-1", "app=app-1"]);
    let all = app_id(api_key(bearer_token(builder())));
    assert_eq!(sent(all, needs).await, ["Bearer token-1"]);
    let basic = builder().authorizer_of("basic_auth", BasicAuth::new("user", ""));
    assert_eq!(sent(basic, &[&["basic_auth"]]).await, ["Basic dXNlcjo="]);
}

#[tokio::test]
async fn credentials_of_one_alternative_are_sent_together() {
    let all = session(app_id(api_key(bearer_token(builder()))));
    let needs: Needs = &[&["session", "api_key", "app_id", "bearer_token"]];
    let expected = ["Bearer token-1", "key-1", "session=session-1", "app=app-1"];
    assert_eq!(sent(all, needs).await, expected);
}

#[tokio::test]
async fn what_is_missing_is_named_and_nothing_is_sent() {
    let expected = "listImages: needs `bearer_token`, or `api_key` and `app_id`: see the client builder, whose \
         `anonymous` sends requests without";
    assert_eq!(missing(builder(), SERVICE.needs).await, expected);
    assert_eq!(missing(api_key(session(builder())), SERVICE.needs).await, expected);
    let expected = "listImages: needs `basic_auth`: see the client builder, whose \
                    `anonymous` sends requests without";
    assert_eq!(missing(bearer_token(builder()), &[&["basic_auth"]]).await, expected);
}

#[tokio::test]
async fn an_operation_that_needs_none_gets_none() {
    let all = || session(app_id(api_key(bearer_token(builder()))));
    assert!(sent(all(), &[]).await.is_empty());
    assert!(sent(builder(), &[]).await.is_empty());
}

#[tokio::test]
async fn an_anonymous_client_sends_what_it_has() {
    assert!(sent(builder().anonymous(), SERVICE.needs).await.is_empty());
    assert!(sent(api_key(builder()).anonymous(), SERVICE.needs).await.is_empty());
    assert_eq!(sent(bearer_token(builder()).anonymous(), SERVICE.needs).await, ["Bearer token-1"]);
}

#[tokio::test]
async fn a_refusal_says_that_there_were_no_credentials() {
    let refused = async |builder: ClientBuilder<Core>, needs| {
        let mock = list_replies([Reply::json(StatusCode::UNAUTHORIZED, r#"{"message":"no"}"#)]);
        let client = builder.transport(mock).build().unwrap();
        fail(client.call(&LIST).needs(needs)).await.to_string()
    };
    let without = "listImages: 401: no (the request had no credentials; `authorizer` of the client \
                   builder authorizes every request)";
    assert_eq!(refused(bearer_token(builder()), &[]).await, without);
    assert_eq!(refused(builder().anonymous(), SERVICE.needs).await, without);
    assert_eq!(refused(bearer_token(builder()), SERVICE.needs).await, "listImages: 401: no");
}

#[tokio::test]
async fn optional_credentials_are_sent_where_there_are_some() {
    assert_eq!(sent(bearer_token(builder()), OPTIONAL).await, ["Bearer token-1"]);
    assert!(sent(api_key(builder()), OPTIONAL).await.is_empty());
    assert!(sent(builder(), OPTIONAL).await.is_empty());
}

#[tokio::test]
async fn the_service_says_what_a_call_needs_that_says_nothing() {
    let mock = list_replies([ok()]);
    let client = bearer_token(builder()).transport(mock.clone()).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
    assert_eq!(shown(&mock.requests()[0]), ["Bearer token-1"]);
    let client = builder().transport(mock.clone()).build().unwrap();
    assert_eq!(fail(client.call(&LIST)).await.kind(), ErrorKind::Authorization);
}

#[tokio::test]
async fn an_authorizer_takes_the_place_of_all_credentials() {
    let own = || bearer_token(builder()).authorizer(ApiKey::header("x-api-key", "own"));
    assert_eq!(sent(own(), SERVICE.needs).await, ["own"]);
    assert_eq!(sent(own(), &[&["authorizer"]]).await, ["own"]);
    assert_eq!(sent(own(), &[]).await, ["own"]);
    let expected = "listImages: needs `authorizer`: see the client builder, whose \
                    `anonymous` sends requests without";
    assert_eq!(missing(bearer_token(builder()), &[&["authorizer"]]).await, expected);
}

#[tokio::test]
async fn the_last_of_several_values_counts() {
    let twice = bearer_token(builder()).authorizer_of("bearer_token", BearerToken::new("token-2"));
    assert_eq!(sent(twice, SERVICE.needs).await, ["Bearer token-2"]);
}

/// A token that is another one each time.
#[derive(Debug, Default)]
struct Renewed(AtomicU32);

impl Authorize for Renewed {
    fn authorize<'a>(
        &'a self,
        request: &'a mut Request<Bytes>,
        _now: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        let token = format!("Bearer token-{}", self.0.fetch_add(1, Ordering::Relaxed));
        request.headers_mut().insert("authorization", HeaderValue::try_from(token).unwrap());
        Box::pin(std::future::ready(Ok(())))
    }
}

#[tokio::test]
async fn every_attempt_gets_the_same_credentials() {
    let mock = list_replies([status(503), ok()]);
    let client = app_id(api_key(builder())).transport(mock.clone()).build().unwrap();
    send(client.call(&LIST).query("page", &1)).await.unwrap();
    let requests = mock.requests();
    assert_eq!(shown(&requests[0]), ["key-1", "page=1&app=app-1"]);
    assert_eq!(shown(&requests[1]), shown(&requests[0]));
    assert_eq!(requests[1].headers(), requests[0].headers());
}

#[tokio::test]
async fn a_setter_is_replaced_by_an_authorizer_that_is_asked_for_every_attempt() {
    let mock = list_replies([status(503), ok()]);
    let client = builder().authorizer_of("bearer_token", Renewed::default());
    let client = client.transport(mock.clone()).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
    let tokens: Vec<_> = mock.requests().iter().map(shown).collect();
    assert_eq!(tokens, [["Bearer token-0"], ["Bearer token-1"]]);
}

#[test]
fn nothing_of_it_is_shown() {
    let all = || session(app_id(api_key(bearer_token(builder()))));
    let client = all().build().unwrap();
    let shown = format!("{:?} {client:?} {:?}", all(), client.call(&LIST).needs(OPTIONAL));
    for secret in ["token-1", "key-1", "app-1", "session-1"] {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
    assert!(shown.contains("api_key"), "{shown}");
}

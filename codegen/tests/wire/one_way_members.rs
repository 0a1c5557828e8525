//! What the client of `fixtures/one_way_members.yaml` sends of a value that it read: neither a secret
//! that the server keeps to itself, nor what only the server sets.

use fixture_one_way_members::Client;
use fixture_one_way_members::http::{Method, StatusCode};
use fixture_one_way_members::mock::{MockTransport, Reply};
use fixture_one_way_members::operation::PatchUserRequired;
use fixture_one_way_members::types::{Group, NewUser, User};

const STORED: &str = r#"{"id":"a","created":"2026-01-01T00:00:00Z","seen":"today","name":"b","group":{"id":1,"title":"c"},"kind":"user","more":2}"#;

fn client() -> (Client, MockTransport) {
    let done = || Reply::empty(StatusCode::NO_CONTENT);
    let mock = MockTransport::new()
        .on(Method::GET, "/users/a", Reply::json(StatusCode::OK, STORED))
        .on(Method::PUT, "/users/a", done())
        .on(Method::PUT, "/users/a", done())
        .on(Method::POST, "/users/a", done())
        .on(Method::PATCH, "/users/a", done());
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn last(mock: &MockTransport) -> String {
    let request = mock.requests().pop().expect("one was sent");
    String::from_utf8_lossy(request.body()).into_owned()
}

#[tokio::test]
async fn what_is_read_and_sent_again_changes_nothing_else() {
    let (client, mock) = client();
    let mut user = client.get_user("a").send().await.expect("read without a password");
    assert_eq!((user.id.as_deref(), user.password.as_deref(), user.pin), (Some("a"), None, None));
    user.name = "d".to_owned();
    client.put_user("a", user.clone()).send().await.expect("sent");
    assert_eq!(last(&mock), r#"{"name":"d","group":{"title":"c"},"kind":"user","more":2}"#);
    client.put_user("a", user.clone().password("secret").pin(1)).send().await.expect("sent");
    assert_eq!(
        last(&mock),
        r#"{"name":"d","password":"secret","pin":1,"group":{"title":"c"},"kind":"user","more":2}"#
    );
    // Stored by the caller, it is whole.
    let stored = serde_json::to_string(&user).expect("written");
    assert_eq!(stored, STORED.replace(r#""name":"b""#, r#""name":"d""#));
}

#[tokio::test]
async fn what_is_only_sent_is_given() {
    let (client, mock) = client();
    client.post_user("a", NewUser::new("b", "secret")).send().await.expect("sent");
    assert_eq!(last(&mock), r#"{"name":"b","password":"secret"}"#);
    let required = PatchUserRequired { id: "a".to_owned(), name: "b".to_owned() };
    client.patch_user(required).password("secret").send().await.expect("sent");
    assert_eq!(last(&mock), r#"{"name":"b","password":"secret"}"#);
    let user = User::new("b").group(Group::new("c"));
    client.put_user("a", user).send().await.expect("sent");
    assert_eq!(last(&mock), r#"{"name":"b","group":{"title":"c"},"kind":"user"}"#);
}

//! What the client of `fixtures/reserved_characters.yaml` sends: characters that others would encode.

use fixture_reserved_characters::http::{Method, StatusCode};
use fixture_reserved_characters::mock::{MockTransport, Reply};
use fixture_reserved_characters::operation::SendCookiesObject;
use fixture_reserved_characters::{Client, ErrorKind};

fn client(target: &str) -> (Client, MockTransport) {
    let reply = Reply::empty(StatusCode::NO_CONTENT);
    let mock = MockTransport::new().on(Method::GET, target, reply);
    (Client::builder().transport(mock.clone()).build().expect("nothing is missing"), mock)
}

#[tokio::test]
async fn cookies_go_over_the_wire_as_they_are() {
    let (client, mock) = client("/cookies");
    client
        .send_cookies()
        .plain("a=b/c d%")
        .list(["1", "x,y"])
        .joined([1, 2])
        .object(SendCookiesObject::new().greeting("Hello%2C world!").code(42))
        .reserved("a/b;c d%20%")
        .encoded("a/b")
        .send()
        .await
        .expect("the cookies are allowed");
    let request = &mock.requests()[0];
    assert_eq!(
        request.headers()["cookie"],
        "plain=a=b/c d%; list=1; list=x,y; joined=1,2; code=42; greeting=Hello%2C world!; \
         reserved=a/b%3Bc%20d%20%25; encoded=a%2Fb"
    );
}

#[tokio::test]
async fn no_value_adds_a_cookie() {
    let (client, mock) = client("/cookies");
    let error = client.send_cookies().plain("a; admin=1").send().await.expect_err("it would end");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn paths_keep_what_may_stand_in_them() {
    let (client, _) = client("/files/a:b@c;d=%2F%3F%20%25/a+b,c,d/1?at=a/b?c:%20%26");
    let request = client.read_file("a:b@c;d=/?%20%", ["a+b", "c,d"], 1).at("a/b?c: &");
    request.send().await.expect("the target is this one");
    let error = client.read_file("%2e.", ["a"], 1).send().await.expect_err("it is a step");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

//! What the client of `fixtures/body_types.yaml` sends and asks for: media types of bodies.

use std::collections::BTreeMap;

use bytes::Bytes;
use fixture_body_types::Client;
use fixture_body_types::http::{Method, Request, StatusCode};
use fixture_body_types::mock::{MockTransport, Reply};
use fixture_body_types::types::{Order, Step};

/// A client, and what it talks to: `reply` to everything.
fn client(method: Method, target: &str, reply: Reply) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(method, target, reply);
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn done(method: Method, target: &str) -> (Client, MockTransport) {
    client(method, target, Reply::empty(StatusCode::NO_CONTENT))
}

fn header(mock: &MockTransport, name: &str) -> String {
    let request: Request<Bytes> = mock.requests().remove(0);
    let value = request.headers().get(name).map(|value| value.to_str().expect("a text"));
    value.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_patch_is_of_the_first_type_that_fits_or_of_that_which_the_caller_chooses() {
    let (client, mock) = done(Method::PATCH, "/pods/a");
    client.patch_pod("a", BTreeMap::new()).send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "application/merge-patch+json");

    let (client, mock) = done(Method::PATCH, "/pods/a");
    let patch = client.patch_pod("a", BTreeMap::new());
    let patch = patch.content_type("application/strategic-merge-patch+json");
    patch.send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "application/strategic-merge-patch+json");

    let (client, mock) = done(Method::PUT, "/pods/a");
    let steps = [Step::new("remove", "/a")];
    client.patch_pod_by_list("a", steps).send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "application/json-patch+json");
}

#[tokio::test]
async fn json_has_the_name_that_the_description_has_first() {
    let order = || Reply::json(StatusCode::OK, r#"{"name":"n"}"#);
    let (client, mock) = client(Method::POST, "/orders", order());
    let read = client.add_order().order(Order::new()).send().await.expect("there is a reply");
    assert_eq!(read.name.as_deref(), Some("n"));
    assert_eq!(header(&mock, "content-type"), "application/json");
    assert_eq!(header(&mock, "accept"), "application/json");

    let (client, mock) = done(Method::PUT, "/orders");
    client.add_numbers().body([1]).send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "application/json");

    let (client, mock) = self::client(Method::GET, "/articles", order());
    client.list_articles().send().await.expect("there is a reply");
    assert_eq!(header(&mock, "accept"), "application/vnd.acme.v2+json, application/json");

    let (client, mock) = self::client(Method::POST, "/articles", Reply::json(StatusCode::OK, "\"t\""));
    let read = client.add_article(Order::new()).send().await.expect("there is a reply");
    assert_eq!(read, "t");
    assert_eq!(header(&mock, "content-type"), "application/vnd.acme.v2+json");
    assert_eq!(header(&mock, "accept"), "text/json");
}

#[tokio::test]
async fn the_schema_says_what_a_body_of_any_type_is() {
    let reply = |body: &'static str| Reply::empty(StatusCode::OK).with_body(body);
    let (client, mock) = client(Method::GET, "/any", reply("%PDF"));
    assert_eq!(&client.download().send().await.expect("there is a reply")[..], b"%PDF");
    assert_eq!(header(&mock, "accept"), "*/*");

    let (client, mock) = self::client(Method::PUT, "/any", reply("words"));
    assert_eq!(client.upload("x").send().await.expect("there is a reply"), "words");
    assert_eq!(header(&mock, "content-type"), "application/octet-stream");

    let (client, mock) = self::client(Method::POST, "/any", reply("{}"));
    let order = client.convert(Order::new()).send().await.expect("there is a reply");
    assert_eq!(order, Order::new());
    assert_eq!(header(&mock, "content-type"), "application/json");
    assert_eq!(header(&mock, "accept"), "application/json");

    let (client, mock) = self::client(Method::PATCH, "/any", reply("\"2024-01-02T03:04:05Z\""));
    let describe = client.describe("# a").content_type("text/markdown");
    let time = describe.send().await.expect("there is a reply");
    assert_eq!(time.to_string(), "2024-01-02T03:04:05Z");
    assert_eq!(header(&mock, "content-type"), "text/markdown");
}

#[tokio::test]
async fn a_range_is_not_sent_as_the_type_of_a_body() {
    let (client, mock) = done(Method::PUT, "/picture");
    client.put_picture("gif", "image/gif").send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "image/gif");

    let (client, mock) = done(Method::POST, "/picture");
    client.add_picture().body("png").send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "image/png");

    let (client, mock) = done(Method::POST, "/batch");
    let parts = client.batch("--a--", "multipart/mixed; boundary=a");
    parts.send().await.expect("there is a reply");
    assert_eq!(header(&mock, "content-type"), "multipart/mixed; boundary=a");
}

#[tokio::test]
async fn a_fragment_is_not_sent_and_an_argument_is_given_once() {
    let (client, mock) = done(Method::POST, "/chat");
    client.chat_stream().send().await.expect("there is a reply");
    assert_eq!(mock.requests()[0].uri().path(), "/chat");

    let (client, _) = done(Method::POST, "/copy/7/to/7/a");
    client.copy(7, "a").send().await.expect("there is a reply");
}

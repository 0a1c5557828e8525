//! What the client of `fixtures/swagger_bodies.yaml` sends and reads: bodies, forms and files, below
//! the base path.

use bytes::Bytes;
use fixture_swagger_bodies::http::{Method, Request, StatusCode};
use fixture_swagger_bodies::mock::{MockTransport, Reply};
use fixture_swagger_bodies::types::KindsItem;
use fixture_swagger_bodies::{Client, FilePart};

/// A client, and what it talks to: `reply` to everything.
fn client(method: Method, target: &str, reply: Reply) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(method, target, reply);
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn done(method: Method, target: &str) -> (Client, MockTransport) {
    client(method, target, Reply::empty(StatusCode::NO_CONTENT))
}

fn sent(mock: &MockTransport) -> (String, String) {
    let request: Request<Bytes> = mock.requests().remove(0);
    let content_type = request.headers()["content-type"].to_str().expect("a text").to_owned();
    let body = String::from_utf8(request.body().to_vec()).expect("what is sent is text");
    (content_type, body)
}

fn pair(content_type: &str, body: &str) -> (String, String) {
    (content_type.to_owned(), body.to_owned())
}

#[tokio::test]
async fn a_body_is_of_the_types_that_the_operation_consumes() {
    let (client, mock) = done(Method::POST, "/v1/pets");
    client.add_pet("Rex").send().await.expect("there is a reply");
    assert_eq!(sent(&mock), pair("application/json", r#"{"name":"Rex"}"#));

    let (client, mock) = done(Method::PUT, "/v1/pets");
    client.put_pet("Rex").send().await.expect("there is a reply");
    assert_eq!(sent(&mock), pair("application/vnd.pet+json", r#"{"name":"Rex"}"#));

    let (client, mock) =
        self::client(Method::POST, "/v1/text", Reply::empty(StatusCode::OK).with_body("b"));
    let read = client.post_text("a").send().await.expect("there is a reply");
    assert_eq!((sent(&mock), read.as_str()), (pair("text/plain", "a"), "b"));
}

#[tokio::test]
async fn a_form_is_made_of_its_fields() {
    let (client, mock) = done(Method::POST, "/v1/forms");
    let form = client.post_form("Rex").age(3).kinds([KindsItem::Cat, KindsItem::Dog]);
    form.send().await.expect("there is a reply");
    let form = "name=Rex&age=3&kinds=cat&kinds=dog";
    assert_eq!(sent(&mock), pair("application/x-www-form-urlencoded", form));
}

#[tokio::test]
async fn a_file_goes_up_in_parts_and_comes_down_as_bytes() {
    let (client, mock) = done(Method::POST, "/v1/files/a");
    let file = FilePart::from("text").file_name("a.txt");
    client
        .upload("a", file)
        .note("n")
        .kinds([KindsItem::Cat])
        .send()
        .await
        .expect("there is a reply");
    let (content_type, body) = sent(&mock);
    assert!(content_type.starts_with("multipart/form-data; boundary="), "{content_type}");
    for part in [
        "name=\"file\"; filename=\"a.txt\"\r\ncontent-type: application/octet-stream\r\n\r\ntext\r\n",
        "name=\"kinds\"\r\n\r\ncat\r\n",
        "name=\"note\"\r\n\r\nn\r\n",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }

    let (client, mock) = self::client(
        Method::GET,
        "/v1/files/a/content",
        Reply::empty(StatusCode::OK).with_body("%PDF"),
    );
    let read = client.download("a").send().await.expect("there is a reply");
    assert_eq!(read.as_ref(), b"%PDF");
    assert_eq!(mock.requests()[0].headers()["accept"], "application/pdf");
}

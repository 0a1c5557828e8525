//! What the client of `fixtures/sequences.yaml` sends and reads: values one after the other.

use bytes::Bytes;
use fixture_sequences::http::{Method, Request, StatusCode};
use fixture_sequences::mock::{MockTransport, Reply};
use fixture_sequences::operation::WriteReportPart1;
use fixture_sequences::types::Entry;
use fixture_sequences::{Client, FilePart};

fn client(target: &str, reply: Reply) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(Method::POST, target, reply);
    (Client::builder().transport(mock.clone()).build().expect("nothing is missing"), mock)
}

fn entries() -> Vec<Entry> {
    vec![Entry::new(1).text("a"), Entry::new(2)]
}

/// The body of the only request, and its content type.
fn sent(mock: &MockTransport) -> (String, String) {
    let request: &Request<Bytes> = &mock.requests()[0];
    let text = String::from_utf8(request.body().to_vec()).expect("what is sent is text");
    (text, request.headers()["content-type"].to_str().expect("text").to_owned())
}

#[tokio::test]
async fn lines_go_both_ways() {
    let reply = Reply::json(StatusCode::OK, "{\"level\":3}\n{\"level\":4}\n");
    let (client, mock) = client("/lines", reply);
    let mut lines = client.write_lines(entries()).send().await.expect("it is answered");
    let first = lines.try_next().await.expect("a line").expect("there are two");
    assert_eq!(first.level, 3);
    let expected = "{\"level\":1,\"text\":\"a\"}\n{\"level\":2}\n";
    assert_eq!(sent(&mock), (expected.to_owned(), "application/x-ndjson".to_owned()));
}

#[tokio::test]
async fn sequences_go_both_ways() {
    let reply = Reply::json(StatusCode::OK, "\u{1e}{\"level\":3}\n\u{1e}{\"level\":4}\n");
    let (client, mock) = client("/sequence", reply);
    let mut values = client.write_sequence(entries()).send().await.expect("it is answered");
    let mut levels = Vec::new();
    while let Some(value) = values.try_next().await.expect("a value") {
        levels.push(value.level);
    }
    assert_eq!(levels, [3, 4]);
    let expected = "\u{1e}{\"level\":1,\"text\":\"a\"}\n\u{1e}{\"level\":2}\n";
    assert_eq!(sent(&mock), (expected.to_owned(), "application/json-seq".to_owned()));
}

#[tokio::test]
async fn parts_without_names_go_both_ways() {
    let answer = "preamble\r\n--b\r\ncontent-type: application/json\r\n\r\n{\"level\":3}\r\n\
                  --b\r\n\r\n{\"level\":4,\"text\":\"--b\"}\r\n--b--\r\nepilogue";
    let (client, mock) = client("/parts", Reply::json(StatusCode::OK, answer));
    let mut parts = client.write_parts(entries()).send().await.expect("it is answered");
    let mut levels = Vec::new();
    while let Some(part) = parts.try_next().await.expect("a part") {
        levels.push(part.level);
    }
    assert_eq!(levels, [3, 4]);
    let (text, content_type) = sent(&mock);
    let boundary = content_type.strip_prefix("multipart/mixed; boundary=").expect("its type");
    let expected = "--B\r\ncontent-type: application/json\r\n\r\n{\"level\":1,\"text\":\"a\"}\r\n\
                    --B\r\ncontent-type: application/json\r\n\r\n{\"level\":2}\r\n--B--\r\n";
    assert_eq!(text.replace(boundary, "B"), expected);
}

#[tokio::test]
async fn parts_have_the_type_of_their_place() {
    let (client, mock) = client("/report", Reply::json(StatusCode::OK, ""));
    let head = WriteReportPart1::new().title("A");
    let request = client.write_report(head, "<p>", [FilePart::new("image")]);
    request.send().await.expect("it is answered");
    let (text, content_type) = sent(&mock);
    let boundary = content_type.strip_prefix("multipart/related; boundary=").expect("its type");
    let expected = "--B\r\ncontent-type: application/json\r\n\r\n{\"title\":\"A\"}\r\n\
                    --B\r\ncontent-type: text/html\r\n\r\n<p>\r\n\
                    --B\r\ncontent-type: image/png\r\n\r\nimage\r\n--B--\r\n";
    assert_eq!(text.replace(boundary, "B"), expected);
}

//! The headers of the parts that the client of `fixtures/part_headers.yaml` sends.

use std::collections::BTreeMap;

use fixture_part_headers::http::StatusCode;
use fixture_part_headers::mock::{MockTransport, Reply};
use fixture_part_headers::operation::AddDocumentSheets;
use fixture_part_headers::{Client, FilePart};

/// A client, and what it talks to.
fn done(target: &str) -> (Client, MockTransport) {
    let mock = MockTransport::new().post(target, Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn body(mock: &MockTransport) -> String {
    String::from_utf8(mock.requests().remove(0).body().to_vec()).expect("what is sent is text")
}

#[tokio::test]
async fn parts_have_the_headers_that_have_one_value() {
    let (client, mock) = done("/documents");
    let sheets = [1, 2].map(|number| AddDocumentSheets::new().number(number));
    let scan = FilePart::new("GIF").header("X-Digest", "1f");
    client.add_document(scan, "t").sheets(sheets).send().await.expect("there is a reply");
    let body = body(&mock);
    for part in [
        "name=\"scan\"; filename=\"scan\"\r\ncontent-type: application/octet-stream\r\n\
         X-Digest: 1f\r\nX-Kind: scan\r\nX-Version: 2\r\n\r\nGIF\r\n",
        "name=\"title\"\r\nContent-Language: de\r\n\r\nt\r\n",
        "name=\"sheets\"\r\ncontent-type: application/json\r\nX-Kind: sheet\r\n\r\n{\"number\":1}\r\n",
        "name=\"sheets\"\r\ncontent-type: application/json\r\nX-Kind: sheet\r\n\r\n{\"number\":2}\r\n",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
}

#[tokio::test]
async fn files_under_any_name_have_those_of_their_names() {
    let (client, mock) = done("/files");
    let files = ["back", "front"].map(|name| (name.to_owned(), FilePart::from("1")));
    client.add_files(BTreeMap::from(files)).send().await.expect("there is a reply");
    let body = body(&mock);
    let head = "content-type: application/octet-stream\r\n";
    for (name, headers) in [("back", ""), ("front", "X-Kind: front\r\n")] {
        let part = format!("name=\"{name}\"; filename=\"{name}\"\r\n{head}{headers}\r\n1\r\n");
        assert!(body.contains(&part), "{part} in {body}");
    }
}

#[tokio::test]
async fn the_header_of_a_file_replaces_that_of_the_operation() {
    let (client, mock) = done("/documents");
    let scan = FilePart::new("GIF").header("x-kind", "draft");
    client.add_document(scan, "t").send().await.expect("there is a reply");
    let body = body(&mock);
    assert!(body.contains("x-kind: draft\r\n") && !body.contains("X-Kind"), "{body}");
}

#[tokio::test]
async fn a_header_with_two_lines_is_not_sent() {
    let (client, _) = done("/documents");
    let scan = FilePart::new("GIF").header("X-Digest", "1\r\nx-evil: 2");
    let error = client.add_document(scan, "t").send().await.expect_err("HTTP has no such header");
    assert!(error.to_string().contains("the header `X-Digest` of `scan`"), "{error}");
}

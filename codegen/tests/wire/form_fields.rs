//! What the client of `fixtures/form_fields.yaml` sends: fields of forms, and parts.

use std::collections::BTreeMap;

use fixture_form_fields::http::{Method, StatusCode};
use fixture_form_fields::mock::{MockTransport, Reply};
use fixture_form_fields::operation::{PostFormCard, PostFormFilter, PostFormPage};
use fixture_form_fields::types::Person;
use fixture_form_fields::{Client, FilePart};

/// A client, and what it talks to.
fn done(target: &str) -> (Client, MockTransport) {
    let mock = MockTransport::new().post(target, Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn body(mock: &MockTransport) -> String {
    let request = mock.requests().remove(0);
    assert_eq!(request.method(), Method::POST);
    String::from_utf8(request.body().to_vec()).expect("what is sent is text")
}

#[tokio::test]
async fn a_field_is_written_as_its_encoding_says() {
    let (client, mock) = done("/form");
    let form = client.post_form().csv([1, 2]).sp(["p", "q"]).expand(["a", "b"]);
    let form = form.filter(PostFormFilter::new().a(1)).card(PostFormCard::new().a(2));
    let form = form.page(PostFormPage::new().size(3).sort(["name,asc", "id"]));
    form.url("a/b?").xml("<a/>").send().await.expect("there is a reply");
    assert_eq!(
        body(&mock),
        "csv=1,2&sp=p%20q&expand%5B%5D=a&expand%5B%5D=b&filter=%7B%22a%22%3A1%7D&card%5Ba%5D=2\
         &size=3&sort=name%2Casc&sort=id&url=a/b?&xml=%3Ca%2F%3E"
    );

    let (client, mock) = done("/form/open");
    let values = |values: [&str; 2]| values.map(str::to_owned).to_vec();
    let fields = ["csv", "json", "other"].map(|name| (name.to_owned(), values(["1", "2"])));
    let form = client.post_open_form(BTreeMap::from(fields));
    form.send().await.expect("there is a reply");
    assert_eq!(body(&mock), "csv=1,2&json=%5B%221%22%2C%222%22%5D&other=1&other=2");

    let (client, mock) = done("/form/none");
    client.post_no_form("a=b").send().await.expect("there is a reply");
    assert_eq!(body(&mock), "a=b");
}

#[tokio::test]
async fn a_part_is_written_as_its_encoding_says() {
    let (client, mock) = done("/parts");
    let parts = client.post_parts().thumb("iVBORw==").meta("<a/>").rows(["<b/>", "<c/>"]);
    let parts = parts.people([Person::new().name("x"), Person::new().name("y")]);
    let parts = parts.csv(["1", "2"]).deep(Person::new().name("z")).scan("GIF");
    parts.send().await.expect("there is a reply");
    let body = body(&mock);
    for part in [
        "name=\"thumb\"\r\ncontent-type: image/png\r\n\r\niVBORw==\r\n",
        "name=\"meta\"\r\ncontent-type: application/xml\r\n\r\n<a/>\r\n",
        "name=\"rows\"\r\ncontent-type: application/xml\r\n\r\n<c/>\r\n",
        "name=\"people\"\r\ncontent-type: application/json\r\n\r\n{\"name\":\"x\"}\r\n",
        "name=\"people\"\r\ncontent-type: application/json\r\n\r\n{\"name\":\"y\"}\r\n",
        "name=\"csv\"\r\n\r\n1,2\r\n",
        "name=\"deep[name]\"\r\n\r\nz\r\n",
        "name=\"scan\"; filename=\"scan\"\r\ncontent-type: image/png\r\n\r\nGIF\r\n",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
}

#[tokio::test]
async fn a_file_is_a_file_wherever_it_stands() {
    let (client, mock) = done("/parts/union");
    let file = FilePart::from("text").file_name("a.txt");
    client.post_union("1", file).send().await.expect("there is a reply");
    assert!(body(&mock).contains("name=\"text\"; filename=\"a.txt\"\r\n"));

    let (client, mock) = done("/parts/files");
    let files = BTreeMap::from([("any".to_owned(), FilePart::from("text"))]);
    client.post_files(files).send().await.expect("there is a reply");
    assert!(body(&mock).contains("name=\"any\"; filename=\"any\"\r\n"));

    let (client, mock) = done("/parts/none");
    let parts = client.post_no_parts("--a--", "multipart/form-data; boundary=a");
    parts.send().await.expect("there is a reply");
    assert_eq!(body(&mock), "--a--");
}

//! What the client of `fixtures/wire.yaml` sends and reads: every style of parameters, every kind
//! of body and of answer, and values that come back as they were sent.

use std::collections::BTreeMap;

use bytes::Bytes;
use fixture_wire::http::{HeaderMap, Method, Request, StatusCode};
use fixture_wire::mock::{MockTransport, Reply};
use fixture_wire::operation::{
    Answers, AnswersError, AnswersOutput, LaterOutput, MatrixRequired, SimpleRequired,
};
use fixture_wire::types::{Change, Dog, Missing, Mixed, MixedChoice, MixedPet, MixedUntold, Range, Tree};
use fixture_wire::{Client, ErrorKind, FilePart, SendAs};
use serde_json::{Value, json};

/// A client, and what it talks to: `reply` to everything.
fn client(method: Method, target: &str, reply: Reply) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(method, target, reply);
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn done(method: Method, target: &str) -> (Client, MockTransport) {
    client(method, target, Reply::empty(StatusCode::NO_CONTENT))
}

fn only(mock: &MockTransport) -> Request<Bytes> {
    let mut requests = mock.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).expect("what is sent is text")
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().expect("a header of text"))
}

fn range() -> Range {
    Range::new(1).to(2)
}

#[tokio::test]
async fn styles_of_path_parameters() {
    let (client, _) = done(Method::GET, "/simple/a%2Fb,c/from,1,to,2/from=1,to=2");
    let lists = || vec!["a/b".to_owned(), "c".to_owned()];
    let required = SimpleRequired { list: lists(), object: range(), exploded: range() };
    client.simple(required).send().await.expect("the target is this one");
    let (client, _) = done(Method::GET, "/documents/%22a%22/%7B%22from%22%3A1%2C%22to%22%3A2%7D");
    client.documents("a", range()).send().await.expect("the target is this one");
    let (client, _) = done(Method::GET, "/label/.a,b/.from=1.to=2");
    client.label(["a", "b"], range()).send().await.expect("the target is this one");
    let (client, _) = done(Method::GET, "/matrix/;list=a,b/;exploded=a;exploded=b");
    let lists = || vec!["a".to_owned(), "b".to_owned()];
    client.matrix(MatrixRequired { list: lists(), exploded: lists() }).send().await.expect("the target is this one");
}

#[tokio::test]
async fn styles_of_query_parameters() {
    let (client, mock) = done(Method::GET, "/query");
    let names = || ["a", "b&c"];
    let request = client.query().form(names()).joined(names()).spaced(names()).piped(names());
    let request = request.members(range()).object(range()).deep(range()).document(range());
    let request = request.url("https://a.example/ä?b=c&d#e+f").urls(["a/b", "c:d"]);
    request.text("ä ?").send().await.expect("there is a reply");
    let expected = [
        "form=a&form=b%26c",
        "joined=a,b%26c",
        "spaced=a%20b%26c",
        "piped=a%7Cb%26c",
        "from=1&to=2",
        "object=from,1,to,2",
        "deep%5Bfrom%5D=1&deep%5Bto%5D=2",
        "document=%7B%22from%22%3A1%2C%22to%22%3A2%7D",
        "text=%C3%A4%20%3F",
        "url=https://a.example/%C3%A4?b=c%26d%23e%2Bf",
        "urls=a/b,c:d",
    ];
    assert_eq!(only(&mock).uri().query(), Some(expected.join("&").as_str()));
}

#[tokio::test]
async fn headers_and_cookies() {
    let (client, mock) = done(Method::GET, "/headers");
    let request = client.headers().x_text("a b").x_list(["a", "b"]).x_object(range());
    let request = request.session("s1").theme("light").ids(["a b", "c"]).tags(["x"]);
    let request = request.x_document(["ä𝄞"]).document(range());
    let request = request.tags(["x", "y"]).range(range()).theme("dark");
    request.send().await.expect("there is a reply");
    let request = only(&mock);
    assert_eq!(header(request.headers(), "x-text"), "a b");
    assert_eq!(header(request.headers(), "x-version"), "2024");
    assert_eq!(header(request.headers(), "x-list"), "a,b");
    assert_eq!(header(request.headers(), "x-object"), "from=1,to=2");
    assert_eq!(header(request.headers(), "x-document"), r#"["\u00e4\ud834\udd1e"]"#);
    let document = "document=%7B%22from%22%3A1%2C%22to%22%3A2%7D";
    let cookies = format!(
        "consent=true; {document}; session=s1; theme=dark; ids=a%20b,c; tags=x; tags=y; from=1; to=2"
    );
    assert_eq!(header(request.headers(), "cookie"), cookies);
}

#[tokio::test]
async fn absent_and_null_are_two_things() {
    let (client, mock) = done(Method::PATCH, "/patch");
    let mut change = Change::new().tags(["a"]);
    change.name = Some(None);
    client.patch(change).send().await.expect("there is a reply");
    let request = only(&mock);
    assert_eq!(header(request.headers(), "content-type"), "application/merge-patch+json");
    assert_eq!(text(request.body()), r#"{"name":null,"tags":["a"]}"#);
}

#[tokio::test]
async fn what_is_always_the_same_is_sent() {
    let (client, mock) = done(Method::POST, "/constants");
    client.constants().send().await.expect("there is a reply");
    let sent: Value = serde_json::from_slice(only(&mock).body()).expect("it is JSON");
    let expected = json!({
        "text": "a \u{1}\"b\"",
        "whole": -1,
        "large": u64::MAX,
        "part": 1.5,
        "yes": true,
        "nothing": null,
        "list": [1, null],
        "object": { "a": { "b": "c" } },
    });
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn forms_and_parts() {
    let (client, mock) = done(Method::POST, "/form");
    client.form("a b").tags(["x", "y&z"]).send().await.expect("there is a reply");
    let request = only(&mock);
    assert_eq!(header(request.headers(), "content-type"), "application/x-www-form-urlencoded");
    assert_eq!(text(request.body()), "name=a%20b&tags=x&tags=y%26z");

    let (client, mock) = done(Method::POST, "/parts");
    let file = FilePart::from("content").file_name("a.txt").content_type("text/plain");
    client.parts(file).title("t").range(range()).send().await.expect("there is a reply");
    let request = only(&mock);
    let content_type = header(request.headers(), "content-type");
    let (kind, boundary) = content_type.split_once("; boundary=").expect("there is a boundary");
    assert_eq!(kind, "multipart/form-data");
    let body = text(request.body()).replace(boundary.trim_matches('"'), "B");
    let expected = [
        "--B\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n",
        "content-type: text/plain\r\n\r\ncontent\r\n",
        "--B\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\nt\r\n",
        "--B\r\ncontent-disposition: form-data; name=\"range\"\r\n",
        "content-type: application/json\r\n\r\n{\"from\":1,\"to\":2}\r\n--B--\r\n",
    ];
    assert_eq!(body.to_ascii_lowercase(), expected.concat().to_ascii_lowercase());
}

#[tokio::test]
async fn forms_and_parts_of_the_callers_own() {
    let (client, mock) = done(Method::POST, "/form/open");
    let fields = json!({ "a b": "c d", "list": [1, true], "deep": { "x": { "y": null } } });
    let fields: BTreeMap<String, Value> = serde_json::from_value(fields).expect("an object");
    client.open_form(fields).send().await.expect("there is a reply");
    let request = only(&mock);
    assert_eq!(header(request.headers(), "content-type"), "application/x-www-form-urlencoded");
    assert_eq!(text(request.body()), "a%20b=c%20d&deep%5Bx%5D%5By%5D=&list=1&list=true");

    let (client, mock) = done(Method::POST, "/form/closed");
    client.closed_form().send().await.expect("there is a reply");
    assert_eq!(only(&mock).headers().get("content-type"), None);

    let (client, mock) = done(Method::POST, "/parts/open");
    let parts = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
    client.open_parts(parts).send().await.expect("there is a reply");
    let body = text(only(&mock).body()).to_ascii_lowercase();
    assert!(body.contains("content-disposition: form-data; name=\"a\"\r\n\r\nb\r\n"), "{body}");
}

#[tokio::test]
async fn bytes_and_texts() {
    let reply = || Reply::empty(StatusCode::OK).with_body("as it was");
    let (client, mock) = client(Method::PUT, "/bytes", reply());
    let answer = client.bytes("sent").send().await.expect("there is a reply");
    assert_eq!(&answer[..], b"as it was");
    let request = only(&mock);
    assert_eq!(header(request.headers(), "content-type"), "application/octet-stream");
    assert_eq!(header(request.headers(), "accept"), "application/pdf");
    assert_eq!(text(request.body()), "sent");

    let (client, mock) = self::client(Method::PUT, "/text", reply());
    let answer = client.text("<a/>").send().await.expect("there is a reply");
    assert_eq!(answer, "as it was");
    assert_eq!(header(only(&mock).headers(), "content-type"), "application/xml");
}

#[tokio::test]
async fn answers_by_status() {
    let answer = async |status: u16, body: &'static str| {
        let status = StatusCode::from_u16(status).expect("a status");
        let reply = Reply::json(status, body).repeated();
        let (client, _) = client(Method::GET, "/answers", reply);
        client.answers().send().await
    };
    assert_eq!(answer(200, r#"{"from":1,"to":2}"#).await.ok(), Some(AnswersOutput::Ok(range())));
    assert_eq!(answer(202, "").await.ok(), Some(AnswersOutput::Accepted));
    let other = AnswersOutput::Success("words".to_owned());
    assert_eq!(answer(299, "words").await.ok(), Some(other));

    let error = answer(404, r#"{"name":"m"}"#).await.expect_err("404 is no success");
    let body = error.body_of::<Answers>();
    assert_eq!(body, Some(AnswersError::Missing(Missing::new("m"))));
    let error = answer(418, r#"{"title":"teapot"}"#).await.expect_err("418 is no success");
    assert!(matches!(error.body_of::<Answers>(), Some(AnswersError::Problem(_))), "{error:?}");
    let error = answer(500, r#"{"title":"?"}"#).await.expect_err("500 is no success");
    assert_eq!((error.kind(), error.body_of::<Answers>()), (ErrorKind::Service, None));
}

#[tokio::test]
async fn a_response_is_read_as_what_the_caller_says() {
    let reply = |body: &'static str| Reply::json(StatusCode::OK, body).repeated();
    let (client, _) = client(Method::GET, "/answers", reply("{\"from\":\"a\"}"));
    let wrong = client.answers().send().await.expect_err("`from` is a number");
    let expected = "answers: the response cannot be read at `from`, line 1 column 11: found string, expected i64";
    assert_eq!(wrong.to_string(), expected);
    let bytes = client.answers().send_bytes().await.expect("bytes are bytes").into_body();
    assert_eq!(text(&bytes), "{\"from\":\"a\"}");
    let read = client.answers().send_as::<Value>().await.expect("it is JSON").into_body();
    assert_eq!(read, json!({"from": "a"}));
    let read = client.answers().send_text().await.expect("it is text").into_body();
    assert_eq!(read, "{\"from\":\"a\"}");
    let mut stream = client.answers().send_stream().await.expect("it comes").into_body();
    assert_eq!(stream.try_next().await.expect("it comes").as_deref(), Some(&b"{\"from\":\"a\"}"[..]));

    let reply = Reply::empty(StatusCode::OK).with_body("data: [1]\n\ndata: [2]\n\n");
    let (client, mock) = self::client(Method::GET, "/answers", reply);
    let mut events = client.answers().send_events::<Vec<u8>>().await.expect("events").into_body();
    assert_eq!(events.try_next().await.expect("an event"), Some(vec![1]));
    assert_eq!(header(only(&mock).headers(), "accept"), "text/event-stream");
}

#[tokio::test]
async fn an_undescribed_success_is_read_as_the_closest() {
    let answer = async |status: u16, body: &'static str| {
        let status = StatusCode::from_u16(status).expect("a status");
        let (client, _) = client(Method::POST, "/later", Reply::json(status, body));
        client.later().send().await.ok()
    };
    let json = r#"{"from":1,"to":2}"#;
    for status in [200, 201, 202, 203] {
        assert_eq!(answer(status, json).await, Some(LaterOutput::Created(range())), "{status}");
    }
    for status in [205, 206, 299] {
        let part = LaterOutput::PartialContent("words".to_owned());
        assert_eq!(answer(status, "words").await, Some(part), "{status}");
    }
    for status in [200, 202, 204, 299] {
        assert_eq!(answer(status, "").await, Some(LaterOutput::NoContent), "{status}");
    }
    assert_eq!(answer(201, "").await, None);
}

#[tokio::test]
async fn events_and_lines_come_one_by_one() {
    let chunks = ["data: {\"fro", "m\":1}\n\nda", "ta: {\"from\":2}\n\ndata: [DONE]\n\n"];
    let reply = Reply::empty(StatusCode::OK).with_chunks(chunks);
    let (client, _) = client(Method::GET, "/events", reply);
    let mut events = client.events().send().await.expect("there is a reply");
    let mut read = Vec::new();
    while let Some(event) = events.try_next().await.expect("an event") {
        read.push(event.from);
    }
    assert_eq!(read, [1, 2]);

    let reply = Reply::empty(StatusCode::OK).with_chunks(["{\"from\":1}\n{\"fr", "om\":2}"]);
    let (client, _) = self::client(Method::GET, "/lines", reply);
    let mut lines = client.lines().send().await.expect("there is a reply");
    let mut read = Vec::new();
    while let Some(line) = lines.try_next().await.expect("a line") {
        read.push(line.from);
    }
    assert_eq!(read, [1, 2]);
}

#[tokio::test]
async fn events_lines_and_answers_that_lack_something_are_errors() {
    let reply = |text: &'static str| Reply::empty(StatusCode::OK).with_chunks([text]);
    let (client, _) = client(Method::GET, "/events", reply("data: {}\n\ndata: {\"from\":2}\n\n"));
    let mut events = client.events().send().await.expect("there is a reply");
    let error = events.try_next().await.expect_err("it lacks a member");
    let expected = "events: event 1 of the response lacks `from`, which is required";
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, expected.to_owned()));
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"{}"[..]));
    assert_eq!(events.try_next().await.expect("an event").map(|event| event.from), Some(2));

    let (client, _) = self::client(Method::GET, "/lines", reply("{\"from\":null}\n{\"from\":2}"));
    let mut lines = client.lines().send().await.expect("there is a reply");
    let error = lines.try_next().await.expect_err("it lacks a member");
    let expected = "lines: line 1 of the response has null for `from`, which is required";
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, expected.to_owned()));
    assert_eq!(lines.try_next().await.expect("a line").map(|line| line.from), Some(2));

    for (status, is_read) in [(200, false), (202, true)] {
        let status = StatusCode::from_u16(status).expect("a status");
        let (client, _) = self::client(Method::GET, "/answers", Reply::json(status, "{}"));
        assert_eq!(client.answers().send().await.is_ok(), is_read, "{status}");
    }
    let (client, _) = self::client(Method::GET, "/answers", Reply::json(StatusCode::NOT_FOUND, "{}"));
    let error = client.answers().send().await.expect_err("404 is no success");
    assert_eq!((error.kind(), error.body_of::<Answers>()), (ErrorKind::Service, None));
}

/// What the client reads of `value` and sends again.
async fn echoed(value: &Value) -> (Mixed, Value) {
    let reply = || Reply::json(StatusCode::OK, value.to_string());
    let (client, _) = client(Method::POST, "/echo", reply());
    let read = client.echo(Mixed::new()).send().await.expect("it can be read");
    let (client, mock) = self::client(Method::POST, "/echo", reply());
    client.echo(read.clone()).send().await.expect("it can be read");
    let sent = serde_json::from_slice(only(&mock).body()).expect("what is sent is JSON");
    (read, sent)
}

#[tokio::test]
async fn what_is_read_is_sent_again() {
    for value in [
        json!({}),
        json!({ "pet": { "kind": "cat", "lives": 9 } }),
        json!({ "pet": { "kind": "dog", "tricks": [] } }),
        json!({ "pet": { "kind": "fish", "fins": [1, { "a": null }] } }),
        json!({ "pet": { "kind": "cat", "unknown": { "a": [null] } } }),
        json!({ "untold": { "from": 1 } }),
        json!({ "untold": { "from": 1, "unknown": null } }),
        json!({ "untold": { "name": "m" } }),
        json!({ "untold": [1, 2.5, "x"] }),
        json!({ "choice": "auto" }),
        json!({ "choice": 0 }),
        json!({ "choice": ["a", "b"] }),
        json!({ "choice": "otherwise" }),
        json!({ "colour": "red" }),
        json!({ "colour": "green" }),
        json!({ "note": null }),
        json!({ "note": "n", "flags": [true, null, false] }),
        json!({ "height": 1.5, "depth": null, "width": 123456789.12 }),
        json!({ "tree": [[], [[]]], "index": { "a": [{ "b": [] }], "c": [] } }),
    ] {
        let (_, sent) = echoed(&value).await;
        assert_eq!(sent, value);
    }
}

#[tokio::test]
async fn variants_are_told_apart() {
    let read = async |value: Value| echoed(&value).await.0;
    let mixed = read(json!({ "pet": { "kind": "dog", "tricks": ["sit"] } })).await;
    assert_eq!(mixed.pet, Some(MixedPet::Dog(Dog::new(["sit"]))));
    let mixed = read(json!({ "pet": { "kind": "fish" } })).await;
    assert!(matches!(mixed.pet, Some(MixedPet::Unrecognized(_))), "{mixed:?}");
    let mixed = read(json!({ "untold": { "name": "m" } })).await;
    assert_eq!(mixed.untold, Some(MixedUntold::Missing(Missing::new("m"))));
    let mixed = read(json!({ "tree": [[]] })).await;
    assert_eq!(mixed.tree, Some(Tree::List(vec![Tree::List(Vec::new())])));
    let mixed = read(json!({ "choice": 0 })).await;
    assert_eq!(mixed.choice, Some(MixedChoice::Never));
}

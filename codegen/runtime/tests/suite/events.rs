//! Responses that are server-sent events or lines of JSON.

use std::collections::BTreeMap;
use std::error::Error as _;

use client_runtime::mock::Reply;
use client_runtime::{Call, ErrorKind, RequestOptions, Timestamp, TransportErrorKind};
use http::StatusCode;
use serde_json::{Value, json};

use super::service::{LIST, client, list_replies, status};

fn call(reply: Reply) -> Call {
    client(&list_replies([reply])).call(&LIST)
}

/// A call whose response is `text`, in pieces of three bytes.
fn responding(text: &'static str) -> Call {
    call(status(200).with_chunks(text.as_bytes().chunks(3)))
}

#[tokio::test]
async fn events_are_json_unless_they_are_texts() {
    let mut events = responding("data: {\"a\":\ndata: 1}\n\ndata: [2]\n\n")
        .send_events()
        .await
        .unwrap()
        .into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(json!({"a": 1})));
    assert_eq!(events.try_next().await.unwrap(), Some(json!([2])));
    assert_eq!(events.try_next().await.unwrap(), None::<Value>);

    let mut texts = responding("data: a \"b\"\ndata: 1\n\ndata\n\n")
        .send_text_events()
        .await
        .unwrap()
        .into_body();
    assert_eq!(texts.try_next().await.unwrap(), Some("a \"b\"\n1".to_owned()));
    assert_eq!(texts.try_next().await.unwrap(), Some(String::new()));
    let times = responding("data: 2024-01-02T03:04:05Z\n\n").send_text_events::<Timestamp>().await;
    assert!(times.unwrap().into_body().try_next().await.unwrap().is_some());
}

#[tokio::test]
async fn events_have_names_and_identifiers() {
    let mut events = responding("event: added\nid: 7\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\n")
        .send_events::<i32>()
        .await
        .unwrap()
        .into_body();
    let mut next = async || {
        let event = events.try_next_event().await.unwrap().unwrap();
        (event.name, event.id, event.data)
    };
    assert_eq!(next().await, ("added".to_owned(), Some("7".to_owned()), 1));
    assert_eq!(next().await, ("message".to_owned(), Some("7".to_owned()), 2));
    assert_eq!(next().await, ("message".to_owned(), None, 3));
}

#[tokio::test]
async fn an_event_may_be_described_as_a_whole() {
    const TEXT: &str =
        "event: a\nid: 7\nretry: 10\ndata: {\"b\":1}\n\ndata: no json\n\ndata: 2\n\n";
    let mut events = responding(TEXT).send_whole_events::<Value>().await.unwrap().into_body();
    let whole = json!({"event": "a", "id": "7", "retry": 10, "data": {"b": 1}});
    assert_eq!(events.try_next().await.unwrap(), Some(whole));
    assert_eq!(events.try_next().await.unwrap(), Some(json!({"id": "7", "data": "no json"})));
    assert_eq!(events.try_next().await.unwrap(), Some(json!({"id": "7", "data": 2})));

    let mut events = responding("data: 2\n\n").send_whole_text_events().await.unwrap().into_body();
    let whole = BTreeMap::from([("data".to_owned(), "2".to_owned())]);
    assert_eq!(events.try_next().await.unwrap(), Some(whole));
}

#[tokio::test]
async fn done_is_the_end() {
    let mut events = responding("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n")
        .send_events::<i32>()
        .await
        .unwrap()
        .into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(1));
    assert_eq!(events.try_next().await.unwrap(), None);
    assert_eq!(events.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_stream_goes_on_after_an_event_that_cannot_be_read() {
    let mut events = responding("data: 1\n\ndata: {\"a\"\n\ndata: 3\n\n")
        .send_events::<i32>()
        .await
        .unwrap()
        .into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(1));
    let error = events.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let expected = "listImages: event 2 of the response cannot be read: found map, expected i32";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.body().unwrap(), "{\"a\"");
    assert!(error.source().unwrap().to_string().contains("expected i32"));
    assert!(!error.is_retryable());
    assert_eq!(events.try_next().await.unwrap(), Some(3));
    assert_eq!(events.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_failure_of_the_connection_ends_the_stream() {
    let reply = || {
        let chunks = ["data: 1\n\ndata: 2\n", "\ndata: 3\n"];
        status(200).with_chunks(chunks).cut_off(TransportErrorKind::Io)
    };
    let mut events = call(reply()).send_events::<i32>().await.unwrap().into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(1));
    assert_eq!(events.try_next().await.unwrap(), Some(2));
    assert_eq!(events.try_next().await.unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(events.try_next().await.unwrap(), None);

    let reply = status(200).with_body("1\n2").cut_off(TransportErrorKind::Io);
    let mut lines = call(reply).send_lines::<i32>().await.unwrap().into_body();
    assert_eq!(lines.try_next().await.unwrap(), Some(1));
    assert_eq!(lines.try_next().await.unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(lines.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn an_event_or_a_line_has_the_size_that_a_response_may_have() {
    let call = |text| responding(text).options(RequestOptions::new().max_response_size(16));
    let mut events = call("data: 1\n\ndata: 2\n\ndata: 34567890123456789\n\n")
        .send_events::<i32>()
        .await
        .unwrap()
        .into_body();
    assert_eq!(events.try_next().await.unwrap(), Some(1));
    assert_eq!(events.try_next().await.unwrap(), Some(2));
    let error = events.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
    assert_eq!(error.to_string(), "listImages: event 3 of the response is larger than 16 bytes");
    assert_eq!(events.try_next().await.unwrap(), None);

    let mut lines =
        call("1\n\"23456789012345678901\"\n").send_lines::<Value>().await.unwrap().into_body();
    assert_eq!(lines.try_next().await.unwrap(), Some(json!(1)));
    assert_eq!(lines.try_next().await.unwrap_err().kind(), ErrorKind::ResponseTooLarge);
}

#[tokio::test]
async fn json_is_no_stream_of_events() {
    let error = call(Reply::json(StatusCode::OK, "{}")).send_events::<i32>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "listImages: the response is JSON, not a stream of events: the request has to ask for one"
    );
}

#[tokio::test]
async fn lines_are_values() {
    let mut lines =
        responding("{\"a\":1}\r\n\n[2]\nx\n3").send_lines::<Value>().await.unwrap().into_body();
    assert_eq!(lines.try_next().await.unwrap(), Some(json!({"a": 1})));
    assert_eq!(lines.try_next().await.unwrap(), Some(json!([2])));
    let error = lines.try_next().await.unwrap_err();
    assert_eq!(error.to_string(), "listImages: line 3 of the response cannot be read");
    assert_eq!(error.body().unwrap(), "x");
    assert_eq!(lines.try_next().await.unwrap(), Some(json!(3)));
    assert_eq!(lines.try_next().await.unwrap(), None);

    let mut records =
        responding("\u{1e}{\"a\":\n1}\n\u{1e}2\n").send_lines::<Value>().await.unwrap().into_body();
    assert_eq!(records.try_next().await.unwrap(), Some(json!({"a": 1})));
    assert_eq!(records.try_next().await.unwrap(), Some(json!(2)));
    assert_eq!(records.try_next().await.unwrap(), None);
}

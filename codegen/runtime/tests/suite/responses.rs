//! Responses that are not read as JSON at once.

use std::error::Error as _;

use client_runtime::mock::Reply;
use client_runtime::{Call, Error, ErrorKind};
use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::service::{LIST, client, list_replies, status};

fn call(reply: Reply) -> Call {
    client(&list_replies([reply])).call(&LIST)
}

#[tokio::test]
async fn headers_are_read_as_what_they_are() {
    let limit = |text| (HeaderName::from_static("x-limit"), HeaderValue::from_static(text));
    let reply = [limit("60"), limit("70")]
        .into_iter()
        .fold(status(200), |reply, (name, value)| reply.with_header(name, value));
    let response = call(reply).send_empty().await.unwrap();
    assert_eq!(response.header("X-Limit"), Some(60_u32));
    assert_eq!(response.header::<String>("x-limit").as_deref(), Some("60"));
    assert_eq!(response.header::<bool>("x-limit"), None);
    assert_eq!(response.header::<String>("x-other"), None);
}

#[tokio::test]
async fn bytes_are_left_as_they_are() {
    let response = call(status(200).with_body(&b"\x89PNG\0"[..])).send_bytes().await.unwrap();
    assert_eq!(response.body().as_ref(), b"\x89PNG\0");
}

#[tokio::test]
async fn bytes_are_read_by_status() {
    for (status, body, expected) in [
        (StatusCode::OK, "[1]", json!([1])),
        (StatusCode::ACCEPTED, "\"later\"", json!("later")),
        (StatusCode::CREATED, "{}", json!({})),
    ] {
        let response = call(Reply::json(status, body)).send_bytes().await.unwrap();
        let read = match response.status() {
            StatusCode::OK => response.json::<Vec<u8>>().unwrap().map(Value::from),
            StatusCode::ACCEPTED => response.json::<String>().unwrap().map(Value::from),
            _ => response.json::<Value>().unwrap(),
        };
        assert_eq!(read.status(), status);
        assert_eq!(read.headers()["content-type"], "application/json");
        assert_eq!(*read.body(), expected);
    }
}

/// A reply with this content type and body.
fn of_type(content_type: &'static str, body: &[u8]) -> Reply {
    status(200)
        .with_header(http::header::CONTENT_TYPE, HeaderValue::from_static(content_type))
        .with_body(body.to_vec())
}

#[tokio::test]
async fn a_text_is_in_the_character_set_that_its_content_type_names() {
    for (content_type, body) in [
        ("text/plain", &b"\xc3\xa9"[..]),
        ("text/plain; charset=UTF-8", b"\xef\xbb\xbf\xc3\xa9"),
        ("text/plain; charset=iso-8859-1", b"\xe9"),
        ("text/csv; header=present; Charset=\"ISO-8859-1\"", b"\xe9"),
        ("text/plain;charset=utf-16", b"\x00\xe9"),
        ("text/plain;charset=UTF-16", b"\xff\xfe\xe9\x00"),
        ("text/plain;charset=utf-16le", b"\xe9\x00"),
        ("text/plain;charset=utf-16be", b"\xfe\xff\x00\xe9"),
        ("text/plain; charset=unknown", b"\xc3\xa9"),
    ] {
        let response = call(of_type(content_type, body)).send_text().await.unwrap();
        assert_eq!(response.body(), "é", "{content_type} {body:?}");
    }
    let error = call(of_type("text/plain;charset=utf-16", b"\xd8\x00\x00")).send_text().await;
    let error = error.unwrap_err();
    let expected = "listImages: the response is not UTF-16, as its content type or first bytes say";
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, expected.to_owned()));
}

#[tokio::test]
async fn json_is_in_the_character_set_that_its_content_type_names() {
    for (content_type, body) in [
        ("application/json; charset=ISO-8859-1", &b"[\"\xe9\"]"[..]),
        ("application/json", b"\xef\xbb\xbf[\"\xc3\xa9\"]"),
        ("application/json; charset=utf-16", b"\xff\xfe[\0\"\0\xe9\0\"\0]\0"),
    ] {
        let response = call(of_type(content_type, body)).send::<Vec<String>>().await.unwrap();
        assert_eq!(response.body(), &["é"], "{content_type} {body:?}");
    }
    let body = b"{\"message\":\"\xe9\"}".to_vec();
    let latin = HeaderValue::from_static("application/json;charset=iso-8859-1");
    let reply = status(400).with_header(http::header::CONTENT_TYPE, latin).with_body(body);
    let error = call(reply).send_empty().await.unwrap_err();
    assert_eq!(error.message(), "é");
    assert_eq!(error.body_json::<Value>().unwrap().unwrap(), json!({"message": "é"}));
}

#[tokio::test]
async fn a_text_is_utf_8() {
    let response = call(status(200).with_body("镜像")).send_text().await.unwrap();
    assert_eq!(response.body(), "镜像");
    let response = call(status(200).with_body("镜像")).send_bytes().await.unwrap();
    assert_eq!(response.text().unwrap().into_body(), "镜像");

    let error = call(status(200).with_body(&b"ab\xff"[..])).send_text().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.to_string(), "listImages: the response is not UTF-8 after byte 2");
    assert_eq!(error.body().unwrap().as_ref(), b"ab\xff");
    assert_eq!(error.attempts(), 1);
    assert!(error.source().is_some());
}

#[tokio::test]
async fn bytes_that_are_not_json_are_the_error_that_send_gives() {
    let show = |error: Error| {
        format!("{error} {error:?} {:?} {:?}", error.source().unwrap(), error.body())
    };
    let reply = || Reply::json(StatusCode::OK, "<html>");
    let later = call(reply()).send_bytes().await.unwrap().json::<Value>().unwrap_err();
    let at_once = call(reply()).send::<Value>().await.unwrap_err();
    assert_eq!(show(later), show(at_once));
}

#[tokio::test]
async fn another_content_type_is_named_where_json_is_not_read() {
    let message = async |content_type: &'static str| {
        let reply = status(200).with_body("id,name").with_header(
            HeaderName::from_static("content-type"),
            HeaderValue::from_static(content_type),
        );
        call(reply).send::<Value>().await.unwrap_err().to_string()
    };
    let place = "listImages: the response cannot be read at line 1 column 1";
    assert_eq!(
        message("text/csv; charset=utf-8").await,
        format!("{place} (its content type is `text/csv; charset=utf-8`)")
    );
    assert_eq!(message("application/vnd.acme+JSON; charset=utf-8").await, place);
}

#[tokio::test]
async fn a_status_that_is_no_success_is_an_error_in_every_form() {
    let bytes = call(status(404)).send_bytes().await.unwrap_err();
    let text = call(status(404)).send_text().await.unwrap_err();
    for error in [bytes, text] {
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.to_string(), "listImages: 404: Not Found");
    }
}

//! Bodies that are not JSON: bytes, texts, forms and parts.

use std::collections::BTreeMap;
use std::time::SystemTime;

use bytes::Bytes;
use client_runtime::bce_verify::verify;
use client_runtime::styles::QueryStyle;
use client_runtime::{Call, ErrorKind, FilePart, Part, Secret, Upload};
use http::Request;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::json;

use super::service::{CREATE, client, credentials, fail, ok, replies_to, send, status};

async fn sent(set: impl Fn(Call) -> Call) -> Request<Bytes> {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    send(set(client(&mock).call(&CREATE))).await.unwrap();
    let request = mock.requests().remove(0);
    assert_eq!(verify(&request, &credentials(), SystemTime::now()), Ok(()));
    request
}

async fn rejected(set: impl Fn(Call) -> Call) -> String {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let error = fail(set(client(&mock).call(&CREATE))).await;
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.attempts(), 0);
    error.to_string()
}

fn content_type(request: &Request<Bytes>) -> &str {
    request.headers()["content-type"].to_str().unwrap()
}

#[tokio::test]
async fn bytes_and_texts_go_over_the_wire_as_they_are() {
    let request = sent(|call| call.bytes("image/png", &b"\x89PNG\0".into())).await;
    assert_eq!(request.body().as_ref(), b"\x89PNG\0");
    assert_eq!(content_type(&request), "image/png");

    let request = sent(|call| call.text("text/plain; charset=utf-8", "镜像\n")).await;
    assert_eq!(request.body(), "镜像\n");
    assert_eq!(content_type(&request), "text/plain; charset=utf-8");

    let message = "createImage: the content type is not allowed by HTTP";
    assert_eq!(rejected(|call| call.text("a\nb", "")).await, message);
}

#[tokio::test]
async fn an_empty_body_is_a_body_with_a_type() {
    let request = sent(|call| call.bytes("application/octet-stream", &"".into())).await;
    assert!(request.body().is_empty());
    assert_eq!(content_type(&request), "application/octet-stream");
}

#[tokio::test]
async fn a_form_has_its_fields_in_order() {
    let request = sent(|call| {
        call.form_field("gone", &1)
            .form_list("tag", &["a b", "c&d=e"])
            .form_field("größe", &true)
            .form_field("pass", &Secret::from("ü"))
            .form_field("gone", "back")
    })
    .await;
    assert_eq!(
        request.body(),
        "tag=a%20b&tag=c%26d%3De&gr%C3%B6%C3%9Fe=true&pass=%C3%BC&gone=back"
    );
    assert_eq!(content_type(&request), "application/x-www-form-urlencoded");
}

/// The boundary of a request in parts, and its body with the boundary as `BOUNDARY`.
fn parts(request: &Request<Bytes>) -> (String, String) {
    let boundary = content_type(request).strip_prefix("multipart/form-data; boundary=").unwrap();
    let body = std::str::from_utf8(request.body()).unwrap();
    (boundary.to_owned(), body.replace(boundary, "BOUNDARY"))
}

#[tokio::test]
async fn parts_have_names_types_and_files() {
    let request = sent(|call| {
        call.text_part("note", None, "two\r\nlines")
            .json_part("meta", "application/json", &json!({"a": 1}))
            .part(Part::bytes("file", "image/png", "data").file_name("a \"b\"\r\n镜.png"))
    })
    .await;
    let (boundary, body) = parts(&request);
    assert_eq!(boundary.len(), 32);
    assert_eq!(
        body,
        "--BOUNDARY\r\n\
         content-disposition: form-data; name=\"note\"\r\n\r\n\
         two\r\nlines\r\n\
         --BOUNDARY\r\n\
         content-disposition: form-data; name=\"meta\"\r\ncontent-type: application/json\r\n\r\n\
         {\"a\":1}\r\n\
         --BOUNDARY\r\n\
         content-disposition: form-data; name=\"file\"; filename=\"a %22b%22%0D%0A镜.png\"\r\n\
         content-type: image/png\r\n\r\n\
         data\r\n\
         --BOUNDARY--\r\n"
    );
}

#[tokio::test]
async fn several_parts_have_one_name() {
    let request = sent(|call| {
        call.text_parts("tag", Some("text/x-tag"), &["1", "2"])
            .text_parts("none", None, &[""; 0])
            .file_parts("file", "image/png", &[b"a".into(), b"b".into()])
    })
    .await;
    let (_, body) = parts(&request);
    for (text, count) in [
        ("name=\"tag\"", 2),
        ("content-type: text/x-tag", 2),
        ("name=\"file\"; filename=\"file\"", 2),
        ("none", 0),
    ] {
        assert_eq!(body.matches(text).count(), count, "{text}");
    }
}

#[tokio::test]
async fn lists_and_objects_are_parts() {
    let request = sent(|call| {
        call.json_parts("person", "application/json", &[json!({"a": 1}), json!({"a": 2})])
            .part_value("csv", QueryStyle::Form, false, &["x y", "z"])
            .part_value("deep", QueryStyle::DeepObject, true, &json!({"b": {"c": "ü"}}))
    })
    .await;
    let (_, body) = parts(&request);
    let json = "name=\"person\"\r\ncontent-type: application/json\r\n\r\n";
    assert!(body.contains(&format!("{json}{{\"a\":1}}\r\n")), "{body}");
    assert!(body.contains(&format!("{json}{{\"a\":2}}\r\n")), "{body}");
    assert!(body.contains("name=\"csv\"\r\n\r\nx y,z\r\n"), "{body}");
    assert!(body.contains("name=\"deep[b][c]\"\r\n\r\nü\r\n"), "{body}");
}

#[tokio::test]
async fn parts_of_the_callers_own_are_written_like_those_that_are_declared() {
    let value = json!({"n": 1, "people": [{"a": 1}, {"a": 2}], "set": ["x"], "tags": ["y", "z"]});
    let types = [("set", "application/json"), ("n", "text/x-number")];
    let (_, body) = parts(&sent(|call| call.multipart(&types, &value)).await);
    for (text, count) in [
        ("name=\"n\"\r\ncontent-type: text/x-number\r\n\r\n1\r\n", 1),
        ("name=\"people\"\r\ncontent-type: application/json\r\n", 2),
        ("name=\"set\"\r\ncontent-type: application/json\r\n\r\n[\"x\"]\r\n", 1),
        ("name=\"tags\"\r\n\r\n", 2),
    ] {
        assert_eq!(body.matches(text).count(), count, "{text}: {body}");
    }
    let files = BTreeMap::from([
        ("a".to_owned(), FilePart::from("1")),
        ("b".to_owned(), FilePart::from("2").file_name("b.txt").content_type("text/plain")),
    ]);
    let (_, body) = parts(&sent(|call| call.files("image/png", &files)).await);
    assert!(body.contains("name=\"a\"; filename=\"a\"\r\ncontent-type: image/png\r\n\r\n1"));
    assert!(body.contains("name=\"b\"; filename=\"b.txt\"\r\ncontent-type: text/plain\r\n"));
}

#[tokio::test]
async fn the_caller_chooses_the_type_of_a_body() {
    let body = Upload::from("x");
    let request =
        sent(|call| call.bytes("application/octet-stream", &body).content_type("image/png")).await;
    assert_eq!(content_type(&request), "image/png");
    let request = sent(|call| {
        call.header("content-type", "application/merge-patch+json")
            .body(&json!({"a": null}))
            .content_type("application/strategic-merge-patch+json")
    })
    .await;
    assert_eq!(content_type(&request), "application/strategic-merge-patch+json");
}

#[tokio::test]
async fn a_file_has_the_name_and_the_type_that_the_caller_gives_it() {
    let named = FilePart::new("2").file_name("a.png").content_type("image/png");
    let request = sent(|call| {
        call.file_part("plain", "application/pdf", &b"1".into()).file_part(
            "named",
            "application/pdf",
            &named,
        )
    })
    .await;
    let (_, body) = parts(&request);
    assert_eq!(
        body,
        "--BOUNDARY\r\n\
         content-disposition: form-data; name=\"plain\"; filename=\"plain\"\r\n\
         content-type: application/pdf\r\n\r\n\
         1\r\n\
         --BOUNDARY\r\n\
         content-disposition: form-data; name=\"named\"; filename=\"a.png\"\r\n\
         content-type: image/png\r\n\r\n\
         2\r\n\
         --BOUNDARY--\r\n"
    );
    let file = FilePart::new("2").content_type("a\nb");
    assert_eq!(
        rejected(|call| call.file_part("file", "image/png", &file)).await,
        "createImage: the content type of `file` is not allowed by HTTP"
    );
}

#[test]
fn files_are_made_of_bytes_and_texts() {
    let files: [FilePart; 6] = [
        "ab".into(),
        "ab".to_owned().into(),
        b"ab".into(),
        b"ab".as_slice().into(),
        b"ab".to_vec().into(),
        Bytes::from_static(b"ab").into(),
    ];
    assert!(files.iter().all(|file| *file == files[0]));
    let shown = format!("{:?}", FilePart::new("hidden").file_name("hidden"));
    assert_eq!(shown, "FilePart { content: Upload { length: Some(6), .. }, .. }");
}

#[tokio::test]
async fn a_boundary_is_kept_over_attempts_and_differs_between_calls() {
    let call = |call: Call| call.text_part("a", None, "1");
    let mock = replies_to(&CREATE, "/v2/image", [status(503), ok()]);
    send(call(client(&mock).call(&CREATE))).await.unwrap();
    let [first, second]: [Request<Bytes>; 2] = mock.requests().try_into().unwrap();
    assert_eq!(first.body(), second.body());
    assert_eq!(content_type(&first), content_type(&second));
    assert_ne!(parts(&first).0, parts(&sent(call).await).0);
}

struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("no text"))
    }
}

#[tokio::test]
async fn a_part_that_cannot_be_sent_is_the_error_of_the_call() {
    assert_eq!(
        rejected(|call| call.json_part("meta", "application/json", &Unwritable)).await,
        "createImage: `meta` cannot be written as JSON: no text"
    );
    assert_eq!(
        rejected(|call| call.text_part("note", Some("a\r\nb: c"), "")).await,
        "createImage: the content type of `note` is not allowed by HTTP"
    );
}

#[tokio::test]
async fn the_last_form_of_a_body_counts() {
    let request = sent(|call| {
        call.body_field("a", &1).form_field("b", &2).text_part("c", None, "3").body_field("d", &4)
    })
    .await;
    assert_eq!(request.body(), r#"{"d":4}"#);
    let request = sent(|call| call.bytes("image/png", &"x".into()).form_field("b", &2)).await;
    assert_eq!(request.body(), "b=2");
}

#[tokio::test]
async fn a_call_may_accept_another_type() {
    let request = sent(|call| call.accept("text/csv")).await;
    assert_eq!(request.headers()["accept"], "text/csv");
    let message = "createImage: the header `accept` or its value is not allowed by HTTP";
    assert_eq!(rejected(|call| call.accept("a\nb")).await, message);
}

#[test]
fn parts_and_calls_show_names_only() {
    let part = Part::text("note", None, "hidden").file_name("hidden");
    let call = client(&replies_to(&CREATE, "", [])).call(&CREATE).part(part.clone());
    let shown = format!("{part:?} {call:?}");
    assert!(shown.contains("note") && !shown.contains("hidden"), "{shown}");
    let shown = format!("{:?}", call.form_field("field", "hidden"));
    assert!(shown.contains("field") && !shown.contains("hidden"), "{shown}");
}

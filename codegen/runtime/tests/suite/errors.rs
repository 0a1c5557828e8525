//! What an error tells.

use std::error::Error as _;

use bytes::Bytes;
use client_runtime::mock::Reply;
use client_runtime::{Error, ErrorKind, RequestOptions, TransportErrorKind};
use http::header::LOCATION;
use http::{HeaderName, HeaderValue, StatusCode};

use super::service::{LIST, builder, client, fail, list_replies, ok, send, status};

async fn error_of(reply: Reply) -> Error {
    fail(client(&list_replies([reply])).call(&LIST)).await
}

fn with_request_id(reply: Reply) -> Reply {
    reply.with_header(HeaderName::from_static("x-bce-request-id"), HeaderValue::from_static("id-1"))
}

#[tokio::test]
async fn a_documented_error_is_read() {
    let body = r#"{"requestId":"id-2","code":"Image.UnCustomImageCannotBeShared","message":"not a custom image"}"#;
    let error = error_of(Reply::json(StatusCode::FORBIDDEN, body)).await;
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.raw_code(), Some("Image.UnCustomImageCannotBeShared"));
    assert_eq!(error.message(), "not a custom image");
    assert_eq!(error.request_id(), Some("id-2"));
    assert_eq!(error.body().unwrap(), body);
    assert_eq!(error.headers().unwrap().len(), 1);
    assert_eq!(error.attempts(), 1);
    assert!(error.source().is_none());
    assert_eq!(
        error.to_string(),
        "listImages: 403: Image.UnCustomImageCannotBeShared: not a custom image (request id id-2)"
    );
}

#[tokio::test]
async fn the_request_id_of_the_header_is_preferred() {
    let reply = Reply::json(StatusCode::NOT_FOUND, r#"{"requestId":"id-2"}"#);
    assert_eq!(error_of(with_request_id(reply)).await.request_id(), Some("id-1"));
}

#[tokio::test]
async fn a_body_is_read_leniently() {
    let cases: [(&[u8], Option<&str>, &str); 8] = [
        (b"", None, "Not Found"),
        (b"<html>404</html>", None, "Not Found"),
        (b"\xff\xfe", None, "Not Found"),
        (b"[1]", None, "Not Found"),
        (b"null", None, "Not Found"),
        (br#"{"code":404,"message":{}}"#, Some("404"), "Not Found"),
        (br#"{"Code":"A","MESSAGE":"gone","x":[]}"#, Some("A"), "gone"),
        (br#"{"code":"","message":""}"#, None, "Not Found"),
    ];
    for (body, code, message) in cases {
        let error = error_of(status(404).with_body(body)).await;
        assert_eq!((error.raw_code(), error.message()), (code, message));
        assert_eq!(error.request_id(), None);
        assert_eq!(error.body().unwrap(), body);
    }
}

#[tokio::test]
async fn common_forms_of_errors_are_read() {
    let cases = [
        (r#"{"error":{"message":"no","code":"gone","type":"invalid"}}"#, Some("gone"), "no"),
        (r#"{"error":{"message":"no","code":null,"type":"invalid"}}"#, Some("invalid"), "no"),
        (
            r#"{"type":"error","error":{"type":"overloaded","message":"no"}}"#,
            Some("overloaded"),
            "no",
        ),
        (r#"{"error":{"code":404,"message":"no"}}"#, Some("404"), "no"),
        (r#"{"errors":[{"code":1003,"message":"no"},{"message":"nor"}]}"#, Some("1003"), "no"),
        (r#"{"message":"no","errors":[{"code":"missing","message":"it"}]}"#, Some("missing"), "no"),
        (r#"{"errors":[{"title":"Gone","detail":"no"}]}"#, None, "no"),
        (r#"{"errors":["no"]}"#, None, "no"),
        (r#"{"type":"/gone","title":"Gone","status":404,"detail":"no"}"#, Some("/gone"), "no"),
        (r#"{"title":"Gone"}"#, None, "Gone"),
        (r#"{"detail":[{"loc":["body"],"msg":"no","type":"missing"}]}"#, Some("missing"), "no"),
        (r#"{"error":"invalid_grant","error_description":"no"}"#, Some("invalid_grant"), "no"),
        (r#"{"error":"no"}"#, None, "no"),
    ];
    for (body, code, message) in cases {
        let error = error_of(status(404).with_body(body)).await;
        assert_eq!((error.raw_code(), error.message()), (code, message), "{body}");
    }
}

#[tokio::test]
async fn a_status_without_a_name_has_a_message() {
    assert_eq!(error_of(status(499)).await.to_string(), "listImages: 499: unknown status");
}

#[tokio::test]
async fn an_error_is_one_line_whatever_the_server_says() {
    let body = "{\"code\":\"A\\nB\",\"message\":\"first\\r\\nsecond\\u0007\"}";
    let error = error_of(status(400).with_body(body)).await;
    assert_eq!(error.to_string(), "listImages: 400: A B: first  second ");
}

#[tokio::test]
async fn a_redirect_is_an_error_that_says_where_to() {
    let target = HeaderValue::from_static("https://elsewhere.example.com/");
    let error = error_of(status(307).with_header(LOCATION, target)).await;
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(
        error.to_string(),
        "listImages: 307: redirected to https://elsewhere.example.com/, which is not followed: \
         the request is authorized for the host it was sent to"
    );
}

#[tokio::test]
async fn a_response_that_cannot_be_read_is_kept() {
    let reply = with_request_id(Reply::json(StatusCode::OK, "<html>\n</html>"));
    let error = error_of(reply).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.body().unwrap(), "<html>\n</html>");
    assert_eq!(
        error.to_string(),
        "listImages: the response cannot be read at line 1 column 1 (request id id-1)"
    );
    assert_eq!(error.source().unwrap().to_string(), "expected value at line 1 column 1");
}

#[tokio::test]
async fn a_response_without_a_body_is_an_error() {
    for lenient in [true, false] {
        let mock = list_replies([with_request_id(status(200))]);
        let client = builder().lenient(lenient).transport(mock).build().unwrap();
        let error = fail(client.call(&LIST)).await;
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.body().unwrap(), "");
        assert_eq!(error.to_string(), "listImages: the response is empty (request id id-1)");
    }
}

#[tokio::test]
async fn a_response_that_may_be_null_may_have_no_body() {
    for lenient in [true, false] {
        for (body, value) in [("", None), (" \n", None), ("null", None), ("[1]", Some(vec![1]))] {
            let mock = list_replies([Reply::json(StatusCode::OK, body)]);
            let client = builder().lenient(lenient).transport(mock).build().unwrap();
            let response = client.call(&LIST).send::<Option<Vec<i32>>>().await.unwrap();
            assert_eq!(response.into_body(), value, "{body:?}");
        }
    }
}

#[tokio::test]
async fn a_response_has_a_status_and_headers() {
    let mock = list_replies([with_request_id(ok())]);
    let response = send(client(&mock).call(&LIST)).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.request_id(), Some("id-1"));
    assert_eq!(response.headers().len(), 2);
    assert_eq!(response.into_body(), serde_json::json!({}));
}

#[tokio::test]
async fn a_response_that_is_not_needed_is_not_read() {
    let mock = list_replies([Reply::json(StatusCode::ACCEPTED, "not JSON")]);
    let response = client(&mock).call(&LIST).send_empty().await.unwrap();
    assert_eq!(response.status(), StatusCode::ACCEPTED);
}

#[tokio::test]
async fn a_response_that_is_too_large_is_an_error() {
    for status in [StatusCode::OK, StatusCode::BAD_REQUEST] {
        for (size, kind) in [(8, None), (9, Some(ErrorKind::ResponseTooLarge))] {
            let body = Bytes::from(format!("{:size$}", "{}"));
            let call = client(&list_replies([Reply::json(status, body)]))
                .call(&LIST)
                .options(RequestOptions::new().max_response_size(8));
            let error = send(call).await.err();
            let refused = error.filter(|error| error.kind() != ErrorKind::Service);
            assert_eq!(refused.as_ref().map(Error::kind), kind);
            if let Some(error) = refused {
                assert_eq!(error.to_string(), "listImages: the response is larger than 8 bytes");
            }
        }
    }
}

#[tokio::test]
async fn a_failure_of_the_transport_keeps_its_cause() {
    for (kind, expected, message) in [
        (
            TransportErrorKind::Refused,
            ErrorKind::Transport,
            "the transport did not send the request: a prepared failure",
        ),
        (
            TransportErrorKind::TooLarge,
            ErrorKind::ResponseTooLarge,
            "the response is larger than 67108864 bytes",
        ),
    ] {
        let error = error_of(Reply::failure(kind)).await;
        assert_eq!(error.kind(), expected);
        assert_eq!(error.message(), message);
        assert_eq!(error.source().unwrap().to_string(), "a prepared failure");
        assert_eq!(error.status(), None);
    }
}

#[tokio::test]
async fn a_body_of_a_known_form_is_read() {
    let error = error_of(Reply::json(StatusCode::CONFLICT, r#"["a","b"]"#)).await;
    assert_eq!(error.body_json::<Vec<String>>().unwrap().unwrap(), ["a", "b"]);
    assert!(error.body_json::<u8>().unwrap().is_err());
    assert!(error_of(status(409)).await.body_json::<Vec<String>>().unwrap().is_err());
    let unanswered = error_of(Reply::failure(TransportErrorKind::Refused)).await;
    assert!(unanswered.body_json::<Vec<String>>().is_none());
}

#[test]
fn an_error_is_small_and_goes_everywhere() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}

    check::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    let error = Error::new(ErrorKind::Authorization, "no key").with_source("why");
    assert_eq!(error.to_string(), "no key");
    assert_eq!(error.source().unwrap().to_string(), "why");
}

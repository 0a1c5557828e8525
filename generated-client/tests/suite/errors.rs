//! From what a service answers to what a caller matches on.

use std::error::Error as _;

use baidubce::http::{HeaderValue, StatusCode};
use baidubce::mock::Reply;
use baidubce::{ErrorCode, ErrorKind};

use super::support::{error_of, ok};

/// The documented codes of the image operations.
const IMAGE_CODES: [(u16, &str, ErrorCode); 19] = [
    (400, "Image.AccountListIsEmpty", ErrorCode::ImageAccountListIsEmpty),
    (400, "Image.ImageIdIsEmpty", ErrorCode::ImageImageIdIsEmpty),
    (400, "Image.ImageNameInvalid", ErrorCode::ImageImageNameInvalid),
    (400, "Image.InvalidAccount", ErrorCode::ImageInvalidAccount),
    (403, "Image.CannotShareToOwner", ErrorCode::ImageCannotShareToOwner),
    (403, "Image.UnCustomImageCannotBeDeleted", ErrorCode::ImageUnCustomImageCannotBeDeleted),
    (403, "Image.UnCustomImageCannotBeShared", ErrorCode::ImageUnCustomImageCannotBeShared),
    (409, "Image.AccountHasBeenShared", ErrorCode::ImageAccountHasBeenShared),
    (409, "Image.CreatingImageCannotBeDeleted", ErrorCode::ImageCreatingImageCannotBeDeleted),
    (409, "Image.ImageHasBeenSharedToOthers", ErrorCode::ImageImageHasBeenSharedToOthers),
    (409, "Image.ImageNotSupportCopy", ErrorCode::ImageImageNotSupportCopy),
    (409, "Image.ImageStatusForbidden", ErrorCode::ImageImageStatusForbidden),
    (409, "Image.ImageStorageFormatInvalid", ErrorCode::ImageImageStorageFormatInvalid),
    (409, "Image.InstanceStatusForbidden", ErrorCode::ImageInstanceStatusForbidden),
    (409, "Image.LargeImageCopyForbidden", ErrorCode::ImageLargeImageCopyForbidden),
    (409, "Image.RegionNotSupportCopy", ErrorCode::ImageRegionNotSupportCopy),
    (413, "Image.ExceedAcceptSharedImageNumQuota", ErrorCode::ImageExceedAcceptSharedImageNumQuota),
    (413, "Image.ExceedSharedToUserNumQuota", ErrorCode::ImageExceedSharedToUserNumQuota),
    (413, "Image.ImageQuotaExceedLimit", ErrorCode::ImageImageQuotaExceedLimit),
];

fn json(status: u16, body: impl Into<String>) -> Reply {
    Reply::json(StatusCode::from_u16(status).unwrap(), body.into())
}

#[tokio::test]
async fn a_documented_code_is_a_variant() {
    for (status, text, code) in IMAGE_CODES {
        let body = format!(r#"{{"requestId":"id-1","code":"{text}","message":"why"}}"#);
        let error = error_of(json(status, body)).await;
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.raw_code(), Some(text));
        assert_eq!(error.code().as_ref(), Some(&code));
        assert_eq!(code.as_str(), text);
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn an_unknown_code_is_kept() {
    let error = error_of(json(409, r#"{"code":"Image.NotYetInvented"}"#)).await;
    let code = error.code().unwrap();
    assert!(matches!(code, ErrorCode::Unrecognized(_)));
    assert_eq!(code.as_str(), "Image.NotYetInvented");
}

#[tokio::test]
async fn an_answer_that_is_not_of_the_service_has_a_status_and_a_body() {
    for body in ["<html><body>Bad Gateway</body></html>", "", r#"{"gateway":"error"}"#, "[]"] {
        let error = error_of(json(400, body)).await;
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
        assert_eq!(error.code(), None);
        assert_eq!(error.message(), "Bad Request");
        assert_eq!(error.body().unwrap(), body);
    }
}

#[tokio::test]
async fn an_error_that_is_only_a_text_is_the_message() {
    let error = error_of(json(400, r#"{"error":"gateway"}"#)).await;
    assert_eq!((error.code(), error.message()), (None, "gateway"));
}

#[tokio::test]
async fn display_is_one_line_for_the_log() {
    let body = r#"{"requestId":"id-1","code":"Image.InvalidAccount","message":"no\nuser"}"#;
    let error = error_of(json(400, body)).await;
    assert_eq!(
        error.to_string(),
        "listImageSharedUsers: 400: Image.InvalidAccount: no user (request id id-1)"
    );
    assert!(error.source().is_none());
}

#[tokio::test]
async fn the_request_id_of_the_header_is_preferred() {
    let reply = json(404, r#"{"requestId":"of-body"}"#);
    let id = HeaderValue::from_static("of-header");
    let error = error_of(reply.with_header("x-bce-request-id".parse().unwrap(), id)).await;
    assert_eq!(error.request_id(), Some("of-header"));
}

#[tokio::test]
async fn a_success_that_cannot_be_read_keeps_the_answer() {
    let error = error_of(ok(r#"{"users":"nobody"}"#)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.body().unwrap(), r#"{"users":"nobody"}"#);
    assert!(error.source().is_some());
}

//! Lists that come in pages.

use baidubce::bcc::types::ImageType;
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};

use super::support::{client, ok};

/// Three pages; the last one has no `nextMarker`.
fn mock() -> MockTransport {
    let first = r#"{"isTruncated":true,"nextMarker":"m-2","images":[{"id":"m-0"},{"id":"m-1"}]}"#;
    let second = r#"{"isTruncated":true,"nextMarker":"m-3","images":[{"id":"m-2"}]}"#;
    let third = r#"{"isTruncated":false,"images":[{"id":"m-3"}]}"#;
    MockTransport::new()
        .on(Method::GET, "/v2/image?marker=m-2", ok(second))
        .on(Method::GET, "/v2/image?marker=m-3", ok(third))
        .on(Method::GET, "/v2/image", ok(first))
}

#[tokio::test]
async fn the_items_of_all_pages_are_given() {
    let mock = mock();
    let mut images = client(&mock).list_images().items();
    let mut ids = Vec::new();
    while let Some(image) = images.try_next().await.unwrap() {
        ids.push(image.id);
    }
    assert_eq!(ids, ["m-0", "m-1", "m-2", "m-3"]);
    assert_eq!(mock.replies_left(), 0);
    assert!(images.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_page_is_asked_for_when_it_is_wanted() {
    let mock = mock();
    let mut images = client(&mock).list_images().items();
    assert!(mock.requests().is_empty());
    images.try_next().await.unwrap();
    images.try_next().await.unwrap();
    assert_eq!(mock.requests().len(), 1);
    images.try_next().await.unwrap();
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn every_page_is_asked_for_with_the_same_filters() {
    let mock = mock();
    let request = client(&mock).list_images().image_type(ImageType::Custom).max_keys(2);
    let mut pages = request.pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!(page.status(), StatusCode::OK);
        sizes.push(page.body().images.len());
    }
    assert_eq!(sizes, [2, 1, 1]);
    let requests = mock.requests();
    let queries: Vec<_> =
        requests.iter().map(|request| request.uri().query().unwrap_or_default()).collect();
    assert_eq!(
        queries,
        [
            "maxKeys=2&imageType=Custom",
            "maxKeys=2&imageType=Custom&marker=m-2",
            "maxKeys=2&imageType=Custom&marker=m-3",
        ]
    );
}

#[tokio::test]
async fn one_page_is_enough_for_a_plain_send() {
    let mock = mock();
    let page = client(&mock).list_images().send().await.unwrap();
    assert_eq!(page.next_marker.as_deref(), Some("m-2"));
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn a_list_ends_after_an_error() {
    let first = r#"{"isTruncated":true,"nextMarker":"m-1","images":[{"id":"m-0"}]}"#;
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image?marker=m-1", Reply::empty(StatusCode::FORBIDDEN))
        .on(Method::GET, "/v2/image", ok(first));
    let mut images = client(&mock).list_images().items();
    assert_eq!(images.try_next().await.unwrap().unwrap().id, "m-0");
    let error = images.try_next().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert!(images.try_next().await.unwrap().is_none());
}

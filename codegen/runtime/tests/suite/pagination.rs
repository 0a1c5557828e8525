//! Lists that come in pages.

use std::future::poll_fn;
use std::pin::Pin;

use client_runtime::mock::{MockTransport, Reply};
use client_runtime::pagination::next_page;
use client_runtime::{
    Cursor, ErrorKind, Idempotency, Items, Method, Operation, Page, Pages, RequestOptions,
    RetryPolicy,
};
use futures_core::Stream;
use http::StatusCode;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::service::{LIST, client, status};

/// `{"items": [...], "next": ...}`.
#[derive(Debug)]
pub(crate) struct Numbers(Value);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }
}

impl Page for Numbers {
    type Item = i64;
    const CURSOR: Cursor = Cursor::Query("marker");

    fn next(&self) -> Option<String> {
        self.0["next"].as_str().map(str::to_owned)
    }

    fn into_items(self) -> Vec<i64> {
        let items = self.0["items"].as_array().into_iter().flatten();
        items.filter_map(Value::as_i64).collect()
    }
}

fn page(body: &'static str) -> Reply {
    Reply::json(StatusCode::OK, body)
}

fn three_pages() -> MockTransport {
    MockTransport::new()
        .on(Method::GET, "/v2/image?maxKeys=2&marker=b", page(r#"{"items":[],"next":"c"}"#))
        .on(Method::GET, "/v2/image?maxKeys=2&marker=c", page(r#"{"items":[3]}"#))
        .on(Method::GET, "/v2/image?maxKeys=2", page(r#"{"items":[1,2],"next":"b"}"#))
}

#[tokio::test]
async fn pages_are_asked_for_one_after_the_other() {
    let mock = three_pages();
    let mut pages: Pages<Numbers> = Pages::new(client(&mock).call(&LIST).query("maxKeys", &2));
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!(page.status(), StatusCode::OK);
        sizes.push(page.into_body().into_items().len());
        assert_eq!(mock.requests().len(), sizes.len());
    }
    assert_eq!(sizes, [2, 0, 1]);
    assert!(pages.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn items_are_those_of_all_pages() {
    let call = client(&three_pages()).call(&LIST).query("maxKeys", &2);
    let mut items: Items<Numbers> = Items::new(call);
    let mut numbers = Vec::new();
    while let Some(number) = items.try_next().await.unwrap() {
        numbers.push(number);
    }
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn items_are_a_stream() {
    let call = client(&three_pages()).call(&LIST).query("maxKeys", &2);
    let mut items: Items<Numbers> = Items::new(call);
    let mut sum = 0;
    while let Some(number) = poll_fn(|context| Pin::new(&mut items).poll_next(context)).await {
        sum += number.unwrap();
    }
    assert_eq!(sum, 6);
}

#[tokio::test]
async fn an_error_ends_the_list() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image?marker=b", status(404)).on(
        Method::GET,
        "/v2/image",
        page(r#"{"items":[1],"next":"b"}"#),
    );
    let mut items: Items<Numbers> = Items::new(client(&mock).call(&LIST));
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn a_list_is_resumed_after_an_error() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image?marker=b", status(404))
        .on(Method::GET, "/v2/image?marker=b", status(403))
        .on(Method::GET, "/v2/image?marker=b", page(r#"{"items":[2],"next":"c"}"#))
        .on(Method::GET, "/v2/image?marker=c", page(r#"{"items":[3]}"#))
        .on(Method::GET, "/v2/image", page(r#"{"items":[1],"next":"b"}"#));
    let mut items: Items<Numbers> = Items::new(client(&mock).call(&LIST));
    assert!(!items.resume());
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    for _ in 0..2 {
        items.try_next().await.unwrap_err();
        assert!(items.resume());
    }
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert_eq!(items.try_next().await.unwrap(), Some(3));
    assert_eq!(items.try_next().await.unwrap(), None);
    assert!(!items.resume());
}

#[tokio::test]
async fn a_list_begins_where_another_one_stopped() {
    let mut pages: Pages<Numbers> =
        Pages::new(client(&three_pages()).call(&LIST).query("maxKeys", &2));
    assert_eq!(pages.cursor(), None);
    pages.try_next().await.unwrap();
    let cursor = pages.cursor().unwrap().to_owned();
    assert_eq!(cursor, "b");

    let mock = three_pages();
    let call = client(&mock).call(&LIST).query("maxKeys", &2);
    let mut rest: Pages<Numbers> = Pages::new(call.clone()).starting_at(cursor);
    assert_eq!(rest.cursor(), Some("b"));
    rest.try_next().await.unwrap();
    rest.try_next().await.unwrap();
    assert_eq!(rest.cursor(), None);
    assert!(rest.try_next().await.unwrap().is_none());
    assert_eq!(mock.requests()[0].uri().query(), Some("maxKeys=2&marker=b"));

    let mut items: Items<Numbers> = Items::new(client(&three_pages()).call(&LIST)).starting_at("c");
    items.try_next().await.unwrap_err();
}

#[tokio::test]
async fn items_are_collected_up_to_a_number() {
    let mock = three_pages();
    let call = client(&mock).call(&LIST).query("maxKeys", &2);
    let mut items: Items<Numbers> = Items::new(call);
    assert_eq!(items.collect_up_to(1).await.unwrap(), [1]);
    assert_eq!(mock.requests().len(), 1);
    assert_eq!(items.collect_up_to(10).await.unwrap(), [2, 3]);
    assert!(items.collect_up_to(10).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_collected_before_an_error_is_not_lost() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image?marker=b", status(404))
        .on(Method::GET, "/v2/image?marker=b", page(r#"{"items":[3]}"#))
        .on(Method::GET, "/v2/image", page(r#"{"items":[1,2],"next":"b"}"#));
    let mut items: Items<Numbers> = Items::new(client(&mock).call(&LIST));
    items.collect_up_to(3).await.unwrap_err();
    assert!(items.resume());
    assert_eq!(items.collect_up_to(3).await.unwrap(), [1, 2, 3]);
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image?marker=b", page(r#"{"items":[2],"next":"c"}"#))
        .on(Method::GET, "/v2/image?marker=c", page(r#"{"items":[3],"next":"b"}"#))
        .on(Method::GET, "/v2/image", page(r#"{"items":[1],"next":"b"}"#));
    let mut items: Items<Numbers> = Items::new(client(&mock).call(&LIST));
    for number in 1..=3 {
        assert_eq!(items.try_next().await.unwrap(), Some(number));
    }
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "listImages: the service gave the cursor of the next page for the second time"
    );
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(mock.requests().len(), 3);
}

#[tokio::test]
async fn every_page_has_the_options_of_the_call() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image?marker=b", status(503)).on(
        Method::GET,
        "/v2/image",
        page(r#"{"items":[],"next":"b"}"#),
    );
    let options = RequestOptions::new().retry(RetryPolicy::none());
    let call = client(&mock).call(&LIST).options(options);
    let mut items: Items<Numbers> = Items::new(call);
    assert_eq!(items.try_next().await.unwrap_err().attempts(), 1);
}

#[derive(Debug)]
struct Events(Numbers);

impl<'de> Deserialize<'de> for Events {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Numbers::deserialize(deserializer).map(Self)
    }
}

impl Page for Events {
    type Item = i64;
    const CURSOR: Cursor = Cursor::Body("marker");

    fn next(&self) -> Option<String> {
        self.0.next()
    }

    fn into_items(self) -> Vec<i64> {
        self.0.into_items()
    }
}

const LIST_EVENTS: Operation = Operation {
    id: "listEvents",
    method: Method::POST,
    path: "/v2/event",
    idempotency: Idempotency::Idempotent,
};

#[tokio::test]
async fn a_cursor_may_be_a_member_of_the_body() {
    let mock = MockTransport::new()
        .on(Method::POST, "/v2/event", page(r#"{"items":[1],"next":"b"}"#))
        .on(Method::POST, "/v2/event", page(r#"{"items":[2]}"#));
    let call = client(&mock).call(&LIST_EVENTS).body_field("maxKeys", &1);
    let mut items: Items<Events> = Items::new(call);
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert_eq!(mock.requests()[0].body(), r#"{"maxKeys":1}"#);
    assert_eq!(mock.requests()[1].body(), r#"{"maxKeys":1,"marker":"b"}"#);
}

#[test]
fn numbered_pages_end_with_the_last_item() {
    for (page, size, total, next) in [
        (1, 10, 11, Some("2")),
        (1, 10, 10, None),
        (2, 10, 11, None),
        (1, 0, 11, None),
        (0, 10, 0, None),
        (i64::MAX, 10, i64::MAX, None),
    ] {
        assert_eq!(next_page(page, size, total).as_deref(), next, "{page} {size} {total}");
    }
}

/// `{"page": 1, "total": 3}`, two to a page, asked for in the body.
#[derive(Debug)]
struct Numbered(Value);

impl<'de> Deserialize<'de> for Numbered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }
}

impl Page for Numbered {
    type Item = i64;
    const CURSOR: Cursor = Cursor::BodyNumber("pageNo");

    fn next(&self) -> Option<String> {
        next_page(self.0["page"].as_i64()?, 2, self.0["total"].as_i64()?)
    }

    fn into_items(self) -> Vec<i64> {
        self.0["page"].as_i64().into_iter().collect()
    }
}

#[tokio::test]
async fn the_number_of_a_page_is_a_number_in_the_body() {
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image", page(r#"{"page":1,"total":3}"#))
        .on(Method::GET, "/v2/image", page(r#"{"page":2,"total":3}"#));
    let mut items: Items<Numbered> = Items::new(client(&mock).call(&LIST));
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(mock.requests()[1].body(), r#"{"pageNo":2}"#);
}

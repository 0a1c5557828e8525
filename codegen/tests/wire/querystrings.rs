//! What the client of `fixtures/querystrings.yaml` sends: values that are the whole query.

use std::collections::BTreeMap;

use fixture_querystrings::Client;
use fixture_querystrings::http::{Method, StatusCode};
use fixture_querystrings::mock::{MockTransport, Reply};
use fixture_querystrings::operation::SearchByFormNear;
use fixture_querystrings::types::Filter;

/// A client of a server that knows this target alone.
fn client(target: &str) -> Client {
    let reply = Reply::empty(StatusCode::NO_CONTENT);
    let mock = MockTransport::new().on(Method::GET, target, reply);
    Client::builder().transport(mock).build().expect("nothing is missing")
}

#[tokio::test]
async fn the_fields_of_a_form_are_parameters() {
    let near = SearchByFormNear::new().lat(1.5);
    client("/form?foo=a%20%2B%20b&bar=true&ids=1,2&near=%7B%22lat%22%3A1.5%7D")
        .search_by_form("a + b")
        .bar(true)
        .ids([1, 2])
        .near(near)
        .send()
        .await
        .expect("the target is this one");
    let fields = BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "&".to_owned())]);
    client("/map?a=1&b=%26").search_by_map().filters(fields).send().await.expect("the target is this one");
}

#[tokio::test]
async fn documents_stand_alone() {
    let mut filter = Filter::new([1, 2]);
    filter.flag = Some(None);
    client("/json?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D")
        .search_by_json()
        .filter(filter)
        .send()
        .await
        .expect("the target is this one");
    client("/path?%24.a.b%5B1%3A1%5D").search_by_path("$.a.b[1:1]").send().await.expect("the target is this one");
    client("/json").search_by_json().send().await.expect("there is no query");
}

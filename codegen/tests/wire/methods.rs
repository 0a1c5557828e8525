//! What the client of `fixtures/methods.yaml` sends: methods that the `http` crate has no constant for.

use fixture_methods::Client;
use fixture_methods::http::{Method, StatusCode};
use fixture_methods::mock::{MockTransport, Reply};

#[tokio::test]
async fn methods_go_over_the_wire_as_they_are_written() {
    let method = |token: &str| Method::from_bytes(token.as_bytes()).expect("a token");
    let mock = MockTransport::new()
        .on(method("QUERY"), "/places", Reply::json(StatusCode::OK, r#"["Oslo"]"#))
        .on(method("COPY"), "/places", Reply::empty(StatusCode::NO_CONTENT))
        .on(method("Notify"), "/places", Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().transport(mock.clone()).build().expect("nothing is missing");
    let found = client.find_places("Oslo").send().await.expect("the method is this one");
    assert_eq!(found, ["Oslo"]);
    client.copy_places("/more").send().await.expect("the method is this one");
    client.notify_places().send().await.expect("the method is this one");
    assert_eq!(&mock.requests()[0].body()[..], br#"{"near":"Oslo"}"#);
}

//! What the client of `fixtures/watches.yaml` asks for and reads.

use fixture_watches::Client;
use fixture_watches::http::StatusCode;
use fixture_watches::mock::{MockTransport, Reply};

#[tokio::test]
async fn a_watch_is_one_value_on_each_line() {
    let text = "{\"type\":\"ADDED\",\"object\":{\"name\":\"a\"}}\n\
                {\"type\":\"DELETED\",\"object\":{\"name\":\"a\"}}\n";
    let mock = MockTransport::new().get("/watch", Reply::json(StatusCode::OK, text));
    let client = Client::builder().transport(mock.clone()).build().expect("nothing is missing");
    let sent = client.watch_places().send_stream().await.expect("the response begins");
    let mut changes = sent.into_body();
    let mut types = Vec::new();
    while let Some(change) = changes.try_next().await.expect("each line is a change") {
        types.push(change.type_);
    }
    assert_eq!(types, ["ADDED", "DELETED"]);
    assert_eq!(mock.requests()[0].headers()["accept"], "application/json;stream=watch");
}

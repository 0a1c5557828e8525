//! What the client of `fixtures/media_types_in_one_key.yaml` sends and reads.

use fixture_media_types_in_one_key::http::StatusCode;
use fixture_media_types_in_one_key::mock::{MockTransport, Reply};
use fixture_media_types_in_one_key::types::Order;
use fixture_media_types_in_one_key::Client;

const VENDOR: &str = "application/vnd.acme+json";

fn client(mock: &MockTransport) -> Client {
    Client::builder().transport(mock.clone()).build().expect("nothing is missing")
}

#[tokio::test]
async fn each_listed_type_is_one() {
    let reply = Reply::json(StatusCode::OK, r#"{"id":1}"#);
    let mock = MockTransport::new().get("/orders", reply);
    let order: Order = client(&mock).get_order().send().await.expect("there is an order");
    assert_eq!(order.id, 1);

    for (chosen, sent) in [(None, "application/merge-patch+json"), (Some(VENDOR), VENDOR)] {
        let mock = MockTransport::new().put("/orders", Reply::empty(StatusCode::NO_CONTENT));
        let mut request = client(&mock).put_order(Order::new(1));
        if let Some(chosen) = chosen {
            request = request.content_type(chosen);
        }
        request.send().await.expect("there is a reply");
        assert_eq!(mock.requests()[0].headers()["content-type"], sent);
    }
}

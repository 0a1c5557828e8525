//! What the client of `fixtures/swagger_lists.yaml` sends: lists as `collectionFormat` says.

use bytes::Bytes;
use fixture_swagger_lists::Client;
use fixture_swagger_lists::http::{Method, Request, StatusCode};
use fixture_swagger_lists::mock::{MockTransport, Reply};

/// A client, and what it talks to.
fn done(method: Method, target: &str) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(method, target, Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().endpoint("https://lists.example/v1").transport(mock.clone());
    (client.build().expect("nothing is missing"), mock)
}

#[tokio::test]
async fn lists_are_joined_or_repeated() {
    const TARGET: &str = "/v1/lists/1,2?csv=a,b&unsaid=a,b&ssv=a%20b&tsv=a%09b&pipes=a%7Cb\
                          &multi=a&multi=b";
    let (client, mock) = done(Method::GET, TARGET);
    let lists = client.get_lists([1, 2]).csv(["a", "b"]).unsaid(["a", "b"]).ssv(["a", "b"]);
    let lists = lists.tsv(["a", "b"]).pipes(["a", "b"]).multi(["a", "b"]).x_list(["a", "b"]);
    lists.send().await.expect("there is a reply");
    let request: Request<Bytes> = mock.requests().remove(0);
    assert_eq!(request.headers()["x-list"], "a,b");
}

#[tokio::test]
async fn lists_in_forms_are_written_alike() {
    let (client, mock) = done(Method::POST, "/v1/lists/1");
    let form = client.post_lists([1]).csv(["a", "b"]).tsv(["a", "b"]).multi(["a", "b"]);
    form.send().await.expect("there is a reply");
    let request: Request<Bytes> = mock.requests().remove(0);
    assert_eq!(request.body().as_ref(), b"csv=a,b&tsv=a%09b&multi=a&multi=b");
}

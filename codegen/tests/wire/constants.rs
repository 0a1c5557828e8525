//! What the client of `fixtures/constants.yaml` sends where the description leaves no choice.

use fixture_constants::Client;
use fixture_constants::http::{Method, StatusCode};
use fixture_constants::mock::{MockTransport, Reply};
use fixture_constants::types::{Only, X};

const SENT: &str = r#"{"kind":"x","version":2,"flag":true,"point":{"lat":0},"list":[1,2],"half":0.5,"whole":-2,"big":5000000000,"name":"a"}"#;

#[tokio::test]
async fn constants_are_filled_in() {
    let mock = MockTransport::new()
        .on(Method::PUT, "/x", Reply::json(StatusCode::OK, SENT))
        .on(Method::POST, "/x", Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().transport(mock.clone()).build().expect("nothing is missing");
    let x = client.put_x(X::new("a")).send().await.expect("read");
    assert_eq!(x, X::new("a"));
    client.post_x().name("a").send().await.expect("sent");
    let bodies: Vec<_> =
        mock.requests().iter().map(|it| String::from_utf8_lossy(it.body()).into_owned()).collect();
    assert_eq!(bodies, [SENT, r#"{"version":2,"point":{"lat":0},"name":"a"}"#]);
}

#[test]
fn defaults_have_constants() {
    let X { version, flag, point, name, optional, .. } = X::default();
    assert_eq!((version, flag, name.as_str(), optional), (2, true, "", None));
    assert_eq!(point["lat"], 0);
    assert_eq!(Only::default().event, "done");
}

//! What the client of `fixtures/numbers.yaml` sends and reads: numbers by their value, however a
//! service writes them, and enums of numbers and of several types.

use fixture_numbers::Client;
use fixture_numbers::http::{Method, StatusCode};
use fixture_numbers::mock::{MockTransport, Reply};
use fixture_numbers::types::{Code, Holder, Mixed, Order, State};

const TARGET: &str = "/orders/5?code=7&codes=0&codes=-1&codes=3&mixed=2.5&since=3600";

fn answering(json: &str) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(Method::PUT, TARGET, Reply::json(StatusCode::OK, json.to_owned()));
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

async fn put(json: &str, order: Order) -> (Order, String) {
    let (client, mock) = answering(json);
    let order = client
        .put_order(5, order)
        .code(7)
        .codes([Code::NotReady, Code::Lost, Code::from(3)])
        .mixed(Mixed::Value2_5)
        .since(3600.0)
        .x_since([1.0, 0.5])
        .send()
        .await
        .expect("read");
    let request = mock.requests().remove(0);
    assert_eq!(request.headers()["x-since"], "1,0.5");
    (order, String::from_utf8_lossy(request.body()).into_owned())
}

fn order() -> Order {
    let mut order = Order::new(1, 3600.0, [2.0, 0.5], [("a".to_owned(), 3)].into(), Code::Ready);
    order.maybe = Some(None);
    order.level(2).is_on(true).retries(Mixed::Value1)
}

#[tokio::test]
async fn numbers_are_written_as_numbers_and_read_from_texts() {
    let text = r#"{"id":"12","total":"1e3","big":"18446744073709551615","maybe":"7","prices":["1.5",2],"byName":{"a":"1","b":2},"count":"3","code":0,"level":1.0,"label":"x"}"#;
    let (read, sent) = put(text, order()).await;
    assert_eq!(sent, r#"{"id":1,"total":3600,"maybe":null,"prices":[2,0.5],"byName":{"a":3},"code":7,"level":2,"isOn":true,"retries":1}"#);
    assert_eq!((read.id, read.total, read.big), (12, 1000.0, Some(u64::MAX)));
    assert_eq!((read.maybe, read.count, read.level), (Some(Some(7)), Some(3), Some(1)));
    assert_eq!(read.prices, [1.5, 2.0]);
    assert_eq!((read.by_name["a"], read.by_name["b"]), (1, 2));
    assert_eq!(read.code, Code::NotReady);
}

#[test]
fn values_of_several_types_come_back_as_they_were() {
    for json in [
        r#"{"state":"a","mixed":"auto"}"#,
        r#"{"state":null,"mixed":1}"#,
        r#"{"state":"b","mixed":2.5}"#,
        r#"{"state":"c","mixed":true}"#,
        r#"{"state":null,"mixed":null}"#,
        r#"{"state":null,"mixed":[9]}"#,
    ] {
        let holder: Holder = serde_json::from_str(json).expect("read");
        assert_eq!(serde_json::to_string(&holder).expect("written"), json);
    }
    let holder: Holder = serde_json::from_str(r#"{"state":"b","mixed":null}"#).expect("read");
    assert_eq!((holder.state, holder.mixed), (Some(State::Ready), None));
}

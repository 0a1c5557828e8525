//! What the client of `fixtures/null_bodies.yaml` sends and reads where null is a value.

use fixture_null_bodies::Client;
use fixture_null_bodies::http::{Method, StatusCode};
use fixture_null_bodies::mock::{MockTransport, Reply};
use fixture_null_bodies::operation::{GetEitherOutput, PatchPetInput};
use fixture_null_bodies::types::Pet;

fn client(method: Method, target: &str, reply: Reply) -> (Client, MockTransport) {
    let mock = MockTransport::new().on(method, target, reply);
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

fn answering(target: &str, json: &'static str) -> Client {
    client(Method::GET, target, Reply::json(StatusCode::OK, json)).0
}

fn sent(mock: &MockTransport) -> String {
    let requests = mock.requests();
    assert_eq!(requests.len(), 1);
    String::from_utf8_lossy(requests[0].body()).into_owned()
}

#[tokio::test]
async fn a_null_answer_is_none() {
    assert_eq!(answering("/pet", "null").get_pet().send().await.expect("read"), None);
    let pet = answering("/pet", r#"{"name":"a"}"#).get_pet().send().await.expect("read");
    assert_eq!(pet, Some(Pet::new("a")));
    assert_eq!(answering("/list", "null").get_list().send().await.expect("read"), None);
    assert!(answering("/object", "null").get_object().send().await.expect("read").is_none());
    let either = answering("/either", "null").get_either().send().await.expect("read");
    assert_eq!(either, GetEitherOutput::Ok(None));
}

#[tokio::test]
async fn a_null_body_is_sent() {
    let (client, mock) = client(Method::PUT, "/pet", Reply::empty(StatusCode::NO_CONTENT));
    client.put_pet(None).send().await.expect("sent");
    assert_eq!(sent(&mock), "null");
}

#[tokio::test]
async fn a_body_that_may_be_null_is_given_as_it_is() {
    let (client, mock) = client(Method::PUT, "/pet", Reply::empty(StatusCode::NO_CONTENT));
    client.put_pet(Pet::new("a")).send().await.expect("sent");
    assert_eq!(sent(&mock), r#"{"name":"a"}"#);
}

#[tokio::test]
async fn null_members_are_told_from_absent_ones() {
    let (client, mock) = client(Method::PATCH, "/pet", Reply::empty(StatusCode::NO_CONTENT));
    let mut input = PatchPetInput::new("a");
    input.milestone = Some(None);
    input.owner = Some(Some(Pet::new("b")));
    client.request(input).title("c").send().await.expect("sent");
    assert_eq!(
        sent(&mock),
        r#"{"parent":null,"name":"a","milestone":null,"title":"c","owner":{"name":"b"}}"#
    );
}

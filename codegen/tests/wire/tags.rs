//! What the client of `fixtures/tags.yaml` makes of values whose tag names a variant, or none.

use fixture_tags::Client;
use fixture_tags::http::{Method, StatusCode};
use fixture_tags::mock::{MockTransport, Reply};
use fixture_tags::types::{
    Bad, BigBox, Cat, CreatedEvent, DeletedEvent, Draft, First, Good, Left, Ping, Right, Second,
    Tags,
};
use serde_json::{Value, json};

fn client() -> (Client, MockTransport) {
    let mock = MockTransport::new().on(Method::PUT, "/tags", Reply::empty(StatusCode::NO_CONTENT));
    let client = Client::builder().transport(mock.clone()).build();
    (client.expect("nothing is missing"), mock)
}

/// What was read of the member `name` with this value, or the error, as a text.
async fn read(name: &str, value: Value, lenient: bool) -> String {
    let body = json!({ name: value }).to_string();
    let mock = MockTransport::new().on(Method::GET, "/tags", Reply::json(StatusCode::OK, body));
    let client = Client::builder().transport(mock).lenient(lenient).build();
    match client.expect("nothing is missing").get_tags().send().await {
        Ok(tags) => {
            let text = format!("{tags:?}");
            let start = text.find(&format!("{name}: Some(")).expect("it was read");
            text[start + name.len() + ": Some(".len()..].to_owned()
        }
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn the_tag_names_the_variant() {
    for (name, value, expected) in [
        (
            "event",
            json!({"type": "created", "id": "1"}),
            "CreatedEvent(CreatedEvent { type_: \"created\", id: Some(\"1\")",
        ),
        ("event", json!({"type": "deleted"}), "DeletedEvent("),
        // The name of the schema is not what the variant says.
        ("event", json!({"type": "CreatedEvent"}), "Unrecognized("),
        ("event", json!({"id": "1"}), "Unrecognized("),
        ("pet", json!({"petType": "Dog"}), "Dog("),
        ("pet", json!({"petType": "Cow", "name": "a"}), "Unrecognized("),
        ("pet", json!({"name": "a"}), "Unrecognized("),
        ("reply", json!({"status": "good"}), "Good("),
        ("reply", json!({"status": "fine"}), "Good("),
        ("reply", json!({"status": "bad"}), "Bad("),
        ("version", json!({"kind": "version", "version": 1}), "First("),
        (
            "version",
            json!({"kind": "version", "version": 2, "next": {"kind": "version", "version": false}}),
            "Second(",
        ),
        ("version", json!({"kind": "version", "version": 3}), "Unrecognized("),
        ("version", json!({"kind": "version", "version": "1"}), "Unrecognized("),
        ("mixed", json!("a"), "Text("),
        ("mixed", json!({"type": "deleted", "size": 1}), "DeletedEvent("),
        ("mixed", json!({"size": 1}), "Size("),
        ("mixed", json!({"type": "else", "size": 1}), "Size("),
        ("mixed", json!({"size": "1"}), "Unrecognized("),
        ("shared", json!({"type": "part", "text": "a"}), "TextPart("),
        ("shared", json!({"type": "part", "url": "a"}), "ImagePart("),
        ("shared", json!({"type": "created"}), "CreatedEvent("),
        ("outer", json!({"type": "deleted"}), "Event(DeletedEvent("),
        ("outer", json!({"type": "ping"}), "Ping("),
        ("optional", json!({"side": "right"}), "Right("),
        ("optional", json!({}), "Unrecognized("),
        ("free", json!({"type": "created", "id": "1"}), "CreatedEvent("),
        ("free", json!({"type": "moved", "at": "1"}), "AnyEvent("),
        ("listed", json!({"kind": "small_box"}), "SmallBox("),
        ("listed", json!({"kind": "BigBox"}), "Unrecognized("),
        ("open", json!({"type": "deleted"}), "DeletedEvent("),
        ("open", json!({"type": "deleted", "id": 1}), "Unrecognized("),
        ("open", json!([1]), "Unrecognized("),
    ] {
        let found = read(name, value.clone(), false).await;
        assert!(found.starts_with(expected), "{value}: {found}");
    }
}

#[tokio::test]
async fn what_a_named_variant_lacks_is_an_error_or_its_default() {
    let cat = json!({"petType": "Cat"});
    let problem = read("pet", cat.clone(), false).await;
    assert!(problem.contains("the response lacks `pet.name`, which is required"), "{problem}");
    let lenient = read("pet", cat, true).await;
    assert!(lenient.starts_with("Cat(Cat { pet_type: \"Cat\", name: \"\""), "{lenient}");
    let problem = read("event", json!({"type": "created", "id": 1}), false).await;
    assert!(problem.contains("`event`"), "{problem}");
}

#[tokio::test]
async fn callers_do_not_type_tags() {
    assert_eq!(CreatedEvent::default(), CreatedEvent::new());
    for (tags, expected) in [
        (
            Tags::new().event(CreatedEvent::new().id("1")),
            json!({"event": {"type": "created", "id": "1"}}),
        ),
        (Tags::new().event(DeletedEvent::new()), json!({"event": {"type": "deleted"}})),
        (Tags::new().reply(Good::new()), json!({"reply": {"status": "good"}})),
        (Tags::new().reply(Bad::default()), json!({"reply": {"status": "bad"}})),
        (Tags::new().version(First::new()), json!({"version": {"kind": "version", "version": 1}})),
        (
            Tags::new().version(Box::new(Second::new().next(Box::new(Draft::new().into())))),
            json!({"version": {"kind": "version", "version": 2, "next": {"kind": "version", "version": false}}}),
        ),
        (Tags::new().optional(Left::new()), json!({"optional": {"side": "left"}})),
        (Tags::new().optional(Right::default()), json!({"optional": {"side": "right"}})),
        (Tags::new().listed(BigBox::new()), json!({"listed": {"kind": "big_box"}})),
        // Only its name tells it, so it is the value of its tag.
        (Tags::new().pet(Cat::new("Tom")), json!({"pet": {"petType": "Cat", "name": "Tom"}})),
        (Tags::new().outer(Ping::new()), json!({"outer": {"type": "ping"}})),
    ] {
        let (client, mock) = client();
        client.put_tags(tags).send().await.expect("the mock takes it");
        let sent = mock.requests().pop().expect("it was sent");
        assert_eq!(serde_json::from_slice::<Value>(sent.body()).expect("JSON"), expected);
    }
}

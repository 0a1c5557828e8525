//! What the client of `fixtures/shapes_of_variants.yaml` makes of values that have no tag.

use fixture_shapes_of_variants::Client;
use fixture_shapes_of_variants::http::{Method, StatusCode};
use fixture_shapes_of_variants::mock::{MockTransport, Reply};
use serde_json::{Value, json};

#[tokio::test]
async fn types_of_members_tell_the_variant_and_every_value_is_kept() {
    for (name, value, expected) in [
        ("setting", json!({"value": "x"}), "TextSetting("),
        ("setting", json!({"value": 1}), "IntegerSetting("),
        ("setting", json!({"value": 1.5}), "NumberSetting("),
        ("setting", json!({"value": []}), "Unrecognized("),
        ("small", json!(1), "Int32("),
        ("small", json!(5_000_000_000_i64), "Int64("),
        ("maps", json!({"a": 1}), "IntegerMap("),
        ("maps", json!({"a": "x"}), "TextMap("),
        ("nested", json!({"tail": "t"}), "Land(Fox("),
        ("nested", json!({"fins": 1}), "Fish("),
        ("deep", json!({"inside": {"tail": "t"}}), "BoxOfFox("),
        ("deep", json!({"inside": {"claws": 1}}), "BoxOfBear("),
        ("filters", json!([{"type": "or", "filters": [{"a": 1}]}]), "[Unrecognized("),
        ("filters", json!([{"type": "eq", "key": "a", "value": "b"}, 5, null]), "[Cmp("),
        ("anything", json!("a"), "Text("),
        ("anything", json!({"a": [1]}), "Unrecognized("),
        ("unsaid", json!({"a": [1]}), "Object "),
        ("lists", json!([1, 2]), "IntegerList("),
        ("lists", json!([1.5, 2.5]), "NumberList("),
        ("lists", json!(["a"]), "TextList("),
        ("times", json!(["2026-01-01T00:00:00Z"]), "DateTimeList("),
        ("times", json!(["soon"]), "TextList("),
    ] {
        let whole = json!({ name: value });
        let mock = MockTransport::new()
            .on(Method::GET, "/shapes", Reply::json(StatusCode::OK, whole.to_string()))
            .on(Method::PUT, "/shapes", Reply::empty(StatusCode::NO_CONTENT));
        let client = Client::builder().transport(mock.clone()).build().expect("nothing is missing");
        let shapes = client.get_shapes().send().await.expect("it is read");
        let text = format!("{shapes:?}");
        let start = text.find(&format!("{name}: Some(")).expect("it was read");
        let found = &text[start + name.len() + ": Some(".len()..];
        assert!(found.starts_with(expected), "{value}: {found}");
        client.put_shapes(shapes).send().await.expect("the mock takes it");
        let sent = mock.requests().pop().expect("it was sent");
        assert_eq!(serde_json::from_slice::<Value>(sent.body()).expect("JSON"), whole);
    }
}

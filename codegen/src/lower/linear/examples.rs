//! Examples: those that are made up, and those that are written.

use serde_json::{Map, Value, json};

use super::{chain, check, object, reference, schemas};

/// `count` operations that send what `S0` is, and answer with it.
fn exchanged(count: usize, description: Value) -> Value {
    let content = json!({"application/json": {"schema": reference("S0")}});
    let operation = |at: usize| {
        json!({
            "operationId": format!("o{at}"),
            "requestBody": {"required": true, "content": content},
            "responses": {"200": {"description": "ok", "content": content}},
        })
    };
    let paths: Map<String, Value> =
        (0..count).map(|at| (format!("/{at}"), json!({"put": operation(at)}))).collect();
    Value::Object(Map::from_iter([
        ("paths".to_owned(), Value::Object(paths)),
        ("components".to_owned(), description["components"].clone()),
        ("openapi".to_owned(), description["openapi"].clone()),
        ("info".to_owned(), description["info"].clone()),
        ("servers".to_owned(), description["servers"].clone()),
    ]))
}

#[test]
fn examples_that_are_made_up() {
    let pair = |next: Value| {
        let members = json!({"left": next, "right": next});
        json!({"type": "object", "required": ["left", "right"], "properties": members})
    };
    check("members that are the next, twice", 22, |n| exchanged(1, chain(n, pair)));
    check("variants that are the next, twice", 22, |n| {
        exchanged(
            1,
            chain(
                n,
                |next| json!({"oneOf": [pair(next.clone()), {"type": "array", "items": next}]}),
            ),
        )
    });
    check("operations that exchange many members", 200, |n| {
        let whole = object((0..n).map(|member| format!("p{member}")));
        exchanged(n, schemas("S0", [("S0".to_owned(), whole)]))
    });
}

#[test]
fn examples_that_are_written() {
    // Each value of a wide type has one member: what is looked at is the members that there are.
    check("many values of a type with many members", 400, |n| {
        let members = (0..n).map(|member| (format!("p{member}"), json!({"type": "string"})));
        let whole = json!({"type": "object", "properties": members.collect::<Map<_, _>>()});
        let values: Vec<Value> = (0..n).map(|at| json!({format!("p{at}"): "x"})).collect();
        let list = json!({"type": "array", "items": reference("Wide"), "example": values});
        let [wide, list] = [("Wide", whole), ("S0", list)].map(|(name, it)| (name.to_owned(), it));
        exchanged(1, schemas("S0", [wide, list]))
    });
    // Neither variant has the innermost member, so that each is tried at each level.
    check("values of unions in unions that none of them is", 20, |n| {
        let variant = |own: &str| json!({"type": "object", "properties": {"next": reference("S0"), own: {"type": "string"}}});
        let value = (0..n).fold(json!({"x": 1}), |inner, _| json!({"next": inner}));
        let union = json!({"oneOf": [reference("A"), reference("B")], "example": value});
        let all = [("A", variant("a")), ("B", variant("b")), ("S0", union)];
        exchanged(1, schemas("S0", all.map(|(name, it)| (name.to_owned(), it))))
    });
}

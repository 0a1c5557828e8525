//! What the client of `fixtures/inheritance.yaml` makes of values of bases.

use fixture_inheritance::types::{Dog, Owner};
use serde_json::{Value, json};

fn read(value: &Value) -> Result<Owner, serde_json::Error> {
    serde_json::from_str(&value.to_string())
}

#[test]
fn where_a_base_is_named_one_of_its_heirs_comes() {
    for (name, value, expected) in [
        ("pet", json!({"kind": "cat", "lives": 9}), "Cat("),
        ("pet", json!({"kind": "lion", "friend": {"kind": "dog"}}), "Cat("),
        ("pet", json!({"kind": "dog", "name": "Rex", "more": 1}), "Dog("),
        ("pet", json!({"kind": "cow", "name": "Elsa"}), "Unrecognized("),
        ("described", json!({"kind": "dog"}), "Dog("),
        ("shape", json!({"type": "circle", "radius": 1.5}), "Circle("),
        ("shape", json!({"type": "square", "side": 1.5}), "Square("),
        ("shape", json!({"type": "SQUARE", "side": 1.5}), "Square("),
        ("shape", json!({"type": "shape"}), "Base("),
        ("vehicle", json!({"type": "car", "wheels": 4, "doors": 2}), "Car("),
        ("vehicle", json!({"wheels": 4}), "Base("),
        ("vehicle", json!({"type": "cart", "wheels": 4}), "Base("),
        ("news", json!({"about": "sport"}), "Sport(Base("),
        ("news", json!({"about": "ball", "size": 3}), "Ball("),
    ] {
        let whole = json!({ name: value });
        let owner = read(&whole).expect("it is read");
        let text = format!("{owner:?}");
        let start = text.find(&format!("{name}: Some(")).expect("it was read");
        let found = &text[start + name.len() + ": Some(".len()..];
        assert!(found.starts_with(expected), "{value}: {found}");
        assert_eq!(serde_json::to_value(&owner).expect("it is written"), whole);
    }
}

#[test]
fn what_an_heir_lacks_is_an_error() {
    let problem = read(&json!({"vehicle": {"type": "car", "wheels": 4}})).expect_err("no doors");
    assert!(problem.to_string().contains("`doors` of Car"), "{problem}");
}

#[test]
fn callers_do_not_type_the_kind() {
    let owner = Owner::new().pet(Dog::new().name("Rex"));
    let written = serde_json::to_value(owner).expect("it is written");
    assert_eq!(written, json!({"pet": {"kind": "dog", "name": "Rex"}}));
}

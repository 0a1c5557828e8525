//! What the client of `fixtures/default_variants.yaml` reads and sends: the variant that a value is
//! whose tag names none.

use fixture_default_variants::types::{Pet, Shape};
use serde_json::{Value, json};

fn pet(value: Value) -> Pet {
    serde_json::from_value(value).expect("a union takes any value")
}

#[test]
fn an_unknown_or_absent_tag_chooses_the_default() {
    assert!(matches!(pet(json!({"petType": "dog", "packSize": 1})), Pet::Dog(_)));
    for other in [json!({"petType": "fish", "name": "a"}), json!({"name": "a"})] {
        let Pet::OtherPet(read) = pet(other.clone()) else { panic!("{other}") };
        assert_eq!(read.name, "a");
        assert_eq!(serde_json::to_value(Pet::OtherPet(read)).expect("it is JSON"), other);
    }
    let area = serde_json::from_value(json!({"area": 1.5})).expect("a shape");
    assert!(matches!(area, Shape::Base(_)));
}

#[test]
fn what_is_not_the_default_is_kept() {
    assert!(matches!(pet(json!({"petType": "fish"})), Pet::Unrecognized(_)));
    assert!(matches!(pet(json!("fish")), Pet::Unrecognized(_)));
    let named = serde_json::from_value::<Pet>(json!({"petType": "dog"}));
    assert!(named.is_err(), "its tag names a variant that it is not");
}

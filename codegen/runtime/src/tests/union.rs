//! `union!`.

use serde_json::Value;

use super::json::read;
use crate::json::object;
use crate::union::union;

#[derive(Clone, Debug, Default, PartialEq)]
struct Cat {
    kind: String,
    lives: Option<i32>,
}

object! {
    Cat {
        "kind" => kind,
        "lives" => lives?,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Dog {
    kind: String,
    barks: bool,
}

object! {
    Dog {
        "kind" => kind,
        "barks" => barks,
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Pet {
    Cat(Cat),
    Dog(Dog),
    Unrecognized(Value),
}

union! {
    Pet {
        Cat(Cat) => Shape::Object {
            required: &["kind"],
            optional: &["lives"],
            tags: &[("kind", &["cat", "lion"])],
        },
        Dog(Dog) => Shape::Object {
            required: &["kind", "barks"],
            optional: &[],
            tags: &[("kind", &["dog"])],
        },
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Scalar {
    Text(String),
    Integer(i64),
    Number(f64),
    List(Vec<i64>),
    Names(Vec<String>),
    Unrecognized(Value),
}

union! {
    Scalar {
        Text(String) => Shape::Text,
        Integer(i64) => Shape::Integer,
        Number(f64) => Shape::Number,
        List(Vec<i64>) => Shape::Array(&Shape::Integer),
        Names(Vec<String>) => Shape::Array(&Shape::Text),
    }
}

#[test]
fn tags_tell_objects_apart_and_everything_survives_a_round_trip() {
    for (text, is_cat) in [
        (r#"{"kind":"cat","lives":9}"#, true),
        (r#"{"kind":"lion"}"#, true),
        (r#"{"kind":"dog","barks":true}"#, false),
    ] {
        let pet: Pet = read(text).unwrap();
        assert_eq!(matches!(pet, Pet::Cat(_)), is_cat, "{text}");
        assert_eq!(serde_json::to_value(&pet).unwrap(), read::<Value>(text).unwrap());
    }
}

#[test]
fn what_fits_nothing_is_kept() {
    for text in [r#"{"kind":"fish","fins":[1,{}]}"#, "[]", "null", r#""cat""#, r#"{"kind":"dog"}"#]
    {
        let pet: Pet = read(text).unwrap();
        assert!(matches!(pet, Pet::Unrecognized(_)), "{text}: {pet:?}");
        assert_eq!(serde_json::to_value(&pet).unwrap(), read::<Value>(text).unwrap());
    }
}

#[test]
fn what_fits_by_its_shape_but_not_in_detail_is_kept() {
    let text = r#"{"kind":"dog","barks":"loudly"}"#;
    let pet: Pet = read(text).unwrap();
    assert!(matches!(pet, Pet::Unrecognized(_)), "{pet:?}");
    assert_eq!(serde_json::to_value(&pet).unwrap(), read::<Value>(text).unwrap());
}

#[test]
fn scalars_and_arrays_are_told_apart_by_their_type() {
    for (text, expected) in [
        (r#""a""#, Scalar::from("a".to_owned())),
        ("3", Scalar::from(3)),
        ("-9223372036854775808", Scalar::from(i64::MIN)),
        ("2.5", Scalar::from(2.5)),
        ("[1,2]", Scalar::from(vec![1, 2])),
        (r#"["a"]"#, Scalar::from(vec!["a".to_owned()])),
        ("[true]", Scalar::Unrecognized(Value::from(vec![true]))),
    ] {
        let value: Scalar = read(text).unwrap();
        assert_eq!(value, expected, "{text}");
        assert_eq!(serde_json::to_value(&value).unwrap(), read::<Value>(text).unwrap());
    }
}

#[test]
fn absent_is_null() {
    assert_eq!(Pet::default(), Pet::Unrecognized(Value::Null));
}

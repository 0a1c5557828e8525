//! `union!`.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use serde_json::Value;

use super::json::read;
use crate::json::object;
use crate::union::union;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cat {
    kind: String,
    lives: Option<i32>,
}

object! {
    Cat: Fit {
        "kind" => kind,
        "lives" => lives?,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dog {
    kind: String,
    barks: bool,
}

object! {
    Dog: Fit {
        "kind" => kind,
        "barks" => barks,
    }
}

/// A dog by another name, which the union does not tell by its tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Puppy {
    stage: String,
    barks: bool,
}

object! {
    Puppy: Fit {
        "stage" => stage = "puppy",
        "barks" => barks,
    }
}

union! {
    pub enum Pet by "kind" {
        Cat(Cat) = "cat" | "lion",
        Dog(Dog) = "dog",
        Puppy(Puppy),
    }
}

union! {
    pub enum Scalar {
        Text(String),
        Integer(i64),
        Number(f64),
        List(Vec<i64>),
        Names(Vec<String>),
    }
}

union! {
    /// What a tool is chosen by.
    pub enum Choice {
        Pet(Pet),
        Boxed(Box<Cat>),
    } or {
        /// As the service sees fit.
        Auto = "auto",
        Never = false,
        Twice = 2,
        Half = 0.5,
        Back = -1,
        Most = 18446744073709551615u64,
    }
}

#[test]
fn tags_tell_objects_apart_and_everything_survives_a_round_trip() {
    for (text, is_cat) in [
        (r#"{"kind":"cat","lives":9}"#, true),
        (r#"{"kind":"lion"}"#, true),
        (r#"{"kind":"dog","barks":true}"#, false),
        (r#"{"stage":"puppy","barks":true}"#, false),
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

#[test]
fn a_text_of_its_own_tells_an_object_as_well() {
    let pet: Pet = read(r#"{"stage":"puppy","barks":true}"#).unwrap();
    assert!(matches!(pet, Pet::Puppy(_)), "{pet:?}");
    let pet: Pet = read(r#"{"stage":"grown","barks":true}"#).unwrap();
    assert!(matches!(pet, Pet::Unrecognized(_)), "{pet:?}");
}

#[test]
fn single_values_are_variants() {
    for (text, expected) in [
        (r#""auto""#, Choice::Auto),
        ("false", Choice::Never),
        ("2", Choice::Twice),
        ("0.5", Choice::Half),
        ("-1", Choice::Back),
        ("18446744073709551615", Choice::Most),
        ("true", Choice::Pet(Pet::Unrecognized(Value::Bool(true)))),
    ] {
        let choice: Choice = read(text).unwrap();
        assert_eq!(choice, expected, "{text}");
        assert_eq!(serde_json::to_string(&choice).unwrap(), text);
    }
}

#[test]
fn a_union_in_a_union_takes_what_fits_nothing_else() {
    let choice: Choice = read(r#"{"kind":"dog","barks":false}"#).unwrap();
    assert!(matches!(choice, Choice::Boxed(_)), "{choice:?}");
    let choice: Choice = read(r#"{"barks":true,"stage":"puppy"}"#).unwrap();
    assert!(matches!(choice, Choice::Pet(Pet::Puppy(_))), "{choice:?}");
}

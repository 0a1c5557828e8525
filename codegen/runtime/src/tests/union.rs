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
#[derive(Clone, Debug, PartialEq)]
pub struct Puppy {
    stage: String,
    barks: bool,
}

object! {
    Puppy: Default + Fit {
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

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberSetting {
    value: f64,
}

object! {
    NumberSetting: Fit {
        "value" => value,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegerSetting {
    value: i64,
}

object! {
    IntegerSetting: Fit {
        "value" => value,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextSetting {
    value: Option<String>,
}

object! {
    TextSetting: Fit {
        "value" => value?,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nested {
    inside: Setting,
}

object! {
    Nested: Fit {
        "inside" => inside,
    }
}

union! {
    pub enum Setting {
        Text(TextSetting),
        Number(NumberSetting),
        Integer(IntegerSetting),
        Nested(Box<Nested>),
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Two {
    version: i64,
}

object! {
    Two: Default {
        "version" => version = 2i64,
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Yes {
    version: bool,
    next: Option<Box<Versioned>>,
}

object! {
    Yes: Default {
        "version" => version = true,
        "next" => next?,
    }
}

union! {
    pub enum Versioned by "version" {
        Two(Two) = 2i64 | 3.5 | -1,
        Yes(Yes) = true,
    }
}

union! {
    pub enum Narrow {
        Small(i32),
        Large(i64),
        Counts(std::collections::BTreeMap<String, i64>),
        Texts(std::collections::BTreeMap<String, String>),
        Cat(Cat),
    }
}

/// Both variants hold the union, and the one that fits best cannot be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Odd {
    next: Option<Box<Deep>>,
    numbers: Vec<i64>,
}

object! {
    Odd: Fit {
        "next" => next?,
        "numbers" => numbers,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Even {
    next: Option<Box<Deep>>,
    numbers: Value,
}

object! {
    Even: Fit {
        "next" => next?,
        "numbers" => numbers: nullable,
    }
}

union! {
    pub enum Deep {
        Odd(Odd),
        Even(Even),
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
    for text in [r#"{"kind":"fish","fins":[1,{}]}"#, "[]", "null", r#""cat""#, r#"{"lives":9}"#] {
        let pet: Pet = read(text).unwrap();
        assert!(matches!(pet, Pet::Unrecognized(_)), "{text}: {pet:?}");
        assert_eq!(serde_json::to_value(&pet).unwrap(), read::<Value>(text).unwrap());
    }
}

#[test]
fn a_tag_decides_alone_so_what_is_wrong_with_the_value_is_an_error() {
    let problem = |text: &str| read::<Pet>(text).unwrap_err().to_string();
    assert!(problem(r#"{"kind":"dog"}"#).contains("required member `barks` of Dog is missing"));
    assert!(problem(r#"{"kind":"dog","barks":"loudly"}"#).contains("expected a boolean"));
    // What fits another variant in shape is of that variant only if it lacks the tag.
    assert!(problem(r#"{"kind":"dog","stage":"puppy"}"#).contains("`barks` of Dog"));
}

#[test]
fn a_tagged_value_may_lack_members_where_reading_is_lenient() {
    let pet: Pet = crate::decode::from_slice(br#"{"kind":"dog"}"#, true).unwrap();
    assert_eq!(pet, Pet::Dog(Dog { kind: "dog".to_owned(), barks: false }));
}

#[test]
fn the_error_of_a_response_names_the_member() {
    let problem = |text: &str| {
        crate::decode::from_slice::<Vec<Pet>>(text.as_bytes(), false).unwrap_err().of_response()
    };
    assert_eq!(
        problem(r#"[{"kind":"cat"},{"kind":"dog"},{"kind":"cat"}]"#),
        "the response lacks `[1].barks`, which is required"
    );
    let problem = |text: &str| {
        crate::decode::from_slice::<Pet>(text.as_bytes(), false).unwrap_err().of_response()
    };
    assert_eq!(problem(r#"{"kind":"dog"}"#), "the response lacks `barks`, which is required");
}

#[test]
fn a_value_that_a_member_always_has_is_its_default() {
    assert_eq!(Puppy::default(), Puppy { stage: "puppy".to_owned(), barks: false });
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
fn a_union_in_a_union_is_told_by_its_variants() {
    for (text, expected) in [
        (r#"{"kind":"dog","barks":false}"#, "Pet(Dog"),
        (r#"{"barks":true,"stage":"puppy"}"#, "Pet(Puppy"),
        (r#"{"kind":"tiger","lives":9}"#, "Boxed(Cat"),
        ("[]", "Pet(Unrecognized"),
    ] {
        let choice: Choice = read(text).unwrap();
        assert!(format!("{choice:?}").starts_with(expected), "{text}: {choice:?}");
    }
}

#[test]
fn types_of_members_tell_objects_apart() {
    for (text, expected) in [
        (r#"{"value":"x"}"#, "Text"),
        (r#"{"value":1}"#, "Integer"),
        (r#"{"value":1.5}"#, "Number"),
        (r#"{"value":[]}"#, "Unrecognized"),
        (r#"{"inside":{"value":1.5}}"#, "Nested"),
        (r#"{"inside":{"inside":{"inside":{"inside":{"inside":{}}}}}}"#, "Nested"),
    ] {
        let setting: Setting = read(text).unwrap();
        assert!(format!("{setting:?}").starts_with(expected), "{text}: {setting:?}");
        assert_eq!(serde_json::to_value(&setting).unwrap(), read::<Value>(text).unwrap());
    }
}

#[test]
fn a_tag_may_be_a_number_or_a_boolean() {
    let two = Versioned::Two(Two::default());
    assert_eq!(read::<Versioned>(r#"{"version":2}"#).unwrap(), two);
    assert_eq!(serde_json::to_string(&two).unwrap(), r#"{"version":2}"#);
    let yes = Versioned::Yes(Yes::default());
    assert_eq!(read::<Versioned>(r#"{"version":true}"#).unwrap(), yes);
    assert!(read::<Versioned>(r#"{"version":3.5}"#).is_err());
    let other: Versioned = read(r#"{"version":"2"}"#).unwrap();
    assert!(matches!(other, Versioned::Unrecognized(_)), "{other:?}");
}

#[test]
fn ranges_and_values_of_maps_are_looked_at() {
    for (text, expected) in [
        ("5", "Small"),
        ("5000000000", "Large"),
        (r#"{"a":1}"#, "Counts"),
        (r#"{"a":"x"}"#, "Texts"),
        (r#"{"kind":"x"}"#, "Cat"),
        ("1.5", "Unrecognized"),
    ] {
        let narrow: Narrow = read(text).unwrap();
        assert!(format!("{narrow:?}").starts_with(expected), "{text}: {narrow:?}");
    }
}

#[test]
fn whole_numbers_are_integers_however_they_are_written() {
    for (text, expected) in [
        ("1.0", "Integer(1)"),
        ("-2e3", "Integer(-2000)"),
        ("1.5", "Number(1.5)"),
        ("[1.0,2e0]", "List([1, 2])"),
        // More than a float holds without loss is not taken for an exact integer.
        ("1e300", "Number(1e300)"),
    ] {
        let value: Scalar = read(text).unwrap();
        assert_eq!(format!("{value:?}"), expected, "{text}");
    }
    let setting: Setting = read(r#"{"inside":{"value":3.0}}"#).unwrap();
    assert!(format!("{setting:?}").contains("Integer(IntegerSetting { value: 3 })"), "{setting:?}");
    let two: Versioned = read(r#"{"version":2.0}"#).unwrap();
    assert_eq!(two, Versioned::Two(Two::default()));
    assert_eq!(read::<Choice>("2.0").unwrap(), Choice::Twice);
    // What stands beside a union does not change what is read of it.
    for beside in ["1", "1.0"] {
        let text = format!("[[1.0,{beside}]]");
        let values: Vec<(Scalar, i64)> = crate::decode::from_slice(text.as_bytes(), false).unwrap();
        assert_eq!(values[0].0, Scalar::Integer(1), "{text}");
    }
}

#[test]
fn where_the_best_variant_cannot_be_read_the_next_one_is_tried() {
    // Only the first items of a list are looked at.
    let text = r#"{"numbers":[1,2,3,4,5,6,7,8,9.5]}"#;
    let deep: Deep = read(text).unwrap();
    assert!(matches!(deep, Deep::Even(_)), "{deep:?}");
}

#[test]
fn what_stands_deep_and_is_wrong_everywhere_is_read_in_time() {
    let mut text = r#"{"numbers":[1,2,3,4,5,6,7,8,9.5]}"#.to_owned();
    for _ in 0..60 {
        text = format!(r#"{{"next":{text},"numbers":[1,2,3,4,5,6,7,8,9.5]}}"#);
    }
    let deep: Deep = read(&text).unwrap();
    assert_eq!(serde_json::to_value(&deep).unwrap(), read::<Value>(&text).unwrap());
}

//! `object!`.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::open_enum::ImageType;
use crate::json::object;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    pub(super) id: String,
    pub(super) size: Option<i32>,
    pub(super) kind: ImageType,
    pub(super) tags: Vec<String>,
    pub(super) parent: Option<Box<Image>>,
}

object! {
    Image {
        "id" => id,
        "sizeInGB" => size?,
        "type" => kind,
        "tags" => tags,
        "parent" => parent?,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Nothing {}

object! {
    Nothing {}
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    serde_json::from_str(text)
}

pub(super) fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn an_object_survives_a_round_trip() {
    let text = r#"{"id":"m-1","sizeInGB":20,"type":"Custom","tags":["a","b"],"parent":{"id":"m-0","type":"GpuBccSystem","tags":[]}}"#;
    let image: Image = read(text).unwrap();
    assert_eq!(image.size, Some(20));
    assert_eq!(image.parent.as_ref().unwrap().kind, ImageType::GpuBccSystem);
    assert_eq!(written(&image), text);
}

#[test]
fn optional_members_may_be_absent_or_null() {
    for text in [
        r#"{"id":"m-1","type":"","tags":[]}"#,
        r#"{"id":"m-1","sizeInGB":null,"type":"","tags":[],"parent":null}"#,
    ] {
        let image: Image = read(text).unwrap();
        assert_eq!(image, Image { id: "m-1".to_owned(), ..Image::default() }, "{text}");
        assert_eq!(written(&image), r#"{"id":"m-1","type":"","tags":[]}"#);
    }
}

#[test]
fn required_members_have_to_be_there() {
    for (text, expected) in [
        ("{}", "required member `id` of Image is missing at line 1 column 2"),
        (
            r#"{"id":"m-1","tags":[],"tags":[]}"#,
            "required member `type` of Image is missing at line 1 column 32",
        ),
        (
            r#"{"id":"m-1","type":null,"tags":[]}"#,
            "required member `type` of Image is null at line 1 column 34",
        ),
        (
            r#"{"id":"m-1","type":"","tags":[],"parent":{"id":"m-0"}}"#,
            "required member `type` of Image is missing at line 1 column 53",
        ),
        (r#"{"name":null}"#, "required member `id` of Image is missing at line 1 column 13"),
    ] {
        assert_eq!(read::<Image>(text).unwrap_err().to_string(), expected, "{text}");
    }
    let error = serde_json::from_value::<Image>(serde_json::json!({"id": "m-1"})).unwrap_err();
    assert_eq!(error.to_string(), "required member `type` of Image is missing");
}

#[test]
fn unknown_members_are_ignored_and_escaped_names_are_known() {
    let image: Image =
        read(r#"{"new":{"a":[1,{}]},"\u0069d":"m-1","x\n":null,"tags":[],"type":"a"}"#).unwrap();
    assert_eq!(image.id, "m-1");
}

#[test]
fn an_object_without_members_is_an_object() {
    assert_eq!(read::<Nothing>(r#"{"a":1}"#).unwrap(), Nothing {});
    assert_eq!(written(&Nothing {}), "{}");
}

#[test]
fn a_wrong_type_is_named_with_its_place() {
    let cases = [
        ("[]", "invalid type: sequence, expected an object (Image) at line 1 column 0"),
        (
            r#"{"parent":{"sizeInGB":"20"}}"#,
            r#"invalid type: string "20", expected i32 at line 1 column 26"#,
        ),
        (
            r#"{"type":7}"#,
            "invalid type: integer `7`, expected a string (ImageType) at line 1 column 9",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read::<Image>(text).unwrap_err().to_string(), expected);
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Patch {
    name: Option<Option<String>>,
    size: Option<i32>,
    labels: std::collections::BTreeMap<String, i32>,
}

object! {
    Patch {
        "name" => name?: nullable,
        "size" => size: nullable,
        ..labels
    }
}

#[test]
fn null_and_absence_differ_where_the_description_says_so() {
    for (text, name) in [
        (r#"{"size":null}"#, None),
        (r#"{"name":null,"size":null}"#, Some(None)),
        (r#"{"name":"a","size":1}"#, Some(Some("a".to_owned()))),
    ] {
        let patch: Patch = read(text).unwrap();
        assert_eq!(patch.name, name, "{text}");
        assert_eq!(written(&patch), text);
    }
}

#[test]
fn members_without_a_name_of_their_own_are_kept() {
    let text = r#"{"size":1,"a":2,"b":3}"#;
    let patch: Patch = read(text).unwrap();
    assert_eq!(patch.labels.values().copied().collect::<Vec<_>>(), [2, 3]);
    assert_eq!(written(&patch), text);
    assert!(read::<Patch>(r#"{"a":2}"#).is_err(), "a member that may be null has to be there");
    assert!(read::<Patch>(r#"{"a":"two"}"#).is_err());
}

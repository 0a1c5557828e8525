//! Reading what lacks required members, strictly and leniently.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::json::{Image, Nothing, written};
use super::union::Pet;
use crate::decode;
use crate::json::object;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zoo {
    pub(super) open: bool,
    pub(super) note: Option<String>,
    pub(super) images: Vec<Image>,
    pub(super) named: Option<BTreeMap<String, Vec<Image>>>,
    pub(super) star: Option<Pet>,
}

object! {
    Zoo {
        "open" => open,
        "note" => note: nullable,
        "images" => images,
        "named" => named?,
        "star" => star?,
    }
}

/// What the error of a text says.
fn error<T: DeserializeOwned>(text: &str, is_lenient: bool) -> String {
    match decode::from_slice::<T>(text.as_bytes(), is_lenient) {
        Ok(_) => panic!("it was read: {text}"),
        Err(error) => error.of_part("it"),
    }
}

/// What is written of a text that was read.
fn lenient<T: DeserializeOwned + serde::Serialize + 'static>(text: &str) -> String {
    written(&decode::from_slice::<T>(text.as_bytes(), true).unwrap())
}

#[test]
fn what_is_missing_is_named_by_its_path() {
    let image = r#"{"id":"m-1","type":"","tags":[]}"#;
    let zoo = |rest: &str| format!(r#"{{"open":true,"note":null,{rest}}}"#);
    for (text, expected) in [
        ("{}".to_owned(), "it lacks `open`, which is required"),
        (r#"{"error":"nope"}"#.to_owned(), "it lacks `open`, which is required"),
        (r#"{"open":true}"#.to_owned(), "it lacks `note`, which is required"),
        (
            r#"{"open":null,"note":null,"images":[]}"#.to_owned(),
            "it has null for `open`, which is required",
        ),
        (zoo(r#""images":null"#), "it has null for `images`, which is required"),
        (
            zoo(&format!(r#""images":[{image},{{"id":"a","tags":[]}}]"#)),
            "it lacks `images[1].type`, which is required",
        ),
        (
            zoo(&format!(
                "\n\"images\" : [{image} ,\n {{\"id\":null,\"tags\":[],\"type\":\"\"}}\n, {image}]\n"
            )),
            "it has null for `images[1].id`, which is required",
        ),
        (
            zoo(&format!(
                "\n\"images\" : [{image} ,\n {{\"tags\":[],\"type\":\"\",\"id\":null}} , {image}]\n"
            )),
            "it has null for `images[1].id`, which is required",
        ),
        (
            zoo(r#""images":[{"id":"a","tags":[],"type":"a","parent":{"id":"}]\"","type":"b"}}]"#),
            "it lacks `images[0].parent.tags`, which is required",
        ),
        (
            zoo(&format!(r#""images":[],"named":{{"a":[{image}],"b.c":[{image},{{"id":""}}]}}"#)),
            r#"it lacks `named["b.c"][1].type`, which is required"#,
        ),
        (
            zoo(r#""images":[null]"#),
            "it cannot be read at `images[0]`: found null, expected an object (Image)",
        ),
        (
            zoo(r#""images":[{"id":7}]"#),
            "it cannot be read at `images[0].id`: found integer, expected a string",
        ),
        (
            zoo(r#""images":[],"named":"a `secret`, expected \"b\"""#),
            "it cannot be read at `named`: found string, expected a map",
        ),
        ("[]".to_owned(), "it cannot be read: found sequence, expected an object (Zoo)"),
        ("null".to_owned(), "it cannot be read: found null, expected an object (Zoo)"),
        ("<html>".to_owned(), "it cannot be read"),
        ("{\"open\":true".to_owned(), "it cannot be read"),
        (String::new(), "it is empty"),
        (" \n".to_owned(), "it is empty"),
    ] {
        assert_eq!(error::<Zoo>(&text, false), expected, "{text}");
    }
    let text = format!("[{image},{image},{{}}]");
    assert_eq!(error::<Vec<Image>>(&text, false), "it lacks `[2].id`, which is required");
    let text = format!(r#"{{"a":{image},"":{{}}}}"#);
    let map = error::<BTreeMap<String, Image>>(&text, false);
    assert_eq!(map, r#"it lacks `[""].id`, which is required"#);
}

#[test]
fn lenient_reading_leaves_defaults() {
    let bare = r#"{"id":"","type":"","tags":[]}"#;
    for (text, expected) in [
        (r#"{"open":true}"#, r#"{"open":true,"note":null,"images":[]}"#.to_owned()),
        (r#"{"note":null}"#, r#"{"open":false,"note":null,"images":[]}"#.to_owned()),
        (
            r#"{"open":null,"images":[{},{}]}"#,
            format!(r#"{{"open":false,"note":null,"images":[{bare},{bare}]}}"#),
        ),
        (
            r#"{"images":null,"open":true,"error":"nope"}"#,
            r#"{"open":true,"note":null,"images":[]}"#.to_owned(),
        ),
    ] {
        assert_eq!(lenient::<Zoo>(text), expected, "{text}");
    }
    // An object in an object may lack all of them, even one of the same type.
    let text = r#"{"id":"a","parent":{}}"#;
    assert_eq!(
        lenient::<Image>(text),
        format!(r#"{{"id":"a","type":"","tags":[],"parent":{bare}}}"#)
    );
}

#[test]
fn lenient_reading_has_its_limits() {
    for (text, expected) in [
        ("{}", "it lacks `open`, which is required"),
        (r#"{"error":"nope"}"#, "it lacks `open`, which is required"),
        (r#"{"open":null,"images":null}"#, "it has null for `open`, which is required"),
        (r#"{"star":{}}"#, "it lacks `open`, which is required"),
        ("", "it is empty"),
        ("<html>", "it cannot be read"),
        ("[]", "it cannot be read: found sequence, expected an object (Zoo)"),
        (r#"{"open":"yes"}"#, "it cannot be read at `open`: found string, expected a boolean"),
    ] {
        assert_eq!(error::<Zoo>(text, true), expected, "{text}");
    }
    assert_eq!(
        error::<Image>(r#"{"parent":{"id":"a"}}"#, true),
        "it lacks `id`, which is required"
    );
    // Nor is what is in a list or a map read of something else.
    for (text, path) in [(r#"[{"error":"nope"}]"#, "[0].id"), (r#"[{"id":"a"},{}]"#, "[1].id")] {
        let expected = format!("it lacks `{path}`, which is required");
        assert_eq!(error::<Vec<Image>>(text, true), expected);
        assert!(decode::from_slice::<Vec<Image>>(br#"[{"id":"a"}]"#, true).is_ok());
    }
    for text in [r#"{"error":{"code":"Denied"}}"#, r#"{"a":{"id":"a"},"error":{}}"#] {
        let expected = "it lacks `error.id`, which is required";
        assert_eq!(error::<BTreeMap<String, Image>>(text, true), expected);
    }
    // What is lenient ends with the value.
    assert!(serde_json::from_str::<Image>(r#"{"id":"a"}"#).is_err());
}

#[test]
fn what_requires_nothing_is_read_of_nothing() {
    for is_lenient in [true, false] {
        assert_eq!(decode::from_slice::<Nothing>(b"{}", is_lenient).unwrap(), Nothing {});
        assert_eq!(error::<Nothing>("", is_lenient), "it is empty");
    }
}

#[test]
fn a_variant_that_lacks_something_is_an_error_if_its_tag_names_it_and_else_kept_as_it_came() {
    for text in [r#"{"kind":"dog"}"#, r#"{"barks":null,"kind":"dog"}"#] {
        assert!(error::<Pet>(text, false).contains("`barks`, which is required"), "{text}");
        let pet = decode::from_slice::<Pet>(text.as_bytes(), true).unwrap();
        assert!(matches!(pet, Pet::Dog(_)), "{text}: {pet:?}");
    }
    for text in [r#"{"error":"nope"}"#, r#"{"stage":"puppy"}"#] {
        for is_lenient in [true, false] {
            let pet = decode::from_slice::<Pet>(text.as_bytes(), is_lenient).unwrap();
            assert!(matches!(pet, Pet::Unrecognized(_)), "{text}: {pet:?}");
            assert_eq!(written(&pet), text);
        }
    }
}

macro_rules! wide {
    ($($name:literal => $field:ident,)*) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct Wide {
            $($field: i32,)*
        }

        object! { Wide { $($name => $field,)* } }
    };
}

#[rustfmt::skip]
wide! {
    "m0" => m0, "m1" => m1, "m2" => m2, "m3" => m3, "m4" => m4,
    "m5" => m5, "m6" => m6, "m7" => m7, "m8" => m8, "m9" => m9,
    "m10" => m10, "m11" => m11, "m12" => m12, "m13" => m13, "m14" => m14,
    "m15" => m15, "m16" => m16, "m17" => m17, "m18" => m18, "m19" => m19,
    "m20" => m20, "m21" => m21, "m22" => m22, "m23" => m23, "m24" => m24,
    "m25" => m25, "m26" => m26, "m27" => m27, "m28" => m28, "m29" => m29,
    "m30" => m30, "m31" => m31, "m32" => m32, "m33" => m33, "m34" => m34,
    "m35" => m35, "m36" => m36, "m37" => m37, "m38" => m38, "m39" => m39,
    "m40" => m40, "m41" => m41, "m42" => m42, "m43" => m43, "m44" => m44,
    "m45" => m45, "m46" => m46, "m47" => m47, "m48" => m48, "m49" => m49,
    "m50" => m50, "m51" => m51, "m52" => m52, "m53" => m53, "m54" => m54,
    "m55" => m55, "m56" => m56, "m57" => m57, "m58" => m58, "m59" => m59,
    "m60" => m60, "m61" => m61, "m62" => m62, "m63" => m63, "m64" => m64,
    "m65" => m65, "m66" => m66, "m67" => m67, "m68" => m68, "m69" => m69,
}

#[test]
fn an_object_may_have_many_members() {
    let names: Vec<String> = (0..70).map(|index| format!("m{index}")).collect();
    let members = names.iter().map(|name| format!("\"{name}\":1"));
    let all: Vec<String> = members.collect();
    let text = |members: &[String]| format!("{{{}}}", members.join(","));
    assert!(decode::from_slice::<Wide>(text(&all).as_bytes(), false).is_ok());
    let reversed: Vec<String> = all.iter().rev().cloned().collect();
    assert!(decode::from_slice::<Wide>(text(&reversed).as_bytes(), false).is_ok());
    assert_eq!(error::<Wide>(&text(&all[..69]), false), "it lacks `m69`, which is required");
}

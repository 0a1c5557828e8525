//! `open_enum!`.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use super::json::{read, written};
use crate::open_enum::open_enum;

open_enum! {
    /// How an image came to be.
    pub enum ImageType {
        /// Made by a user.
        Custom = "Custom",
        GpuBccSystem = "GpuBccSystem",
    }
}

#[test]
fn an_open_enum_keeps_what_it_does_not_know() {
    let known: ImageType = read(r#""Custom""#).unwrap();
    assert_eq!(known, ImageType::Custom);
    let unknown: ImageType = read(r#""\u004dars""#).unwrap();
    assert_eq!(unknown, ImageType::from("Mars"));
    assert!(matches!(&unknown, ImageType::Unrecognized(value) if value.as_str() == "Mars"));
    assert_eq!(written(&unknown), r#""Mars""#);
}

#[test]
fn a_known_value_is_never_unrecognized() {
    let ways: [ImageType; 3] =
        ["Custom".into(), "Custom".to_owned().into(), "Custom".parse().unwrap()];
    assert!(ways.iter().all(|value| *value == ImageType::Custom));
    assert_eq!(ImageType::Custom.to_string(), "Custom");
    assert_eq!(ImageType::Custom.as_ref(), "Custom");
    assert_eq!(ImageType::default(), ImageType::from(""));
}

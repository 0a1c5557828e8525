//! `setters!`.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use crate::setters::setters;

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Image {
    name: Option<String>,
    size: Option<u64>,
    tags: Option<Vec<String>>,
    sizes: Option<Vec<u64>>,
    parent: Option<Option<String>>,
    users: Option<Option<Vec<String>>>,
    default: Option<bool>,
}

setters! {
    Image: new {
        name(impl Into<String>),
        #[deprecated = "deprecated by the service"]
        size(u64),
        tags[impl Into<String>],
        sizes[u64],
        parent(impl Into<String>)?,
        users[impl Into<String>]?,
        default(bool),
    }
}

#[test]
#[allow(deprecated, reason = "so that its setter is covered")]
fn each_setter_sets_its_member() {
    let image = Image::new()
        .name("a")
        .size(1)
        .tags(["b"])
        .sizes([2])
        .parent("c")
        .users(vec!["d".to_owned()])
        .default(true);
    let expected = Image {
        name: Some("a".to_owned()),
        size: Some(1),
        tags: Some(vec!["b".to_owned()]),
        sizes: Some(vec![2]),
        parent: Some(Some("c".to_owned())),
        users: Some(Some(vec!["d".to_owned()])),
        default: Some(true),
    };
    assert_eq!(image, expected);
}

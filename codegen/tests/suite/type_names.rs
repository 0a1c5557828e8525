//! One name, one type: no two types of a crate have the same name. Unit tests do not count.

use std::collections::BTreeMap;

use crate::layers::{code_files, folder};

#[test]
fn no_two_types_have_one_name() {
    for sources in ["src", "runtime/src", "../xtask/src"] {
        let files = code_files(&folder(sources));
        let twice = twice(files.iter().map(|(file, text)| (file.as_str(), text.as_str())));
        assert!(twice.is_empty(), "in {sources}: {twice:#?}");
    }
}

/// The names of several types, each with its files.
fn twice<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, text) in files {
        let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for name in code.lines().filter_map(type_of) {
            found.entry(name).or_default().push(file);
        }
    }
    found.retain(|_, files| files.len() > 1);
    found
}

/// The type that a line of formatted code declares. One that is indented is that of a macro or a
/// trait, or is in a module of its own.
fn type_of(line: &str) -> Option<&str> {
    let public = line.strip_prefix("pub").map(|rest| match rest.strip_prefix('(') {
        Some(rest) => rest.split_once(") ").map_or(rest, |(_, rest)| rest),
        None => rest.trim_start(),
    });
    let (word, rest) = public.unwrap_or(line).split_once(' ')?;
    let is_type = ["enum", "struct", "trait", "type", "union"].contains(&word);
    rest.split(|letter: char| !letter.is_alphanumeric()).next().filter(|_| is_type)
}

#[test]
fn types_of_one_name_are_found() {
    let a = "pub(crate) struct One<'a> {\npub enum Two {\n    type Item = u8;\nstructure!();\n";
    let b =
        "type Two = u8;\npub(super) trait Three {\n\n#[cfg(test)]\nmod tests {\nstruct Three;\n";
    let found = twice([("a.rs", a), ("b.rs", b)].into_iter());
    assert_eq!(found, BTreeMap::from([("Two", vec!["a.rs", "b.rs"])]));
    assert_eq!(type_of(a.lines().next().unwrap_or_default()), Some("One"));
    assert_eq!(type_of("pub(super) trait Three {"), Some("Three"));
}

//! The runtime's files: compiled and tested in `codegen/runtime`, copied byte for byte below a line
//! that says so.
//!
//! One table says what each of them is called, shows, and needs. Imports, reserved words and the
//! manifest of an emitted crate read it.

mod constant;
mod part;
mod parts;

use constant::is_among;
pub use part::Part;
pub(crate) use part::{Cfg, Use, part};
pub(crate) use parts::PARTS;

/// The manifest of the runtime: where the versions of its dependencies are decided.
pub(crate) const MANIFEST: &str = include_str!("../runtime/Cargo.toml");

/// Whether a crate of this name is a dependency of some client.
pub(crate) fn is_dependency(name: &str) -> bool {
    let name = name.replace('_', "-");
    let mut entries = MANIFEST.lines().filter_map(|line| line.split_once(" = "));
    entries.any(|(key, value)| {
        let version = value.trim_start_matches("{ version = ").strip_prefix('"');
        key.replace('_', "-") == name
            && version.is_some_and(|it| it.starts_with(|first: char| first.is_ascii_digit()))
    })
}

/// The modules of an emitted crate that show parts of the runtime, and what stands in them.
pub(crate) const MODULES: &[(&str, &str)] = &[
    ("auth", "Authorization of requests, and the trait for a scheme of your own."),
    ("intercept", "Code of yours that sees, and may change, what a client sends."),
    ("mock", "A transport that answers from memory, for tests. The feature `mock` brings it."),
    ("pagination", "Lists that a service returns in pages."),
    ("stream", "Responses that are read while they arrive."),
    ("transport", "HTTP stacks, and the trait for one of your own."),
];

/// A name of the runtime that emitted code imports. It is in a table of parts: any other does not
/// compile.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct RuntimeName(&'static str);

impl RuntimeName {
    /// A name that one of these parts has.
    ///
    /// # Panics
    ///
    /// If none of them has it; in a constant, that is an error of the compiler.
    pub const fn of(parts: &[Part], name: &'static str) -> Self {
        let mut index = 0;
        while index < parts.len() {
            let Part { public, internal, macros, .. } = &parts[index];
            if is_among(name, public) || is_among(name, internal) || is_among(name, macros) {
                return Self(name);
            }
            index += 1;
        }
        panic!("no part of the runtime has this name")
    }

    /// Its text.
    pub(crate) fn as_str(self) -> &'static str {
        self.0
    }
}

/// The [`RuntimeName`] of this text.
macro_rules! name {
    ($name:literal) => {
        const { $crate::runtime::RuntimeName::of($crate::runtime::PARTS, $name) }
    };
}
pub(crate) use name;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::PARTS;
    use crate::vendor::VENDORS;

    /// Every file of the runtime but its root and its tests is a part.
    #[test]
    fn every_file_is_a_part() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/runtime/src");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the runtime is there")
            .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into())
            .filter_map(|name: String| Some(name.strip_suffix(".rs")?.to_owned()))
            .filter(|name| name != "lib" && name != "tests")
            .collect();
        let parts = PARTS.iter().chain(VENDORS.iter().flat_map(|vendor| vendor.parts));
        let parts: BTreeSet<String> = parts.map(|part| part.name.to_owned()).collect();
        assert_eq!(files, parts);
    }
}

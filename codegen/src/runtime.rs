//! The runtime's files: compiled and tested in `codegen/runtime`, copied byte for byte below a line
//! that says so.
//!
//! One table says what each of them is called, shows, and needs. Imports, reserved words and the
//! manifest of an emitted crate read it.

mod constant;
mod parts;

use constant::is_among;
pub(crate) use parts::PARTS;

/// A file of the runtime: a row of the table.
#[derive(Debug)]
pub struct Part {
    /// Its module.
    pub(crate) name: &'static str,
    /// Its text.
    pub(crate) text: &'static str,
    /// When it is compiled.
    pub(crate) cfg: Cfg,
    /// Which crates have it.
    pub(crate) uses: Use,
    /// The dependencies of the runtime that only this part and others that list them need.
    pub(crate) dependencies: &'static [&'static str],
    /// The module of the emitted crate that shows it; the crate root, where this is empty.
    pub(crate) module: &'static str,
    /// What the emitted crate shows of it.
    pub(crate) public: &'static [&'static str],
    /// What only emitted code needs of it.
    pub(crate) internal: &'static [&'static str],
    /// Macros that emitted code needs of it.
    pub(crate) macros: &'static [&'static str],
}

impl Part {
    /// A part that every crate has and that shows nothing: the name of its module, which is also that
    /// of its file, and its text.
    pub const fn new(name: &'static str, text: &'static str) -> Self {
        Self {
            name,
            text,
            cfg: Cfg::Always,
            uses: Use::Every,
            dependencies: &[],
            module: "",
            public: &[],
            internal: &[],
            macros: &[],
        }
    }

    /// The same, with names that the emitted crate shows in one of its modules, such as `auth`, or at
    /// its root, where `module` is empty.
    #[must_use]
    pub const fn showing(self, module: &'static str, names: &'static [&'static str]) -> Self {
        Self { module, public: names, ..self }
    }

    /// The same, with dependencies of the runtime that not every client has.
    #[must_use]
    pub const fn needing(self, dependencies: &'static [&'static str]) -> Self {
        Self { dependencies, ..self }
    }
}

/// When a part is compiled.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Cfg {
    /// In every build.
    Always,
    /// With a feature of the emitted crate.
    Feature(&'static str),
    /// For the emitted crate's own tests.
    Test,
}

/// Which crates have a part.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Use {
    Every,
    Paged,
    ApiKey,
    Basic,
    TypedErrors,
    Bearer,
    /// Those that read a response as values, one after the other, while it comes, each on a line.
    Lines,
    Cookies,
    /// Those that send lists or objects elsewhere than in JSON.
    Styles,
    /// Those that send files.
    Files,
    Timestamps,
    /// Those that have enums of whole numbers.
    Integers,
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

/// A part that every crate has and that shows nothing.
macro_rules! part {
    ($name:literal) => {
        $crate::runtime::Part::new(
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/runtime/src/", $name, ".rs")),
        )
    };
}
pub(crate) use part;

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

//! What the generator knows of a file of the runtime.

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
    /// Those that send cookies with characters that are percent-encoded elsewhere.
    RawCookies,
    /// Those that send a value as the whole query.
    Querystrings,
    /// Those that send JSON values one after the other.
    Sequences,
    /// Those that read a response as values, one after the other, while it comes, each a part.
    Parts,
    /// Those that send lists or objects elsewhere than in JSON.
    Styles,
    /// Those that send files.
    Files,
    Timestamps,
    /// Those that have enums of whole numbers.
    Integers,
}

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

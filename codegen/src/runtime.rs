//! The runtime's files: compiled and tested in `codegen/runtime`, copied byte for byte below a line
//! that says so.
//!
//! One table says what each of them is called, shows, and needs. Imports, reserved words and the
//! manifest of an emitted crate read it.

mod constant;

use constant::is_among;

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

/// The parts of no vendor.
pub(crate) static PARTS: &[Part] = &[
    Part { internal: &["ByStatus"], ..part!("by_status") },
    Part { module: "transport", public: &["Attempt"], ..part!("attempt") },
    Part { uses: Use::ApiKey, module: "auth", public: &["ApiKey"], ..part!("auth_api_key") },
    Part {
        uses: Use::Basic,
        dependencies: &["base64"],
        module: "auth",
        public: &["BasicAuth"],
        ..part!("auth_basic")
    },
    Part { uses: Use::Bearer, module: "auth", public: &["BearerToken"], ..part!("auth_bearer") },
    part!("authorization"),
    Part { module: "auth", public: &["Authorize"], ..part!("authorize") },
    Part { cfg: Cfg::Feature("blocking"), public: &["SendBlocking"], ..part!("blocking") },
    part!("body"),
    Part { module: "stream", public: &["ByteStream"], ..part!("byte_stream") },
    Part { internal: &["Call"], ..part!("call") },
    part!("call_body"),
    part!("call_send"),
    part!("call_stream"),
    part!("charset"),
    part!("choice"),
    Part { public: &["ClientBuilder"], internal: &["Core"], ..part!("client") },
    part!("clock"),
    part!("content"),
    Part { uses: Use::Cookies, ..part!("cookies") },
    part!("decode"),
    Part { internal: &["Dialect"], ..part!("dialect") },
    part!("encode"),
    part!("endpoint"),
    part!("entries"),
    Part { public: &["Error", "ErrorKind", "Result"], ..part!("error") },
    part!("event_parser"),
    Part { module: "stream", public: &["Event", "EventStream"], ..part!("event_stream") },
    part!("execute"),
    part!("extras"),
    part!("fit"),
    Part { uses: Use::Files, public: &["FilePart"], ..part!("file_part") },
    Part { uses: Use::Styles, ..part!("forms") },
    Part { cfg: Cfg::Feature("hyper"), ..part!("hyper_connect") },
    Part {
        cfg: Cfg::Feature("hyper"),
        module: "transport",
        public: &["HyperTransport"],
        ..part!("hyper_transport")
    },
    part!("idempotency_token"),
    Part { public: &["Inspect", "Preview"], ..part!("inspect") },
    Part {
        module: "intercept",
        public: &["CallContext", "Intercept", "on_request"],
        ..part!("intercept")
    },
    Part { macros: &["object"], ..part!("json") },
    Part { uses: Use::Lines, module: "stream", public: &["JsonLines"], ..part!("json_lines") },
    part!("json_path"),
    part!("json_write"),
    part!("lenience"),
    part!("members"),
    Part {
        cfg: Cfg::Feature("mock"),
        module: "mock",
        public: &["MockTransport", "Reply"],
        ..part!("mock")
    },
    Part { cfg: Cfg::Feature("mock"), ..part!("mock_reply") },
    Part { public: &["Unrecognized"], macros: &["open_enum"], ..part!("open_enum") },
    Part {
        uses: Use::Integers,
        public: &["UnrecognizedInteger"],
        macros: &["open_integer"],
        ..part!("open_integer")
    },
    part!("multipart"),
    part!("no_trace"),
    part!("number"),
    Part { internal: &["Idempotency", "Method", "Operation", "Service"], ..part!("operation") },
    Part { public: &["RequestOptions"], ..part!("options") },
    Part {
        uses: Use::Paged,
        module: "pagination",
        public: &["Cursor", "Items", "Page", "Pages"],
        internal: &["next_page"],
        ..part!("pagination")
    },
    part!("pieces"),
    Part {
        cfg: Cfg::Feature("hyper"),
        module: "transport",
        public: &["Proxies"],
        ..part!("proxies")
    },
    Part { public: &["RawCall"], ..part!("raw_call") },
    part!("request"),
    Part { macros: &["request"], ..part!("requests") },
    Part { public: &["Response", "Sending"], ..part!("response") },
    Part { public: &["RetryPolicy"], ..part!("retry") },
    part!("scalar"),
    Part { public: &["Secret"], internal: &["SecretMembers"], ..part!("secret") },
    Part { public: &["SendAs"], ..part!("send_as") },
    part!("service_error"),
    Part { macros: &["setters"], ..part!("setters") },
    part!("shown"),
    Part { uses: Use::Styles, internal: &["PathStyle", "QueryStyle"], ..part!("styles") },
    part!("timer"),
    Part { public: &["Timestamp"], ..part!("timestamp") },
    Part {
        uses: Use::Timestamps,
        cfg: Cfg::Feature("chrono"),
        dependencies: &["chrono"],
        ..part!("timestamp_chrono")
    },
    Part {
        uses: Use::Timestamps,
        cfg: Cfg::Feature("time"),
        dependencies: &["time"],
        ..part!("timestamp_time")
    },
    Part { cfg: Cfg::Feature("tracing"), ..part!("trace") },
    Part {
        module: "transport",
        public: &[
            "BodyStream",
            "BoxFuture",
            "Limits",
            "Transport",
            "TransportError",
            "TransportErrorKind",
            "whole_body_stream",
        ],
        ..part!("transport")
    },
    Part {
        uses: Use::TypedErrors,
        public: &["TypedErrors"],
        macros: &["typed_errors"],
        ..part!("typed_errors")
    },
    Part { public: &["Input", "TypedRequest"], ..part!("typed_request") },
    Part { macros: &["union"], ..part!("union") },
    Part { public: &["Upload"], ..part!("upload") },
    Part { cfg: Cfg::Feature("hyper"), ..part!("upload_file") },
    Part { module: "transport", public: &["UploadStream"], ..part!("upload_stream") },
    Part { public: &["Until", "Wait"], ..part!("wait") },
    part!("whole_numbers"),
    Part { cfg: Cfg::Test, ..part!("wire_test") },
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

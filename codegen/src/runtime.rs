//! The runtime's files: compiled and tested in `codegen/runtime`, copied byte for byte.
//!
//! Which of them a crate needs, and what they bring to its manifest and its root, is said here.

use crate::ir::{BodyForm, Crate, CredentialKind, Operation, PartContent, Pieces, Slot};

/// The manifest of the runtime: where the versions of its dependencies are decided.
const MANIFEST: &str = include_str!("../runtime/Cargo.toml");

/// A file of the runtime.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its module.
    pub(crate) name: &'static str,
    /// Its text.
    pub(crate) text: &'static str,
    /// When it is compiled.
    pub(crate) cfg: Cfg,
    /// Which crates have it.
    uses: Use,
    /// The module of the emitted crate that shows it; the crate root, where this is empty.
    pub(crate) module: &'static str,
    /// What the emitted crate shows of it.
    pub(crate) public: &'static [&'static str],
    /// What only emitted code needs of it.
    pub(crate) internal: &'static [&'static str],
    /// Macros that emitted code needs of it.
    pub(crate) macros: &'static [&'static str],
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
enum Use {
    Every,
    Paged,
    ApiKey,
    Basic,
    TypedErrors,
    BceAuth,
    Bearer,
    /// Those that read a response while it comes.
    Streamed,
    /// Those that read a response as values, one after the other, while it comes.
    Pieces,
    Events,
    Lines,
    /// Those that send forms whose fields are not declared.
    OpenForms,
    Cookies,
    /// Those that send lists or objects elsewhere than in JSON.
    Styles,
    /// Those that send files.
    Files,
}

/// The modules of an emitted crate that show parts of the runtime, and what stands in them.
pub(crate) const MODULES: &[(&str, &str)] = &[
    ("auth", "How requests are authorized: what a scheme of your own implements."),
    ("mock", "A transport that answers from memory, and what checks its requests."),
    ("pagination", "Lists that a service gives in pages."),
    ("stream", "Responses that are read while they come."),
    ("transport", "The seam to an HTTP stack: what one of your own implements."),
];

/// A part that every crate has and that shows nothing.
macro_rules! part {
    ($name:literal) => {
        Part {
            name: $name,
            text: include_str!(concat!("../runtime/src/", $name, ".rs")),
            cfg: Cfg::Always,
            uses: Use::Every,
            module: "",
            public: &[],
            internal: &[],
            macros: &[],
        }
    };
}

static PARTS: &[Part] = &[
    Part { internal: &["ByStatus"], ..part!("by_status") },
    Part { uses: Use::ApiKey, module: "auth", public: &["ApiKey"], ..part!("auth_api_key") },
    Part { uses: Use::Basic, module: "auth", public: &["BasicAuth"], ..part!("auth_basic") },
    Part { uses: Use::Bearer, module: "auth", public: &["BearerToken"], ..part!("auth_bearer") },
    part!("authorization"),
    Part { module: "auth", public: &["Authorize"], ..part!("authorize") },
    Part { uses: Use::BceAuth, module: "auth", public: &["BceAuth"], ..part!("bce_auth") },
    Part { uses: Use::BceAuth, ..part!("bce_encode") },
    Part { uses: Use::BceAuth, ..part!("bce_encrypt") },
    Part { uses: Use::BceAuth, ..part!("bce_sign") },
    Part { uses: Use::BceAuth, ..part!("bce_signer") },
    Part {
        uses: Use::BceAuth,
        cfg: Cfg::Feature("mock"),
        module: "mock",
        public: &["SignatureError", "verify"],
        ..part!("bce_verify")
    },
    part!("body"),
    Part { uses: Use::Streamed, module: "stream", public: &["ByteStream"], ..part!("byte_stream") },
    Part { internal: &["Call"], ..part!("call") },
    part!("call_body"),
    part!("call_send"),
    Part { uses: Use::Streamed, ..part!("call_stream") },
    Part { public: &["ClientBuilder"], internal: &["Core"], ..part!("client") },
    part!("clock"),
    part!("content"),
    Part { uses: Use::Cookies, ..part!("cookies") },
    Part {
        uses: Use::BceAuth,
        public: &["Credentials", "ProvideCredentials"],
        ..part!("credentials")
    },
    part!("encode"),
    part!("endpoint"),
    Part { public: &["Error", "ErrorKind", "Result"], ..part!("error") },
    Part { uses: Use::Events, ..part!("event_parser") },
    Part {
        uses: Use::Events,
        module: "stream",
        public: &["Event", "EventStream"],
        ..part!("event_stream")
    },
    part!("execute"),
    part!("fit"),
    Part { uses: Use::Files, public: &["FilePart"], ..part!("file_part") },
    Part { cfg: Cfg::Feature("hyper"), ..part!("hyper_connect") },
    Part {
        cfg: Cfg::Feature("hyper"),
        module: "transport",
        public: &["HyperTransport"],
        ..part!("hyper_transport")
    },
    part!("idempotency_token"),
    Part { macros: &["object"], ..part!("json") },
    Part { uses: Use::Lines, module: "stream", public: &["JsonLines"], ..part!("json_lines") },
    Part {
        cfg: Cfg::Feature("mock"),
        module: "mock",
        public: &["MockTransport", "Reply"],
        ..part!("mock")
    },
    Part { cfg: Cfg::Feature("mock"), ..part!("mock_reply") },
    Part { public: &["Unrecognized"], macros: &["open_enum"], ..part!("open_enum") },
    part!("multipart"),
    part!("number"),
    Part { uses: Use::OpenForms, ..part!("open_form") },
    Part { internal: &["Idempotency", "Method", "Operation", "Service"], ..part!("operation") },
    Part { public: &["RequestOptions"], ..part!("options") },
    Part {
        uses: Use::Paged,
        module: "pagination",
        public: &["Cursor", "Items", "Page", "Pages"],
        internal: &["next_page"],
        ..part!("pagination")
    },
    Part { uses: Use::Pieces, ..part!("pieces") },
    Part {
        cfg: Cfg::Feature("hyper"),
        module: "transport",
        public: &["Proxies"],
        ..part!("proxies")
    },
    part!("request"),
    Part { public: &["Input"], macros: &["request"], ..part!("requests") },
    Part { public: &["Response"], ..part!("response") },
    Part { public: &["RetryPolicy"], ..part!("retry") },
    part!("scalar"),
    Part { public: &["Secret"], internal: &["SecretMembers"], ..part!("secret") },
    part!("service_error"),
    Part { macros: &["setters"], ..part!("setters") },
    Part { uses: Use::Styles, internal: &["PathStyle", "QueryStyle"], ..part!("styles") },
    part!("timer"),
    Part { public: &["Timestamp"], ..part!("timestamp") },
    Part {
        module: "transport",
        public: &[
            "BodyStream",
            "BoxFuture",
            "Limits",
            "Transport",
            "TransportError",
            "TransportErrorKind",
        ],
        ..part!("transport")
    },
    Part {
        uses: Use::TypedErrors,
        public: &["TypedErrors"],
        macros: &["typed_errors"],
        ..part!("typed_errors")
    },
    Part { macros: &["union"], ..part!("union") },
    Part { cfg: Cfg::Test, ..part!("wire_test") },
];

/// The parts that `krate` needs, by name.
pub(crate) fn parts(krate: &Crate) -> Vec<&'static Part> {
    let operations = || krate.services.iter().flat_map(|it| &it.operations);
    let is_paged = operations().any(|it| it.pagination.is_some());
    let has_typed_errors = operations().any(|it| it.error_bodies.is_some());
    let credentials = krate.services.iter().flat_map(|it| &it.credentials);
    let kinds: Vec<&CredentialKind> = credentials.map(|it| &it.kind).collect();
    // Where the description has none, an authorizer is up to the caller, who may want what costs no
    // dependency.
    let is_open = kinds.is_empty();
    let has_key = kinds.iter().any(|kind| matches!(kind, CredentialKind::ApiKey(..)));
    let streams = || operations().filter_map(Operation::streamed).map(|stream| &stream.pieces);
    let sends = |is_such: fn(&Slot) -> bool| {
        operations().flat_map(Operation::inputs).any(|input| is_such(&input.slot))
    };
    let sends_cookies = || {
        sends(|slot| matches!(slot, Slot::Cookie(_)))
            || operations().any(|it| !it.fixed_cookies.is_empty())
    };
    PARTS
        .iter()
        .filter(|part| match part.uses {
            Use::Every => true,
            Use::Paged => is_paged,
            Use::ApiKey => is_open || has_key,
            Use::Basic => kinds.contains(&&CredentialKind::Basic),
            Use::BceAuth => kinds.contains(&&CredentialKind::BceAuthV1),
            Use::Bearer => is_open || kinds.contains(&&CredentialKind::Bearer),
            Use::Streamed => streams().next().is_some(),
            Use::Pieces => streams().any(|pieces| *pieces != Pieces::Bytes),
            Use::Events => streams().any(|pieces| matches!(pieces, Pieces::Events(..))),
            Use::Files => {
                sends(|slot| matches!(slot, Slot::Part { content: PartContent::File(_), .. }))
            }
            Use::Cookies => sends_cookies(),
            Use::Styles => sends(Slot::is_structured) || sends_cookies(),
            Use::OpenForms => {
                sends(|slot| matches!(slot, Slot::Body(BodyForm::Form | BodyForm::Multipart)))
            }
            Use::Lines => streams().any(|pieces| matches!(pieces, Pieces::Lines(_))),
            Use::TypedErrors => has_typed_errors,
        })
        .collect()
}

/// A section of the runtime's manifest, `[name]` and its lines, as an emitted manifest has it.
pub(crate) fn manifest_section(name: &str) -> &'static str {
    let head = format!("[{name}]\n");
    let start = MANIFEST.find(&head).map_or(MANIFEST.len(), |at| at + head.len());
    let rest = &MANIFEST[start..];
    rest[..rest.find("\n[").unwrap_or(rest.len())].trim_end()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PARTS, manifest_section};

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
        let parts: BTreeSet<String> = PARTS.iter().map(|part| part.name.to_owned()).collect();
        assert_eq!(files, parts);
    }

    #[test]
    fn sections_are_found() {
        assert!(manifest_section("features").starts_with("default = "));
        assert!(manifest_section("dependencies").contains("serde_json = "));
        assert_eq!(manifest_section("nothing"), "");
    }
}

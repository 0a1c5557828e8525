//! The table of the runtime's files that belong to no vendor.

use super::part::{Cfg, Part, Use, part};

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

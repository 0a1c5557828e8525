//! Words that are taken.

use crate::runtime;
use crate::vendor::VENDORS;

/// Whether `name` is a keyword.
pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Keywords of all editions, strict and reserved. Weak ones (`union`, `default`) are plain names.
///
/// <https://doc.rust-lang.org/reference/keywords.html>
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Types, traits and constructors of the prelude, so that emitted code may write plain `Option`.
///
/// <https://doc.rust-lang.org/std/prelude/>
pub(super) const PRELUDE_TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Derives of emitted types that the prelude has as macros alone.
pub(super) const DERIVES: &[&str] = &["Debug", "Hash"];

/// Types that callers of every client meet beside those of the description: nobody has to ask whose
/// `Response` one is. Other names of the runtime are free, since the files of types and operations
/// tell two of one name apart.
pub(super) const CLIENT_TYPES: &[&str] = &[
    "ByteStream",
    "Call",
    "Client",
    "ClientBuilder",
    "Core",
    "Credentials",
    "Cursor",
    "Error",
    "ErrorCode",
    "ErrorKind",
    "EventStream",
    "FilePart",
    "Idempotency",
    "Items",
    "JsonLines",
    "Method",
    "Operation",
    "Page",
    "Pages",
    "Request",
    "RequestOptions",
    "Response",
    "RetryPolicy",
    "Service",
    "Timestamp",
    "Unrecognized",
];

/// What an open enum has beside the values of the description, and the type that its `FromStr`
/// calls `Self::Err`.
pub(super) const VARIANTS: &[&str] = &["Err", "Unrecognized"];

/// Names that stand for any name: clippy wants none of them (`disallowed_names`).
pub(super) const PLACEHOLDERS: &[&str] = &["baz", "foo", "quux"];

/// What a struct has beside the setters of its fields.
pub(super) const STRUCT_METHODS: &[&str] = &["clone", "new"];

/// What a client has beside its operations.
pub(super) const CLIENT_METHODS: &[&str] = &["builder", "call", "clone", "fmt", "new", "request"];

/// What a request has beside its setters.
pub(super) const REQUEST_METHODS: &[&str] = &[
    "as_input",
    "clone",
    "fmt",
    "into_call",
    "items",
    "new",
    "options",
    "pages",
    "send",
    "send_as",
    "send_bytes",
    "send_events",
    "send_stream",
    "send_text",
    "send_with_response",
];

/// What the builder of a client has beside variables of the endpoint and credentials.
pub(super) const BUILDER_METHODS: &[&str] = &[
    "anonymous",
    "authorizer",
    "authorizer_of",
    "build",
    "clock",
    "clone",
    "endpoint",
    "fmt",
    "interceptor",
    "lenient",
    "new",
    "options",
    "transport",
    "variable",
];

/// Primitive types: a module of that name hides the type.
pub(super) const PRIMITIVES: &[&str] = &[
    "bool", "char", "f128", "f16", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str",
    "u128", "u16", "u32", "u64", "u8", "usize",
];

/// Where emitted paths start, and the modules and features a generated crate has of its own, beside
/// those that show parts of the runtime: another module of that name is in the way, or its feature is.
pub(super) const MODULES: &[&str] = &[
    "blocking",
    "bytes",
    "chrono",
    "client",
    "core",
    "default",
    "error_code",
    "futures_core",
    "http",
    "hyper",
    "operation",
    "runtime",
    "serde",
    "serde_json",
    "std",
    "time",
    "tracing",
    "types",
    "wire_tests",
];

/// Whether a module of the crate root shows parts of the runtime.
pub(super) fn shows_the_runtime(module: &str) -> bool {
    runtime::MODULES.iter().any(|(name, _)| *name == module)
}

/// File stems with a meaning to Cargo, and device names of Windows.
///
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
pub(super) const FILES: &[&str] = &[
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con",
    "lib", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "main",
    "nul", "prn",
];

/// Whether a vendor's part of the runtime gives the builder of a client this method.
pub(super) fn takes_credentials(method: &str) -> bool {
    VENDORS.iter().any(|vendor| vendor.setter == method)
}

//! The words of HTTP that both ends of the pipeline use.

/// What a status is called (RFC 9110, section 15, and its registry), but for 1xx.
pub(crate) fn reason(status: u16) -> String {
    let reason = match status {
        200 => "ok",
        201 => "created",
        202 => "accepted",
        203 => "non authoritative",
        204 => "no content",
        205 => "reset content",
        206 => "partial content",
        207 => "multi status",
        300 => "multiple choices",
        301 => "moved permanently",
        302 => "found",
        303 => "see other",
        304 => "not modified",
        307 => "temporary redirect",
        308 => "permanent redirect",
        400 => "bad request",
        401 => "unauthorized",
        402 => "payment required",
        403 => "forbidden",
        404 => "not found",
        405 => "method not allowed",
        406 => "not acceptable",
        408 => "request timeout",
        409 => "conflict",
        410 => "gone",
        412 => "precondition failed",
        413 => "content too large",
        415 => "unsupported media type",
        422 => "unprocessable content",
        423 => "locked",
        424 => "failed dependency",
        428 => "precondition required",
        429 => "too many requests",
        451 => "unavailable for legal reasons",
        500 => "internal server error",
        501 => "not implemented",
        502 => "bad gateway",
        503 => "service unavailable",
        504 => "gateway timeout",
        507 => "insufficient storage",
        _ => return format!("status {status}"),
    };
    reason.to_owned()
}

/// An HTTP method.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Method {
    /// Read.
    Get,
    /// Replace.
    Put,
    /// Anything else.
    Post,
    /// Remove.
    Delete,
    /// Ask what is allowed.
    Options,
    /// Read without the body.
    Head,
    /// Change in part.
    Patch,
    /// Echo.
    Trace,
    /// Read what a body asks for.
    Query,
    /// A method without a key of its own, as it goes over the wire.
    Other(Box<str>),
}

/// Methods of IANA's registry without a key of their own that are idempotent.
const IDEMPOTENT: &[&str] = &[
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "COPY",
    "LABEL",
    "LINK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "ORDERPATCH",
    "PROPFIND",
    "PROPPATCH",
    "REBIND",
    "REPORT",
    "SEARCH",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
];

impl Method {
    /// Every method with a key of its own in a description, which is its name in lower case.
    pub(crate) const ALL: &[(&str, Self)] = &[
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
        ("trace", Self::Trace),
        ("query", Self::Query),
    ];

    /// The method as it goes over the wire.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Query => "QUERY",
            Self::Other(token) => token,
            usual => usual.constant().unwrap_or_default(),
        }
    }

    /// The name of its constant in the `http` crate, if it has one in all versions of the crate.
    pub(crate) fn constant(&self) -> Option<&'static str> {
        Some(match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query | Self::Other(_) => return None,
        })
    }

    /// Whether a repeated request does what one request does (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(&self) -> bool {
        match self {
            Self::Post | Self::Patch => false,
            Self::Other(token) => IDEMPOTENT.contains(&&**token),
            _ => true,
        }
    }
}

/// Whether a text is a token of HTTP (RFC 9110, section 5.6.2): what a header, a cookie, a scheme or
/// a method can be called.
pub(crate) fn is_token(text: &str) -> bool {
    let is_tchar = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_tchar)
}

//! The words of HTTP that both ends of the pipeline use.

/// An HTTP method.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
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
}

impl Method {
    /// The method as it goes over the wire, which is also its constant in the `http` crate.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }

    /// Whether a repeated request does what one request does (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }
}

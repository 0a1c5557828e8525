// @generated: part of the runtime that the generator copies. Do not edit.

//! What the APIs of a vendor have in common where HTTP leaves it open.

/// The rules of a service that are its vendor's. Those of a vendor are a constant beside the files
/// that sign requests for it.
#[derive(Debug)]
pub struct Dialect {
    /// The response header that identifies a request in the service's logs.
    pub request_id_header: &'static str,
    /// The content type of a body that is JSON.
    pub json_type: &'static str,
    /// The error codes of a service that finds the date of a request too far from its own clock. The
    /// client's clock is then set by the response, and the request is repeated if it may be sent
    /// twice.
    pub expired_codes: &'static [&'static str],
}

impl Dialect {
    /// That of a service whose vendor has no rules of its own.
    pub const STANDARD: Self = Self {
        request_id_header: "x-request-id",
        json_type: "application/json",
        expired_codes: &[],
    };

    /// Whether a service with this error code found the request too old, or of the future.
    pub(super) fn is_expired(&self, code: Option<&str>) -> bool {
        code.is_some_and(|code| self.expired_codes.contains(&code))
    }
}

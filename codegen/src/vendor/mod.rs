//! What belongs to one vendor of APIs, and not to HTTP or OpenAPI: a file for each of them, and the
//! files of the runtime that it lists.

mod bce;
mod facts;

pub use facts::Vendor;

/// The vendors that the generator knows.
pub(crate) const VENDORS: &[&Vendor] = &[&bce::BCE];

/// The vendor whose APIs are authorized by this scheme of HTTP, among those that the generator knows
/// and `others`.
pub(crate) fn of_scheme(
    scheme: &str,
    others: &'static [&'static Vendor],
) -> Option<&'static Vendor> {
    // Case does not matter (RFC 9110, section 11.1).
    let is_named = |it: &&&Vendor| it.scheme.eq_ignore_ascii_case(scheme);
    VENDORS.iter().chain(others).find(is_named).copied()
}

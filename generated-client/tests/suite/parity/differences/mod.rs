//! Where our requests are not those of the SDK, and why.

mod all_parameters;
mod required_only;

/// A deliberate difference.
pub(crate) struct Difference {
    /// Why it is right.
    pub(crate) reason: &'static str,
    /// The parts that differ, as [`Mismatch::part`](super::compare::Mismatch::part) has them.
    pub(crate) parts: &'static [&'static str],
    /// The calls of the SDK whose requests differ in each of these parts.
    pub(crate) calls: &'static [&'static str],
}

/// In place of the name of a call: whichever has the part.
const ANY_CALL: &str = "*";

impl Difference {
    /// Each of the parts in the request of each of the calls.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> {
        let Self { parts, calls, .. } = *self;
        calls.iter().flat_map(|call| parts.iter().map(|part| Place { call, part }))
    }
}

/// A part of the request of a call.
#[derive(Debug)]
pub(crate) struct Place {
    call: &'static str,
    part: &'static str,
}

impl Place {
    /// Whether this is the place of a difference.
    pub(crate) fn is(&self, call: &str, part: &str) -> bool {
        self.part == part && (self.call == ANY_CALL || self.call == call)
    }
}

/// All differences.
pub(crate) fn all() -> impl Iterator<Item = &'static Difference> {
    all_parameters::DIFFERENCES.iter().chain(required_only::DIFFERENCES)
}

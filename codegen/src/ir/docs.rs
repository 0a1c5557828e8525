//! Documentation of what is emitted.

/// Documentation in CommonMark, as the description has it. Emission makes it harmless.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Docs(pub(crate) String);

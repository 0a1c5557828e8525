//! How values of a type can be compared.

/// How values of a type can be compared. The less comes first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Equality {
    /// `PartialEq`: there is a float in it.
    Partial,
    /// `Eq`, but not `Hash`: there is a secret or the content of a file in it.
    Full,
    /// `Eq` and `Hash`.
    Hashed,
}

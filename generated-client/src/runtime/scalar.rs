// @generated: part of the runtime that the generator copies. Do not edit.

//! Values that are one piece of text in a path, a query, a header or a form.

use std::fmt::Display;

use super::secret::Secret;

/// A value that is one piece of text on the wire: a text, a number, a boolean, a secret.
pub trait Scalar {
    /// The text.
    fn text(&self) -> String;

    /// Whether it must not be shown.
    fn is_secret(&self) -> bool {
        false
    }
}

impl<T: Display + ?Sized> Scalar for T {
    fn text(&self) -> String {
        self.to_string()
    }
}

// It has no `Display`: a secret is written into requests only.
impl Scalar for Secret {
    fn text(&self) -> String {
        self.written().to_owned()
    }

    fn is_secret(&self) -> bool {
        true
    }
}

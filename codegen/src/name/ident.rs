//! A valid Rust identifier.

use std::{fmt, sync::Arc};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::{letters::is_kept, reserved::is_keyword};

/// A valid, escaped Rust identifier. A clone costs a reference count.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Ident(Arc<str>);

impl Ident {
    /// A name that the generator itself brings along, such as `Client`.
    ///
    /// # Panics
    ///
    /// If `name` is no identifier or is a keyword: a bug in the caller.
    pub fn fixed(name: &'static str) -> Self {
        assert!(is_identifier(name), "`{name}` is no identifier");
        Self::checked(name)
    }

    /// The identifier as it stands in source text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Wraps text that [`is_identifier`] accepts.
    pub(super) fn checked(text: &str) -> Self {
        debug_assert!(is_identifier(text), "`{text}` is no identifier");
        Self(text.into())
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(proc_macro2::Ident::new(&self.0, Span::call_site()));
    }
}

/// Whether `text` can stand as an identifier: kept letters, digits and underscores, and no keyword.
pub(super) fn is_identifier(text: &str) -> bool {
    text.chars().all(|c| c == '_' || is_kept(c))
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(is_kept)
        && !is_keyword(text)
}

//! The only maker of identifiers.
//!
//! A wire name becomes [`words`], the words are joined in the case of a [`Namespace`], and what
//! Rust or the generated code already uses is escaped. [`assign`] does this for all names of one
//! scope and keeps them apart.
//!
//! - Reserved: one trailing underscore (`type_`), for types a word (`ErrorModel`).
//! - Leading digit: the prefix `n` or `N`, as in number (`n3d`, `N2_0`).
//! - Letters outside the table of `letters`, emoji and the like: their code point (`u1f600`).
//! - Collisions: all but one get a suffix computed from the wire name, so that the order of a
//!   description moves no names. It is a word where names differ in case alone (`HmacUpper`).
//!
//! Every identifier has the same bytes under NFC, which is what rustc compares, and none trips a
//! naming lint of rustc.

mod assign;
mod case;
mod hash;
mod ident;
mod irregular;
mod letters;
mod namespace;
mod plain;
mod reserved;
mod signs;
mod words;

pub use assign::{Assigned, Collision, Wanted, assign, file_stems};
pub use ident::Ident;
pub use namespace::Namespace;
pub use plain::ident;
pub use words::words;

#[cfg(test)]
mod tests;

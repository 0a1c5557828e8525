//! Findings about a description: what is wrong, where, and what to write instead.
//!
//! Every stage adds to one [`Diagnostics`]. [`render`] draws them when a run ends.

mod code;
mod escape;
mod excerpt;
mod finding;
mod findings;
mod render;
mod strictness;
mod suggest;

pub use code::Code;
pub use finding::{Diagnostic, Diagnostics, Label, Severity};
pub(crate) use findings::Findings;
pub use render::{Style, render};
pub use strictness::Strictness;
pub use suggest::suggest;

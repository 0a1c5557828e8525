//! Findings about a description: what is wrong, where, and what to write instead.
//!
//! Every stage pushes to one [`Diagnostics`]; [`render`] draws them at the edge.

mod code;
mod escape;
mod excerpt;
mod finding;
mod render;
mod suggest;

pub use code::Code;
pub use finding::{Diagnostic, Diagnostics, Label, Severity};
pub use render::{Style, render};
pub use suggest::suggest;

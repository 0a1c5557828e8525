//! Findings about a description: what is wrong, where, and what to write instead.
//!
//! Every stage adds to one [`Diagnostics`]. [`render`] draws them when a run ends, and [`locate`]
//! gives them to programs. [`summarize`] tells those of one kind once.

mod code;
mod edit;
mod escape;
mod excerpt;
mod finding;
mod findings;
mod located;
mod render;
mod repeated;
mod severity;
mod suggest;

pub use code::Code;
pub use edit::Edit;
pub use finding::{Diagnostic, Diagnostics, Label};
pub(crate) use findings::Findings;
pub use located::{Located, LocatedEdit, LocatedLabel, Span, locate};
pub use render::{Style, render};
pub use repeated::{Repeated, summarize};
pub use severity::{Severity, Strictness};
pub use suggest::suggest;

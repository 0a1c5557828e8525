//! Generates a Rust client crate from OpenAPI descriptions: text in, text out.
//!
//! ```text
//! text -> openapi -> ir -> tokens -> text
//!      Document     lower  emit     format
//! ```
//!
//! | module | holds |
//! | --- | --- |
//! | [`source`] | documents: their values, and where each value stands |
//! | [`diagnostic`] | findings about a description, and how they are drawn |
//! | `openapi` | OpenAPI as written |
//! | `lower` | every decision: from OpenAPI to Rust |
//! | [`name`] | the only maker of identifiers |
//! | `ir` | the client as Rust will have it |
//! | `emit` | templates: from the client to tokens |
//! | `format` | tokens to text |
//! | `parallel` | prints files side by side |
//! | `runtime` | the hand-written half of every client, tested in `codegen/runtime` |
//!
//! **Invariants.** This crate does no IO and does not panic on input. `openapi` knows no Rust, `ir`
//! knows no OpenAPI, `emit` decides nothing. Everything found about a description is a diagnostic
//! with a place, and all of them are reported. The same input gives the same output, byte for
//! byte, and the order of unrelated parts of a description moves no names. Text of a description
//! never becomes code. Code that does not depend on a description is never quoted.

pub mod diagnostic;
mod dump;
mod emit;
mod format;
mod http;
mod ir;
mod lower;
pub mod name;
mod openapi;
mod parallel;
mod project;
mod runtime;
pub mod source;

pub use diagnostic::{Code, Diagnostic, Diagnostics, Severity, Strictness, Style, render};
pub use dump::{dump_ir, dump_names, dump_spec};
pub use ir::{Package, Untyped};
pub use project::{Output, Project, ServiceInput, Stage, Summary};
pub use source::{DocumentId, Missing, Sources};

/// Generates the crate that `project` asks for; `observe` is told when each stage begins.
///
/// Gives nothing exactly when there are errors among `diagnostics`.
pub fn generate(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    observe: &mut dyn FnMut(Stage),
) -> Option<Output> {
    observe(Stage::Lower);
    let krate = lower::lower(project, sources, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    observe(Stage::Emit);
    let files = parallel::texts(&emit::files(&krate));
    Some(Output { files, summary: Summary::of(&krate) })
}

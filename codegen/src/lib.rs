//! Generates a Rust client crate from OpenAPI descriptions: text in, text out.
//!
//! ```text
//! text -> openapi -> ir -> tokens -> text
//!      Document     lower  emit     format
//! ```
//!
//! | module | holds |
//! | --- | --- |
//! | `project` | the input and the output of the generator |
//! | [`source`] | documents: their values, and the place of each value |
//! | [`diagnostic`] | findings about a description, and how they are drawn |
//! | `http` | the words of HTTP that both ends of the pipeline use |
//! | `invisible` | the characters that are not seen |
//! | `markdown` | text of a description in sentences of ours |
//! | `openapi` | OpenAPI as written |
//! | `lower` | every decision: from OpenAPI to Rust |
//! | [`name`] | the only maker of identifiers |
//! | `ir` | the client as Rust will have it |
//! | `emit` | templates: from the client to tokens |
//! | `format` | tokens to text |
//! | `parallel` | prints files in parallel |
//! | `runtime` | the hand-written half of every client, tested in `codegen/runtime` |
//! | `vendor` | what belongs to one vendor of APIs: its signature, and the rules that go with it |
//! | `steps` | counts steps, for tests |
//! | `dump` | outlines of what the stages made |
//!
//! The README of the repository lists the invariants, and says which a test holds and which a review.

pub mod diagnostic;
mod dump;
mod emit;
mod format;
mod http;
mod invisible;
mod ir;
mod lower;
mod markdown;
pub mod name;
mod openapi;
mod parallel;
mod project;
mod runtime;
pub mod source;
mod steps;
mod vendor;

pub use diagnostic::{
    Code, Diagnostic, Diagnostics, Repeated, Severity, Strictness, Style, locate, render, summarize,
};
pub use dump::{dump_ir, dump_names, dump_spec};
pub use ir::{Lost, Package, Untyped};
pub use lower::crate_name;
pub use project::{Output, Project, ServiceInput, Stage, Summary};
pub use runtime::{Part as RuntimePart, RuntimeName};
pub use source::{DocumentId, Missing, Sources, normalize};
pub use vendor::Vendor;

/// Generates the crate that `project` asks for. Calls `observe` when a stage begins.
///
/// Returns `None` exactly when there are errors among `diagnostics`.
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

/// Finds all that [`generate`] would find, and generates nothing.
pub fn check(project: &Project, sources: &Sources, diagnostics: &mut Diagnostics) {
    lower::lower(project, sources, diagnostics);
}

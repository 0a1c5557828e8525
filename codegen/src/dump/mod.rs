//! A look at each stage: an outline of the description as read, an outline of the client, and the
//! table of names.

mod ir;
mod names;
mod openapi;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lower;
use crate::project::Project;
use crate::source::Sources;

/// Outlines the description as it was read, or one operation of it.
///
/// Returns `None` exactly when there are errors among `diagnostics`.
pub fn dump_spec(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    let text = openapi::outline(project, sources, diagnostics, operation);
    finish(text, project, sources, diagnostics, operation)
}

/// Outlines the client as Rust will have it, or one operation of it with the types in its file.
///
/// Returns `None` exactly when there are errors among `diagnostics`.
pub fn dump_ir(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    let krate = lower::lower(project, sources, diagnostics);
    finish(ir::outline(&krate, operation), project, sources, diagnostics, operation)
}

/// Lists each name of the description with its name in Rust, of all or of one operation with the
/// types in its file.
///
/// Returns `None` exactly when there are errors among `diagnostics`.
pub fn dump_names(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    let krate = lower::lower(project, sources, diagnostics);
    finish(names::table(&krate, operation), project, sources, diagnostics, operation)
}

/// Reports an operation that does not exist: its text is empty.
fn finish(
    text: String,
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    if let (true, Some(wanted)) = (text.is_empty(), operation)
        && !diagnostics.has_errors()
    {
        let root = project.services.iter().find_map(|service| service.documents.first());
        let diagnostic =
            Diagnostic::new(Code::InvalidValue, format!("there is no operation `{wanted}`"))
                .fatal();
        diagnostics.push(match root {
            Some(root) => diagnostic.at(sources.root(*root).place(), "not described here"),
            None => diagnostic,
        });
    }
    (!diagnostics.has_errors()).then_some(text)
}

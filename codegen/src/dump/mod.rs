//! Every stage can be looked at: outlines of the description as read and of the client as it
//! will be, and the table of names.

mod ir;
mod openapi;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lower;
use crate::project::Project;
use crate::source::Sources;

/// The description as it was read; only one operation, if asked for.
///
/// Gives nothing exactly when there are errors among `diagnostics`.
pub fn dump_spec(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    let text = openapi::outline(project, sources, diagnostics, operation);
    finish(text, project, sources, diagnostics, operation)
}

/// The client as Rust will have it; only one operation, if asked for.
///
/// Gives nothing exactly when there are errors among `diagnostics`.
pub fn dump_ir(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    operation: Option<&str>,
) -> Option<String> {
    let krate = lower::lower(project, sources, diagnostics);
    finish(ir::outline(&krate, operation), project, sources, diagnostics, operation)
}

/// Every name of the description beside the name it has in Rust.
///
/// Gives nothing exactly when there are errors among `diagnostics`.
pub fn dump_names(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let krate = lower::lower(project, sources, diagnostics);
    (!diagnostics.has_errors()).then(|| ir::names(&krate))
}

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

//! What the descriptions of this repository owe their readers, beyond what OpenAPI asks for: every
//! operation has examples, which become a test, the address of its documentation, and a 404 if its
//! path names a resource.

use crate::diagnostic::{Code, Diagnostic, Strictness};
use crate::ir::{Operation, Slot};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::examples::Examples;
use crate::openapi::{Status, UNDOCUMENTED};

/// Reports what an operation of our own lacks; nothing about the descriptions of others.
pub(crate) fn check(
    cx: Context<'_, '_>,
    found: &Described<'_, '_>,
    examples: &Examples<'_>,
    operation: &Operation,
) {
    if cx.findings.strictness() == Strictness::Own {
        check_examples(cx, found, examples, operation);
        check_documentation(cx, found);
        check_not_found(cx, found, operation);
    }
}

fn check_examples(
    cx: Context<'_, '_>,
    found: &Described<'_, '_>,
    examples: &Examples<'_>,
    operation: &Operation,
) {
    let arguments = operation.arguments.iter().zip(&examples.arguments);
    let mut missing: Vec<_> = arguments
        .filter(|(_, example)| example.node.is_none())
        .map(|(argument, _)| format!("`{}`", argument.wire))
        .collect();
    if !examples.response.as_ref().is_some_and(|it| it.is_shown) {
        missing.push("the response".to_owned());
    }
    if missing.is_empty() {
        return;
    }
    let message = format!("the operation `{}` lacks examples, so it has no test", operation.id);
    cx.report(
        Diagnostic::new(Code::MissingExample, message)
            .at(found.operation.node.key_place(), format!("no example of {}", missing.join(", ")))
            .help("write `example: ...` beside the `schema` of each"),
    );
}

fn check_documentation(cx: Context<'_, '_>, found: &Described<'_, '_>) {
    let operation = found.operation;
    if operation.external_docs.is_none() && !operation.undocumented {
        let message = format!("the operation `{}` does not name its documentation", found.id);
        cx.report(
            Diagnostic::new(Code::MissingDocumentation, message)
                .at(operation.node.key_place(), "has no `externalDocs`")
                .help("add `externalDocs: {url: ...}`, or `x-undocumented: true` if no page describes it"),
        );
    }
    if operation.external_docs.is_some() && operation.undocumented {
        let message = "`x-undocumented` has no effect on an operation with `externalDocs`";
        let key = operation.node.get(UNDOCUMENTED).unwrap_or(operation.node);
        cx.report(
            Diagnostic::new(Code::UselessExtension, message)
                .at(key.key_place(), "contradicts the address of a page")
                .help("remove one of the two"),
        );
    }
}

fn check_not_found(cx: Context<'_, '_>, found: &Described<'_, '_>, operation: &Operation) {
    let resource =
        operation.arguments.iter().find(|argument| matches!(argument.slot, Slot::Path(_)));
    let mut responses = found.operation.responses.iter();
    let is_not_found = |status| matches!(status, Status::Code(404) | Status::Range(4));
    let has_not_found = responses.any(|(status, _)| is_not_found(*status));
    let Some(resource) = resource.filter(|_| !has_not_found) else { return };
    let message = format!(
        "the operation `{}` does not say what happens where there is no `{}`",
        operation.id, resource.wire
    );
    cx.report(
        Diagnostic::new(Code::MissingNotFound, message)
            .at(found.operation.node.key_place(), "has no response `404`")
            .help("add the response `404` with its error codes"),
    );
}

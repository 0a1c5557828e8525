//! Findings for programs: an object a line, or a log in SARIF.

mod sarif;

use codegen::diagnostic::{Located, LocatedEdit, LocatedLabel, Span};
use codegen::{Diagnostics, Sources};
use serde_json::{Value, json};

use crate::args::Format;
use crate::error::Error;
use crate::findings::{Show, show};
use crate::terminal::print;

/// Shows the findings: people see them on standard error, programs get them from standard output.
///
/// # Errors
///
/// If standard output cannot be written to.
pub(crate) fn report(
    format: Format,
    which: Show,
    diagnostics: &Diagnostics,
    sources: &Sources,
) -> Result<(), Error> {
    match format {
        Format::Human => {
            show(diagnostics, sources, which);
            Ok(())
        }
        Format::Json => {
            let findings = codegen::locate(diagnostics, sources);
            let lines = findings.iter().map(|it| format!("{}\n", finding(it, sources)));
            print(&lines.collect::<String>())
        }
        Format::Sarif => {
            let findings = codegen::locate(diagnostics, sources);
            print(&format!("{:#}\n", sarif::log(&findings, sources)))
        }
    }
}

/// Prints what was done, where standard output is not for programs.
///
/// # Errors
///
/// If standard output cannot be written to.
pub(crate) fn summarize(format: Format, text: &str) -> Result<(), Error> {
    match format {
        Format::Human => print(text),
        Format::Json | Format::Sarif => Ok(()),
    }
}

/// A finding as an object. What it does not have is null.
fn finding(it: &Located, sources: &Sources) -> Value {
    let mut object = json!({
        "code": it.code.as_str(),
        "severity": it.severity.as_str(),
        "message": it.message,
        "file": null,
        "line": null,
        "column": null,
        "end": null,
        "labels": it.labels.iter().map(|it| label(it, sources)).collect::<Vec<_>>(),
        "notes": it.notes,
        "help": it.help,
        "edit": it.edit.as_ref().map(|it| edit(it, sources)),
    });
    if let Some(place) = &it.span {
        merge(&mut object, span(place, sources));
    }
    object
}

fn label(LocatedLabel { span: place, text, primary }: &LocatedLabel, sources: &Sources) -> Value {
    let mut object = span(place, sources);
    merge(&mut object, json!({"text": text, "primary": primary}));
    object
}

fn edit(LocatedEdit { span: place, text }: &LocatedEdit, sources: &Sources) -> Value {
    let mut object = span(place, sources);
    merge(&mut object, json!({"replacement": text}));
    object
}

/// A stretch of a line. Columns are counted in characters, from one; `end` is the one behind it. The
/// offsets are those of bytes, without a byte order mark.
fn span(span: &Span, sources: &Sources) -> Value {
    json!({
        "file": sources.get(span.document).path(),
        "line": span.line,
        "column": span.column,
        "end": span.end,
        "start_byte": span.bytes.start,
        "end_byte": span.bytes.end,
    })
}

fn merge(object: &mut Value, other: Value) {
    if let (Value::Object(object), Value::Object(other)) = (object, other) {
        object.extend(other);
    }
}

//! Findings in the Static Analysis Results Interchange Format 2.1.0, as code hosts and editors show
//! them.

use std::collections::BTreeSet;

use codegen::diagnostic::{Located, LocatedEdit, Span};
use codegen::{Code, Sources};
use serde_json::{Value, json};

/// The schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of a run that found these.
pub(super) fn log(findings: &[Located], sources: &Sources) -> Value {
    let codes: BTreeSet<Code> = findings.iter().map(|it| it.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let index = |code: Code| codes.iter().position(|it| *it == code);
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "xtask",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings
                .iter()
                .map(|it| result(it, index(it.code), sources))
                .collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.explanation()},
        "help": {"text": format!("`cargo xtask explain {code}` shows an example.")},
    })
}

fn result(it: &Located, rule: Option<usize>, sources: &Sources) -> Value {
    let mut text = it.message.clone();
    for note in &it.notes {
        text += &format!("\nnote: {note}");
    }
    if let Some(help) = &it.help {
        text += &format!("\nhelp: {help}");
    }
    let mut result = json!({
        "ruleId": it.code.as_str(),
        "ruleIndex": rule,
        "level": it.severity.as_str(),
        "message": {"text": text},
        "locations": [],
    });
    let mut labels = it.labels.iter();
    if let Some(main) = labels.next() {
        result["locations"] = json!([location(&main.span, &main.text, None, sources)]);
    }
    let others = labels.enumerate();
    let others: Vec<Value> =
        others.map(|(id, it)| location(&it.span, &it.text, Some(id), sources)).collect();
    if !others.is_empty() {
        result["relatedLocations"] = others.into();
    }
    if let Some(edit) = &it.edit {
        result["fixes"] = json!([fix(edit, it.help.as_deref(), sources)]);
    }
    result
}

fn location(span: &Span, text: &str, id: Option<usize>, sources: &Sources) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(sources.get(span.document).path())},
            "region": region(span),
        },
    });
    if !text.is_empty() {
        location["message"] = json!({"text": text});
    }
    if let Some(id) = id {
        location["id"] = id.into();
    }
    location
}

fn region(span: &Span) -> Value {
    json!({"startLine": span.line, "startColumn": span.column, "endColumn": span.end})
}

fn fix(edit: &LocatedEdit, help: Option<&str>, sources: &Sources) -> Value {
    let LocatedEdit { span, text } = edit;
    let uri = uri(sources.get(span.document).path());
    json!({
        "description": {"text": help.unwrap_or("write the word that is meant")},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri},
            "replacements": [{"deletedRegion": region(span), "insertedContent": {"text": text}}],
        }],
    })
}

/// A path as a URI: relative to the current folder, unless it is absolute.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let mut uri = scheme.to_owned();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(byte.into());
            }
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_become_uris() {
        assert_eq!(super::uri("api/a b.yaml"), "api/a%20b.yaml");
        assert_eq!(super::uri("/é.yaml"), "file:///%C3%A9.yaml");
    }
}

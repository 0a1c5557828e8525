//! Documentation of values: the words of the description, and the facts that a schema adds.

use crate::ir::Docs;
use crate::markdown::code;
use crate::openapi::Schema;
use crate::source::Node;

/// The words of the description, and the facts that the schema adds to them.
pub(super) fn value_docs(description: Option<&str>, schema: &Schema<'_>) -> Docs {
    let mut text = description.unwrap_or_default().trim().to_owned();
    let rare = schema.rare();
    let values =
        [("Default", schema.default), ("Minimum", rare.minimum), ("Maximum", rare.maximum)];
    let values = values.into_iter().filter_map(|(word, value)| Some((word, plain_text(value?)?)));
    let encoding = rare.content_encoding.map(|encoding| ("Encoding", encoding.to_owned()));
    let facts: Vec<_> = values
        .chain(encoding)
        .map(|(word, value)| format!("{word}: `{}`.", code(&value)))
        .collect();
    if !facts.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&facts.join(" "));
    }
    Docs(text)
}

/// A text, a number or a boolean as it stands in a path, a query or a sentence.
pub(super) fn plain_text(node: Node<'_>) -> Option<String> {
    match node.to_json() {
        serde_json::Value::String(text) => Some(text),
        value @ (serde_json::Value::Bool(_) | serde_json::Value::Number(_)) => {
            Some(value.to_string())
        }
        _ => None,
    }
}

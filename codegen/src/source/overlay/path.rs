//! JSONPath (RFC 9535), and the ways to what it selects.

use std::collections::HashSet;

use serde_json_path::{JsonPath, PathElement};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A step of a way from the root to a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum TrailStep {
    Key(String),
    Index(usize),
}

/// The way from the root to a value.
pub(super) type Trail = Vec<TrailStep>;

/// How deep brackets of a path may be nested: its parser is recursive.
const LEVELS: usize = 32;

/// Reads a JSONPath.
///
/// # Errors
///
/// The finding that the text is none.
pub(super) fn parse(node: Node<'_>) -> Result<JsonPath, Diagnostic> {
    let text = node.as_str().unwrap_or_default();
    let message = format!("`{text}` is not a JSONPath");
    let invalid = Diagnostic::new(Code::InvalidPath, message).fatal();
    if is_nested_too_deep(text) {
        return Err(invalid.at(node.place(), "too many brackets in brackets"));
    }
    JsonPath::parse(text).map_err(|error| {
        let rest = text.chars().skip(text.get(..error.position()).unwrap_or(text).chars().count());
        let rest: String = rest.take(20).collect();
        let label = match rest.is_empty() {
            true => "it ends too early".to_owned(),
            false => format!("it cannot be read from `{rest}` on"),
        };
        let help = match text.trim_start().starts_with('$') {
            true => "write names such as `/pets` and `x-key` in brackets: `$.paths['/pets']`",
            false => "a JSONPath starts with `$`, the root of the description",
        };
        invalid.at(node.place(), label).help(help)
    })
}

fn is_nested_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > LEVELS
    })
}

/// The ways to what a path selects, each once, in the order of the path.
pub(super) fn select(path: &JsonPath, root: &serde_json::Value) -> Vec<Trail> {
    let mut seen = HashSet::new();
    let nodes = path.query_located(root);
    let ways = nodes.locations().map(|location| location.iter().map(step).collect::<Trail>());
    ways.filter(|way| seen.insert(way.clone())).collect()
}

fn step(element: &PathElement<'_>) -> TrailStep {
    match element {
        PathElement::Name(name) => TrailStep::Key((*name).to_owned()),
        PathElement::Index(index) => TrailStep::Index(*index),
    }
}

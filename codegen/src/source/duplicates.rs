//! Keys that stand twice in a mapping, with both places.

use std::collections::HashMap;
use std::ops::Range;

use super::characters::legible;
use super::events::{TextStep, steps};

/// A key and the mapping that already has it.
pub(super) struct Duplicate {
    pub(super) key: String,
    pub(super) first: Range<usize>,
    pub(super) again: Range<usize>,
}

/// All repeated keys of a text, in its order.
pub(super) fn duplicates(text: &str) -> Vec<Duplicate> {
    let mut found = Vec::new();
    let mut open: Vec<HashMap<String, Range<usize>>> = Vec::new();
    let text = legible(text);
    for step in steps(&text) {
        match step {
            TextStep::Open(_) => open.push(HashMap::new()),
            TextStep::Close(_) => {
                open.pop();
            }
            TextStep::Key(Some(key), range) => {
                let Some(seen) = open.last_mut() else {
                    continue;
                };
                if let Some(first) = seen.get(key.as_ref()) {
                    let key = key.into_owned();
                    found.push(Duplicate { key, first: first.clone(), again: range });
                } else {
                    seen.insert(key.into_owned(), range);
                }
            }
            TextStep::Key(None, _) | TextStep::Scalar(_) => {}
        }
    }
    found
}

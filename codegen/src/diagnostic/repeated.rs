//! Findings of one kind, told once: a description that is not ours to fix may have thousands.

use std::collections::HashMap;

use super::excerpt::LineIndex;
use super::render::main_label;
use super::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// How many findings of a kind are told one by one.
const FEW: usize = 3;

/// How many places are listed where the others are counted.
const LISTED: usize = 3;

/// A finding, and how many others of its kind it stands for.
#[derive(Clone, Debug)]
pub struct Repeated {
    /// The finding; a note lists the first places of the others.
    pub diagnostic: Diagnostic,
    /// How many others it stands for.
    pub others: usize,
}

/// What findings of one sort have in common: all but the names in backticks.
#[derive(PartialEq, Eq, Hash)]
struct Sort(Code, Severity, String);

/// The findings, those of a kind that is found often only the first few times, in the order of their
/// documents and positions. Errors are all there.
pub fn summarize(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Repeated> {
    let labels = diagnostics.iter().filter_map(|it| main_label(&it.labels));
    let locations = sources.locate(labels.map(|label| label.place));
    let at = |diagnostic: &Diagnostic| {
        let location = locations.get(main_label(&diagnostic.labels)?.place)?;
        Some((location.document, location.range.start))
    };
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| at(diagnostic));
    let mut counts: HashMap<Sort, usize> = HashMap::new();
    let mut told: Vec<Repeated> = Vec::new();
    let mut lasts: HashMap<Sort, (usize, Vec<&Diagnostic>)> = HashMap::new();
    for diagnostic in sorted {
        let count = counts.entry(Sort::of(diagnostic)).or_default();
        *count += 1;
        if *count <= FEW || diagnostic.severity == Severity::Error {
            if *count == FEW {
                lasts.insert(Sort::of(diagnostic), (told.len(), Vec::new()));
            }
            told.push(Repeated { diagnostic: diagnostic.clone(), others: 0 });
        } else if let Some((_, others)) = lasts.get_mut(&Sort::of(diagnostic)) {
            others.push(diagnostic);
        }
    }
    let mut lines: HashMap<_, LineIndex> = HashMap::new();
    for (last, others) in lasts.into_values().filter(|(_, others)| !others.is_empty()) {
        let places = others.iter().filter_map(|other| at(other)).take(LISTED);
        let places = places.map(|(document, start)| {
            let document_text = sources.get(document).text();
            let lines = lines.entry(document).or_insert_with(|| LineIndex::new(document_text));
            let at = lines.position(document_text, start);
            format!("{}:{}:{}", sources.get(document).path(), at.line, at.column)
        });
        let mut places: Vec<String> = places.collect();
        if others.len() > places.len() {
            places.push("...".to_owned());
        }
        let count = others.len();
        let note = format!("{count} more of this kind: {}", places.join(", "));
        told[last].diagnostic.notes.push(note);
        told[last].others = count;
    }
    told
}

impl Sort {
    fn of(diagnostic: &Diagnostic) -> Self {
        // What stands between backticks are names; the text around them says what is wrong.
        let words: Vec<&str> = diagnostic.message.split('`').step_by(2).collect();
        Self(diagnostic.code, diagnostic.severity, words.join("`"))
    }
}

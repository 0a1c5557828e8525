//! Findings for programs: places as lines and columns, edits as texts.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::edit::replacement;
use super::excerpt::LineIndex;
use super::render::main_label;
use super::{Code, Diagnostic, Diagnostics, Label, Severity};
use crate::source::{DocumentId, Location, Locations, Place, Sources};

/// A finding whose places are known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located {
    /// The kind of finding.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where it is; `None` if it is nowhere in a document.
    pub span: Option<Span>,
    /// The places that matter, the main one first.
    pub labels: Vec<LocatedLabel>,
    /// Further facts.
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Option<String>,
    /// What a program may write instead.
    pub edit: Option<LocatedEdit>,
}

/// A place that matters to a finding, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocatedLabel {
    /// The place.
    pub span: Span,
    /// What is wrong there; may be empty.
    pub text: String,
    /// Whether this is where the finding is.
    pub primary: bool,
}

/// A stretch of a line of a document. Lines and columns count from one, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The document.
    pub document: DocumentId,
    /// The bytes.
    pub bytes: Range<usize>,
    /// The line.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The column behind the last character.
    pub end: usize,
}

/// A replacement of a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocatedEdit {
    /// What is replaced.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// The findings with their places, sorted by document and position. Equal ones are there once.
pub fn locate(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Located> {
    let places = diagnostics.iter().flat_map(|diagnostic| {
        let labels = diagnostic.labels.iter().map(|label| label.place);
        labels.chain(diagnostic.edit.as_ref().map(|edit| edit.place))
    });
    let places: Vec<Place> = places.collect();
    let locations = sources.locate(places.iter().copied());
    let located = places.iter().filter_map(|place| locations.get(*place));
    let documents: HashSet<DocumentId> = located.map(|location| location.document).collect();
    let lines = documents.into_iter().map(|id| (id, LineIndex::new(sources.get(id).text())));
    let map = Map { sources, locations, lines: lines.collect() };
    let mut all: Vec<Located> = diagnostics.iter().map(|it| map.finding(it)).collect();
    all.sort_by_key(|it| it.span.as_ref().map(|span| (span.document, span.bytes.start)));
    let mut seen = HashSet::new();
    all.retain(|it| seen.insert(it.clone()));
    all
}

struct Map<'a> {
    sources: &'a Sources,
    locations: Locations,
    lines: HashMap<DocumentId, LineIndex>,
}

impl Map<'_> {
    fn finding(&self, diagnostic: &Diagnostic) -> Located {
        let Diagnostic { code, severity, message, labels, notes, help, edit, .. } = diagnostic;
        let main = main_label(labels);
        let others = labels.iter().filter(|label| main.is_none_or(|main| main != *label));
        Located {
            code: *code,
            severity: *severity,
            message: message.clone(),
            span: main.map(|label| self.span(label.place)),
            labels: main.into_iter().chain(others).map(|label| self.label(label)).collect(),
            notes: notes.clone(),
            help: help.clone(),
            edit: edit.as_ref().and_then(|edit| {
                let span = self.span(edit.place);
                let written = &self.sources.get(span.document).text()[span.bytes.clone()];
                let text = replacement(written, &edit.from, &edit.to)?;
                Some(LocatedEdit { span, text })
            }),
        }
    }

    fn label(&self, label: &Label) -> LocatedLabel {
        let Label { place, text, primary } = label;
        LocatedLabel { span: self.span(*place), text: text.clone(), primary: *primary }
    }

    fn span(&self, place: Place) -> Span {
        let nowhere = Location { document: place.document(), range: 0..0, copied_by: None };
        let Location { document, range: bytes, .. } = self.locations.get(place).unwrap_or(nowhere);
        let text = self.sources.get(document).text();
        let start = self.lines[&document].position(text, bytes.start);
        let width = text[bytes.clone()].chars().count();
        let (line, column) = (start.line, start.column);
        Span { document, bytes, line, column, end: column + width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Strictness;

    #[test]
    fn places_and_edits_are_found() {
        let mut diagnostics = Diagnostics::new(Strictness::Lenient);
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "é: {\"sumary\": 1}\nb: 2\n", &mut diagnostics);
        let key = sources.root(id).pointer("/é/sumary").unwrap().key_place();
        let other = sources.root(id).get("b").unwrap().place();
        let finding = Diagnostic::new(Code::UnknownKey, "unknown")
            .also(other, "other")
            .at(key, "here")
            .meant(key, "sumary", ["summary", "tags"]);
        diagnostics.push(finding.clone());
        diagnostics.push(finding);
        let located = locate(&diagnostics, &sources);
        let [it] = &located[..] else { panic!("{located:?}") };
        let span = |span: &Span| (span.line, span.column, span.end);
        assert_eq!(it.span.as_ref().map(span), Some((1, 5, 13)));
        let texts: Vec<_> = it.labels.iter().map(|it| (it.text.as_str(), it.primary)).collect();
        assert_eq!(texts, [("here", true), ("other", false)]);
        assert_eq!(span(&it.labels[1].span), (2, 4, 5));
        assert_eq!(it.help.as_deref(), Some("did you mean `summary`?"));
        let edit = it.edit.as_ref().unwrap();
        assert_eq!((edit.text.as_str(), edit.span.bytes.clone()), ("\"summary\"", 5..13));
    }
}

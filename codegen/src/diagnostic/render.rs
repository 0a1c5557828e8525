//! Draws diagnostics in the manner of rustc.

use std::collections::{HashMap, HashSet};
use std::ptr;

use annotate_snippets::{
    AnnotationKind, Group, Level, Message, Origin, Padding, Renderer, Snippet,
};

use super::escape::escape;
use super::excerpt::{LineIndex, excerpt};
use super::{Diagnostic, Diagnostics, Label, Severity};
use crate::source::{DocumentId, Location, Locations, Place, Sources};

/// Labels that are more lines apart than this get separate excerpts: drawing an excerpt takes time
/// for every line between its labels.
const FAR: usize = 1000;

/// The look of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text only.
    Plain,
    /// With ANSI colours, for terminals.
    Coloured,
}

/// Draws the findings, sorted by document and position, with a blank line after each. Equal
/// findings are drawn once.
///
/// Control characters in text of the description are escaped.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, style: Style) -> String {
    let labels = diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels);
    let places: Vec<Place> = labels.map(|label| label.place).collect();
    let locations = sources.locate(places.iter().copied());
    let lines = lines(&places, &locations, sources);
    let canvas = Canvas { sources, locations, lines, renderer: renderer(style) };
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| {
        let main = canvas.locate(main_label(&diagnostic.labels)?);
        Some((main.document, main.range.start))
    });
    let mut drawn = HashSet::new();
    let mut text = String::new();
    for diagnostic in sorted {
        let report = canvas.report(diagnostic);
        if drawn.insert(report.clone()) {
            text.push_str(&report);
            text.push_str("\n\n");
        }
    }
    text
}

/// The lines of every document that a label is in.
fn lines(
    places: &[Place],
    locations: &Locations,
    sources: &Sources,
) -> HashMap<DocumentId, LineIndex> {
    let located = places.iter().filter_map(|place| locations.get(*place));
    let documents =
        located.flat_map(|it| [it.document].into_iter().chain(it.copied_by.map(|it| it.0)));
    let documents: HashSet<_> = documents.collect();
    documents.into_iter().map(|id| (id, LineIndex::new(sources.get(id).text()))).collect()
}

fn renderer(style: Style) -> Renderer {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    // Excerpts are cut already, to a width that labels do not change.
    renderer.term_width(usize::MAX / 2)
}

/// The label that says where a finding is.
pub(super) fn main_label(labels: &[Label]) -> Option<&Label> {
    labels.iter().find(|label| label.primary).or(labels.first())
}

/// Everything that drawing a finding needs.
struct Canvas<'a> {
    sources: &'a Sources,
    locations: Locations,
    lines: HashMap<DocumentId, LineIndex>,
    renderer: Renderer,
}

impl Canvas<'_> {
    fn report(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.clone().primary_title(escape(&diagnostic.message));
        let header = Group::with_title(title.id(diagnostic.code.as_str()));
        let mut messages = messages(diagnostic, self.copies(diagnostic));
        if diagnostic.labels.is_empty() {
            return self.renderer.render(&[header.elements(messages)]);
        }
        // One group for each position and each excerpt: a snippet in the group of its position
        // would replace the position by the one in the excerpt. The first group is drawn as an
        // empty line.
        let mut groups = vec![Group::with_level(level.clone())];
        let blocks = self.blocks(&diagnostic.labels);
        for (index, labels) in blocks.iter().enumerate() {
            let [position, mut excerpt] = self.block(labels, &level);
            if index + 1 < blocks.len() {
                excerpt = excerpt.element(Padding);
            } else if !messages.is_empty() {
                excerpt = excerpt.element(Padding).elements(std::mem::take(&mut messages));
            }
            groups.extend([position, excerpt]);
        }
        self.renderer.render(&[header]) + &self.renderer.render(&groups)
    }

    /// Labels that are shown in one excerpt, for each excerpt; the main label comes first.
    fn blocks<'l>(&self, labels: &'l [Label]) -> Vec<Vec<&'l Label>> {
        let main = main_label(labels);
        let others = labels.iter().filter(|label| main.is_none_or(|main| !ptr::eq(main, *label)));
        let mut blocks: Vec<Vec<&Label>> = Vec::new();
        for label in main.into_iter().chain(others) {
            match blocks.iter_mut().find(|block| self.near(block[0], label)) {
                Some(block) => block.push(label),
                None => blocks.push(vec![label]),
            }
        }
        blocks
    }

    /// Whether two labels fit in one excerpt. An excerpt holds all lines between its labels.
    fn near(&self, a: &Label, b: &Label) -> bool {
        let (a, b) = (self.locate(a), self.locate(b));
        a.document == b.document && {
            let lines = &self.lines[&a.document];
            lines.line(a.range.start).abs_diff(lines.line(b.range.start)) <= FAR
        }
    }

    /// The position of the first of some labels that are near each other, and their lines.
    fn block<'g>(&self, labels: &[&Label], level: &Level<'g>) -> [Group<'g>; 2] {
        let id = self.locate(labels[0]).document;
        let (document, lines) = (self.sources.get(id), &self.lines[&id]);
        let marks: Vec<_> = labels.iter().map(|label| self.locate(label).range).collect();
        let at = lines.position(document.text(), marks[0].start);
        let origin = Origin::path(escape(document.path())).line(at.line).char_column(at.column);
        if document.is_concealed() {
            let position = Group::with_level(level.clone()).element(origin);
            return [position, Group::with_level(level.clone())];
        }

        let excerpt = excerpt(document.text(), lines, &marks);
        let annotations = labels.iter().zip(excerpt.marks).map(|(label, mark)| {
            let kind =
                if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(mark).label(escape(&label.text))
        });
        let snippet =
            Snippet::source(excerpt.text).line_start(excerpt.first_line).annotations(annotations);
        [
            Group::with_level(level.clone()).element(origin),
            Group::with_level(level.clone()).element(snippet),
        ]
    }

    fn locate(&self, label: &Label) -> Location {
        let nowhere = Location { document: label.place.document(), range: 0..0, copied_by: None };
        self.locations.get(label.place).unwrap_or(nowhere)
    }

    /// Where overlays copy the values of a finding.
    fn copies(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let mut copies = Vec::new();
        for (id, range) in diagnostic.labels.iter().filter_map(|it| self.locate(it).copied_by) {
            let document = self.sources.get(id);
            let at = self.lines[&id].position(document.text(), range.start);
            let copy = format!("copied by {}:{}:{}", document.path(), at.line, at.column);
            if !copies.contains(&copy) {
                copies.push(copy);
            }
        }
        copies
    }
}

/// The notes and the help of a finding, whose values overlays copied at some places.
fn messages(diagnostic: &Diagnostic, copies: Vec<String>) -> Vec<Message<'static>> {
    let notes = diagnostic.notes.iter().chain(&copies);
    let notes = notes.map(|note| Level::NOTE.message(escape(note)));
    let help = diagnostic.help.iter().map(|help| Level::HELP.message(escape(help)));
    notes.chain(help).collect()
}

#[cfg(test)]
mod tests;

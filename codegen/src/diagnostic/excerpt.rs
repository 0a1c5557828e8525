//! The lines of a text that a report shows.

use std::ops::Range;

use super::escape::escape_line;
use crate::source::offset::{ceil_char_boundary, start_of_line};

/// How many bytes of a line are shown as they are.
const WIDTH: usize = 140;
/// How many bytes of a longer line are shown on either side of a mark.
const MARGIN: usize = 40;
/// How many bytes of a long mark are shown.
const MARKED: usize = 80;
/// Stands for the part of a line that is left out.
const ELLIPSIS: &str = "...";

/// The lines from the first mark to the last. Lines without a mark nearby are empty, so that the
/// line numbers are right. Long lines are cut around their marks.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The number of the first line, from one.
    pub(super) first_line: usize,
    /// The bytes of the marks in `text`, in the order asked for.
    pub(super) marks: Vec<Range<usize>>,
}

/// Cuts out the lines of marks, each of which lies within a line.
pub(super) fn excerpt(text: &str, index: &LineIndex, marks: &[Range<usize>]) -> Excerpt {
    let lines = lines(text, marks);
    let mut excerpt = Excerpt {
        text: String::new(),
        first_line: index.line(lines.first().map_or(0, |line| line.start)),
        marks: vec![0..0; marks.len()],
    };
    let is_marked = |index: usize| {
        lines.get(index).is_some_and(|line| marks.iter().any(|mark| holds(line, mark)))
    };
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            excerpt.text.push('\n');
        }
        // The renderer shows a line between two marked ones.
        if is_marked(index) || (index > 0 && is_marked(index - 1) && is_marked(index + 1)) {
            excerpt.push_line(text, line, marks);
        }
    }
    excerpt
}

/// The bytes of the lines from the first mark to the last, without line ends.
fn lines(text: &str, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let first = marks.iter().map(|mark| mark.start).min().unwrap_or(0);
    let last = marks.iter().map(|mark| mark.start).max().unwrap_or(0);
    let mut start = start_of_line(text, first);
    let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline);
    let mut lines = Vec::new();
    for line in text[start..end].split('\n') {
        lines.push(start..start + line.len());
        start += line.len() + 1;
    }
    lines
}

/// Whether a mark starts in a line, or at its end.
fn holds(line: &Range<usize>, mark: &Range<usize>) -> bool {
    line.start <= mark.start && mark.start <= line.end
}

impl Excerpt {
    fn push_line(&mut self, text: &str, line: &Range<usize>, marks: &[Range<usize>]) {
        let mut shown = line.start;
        for part in parts(text, line, marks) {
            if shown < part.start {
                self.text.push_str(ELLIPSIS);
            }
            for (mark, place) in marks.iter().zip(&mut self.marks) {
                if holds(&part, mark) {
                    let offset = |end: usize| {
                        let end = end.min(part.end);
                        self.text.len() + escape_line(&text[part.start..end]).len()
                    };
                    *place = offset(mark.start)..offset(mark.end);
                }
            }
            self.text.push_str(&escape_line(text[part.clone()].trim_end_matches('\r')));
            shown = part.end;
        }
        if shown < line.end {
            self.text.push_str(ELLIPSIS);
        }
    }
}

/// The parts of a line to show, in order.
fn parts(text: &str, line: &Range<usize>, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    if line.len() <= WIDTH {
        return vec![line.clone()];
    }
    let mut marks: Vec<_> = marks.iter().filter(|mark| holds(line, mark)).collect();
    marks.sort_by_key(|mark| mark.start);
    let mut parts: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let end = mark.end.min(mark.start + MARKED) + MARGIN;
        let start = ceil_char_boundary(text, mark.start.saturating_sub(MARGIN)).max(line.start);
        let end = ceil_char_boundary(text, end).min(line.end);
        match parts.last_mut() {
            Some(last) if start <= last.end + ELLIPSIS.len() => last.end = last.end.max(end),
            _ => parts.push(start..end),
        }
    }
    if parts.is_empty() {
        parts.push(line.start..ceil_char_boundary(text, line.start + WIDTH));
    }
    parts
}

/// A position in a text, counted from one, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The ends of the lines of a text. They are found once and used for every finding.
pub(super) struct LineIndex(Vec<usize>);

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(offset, _)| offset).collect())
    }

    /// The number of the line that an offset is in, from one.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|end| *end < offset) + 1
    }

    /// The position of an offset.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let start = start_of_line(text, offset);
        Position { line: self.line(offset), column: text[start..offset].chars().count() + 1 }
    }
}

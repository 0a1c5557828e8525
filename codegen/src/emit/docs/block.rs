//! Blocks of CommonMark: paragraphs are filled, lists keep their shape, code stays code.

use super::{html, inline};

/// `text` as harmless lines of at most `width` columns, where words allow it.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let mut writer =
        Writer { width, lines: Vec::new(), paragraph: Paragraph::default(), items: Vec::new() };
    let mut fence: Option<Fence> = None;
    let text = html::to_markdown(text);
    for line in text.lines().map(inline::printable) {
        let bare = line.trim();
        if let Some(Fence { marker, depth, indent }) = &fence {
            if bare.starts_with(marker.as_str()) && bare.trim_start_matches(&marker[..1]).is_empty()
            {
                writer.lines.push(format!("{indent}{marker}"));
                fence = None;
            } else {
                let own = line.len() - line.trim_start().len();
                let code = line[own.min(*depth)..].trim_end();
                writer.lines.push(format!("{indent}{code}").trim_end().to_owned());
            }
        } else if let Some(marker) = fence_marker(bare) {
            writer.end_paragraph();
            writer.separate();
            let depth = line.len() - line.trim_start().len();
            let indent = writer.indent(depth);
            // Whatever language it claims to be: it is not ours to compile.
            writer.lines.push(format!("{indent}{marker}text"));
            fence = Some(Fence { marker, depth, indent });
        } else {
            writer.line(&line);
        }
    }
    writer.end_paragraph();
    writer.lines.extend(fence.map(|Fence { marker, indent, .. }| indent + &marker));
    while writer.lines.last().is_some_and(String::is_empty) {
        writer.lines.pop();
    }
    writer.lines
}

/// A block of code that is open.
struct Fence {
    marker: String,
    /// How far it is indented in the description.
    depth: usize,
    /// What stands before its lines here: it may be in an item of a list.
    indent: String,
}

struct Writer {
    width: usize,
    lines: Vec<String>,
    paragraph: Paragraph,
    /// The list items that are open, one in the other.
    items: Vec<ListItem>,
}

/// An item of a list: how far it is indented in the description, and its text here.
struct ListItem {
    depth: usize,
    indent: usize,
}

/// Lines of text that belong together.
#[derive(Default)]
struct Paragraph {
    /// What stands before the first line: a list marker and its indent.
    first: String,
    /// What stands before the other lines.
    others: String,
    text: String,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        if bare.is_empty() {
            self.end_paragraph();
            self.separate();
            return;
        }
        let depth = line.len() - line.trim_start().len();
        if let Some((marker, rest)) = list_marker(bare) {
            self.end_paragraph();
            // A list stands in another one if it is indented more, however much that is: an indent
            // of more than its text has would be code.
            self.items.retain(|item| item.depth < depth);
            let outer = self.items.last().map_or(0, |item| item.indent);
            let indent = outer + marker.len() + 1;
            self.items.push(ListItem { depth, indent });
            self.paragraph.first = format!("{}{marker} ", " ".repeat(outer));
            self.paragraph.others = " ".repeat(indent);
            self.paragraph.text = rest.to_owned();
        } else if let Some(quoted) = quoted(bare) {
            if self.paragraph.others != QUOTE {
                self.end_paragraph();
                self.paragraph.first = QUOTE.to_owned();
                self.paragraph.others = QUOTE.to_owned();
            }
            self.add(quoted);
        } else if bare.starts_with(['|', '#', '>']) {
            self.end_paragraph();
            self.lines.push(inline::harmless(bare));
        } else {
            if self.paragraph.text.is_empty() && self.paragraph.first.is_empty() {
                let indent = self.indent(depth);
                // A quotation would go on.
                if self.lines.last().is_some_and(|line| line.starts_with('>')) {
                    self.separate();
                }
                self.paragraph.first.clone_from(&indent);
                self.paragraph.others = indent;
            }
            self.add(bare);
        }
    }

    /// The indent of what is indented by `depth` in the description: that of the item it is in.
    fn indent(&mut self, depth: usize) -> String {
        self.items.retain(|item| item.depth < depth);
        " ".repeat(self.items.last().map_or(0, |item| item.indent))
    }

    /// Adds to the text of the paragraph.
    fn add(&mut self, text: &str) {
        if !self.paragraph.text.is_empty() {
            self.paragraph.text.push(' ');
        }
        self.paragraph.text.push_str(text);
    }

    fn separate(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn end_paragraph(&mut self) {
        let Paragraph { first, others, text } = std::mem::take(&mut self.paragraph);
        if text.is_empty() && first.is_empty() {
            return;
        }
        let text = inline::harmless(&text);
        self.lines.extend(filled(&text, first, &others, self.width));
    }
}

/// `text` as lines of at most `width` columns, where words allow it.
pub(super) fn fill(text: &str, width: usize) -> Vec<String> {
    filled(text, String::new(), "", width)
}

/// `first` and the words of `text`, on lines of which all but the first begin with `others`.
fn filled(text: &str, first: String, others: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut columns = first.chars().count();
    let mut line = first;
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !is_empty && columns + 1 + length > width && !opens_block(word) {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            columns = others.len();
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
            columns += 1;
        }
        line.push_str(word);
        columns += length;
        is_empty = false;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// What stands before each line of a quotation.
const QUOTE: &str = "> ";

/// The text of a line of a quotation, if it is no more than text.
fn quoted(line: &str) -> Option<&str> {
    let text = line.strip_prefix('>')?.trim();
    (!text.is_empty() && !opens_block(text.split(' ').next()?)).then_some(text)
}

/// The marker that opens a fenced code block, if `line` is one.
fn fence_marker(line: &str) -> Option<String> {
    ["```", "~~~"].into_iter().find(|marker| line.starts_with(marker)).and_then(|marker| {
        let length = line.len() - line.trim_start_matches(&marker[..1]).len();
        // Backticks behind a fence of backticks make it a code span.
        let is_span = marker == "```" && line[length..].contains('`');
        (!is_span).then(|| line[..length].to_owned())
    })
}

/// The marker of a list item and what follows it.
fn list_marker(line: &str) -> Option<(&str, &str)> {
    let (marker, rest) = line.split_once(' ').unwrap_or((line, ""));
    is_list_marker(marker).then(|| (marker, rest.trim_start()))
}

fn is_list_marker(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    matches!(word, "-" | "*" | "+")
        || (!number.is_empty()
            && number.len() < 10
            && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a line that begins with `word` would be something else than text.
fn opens_block(word: &str) -> bool {
    is_list_marker(word)
        || word.starts_with(['#', '>', '|', '=', '~'])
        || word.starts_with("```")
        || word.starts_with("--")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(lines(text, 30), expected);
    }

    #[test]
    fn paragraphs_are_filled() {
        check(
            "One line\nand another\nof the same.\n\nNext.",
            &["One line and another of the", "same.", "", "Next."],
        );
    }

    #[test]
    fn lists_keep_their_shape() {
        check(
            "Values:\n- `a`: the first of all of the values\n- `b`: second\n  - nested",
            &[
                "Values:",
                "- `a`: the first of all of the",
                "  values",
                "- `b`: second",
                "  - nested",
            ],
        );
    }

    #[test]
    fn indents_are_those_of_the_lists_around() {
        check(
            "Values:\n      - a\n          - b\n      - c\n        more\n\n        of c\n\nEnd.",
            &["Values:", "- a", "  - b", "- c more", "", "  of c", "", "End."],
        );
        check("1. a\n   - b\n10. c", &["1. a", "   - b", "10. c"]);
    }

    #[test]
    fn every_line_of_a_quotation_is_marked() {
        check(
            "> Words of somebody who\nwent on\n> and on.\n\nOurs.",
            &["> Words of somebody who went", "> on and on.", "", "Ours."],
        );
    }

    #[test]
    fn filling_makes_no_list() {
        check("aaaaaaaaaa bbbbbbbbbb cccccccc - d", &["aaaaaaaaaa bbbbbbbbbb cccccccc -", "d"]);
    }

    #[test]
    fn code_is_never_ours_to_compile() {
        check("```rust\nfn main() {}\n```", &["```text", "fn main() {}", "```"]);
        check("~~~\nopen", &["~~~text", "open", "~~~"]);
        check("    indented();", &["indented();"]);
    }

    #[test]
    fn code_in_a_list_stays_in_it() {
        check(
            "1. a\n   ```json\n   {\n     b\n   }\n   ```\n2. c",
            &["1. a", "", "   ```text", "   {", "     b", "   }", "   ```", "2. c"],
        );
        check("- a\n\n  ```\n  open", &["- a", "", "  ```text", "  open", "  ```"]);
    }
}

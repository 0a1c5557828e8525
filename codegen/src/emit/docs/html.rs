//! HTML in descriptions as CommonMark: rustdoc would take it for HTML as well, which is ours to
//! answer for, and escaped it cannot be read.

use std::borrow::Cow;

use super::markup::{
    INLINE, Markup, attribute, end_of, is_web_address, near, unescape, without_tags,
};

/// `text` with the tags that descriptions have in CommonMark's terms. What is no such tag, and all
/// code, stays as it is.
pub(super) fn to_markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut writer =
        Converter { output: String::with_capacity(text.len()), ..Converter::default() };
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '`' => writer.code_span(rest),
            '~' if rest.starts_with("~~~") => writer.code_span(rest),
            '<' => writer.markup(rest),
            _ => writer.text(rest),
        };
        rest = &rest[length..];
    }
    Cow::Owned(writer.output)
}

#[derive(Default)]
struct Converter {
    output: String,
    /// The lists that are open, one in the other; whether each is numbered.
    lists: Vec<bool>,
    /// Whether a row of a table has a cell already.
    has_cell: bool,
    is_in_table: bool,
    /// Where the links that are open lead to.
    links: Vec<Option<String>>,
}

impl Converter {
    /// Copies text up to what may be code or markup.
    fn text(&mut self, rest: &str) -> usize {
        let length = rest.find(['`', '~', '<']).filter(|at| *at > 0).unwrap_or_else(|| {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            rest[first..].find(['`', '~', '<']).map_or(rest.len(), |at| first + at)
        });
        self.copy(&rest[..length]);
        length
    }

    /// In a list or a table of HTML, line breaks and indents mean nothing.
    fn copy(&mut self, text: &str) {
        if self.lists.is_empty() && !self.is_in_table {
            self.output.push_str(text);
            return;
        }
        for (index, word) in text.split([' ', '\n', '\r', '\t']).enumerate() {
            if index > 0 && !self.output.ends_with([' ', '\n']) {
                self.output.push(' ');
            }
            self.output.push_str(word);
        }
    }

    /// Copies a code span or a block of code.
    fn code_span(&mut self, rest: &str) -> usize {
        let marker = &rest[..rest.len() - rest.trim_start_matches(&rest[..1]).len()];
        let end = near(&rest[marker.len()..]).find(marker).map(|at| at + 2 * marker.len());
        let length = end.unwrap_or(marker.len());
        self.output.push_str(&rest[..length]);
        length
    }

    /// What a bracket opens.
    fn markup(&mut self, rest: &str) -> usize {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or(rest.len(), |at| at + 7);
        }
        let Some(tag) = Markup::read(rest) else {
            self.output.push('<');
            return 1;
        };
        if ["code", "tt", "pre"].contains(&&*tag.name)
            && !tag.is_end
            && let Some(length) = self.code(rest, &tag)
        {
            return length;
        }
        // `List<a>` is a type.
        let is_inline = INLINE.contains(&&*tag.name) && !tag.is_end;
        if is_inline && end_of(&rest[tag.length..], &tag.name).is_none() {
            self.output.push('<');
            return 1;
        }
        self.tag(&tag);
        tag.length
    }

    /// An element that holds code, as a whole.
    fn code(&mut self, rest: &str, tag: &Markup<'_>) -> Option<usize> {
        let inner = &rest[tag.length..];
        let at = end_of(inner, &tag.name)?;
        let code = unescape(&without_tags(&inner[..at]));
        if tag.name == "pre" {
            self.paragraph();
            self.output.push_str(&format!("```text\n{}\n```\n\n", code.trim_matches('\n')));
        } else if code.trim().is_empty() || code.contains('`') {
            self.output.push_str(&code);
        } else {
            let words: Vec<_> = code.split_whitespace().collect();
            self.output.push_str(&format!("`{}`", words.join(" ")));
        }
        Some(tag.length + at + tag.name.len() + "</>".len())
    }

    fn tag(&mut self, tag: &Markup<'_>) {
        match (&*tag.name, tag.is_end) {
            ("br", _) if !self.lists.is_empty() || self.is_in_table || self.is_in_row() => {
                self.output.push(' ');
            }
            ("ul" | "ol", false) => {
                self.paragraph();
                self.lists.push(tag.name == "ol");
            }
            ("ul" | "ol", true) => {
                self.lists.pop();
                self.paragraph();
            }
            ("li", false) => self.item(self.lists.last().copied().unwrap_or_default()),
            ("table", is_end) => {
                self.is_in_table = false;
                self.paragraph();
                self.is_in_table = !is_end;
            }
            ("tr", false) => {
                self.item(false);
                self.has_cell = false;
            }
            ("td" | "th", false) => {
                let separator = if self.has_cell { ": " } else { "" };
                self.output.truncate(self.output.trim_end_matches(' ').len());
                self.output.push_str(if self.has_cell { separator } else { " " });
                self.has_cell = true;
            }
            ("strong" | "b", _) => self.output.push_str("**"),
            ("em" | "i", _) => self.output.push('*'),
            ("a", false) => {
                let target = attribute(tag.attributes, "href").filter(|it| is_web_address(it));
                self.output.push_str(if target.is_some() { "[" } else { "" });
                self.links.push(target);
            }
            ("a", true) => {
                if let Some(target) = self.links.pop().flatten() {
                    self.output.push_str(&format!("]({target})"));
                }
            }
            ("img", false) => {
                self.output.push_str(&attribute(tag.attributes, "alt").unwrap_or_default());
            }
            ("li" | "tr" | "td" | "th" | "thead" | "tbody" | "span" | "sup" | "sub" | "u", _)
            | ("small" | "font" | "code" | "tt" | "pre" | "img", _) => {}
            // What stands apart in HTML does here too: a paragraph, a heading, a summary.
            _ => self.paragraph(),
        }
    }

    /// Whether a row of a table in CommonMark is being written.
    fn is_in_row(&self) -> bool {
        self.output.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('|'))
    }

    /// Begins an item of a list.
    fn item(&mut self, is_numbered: bool) {
        self.output.truncate(self.output.trim_end_matches(' ').len());
        if !self.output.is_empty() && !self.output.ends_with('\n') {
            self.output.push('\n');
        }
        let depth = self.lists.len().saturating_sub(1);
        self.output.push_str(&"  ".repeat(depth));
        self.output.push_str(if is_numbered { "1. " } else { "- " });
    }

    /// Ends a paragraph. In an item of a list it stays one.
    fn paragraph(&mut self) {
        self.output.truncate(self.output.trim_end_matches(' ').len());
        if !self.lists.is_empty() || self.is_in_table || self.is_in_row() {
            if !self.output.ends_with(['\n', ' ']) {
                self.output.push(' ');
            }
        } else if !self.output.is_empty() && !self.output.ends_with("\n\n") {
            self.output.push_str(if self.output.ends_with('\n') { "\n" } else { "\n\n" });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::to_markdown;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(to_markdown(html), expected);
    }

    #[test]
    fn paragraphs_stand_apart() {
        check("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n\n");
        check("One.<br/>Two.<BR>Three.", "One.\n\nTwo.\n\nThree.");
        check("| a<br>b | c |\n| - | - |", "| a b | c |\n| - | - |");
        check("<div class=\"x\">One</div>", "One\n\n");
    }

    #[test]
    fn lists_are_lists() {
        check(
            "Values:\n<ul>\n  <li><code>a</code> - the\n    first</li>\n  <li>b</li>\n</ul>\nEnd.",
            "Values:\n\n- `a` - the first\n- b\n\n\nEnd.",
        );
        check("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n  - b\n1. c\n\n");
        check(
            "<table><tr><th>Code</th><th>Means</th></tr><tr><td>1</td><td>one</td></tr></table>",
            "- Code: Means\n- 1: one\n\n",
        );
    }

    #[test]
    fn words_keep_their_weight() {
        check("a <strong>b</strong> <em>c</em> <u>d</u>", "a **b** *c* d");
        check("<code>List&lt;String&gt;</code>", "`List<String>`");
        check("<code>a`b</code>", "a`b");
        check("<pre><code>a\n  b</code></pre>", "```text\na\n  b\n```\n\n");
    }

    #[test]
    fn links_that_lead_somewhere_are_links() {
        check(
            "see <a href=\"https://a.example/b?c=1&amp;d=2\">this</a>",
            "see [this](https://a.example/b?c=1&d=2)",
        );
        check("see <a href='#section'>this</a> and <a name=x></a>", "see this and ");
    }

    #[test]
    fn what_is_no_html_stays() {
        check("List<String>, List<a> and a < b", "List<String>, List<a> and a < b");
        check(
            "`<p>` and ```\n<br>\n``` <script>x</script>",
            "`<p>` and ```\n<br>\n``` <script>x</script>",
        );
        check("open ` <b>x</b>", "open ` **x**");
        check("a<!-- hidden -->b<!-- open", "ab");
    }
}

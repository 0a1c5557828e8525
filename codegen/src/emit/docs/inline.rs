//! Inline CommonMark, made harmless: what is code stays as it is, web addresses become links, and
//! nothing else can become one.

use std::collections::HashMap;

use crate::invisible::is_deceptive;

/// `text` without control characters and without those that change the direction of text, which
/// rustc refuses in comments because they can make code look like something else.
pub(super) fn printable(text: &str) -> String {
    let expanded = text.replace('\t', "    ");
    expanded.chars().filter(|character| !is_deceptive(*character)).collect()
}

/// `text`, one paragraph, with everything escaped that rustdoc could take for a link, HTML or an
/// open code span.
pub(super) fn harmless(text: &str) -> String {
    let mut output = String::with_capacity(text.len() + 16);
    let spans = CodeSpans::find(text);
    let mut at = 0;
    while at < text.len() {
        if let Some(end) = spans.ending(at) {
            output.push_str(&text[at..end]);
            at = end;
            continue;
        }
        let rest = &text[at..];
        let length = match rest.as_bytes()[0] {
            b'`' => escape('`', &mut output),
            b'[' => match inline_link(rest) {
                Some(link) => keep(link, &mut output),
                None => match dead_link(rest) {
                    Some((text, length)) => {
                        output.push_str(&harmless(text));
                        length
                    }
                    None => escape('[', &mut output),
                },
            },
            b']' => escape(']', &mut output),
            b'<' => match autolink(rest) {
                Some(link) => keep(link, &mut output),
                None => escape('<', &mut output),
            },
            b'h' if starts_word(text, at) && address(rest).is_some() => {
                let address = address(rest).unwrap_or_default();
                output.push_str(&format!("<{address}>"));
                address.len()
            }
            // A backslash before what we escape would undo the escape.
            b'\\' => match rest[1..].chars().next() {
                Some(next) if "`[]<\\".contains(next) => {
                    output.push('\\');
                    output.push(next);
                    1 + next.len_utf8()
                }
                _ => escape('\\', &mut output),
            },
            _ => {
                let next = rest.chars().next().map_or(1, char::len_utf8);
                keep(&rest[..next], &mut output)
            }
        };
        at += length;
    }
    output
}

/// `text` for a cell of a table.
pub(super) fn cell(text: &str) -> String {
    let line = printable(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    harmless(&line).replace('|', "\\|")
}

fn keep(text: &str, output: &mut String) -> usize {
    output.push_str(text);
    text.len()
}

fn escape(character: char, output: &mut String) -> usize {
    output.push('\\');
    output.push(character);
    1
}

/// `[text](https://..)` at the start of `rest`, if nothing in it needs care.
fn inline_link(rest: &str) -> Option<&str> {
    let close = 1 + rest[1..].find(['[', ']', '`', '<', '\\'])?;
    let target = rest[close..].strip_prefix("](")?;
    let address = address(target)?;
    let end = close + 2 + address.len();
    rest[end..].starts_with(')').then(|| &rest[..=end])
}

/// The text of `[text](#section)` at the start of `rest`, and how long the whole is: a link into the
/// page that the description was written for leads nowhere from here.
fn dead_link(rest: &str) -> Option<(&str, usize)> {
    let close = 1 + rest[1..].find(['[', ']', '`', '<', '\\'])?;
    let target = rest[close..].strip_prefix("](")?;
    let target = Some(target).filter(|target| target.starts_with(['#', '/', '.']))?;
    // No target is longer, and looking no farther keeps the work linear.
    let end = target.bytes().take(1000).position(|byte| b") \n".contains(&byte))?;
    target[end..].starts_with(')').then(|| (&rest[1..close], close + 2 + end + 1))
}

/// `<https://..>` at the start of `rest`.
fn autolink(rest: &str) -> Option<&str> {
    let end = 1 + rest[1..].find(['>', '<', ' '])?;
    let is_link = rest[end..].starts_with('>') && address(&rest[1..end]).is_some();
    is_link.then(|| &rest[..=end])
}

/// The web address that `rest` starts with, without the punctuation of the sentence around it.
fn address(rest: &str) -> Option<&str> {
    let host = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://"))?;
    if !host.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return None;
    }
    let end = rest.find(|character: char| {
        character.is_whitespace() || !character.is_ascii() || "<>`\"[]{}|\\^()".contains(character)
    });
    Some(
        rest[..end.unwrap_or(rest.len())]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']),
    )
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|before: char| before.is_alphanumeric())
}

/// Where code spans begin and end.
struct CodeSpans(HashMap<usize, usize>);

impl CodeSpans {
    /// Finds the spans in one pass over the runs of backticks.
    fn find(text: &str) -> Self {
        let mut runs = Vec::new();
        let mut at = 0;
        while let Some(offset) = text[at..].find('`') {
            let start = at + offset;
            let length = text[start..].bytes().take_while(|byte| *byte == b'`').count();
            let escaped =
                text[..start].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            runs.push((start, length, escaped));
            at = start + length;
        }
        let mut of_length: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, (_, length, _)) in runs.iter().enumerate().rev() {
            of_length.entry(*length).or_default().push(index);
        }
        let mut spans = HashMap::new();
        let mut index = 0;
        while let Some((start, length, escaped)) = runs.get(index) {
            index += 1;
            let Some(same) = of_length.get_mut(length) else { continue };
            while same.last().is_some_and(|candidate| *candidate < index) {
                same.pop();
            }
            if let (false, Some(close)) = (*escaped, same.last()) {
                let (close_start, close_length, _) = runs[*close];
                spans.insert(*start, close_start + close_length);
                index = close + 1;
            }
        }
        Self(spans)
    }

    fn ending(&self, start: usize) -> Option<usize> {
        self.0.get(&start).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(harmless(text), expected);
    }

    #[test]
    fn code_stays_code() {
        check("use `a[0]` and ``b`c``", "use `a[0]` and ``b`c``");
        check("an open ` stays text", "an open \\` stays text");
    }

    #[test]
    fn only_web_addresses_are_links() {
        check("[crate::Error] and [x](y)", "\\[crate::Error\\] and \\[x\\](y)");
        check("[page](https://a.example/b)", "[page](https://a.example/b)");
        check("[page](#b), [other](/c/d) and [x](.e)", "page, other and x");
        check("see https://a.example/b.", "see <https://a.example/b>.");
        check("<https://a.example>", "<https://a.example>");
    }

    #[test]
    fn html_is_text() {
        check("<script>alert(1)</script>", "\\<script>alert(1)\\</script>");
        check("List<String>", "List\\<String>");
    }

    #[test]
    fn backslashes_cannot_undo_an_escape() {
        check("\\[a\\]", "\\[a\\]");
        check("\\\\[a]", "\\\\\\[a\\]");
        check("end \\", "end \\\\");
    }
}

//! Makes the text of a description safe to show.

use std::fmt::Write as _;

use crate::invisible::is_deceptive;

/// Escapes characters that a terminal obeys or does not show, as in `\u{202e}`. The text of a
/// description can then neither rearrange nor forge a report.
pub(super) fn escape(text: &str) -> String {
    escape_all_but(None, text)
}

/// Escapes a line of a document, in which tabs stay.
pub(super) fn escape_line(line: &str) -> String {
    escape_all_but(Some('\t'), line)
}

fn escape_all_but(kept: Option<char>, text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if Some(c) == kept => escaped.push(c),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ if is_deceptive(c) => {
                // Writing to a string does not fail.
                let _ = write!(escaped, "{}", c.escape_unicode());
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_line};

    #[test]
    fn hidden_characters_are_written_out() {
        let check = |text: &str, expected: &str| assert_eq!(escape(text), expected);
        check("plain `name` é 图像 😀", "plain `name` é 图像 😀");
        check("a\u{202e}b", r"a\u{202e}b");
        check("\u{1b}[31mred", r"\u{1b}[31mred");
        check("one\r\n\ttwo", r"one\r\n\ttwo");
        check("\u{9b}1m\u{feff}\u{200d}", r"\u{9b}1m\u{feff}\u{200d}");
    }

    #[test]
    fn tabs_stay_in_lines() {
        assert_eq!(escape_line("\ta\u{7f}"), "\ta\\u{7f}");
    }
}

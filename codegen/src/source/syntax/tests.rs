//! Reports of text that cannot be read, drawn exactly.

use crate::diagnostic::{Diagnostics, Style, render};
use crate::source::Sources;

fn check(text: &str, expected: &str) {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::new();
    sources.add("a.yaml", text, &mut diagnostics);
    let report = render(&diagnostics, &sources, Style::Plain);
    assert_eq!(report.trim_end(), expected.trim_end(), "{report}");
}

#[test]
fn yaml_with_the_start_of_what_is_wrong() {
    check(
        "a: [1, 2\r\nb: 3\r\n",
        "\
error[syntax]: did not find expected ',' or ']'
 --> a.yaml:2:2
  |
1 | a: [1, 2
  |    - while parsing a flow sequence
2 | b: 3
  |  ^
",
    );
    check(
        "é: 'x\n\n",
        "\
error[syntax]: found unexpected end of stream
 --> a.yaml:1:6
  |
1 | é: 'x
  |    - ^
  |    |
  |    while scanning a quoted scalar
",
    );
}

#[test]
fn yaml_with_help() {
    check(
        "é: b: c\n",
        "\
error[syntax]: mapping values are not allowed in this context
 --> a.yaml:1:5
  |
1 | é: b: c
  |     ^
  |
  = help: quote text that contains `: `, and check the indentation
",
    );
    check(
        "a: {{name}}\n",
        "\
error[syntax]: a key must be text
 --> a.yaml:1:5
  |
1 | a: {{name}}
  |     ^
  |
  = help: quote text that starts with `{` or `[`
",
    );
}

#[test]
fn more_than_one_document() {
    check(
        "a: 1\n---\nb: 2\n",
        "\
error[syntax]: a file holds one document, but something follows it here
 --> a.yaml:2:1
  |
2 | ---
  | ^
  |
  = help: put every document in a file of its own
",
    );
    check(
        "\"a\"\"b\"",
        "\
error[syntax]: a file holds one document, but something follows it here
 --> a.yaml:1:4
  |
1 | \"a\"\"b\"
  |    ^
  |
  = help: put every document in a file of its own
",
    );
}

#[test]
fn control_characters() {
    check(
        "a: é\u{1}x\n",
        r"error[syntax]: control characters are not allowed
 --> a.yaml:1:5
  |
1 | a: é\u{1}x
  |     ^^^^^
  |
  = help: write it as an escape in double quotes
",
    );
    check(
        "a: 1\nb: \u{7f}x\n",
        r"error[syntax]: control characters are not allowed
 --> a.yaml:2:4
  |
2 | b: \u{7f}x
  |    ^^^^^^
  |
  = help: write it as an escape in double quotes
",
    );
}

#[test]
fn json() {
    check(
        "{\n  \"é\": 1,,\n}",
        "\
error[syntax]: key must be a string
 --> a.yaml:2:10
  |
2 |   \"é\": 1,,
  |          ^
",
    );
    check(
        "{\"a\": 1",
        "\
error[syntax]: EOF while parsing an object
 --> a.yaml:1:8
  |
1 | {\"a\": 1
  |        ^
",
    );
}

//! Reports, drawn exactly.

use super::{Style, render};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Strictness};
use crate::source::{Node, Place, Sources};

/// The report of findings that `find` makes of the roots of some documents.
fn check(
    documents: &[(&str, &str)],
    find: impl Fn(&[Node<'_>]) -> Vec<Diagnostic>,
    expected: &str,
) {
    check_in(Strictness::Strict, documents, find, expected);
}

/// The same in a run that is as strict as this.
fn check_in(
    strictness: Strictness,
    documents: &[(&str, &str)],
    find: impl Fn(&[Node<'_>]) -> Vec<Diagnostic>,
    expected: &str,
) {
    let mut diagnostics = Diagnostics::new(strictness);
    let mut sources = Sources::new();
    for (path, text) in documents {
        sources.add(*path, *text, &mut diagnostics);
    }
    let roots: Vec<Node<'_>> = sources.iter().map(|(id, _)| sources.root(id)).collect();
    diagnostics.extend(find(&roots));
    let report = render(&diagnostics, &sources, Style::Plain);
    assert_eq!(report, expected, "{report}");
}

fn at<'a>(node: Node<'a>, pointer: &str) -> Node<'a> {
    node.pointer(pointer).expect(pointer)
}

#[test]
fn a_whole_report() {
    let text = "paths:\n  /pets:\n    get:\n      schema: {$ref: '#/schemas/Pett'}\n\n\n\n\nschemas:\n  Pet: {}\n";
    check(
        &[("api/pets.yaml", text)],
        |roots| {
            let reference = at(roots[0], "/paths/~1pets/get/schema/$ref");
            let similar = at(roots[0], "/schemas/Pet");
            vec![
                Diagnostic::new(Code::UnresolvedReference, "there is no schema `Pett`")
                    .at(reference.place(), "no such key under `/schemas`")
                    .also(similar.key_place(), "a similar name")
                    .note("names are case-sensitive")
                    .help("did you mean `Pet`?"),
            ]
        },
        "\
error[unresolved-reference]: there is no schema `Pett`
  --> api/pets.yaml:4:22
   |
 4 |       schema: {$ref: '#/schemas/Pett'}
   |                      ^^^^^^^^^^^^^^^^ no such key under `/schemas`
...
10 |   Pet: {}
   |   --- a similar name
   |
   = note: names are case-sensitive
   = help: did you mean `Pet`?

",
    );
}

#[test]
fn several_documents() {
    check_in(
        Strictness::Lenient,
        &[("a.yaml", "x: 1"), ("b.yaml", "\n\ny: 2")],
        |roots| {
            let (x, y) = (at(roots[0], "/x"), at(roots[1], "/y"));
            vec![
                Diagnostic::new(Code::NameCollision, "`x` and `y` get the same name")
                    .also(x.key_place(), "this one")
                    .at(y.key_place(), "and this one"),
            ]
        },
        "\
warning[name-collision]: `x` and `y` get the same name
 --> b.yaml:3:1
  |
3 | y: 2
  | ^ and this one
  |
 --> a.yaml:1:1
  |
1 | x: 1
  | - this one

",
    );
}

#[test]
fn far_lines_are_shown_apart() {
    let text = format!("x: 1\n{}y: 2\n", "\n".repeat(5000));
    check(
        &[("a.yaml", &text)],
        |roots| {
            let (x, y) = (at(roots[0], "/x"), at(roots[0], "/y"));
            vec![
                Diagnostic::new(Code::DuplicateKey, "twice")
                    .at(y.place(), "")
                    .also(x.place(), "")
                    .help("rename one"),
            ]
        },
        "\
error[duplicate-key]: twice
    --> a.yaml:5002:4
     |
5002 | y: 2
     |    ^
     |
    --> a.yaml:1:4
     |
   1 | x: 1
     |    -
     |
     = help: rename one

",
    );
}

#[test]
fn findings_are_sorted_and_equal_ones_drawn_once() {
    let finding =
        |node: Node<'_>| Diagnostic::new(Code::UnknownKey, "unknown").at(node.key_place(), "");
    check_in(
        Strictness::Lenient,
        &[("a.yaml", "x: &x {z: 1}\ny: *x")],
        |roots| {
            let [x, y] = ["/x/z", "/y/z"].map(|pointer| at(roots[0], pointer));
            let nowhere =
                Diagnostic::new(Code::Unsupported, "nothing to do").note("a note").fatal();
            vec![finding(y), finding(x), finding(x), nowhere]
        },
        "\
error[unsupported]: nothing to do
 |
 = note: a note

warning[unknown-key]: unknown
 --> a.yaml:1:8
  |
1 | x: &x {z: 1}
  |        ^

warning[unknown-key]: unknown
 --> a.yaml:2:4
  |
2 | y: *x
  |    ^^

",
    );
}

#[test]
fn shown_text_is_escaped() {
    check(
        &[("a\u{1b}.yaml", "\"x\u{202e}\": '\u{200f}é'\n")],
        |roots| {
            let node = at(roots[0], "/x\u{202e}");
            vec![
                Diagnostic::new(Code::UnknownKey, "unknown `x\u{202e}`\nerror: fake")
                    .at(node.place(), "\u{1b}[31m")
                    .note("a\nb")
                    .help("\u{7}"),
            ]
        },
        r#"error[unknown-key]: unknown `x\u{202e}`\nerror: fake
 --> a\u{1b}.yaml:1:7
  |
1 | "x\u{202e}": '\u{200f}é'
  |              ^^^^^^^^^^^ \u{1b}[31m
  |
  = note: a\nb
  = help: \u{7}

"#,
    );
}

#[test]
fn long_lines_are_cut_around_the_labels() {
    let long = |c: &str| c.repeat(5_000_000);
    let text = format!(r#"{{"a": "{}", "b": {{"c": 2}}, "d": "{}"}}"#, long("a"), long("é"));
    check(
        &[("a.json", &text)],
        |roots| {
            let [a, c, d] = ["/a", "/b/c", "/d"].map(|pointer| at(roots[0], pointer));
            let wrong = Diagnostic::new(Code::WrongType, "wrong");
            vec![
                wrong.clone().at(c.place(), "a number"),
                wrong.at(d.place(), "a string").also(a.key_place(), "not this one"),
            ]
        },
        r#"error[wrong-type]: wrong
 --> a.json:1:5000022
  |
1 | ...aaaaaaaaaaaaaaaaaaaaaaaaaa", "b": {"c": 2}, "d": "éééééééééééééééé...
  |                                            ^ a number

error[wrong-type]: wrong
 --> a.json:1:5000031
  |
1 | {"a": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...aaaaaaaaaaaaaaaaa", "b": {"c": 2}, "d": "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé...
  |  --- not this one                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a string

"#,
    );
}

#[test]
fn places_outside_of_the_text_are_moved_into_it() {
    check(
        &[("a.yaml", "é")],
        |roots| {
            let place = Place::text(roots[0].document(), 1..99);
            vec![Diagnostic::new(Code::Syntax, "wrong").at(place, "here")]
        },
        "\
error[syntax]: wrong
 --> a.yaml:1:1
  |
1 | é
  | ^ here

",
    );
}

#[test]
fn colours_only_add_escape_sequences() {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::new();
    sources.add("a.yaml", "a: [", &mut diagnostics);
    let coloured = render(&diagnostics, &sources, Style::Coloured);
    let mut plain = String::new();
    for (index, part) in coloured.split('\u{1b}').enumerate() {
        plain += if index == 0 { part } else { part.split_once('m').expect("a colour").1 };
    }
    assert_ne!(coloured, plain);
    assert_eq!(plain, render(&diagnostics, &sources, Style::Plain));
}

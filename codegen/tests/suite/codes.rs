//! `DIAGNOSTICS.md` has every code of a finding, with what it means and an example.

use codegen::{Code, Strictness};

use crate::fixture::generate;

const PAGE: &str = include_str!("../../DIAGNOSTICS.md");

#[test]
fn the_documentation_has_every_code() {
    let rows = Code::ALL.iter().map(|code| format!("| `{code}` | {} |\n", code.explanation()));
    let table = format!("| code | what was found |\n| --- | --- |\n{}", rows.collect::<String>());
    assert!(PAGE.ends_with(&table), "let DIAGNOSTICS.md end with this table:\n\n{table}");
}

/// The codes that are reported only in descriptions of this repository.
const OWN: [Code; 3] = [Code::MissingExample, Code::MissingDocumentation, Code::MissingNotFound];

/// What an example leaves out.
const HEAD: [(&str, &str); 4] = [
    ("openapi:", "3.1.0"),
    ("info:", "{title: Example, version: '1'}"),
    ("servers:", "[{url: 'https://example.com'}]"),
    ("paths:", "{}"),
];

#[test]
fn the_example_of_every_code_gives_it() {
    for code in Code::ALL {
        let example = example(*code).unwrap_or_else(|| {
            panic!("write an example of `{code}` under a heading of its own in DIAGNOSTICS.md")
        });
        let overlay = example.starts_with("overlay:").then(|| example.to_owned());
        let example = if overlay.is_some() { "" } else { example };
        let mut text = String::new();
        for (key, value) in HEAD {
            if !example.lines().any(|line| line.starts_with(key)) {
                text += &format!("{key} {value}\n");
            }
        }
        text += example;
        let strictness = if OWN.contains(code) { Strictness::Own } else { Strictness::Lenient };
        let outcome = generate("example", strictness, "example.yaml", text, |path| {
            overlay.clone().filter(|_| path == "example.overlay.yaml")
        });
        let found = outcome.diagnostics.iter().any(|it| it.code == *code);
        assert!(found, "the example of `{code}` gives something else: {}", outcome.report());
        let others = outcome.diagnostics.iter().filter(|it| it.code != *code).count();
        let is_own = strictness == Strictness::Own;
        assert!(others == 0 || is_own, "more than `{code}`: {}", outcome.report());
    }
}

/// The example under the heading of a code, behind what the code means.
fn example(code: Code) -> Option<&'static str> {
    let head = format!("\n### `{code}`\n\n{}\n\n```yaml\n", code.explanation());
    let (_, rest) = PAGE.split_once(&head)?;
    Some(rest.split_once("```")?.0)
}

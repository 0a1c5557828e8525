//! `DIAGNOSTICS.md` has every code of a finding, with what it means.

use codegen::Code;

#[test]
fn the_documentation_has_every_code() {
    let rows = Code::ALL.iter().map(|code| format!("| `{code}` | {} |\n", code.explanation()));
    let table = format!("| code | what was found |\n| --- | --- |\n{}", rows.collect::<String>());
    let page = include_str!("../../DIAGNOSTICS.md");
    assert!(page.ends_with(&table), "let DIAGNOSTICS.md end with this table:\n\n{table}");
}

//! `VERSIONS.md`: every feature that it lists has a fixture.

use crate::fixture::Fixture;

/// The rows of the table: words of a description, and the fixture that has them.
fn rows(page: &str) -> Vec<(String, String)> {
    let code = |cell: &str| cell.trim().trim_matches('`').to_owned();
    page.lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").collect();
            assert_eq!(cells.len(), 4, "{line}");
            (code(cells[0]), code(cells[3]))
        })
        .collect()
}

#[test]
fn every_feature_has_a_fixture() {
    let fixtures = Fixture::all();
    let rows = rows(include_str!("../../VERSIONS.md"));
    assert!(rows.len() > 20, "the table is read");
    for (words, name) in rows {
        let fixture = fixtures.iter().find(|fixture| fixture.name == name);
        let fixture = fixture.unwrap_or_else(|| panic!("there is no fixture `{name}`"));
        assert!(fixture.text().contains(&words), "the fixture `{name}` has no `{words}`");
    }
}

//! Every fixture's snapshot: the description, what was found, and the Rust that came out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use codegen::Code;

use crate::fixture::{Fixture, Outcome, entries, is_runtime};

/// Compares `content` with the snapshot `name`.
pub(crate) fn check(name: &str, content: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, content);
    });
}

#[test]
fn fixtures() {
    let changed: Vec<String> = Fixture::all()
        .into_iter()
        .filter(|fixture| {
            let content = content(fixture, &fixture.generate());
            catch_unwind(AssertUnwindSafe(|| check(&fixture.name, &content))).is_err()
        })
        .map(|fixture| fixture.name)
        .collect();
    assert!(changed.is_empty(), "differ from their snapshots: {}", changed.join(", "));
}

/// What the snapshot of a fixture shows.
fn content(fixture: &Fixture, outcome: &Outcome) -> String {
    let mut content = String::new();
    let mut section = |title: &str, text: &str| {
        // Writing to a string does not fail.
        _ = writeln!(content, "//// {title}\n{}\n", text.trim_end());
    };
    for (_, document) in outcome.sources.iter() {
        section(document.path(), document.text());
    }
    if !outcome.diagnostics.is_empty() {
        section("diagnostics", &outcome.report());
    }
    let is_whole = fixture.shows_whole_crate();
    let files = outcome.output.iter().flat_map(|output| &output.files);
    for (path, text) in files.filter(|(path, _)| is_whole && !is_runtime(path) || is_shown(path)) {
        let without_head = text.split_once("\n\n").map_or("", |(_, body)| body);
        section(path, if is_whole { text } else { without_head });
    }
    content
}

/// Whether a file says something about the description that no other file does.
fn is_shown(path: &str) -> bool {
    let is_data = path.contains("/operation/") || path.contains("/types/");
    is_data && !path.ends_with("/mod.rs") || path == "src/error_code.rs"
}

#[test]
fn every_code_has_a_fixture() {
    let shown: BTreeSet<Code> = Fixture::all()
        .iter()
        .flat_map(|fixture| fixture.generate().diagnostics)
        .map(|diagnostic| diagnostic.code)
        .collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "codes that no fixture shows: {missing:?}");
}

/// A snapshot that nothing is compared with, or that nobody has accepted, misleads its reader.
#[test]
fn every_snapshot_is_used_and_accepted() {
    let mut used: BTreeSet<String> =
        Fixture::all().into_iter().map(|fixture| fixture.name).collect();
    used.insert(crate::names::SNAPSHOT.to_owned());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let present: BTreeSet<String> = entries(&folder)
        .into_iter()
        .map(|file| file.strip_suffix(".snap").map_or(file.clone(), str::to_owned))
        .collect();
    // What was not accepted before is accepted by a run that updates snapshots.
    let is_update = std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always");
    let mut unused: Vec<_> = present.difference(&used).collect();
    unused.retain(|file| !(is_update && file.ends_with(".snap.new")));
    assert!(unused.is_empty(), "in tests/snapshots/, but not used or not accepted: {unused:?}");
}

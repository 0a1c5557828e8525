//! `corpus`: the generator on a folder of descriptions.

use std::path::Path;

use serde_json::Value;

use super::{PETS, run};
use crate::scratch::Scratch;

const SWAGGER: &str = "swagger: '1.2'\ninfo:\n  title: Old\n  version: '1'\npaths: {}\n";

/// A folder with a description that is fine, one that is broken and one in an old format.
fn three(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("all/pets.yaml", PETS);
    scratch.write("all/broken.yaml", PETS.replace("'#/components", "'nowhere.yaml#/components"));
    scratch.write("all/old.yml", SWAGGER);
    scratch.write("all/README.md", "no description");
    scratch
}

/// The arguments of a run that writes nowhere but to the folder of the test.
fn corpus<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["--root", ".", "corpus", "all", "--output", "out"], more].concat()
}

/// The words of a line of the table.
fn row<'a>(table: &'a str, name: &str) -> Vec<&'a str> {
    let row = table.lines().find(|line| line.split(' ').next() == Some(name));
    row.unwrap_or_else(|| panic!("no {name} in:\n{table}")).split_whitespace().collect()
}

#[test]
fn each_description_gets_a_line_and_what_fell_short_a_reason() {
    let scratch = three("corpus-table");
    let run = run(scratch.path(), &corpus(&[])).exits_with(1);
    assert_eq!(run.last_error(), "error: 1 of 3 descriptions fell short");
    let pets = row(&run.stdout, "pets");
    assert_eq!(pets[..7], ["pets", "3.1.0", "1", "1", "1", "1", "0"], "{run:?}");
    assert_eq!(pets.last(), Some(&"fine"));
    assert_eq!(row(&run.stdout, "old").last(), Some(&"refused"));
    assert!(run.stdout.contains(" not generated: 1 error\n"), "{run:?}");
    assert!(run.stdout.contains("  1 fine, 1 refused, 1 short\n"), "{run:?}");
    let reason = "\nbroken: not generated: 1 error\n    error[missing-document]: ";
    assert!(run.stdout.contains(reason), "{run:?}");
    assert!(run.stdout.contains("\nold: refused\n    error[unsupported-version]: "), "{run:?}");

    let manifest = scratch.read("out/Cargo.toml");
    assert!(manifest.contains("members = [\n    \"pets\",\n]"), "{manifest}");
    assert!(scratch.read("out/pets/Cargo.toml").contains("name = \"pets\""));
    assert!(!scratch.path().join("out/broken").exists());
}

#[test]
fn the_report_can_be_had_as_json() {
    let scratch = three("corpus-json");
    run(scratch.path(), &corpus(&["--json", "report.json"])).exits_with(1);
    let report: Value = serde_json::from_str(&scratch.read("report.json")).unwrap();
    let verdicts: Vec<_> = report["descriptions"].as_array().unwrap().iter().collect();
    let verdicts = verdicts.iter().map(|it| [&it["name"], &it["verdict"]]).collect::<Vec<_>>();
    assert_eq!(verdicts, [["broken", "short"], ["old", "refused"], ["pets", "fine"]]);
    assert_eq!(report["totals"]["operations"], 1);
    assert_eq!(report["descriptions"][2]["generated"]["made"]["methods"], 1);
    assert_eq!(report["check"], Value::Null);
}

#[test]
fn a_folder_without_a_shortcoming_exits_with_0_and_can_be_narrowed() {
    let scratch = three("corpus-only");
    run(scratch.path(), &corpus(&["--only", "pets,old"])).exits_with(0);
    let narrowed = run(scratch.path(), &corpus(&["--only", "old"])).exits_with(0);
    assert!(!narrowed.stdout.contains("pets"), "{narrowed:?}");
    assert!(scratch.path().join("out/pets").exists());

    let wrong = run(scratch.path(), &corpus(&["--only", "pet"])).exits_with(1);
    assert_eq!(wrong.last_error(), "error: no description `pet`: did you mean `pets`?");
}

#[test]
fn crates_of_descriptions_that_are_gone_or_broken_are_removed() {
    let scratch = three("corpus-stale");
    scratch.write("all/gone.yaml", PETS);
    run(scratch.path(), &corpus(&["--only", "pets,gone"])).exits_with(0);
    std::fs::remove_file(scratch.path().join("all/gone.yaml")).unwrap();
    scratch.write("all/pets.yaml", scratch.read("all/broken.yaml"));
    run(scratch.path(), &corpus(&[])).exits_with(1);
    assert!(!scratch.path().join("out/gone").exists());
    assert!(!scratch.path().join("out/pets").exists());
}

#[test]
fn a_description_that_takes_too_long_is_given_up() {
    let scratch = three("corpus-time");
    let run = run(scratch.path(), &corpus(&["--only", "pets", "--time-limit", "0"])).exits_with(1);
    assert!(run.stdout.contains("\npets: not done after 0.0 ms\n"), "{run:?}");
}

#[test]
fn a_folder_with_nothing_in_it_or_something_else_is_refused() {
    let scratch = Scratch::new("corpus-nothing");
    scratch.write("all/README.md", "no description");
    let empty = run(scratch.path(), &corpus(&[])).exits_with(1);
    let expected = "error: no descriptions in `all`: expected *.yaml, *.yml or *.json";
    assert_eq!(empty.last_error(), expected);

    scratch.write("all/pets.yaml", PETS);
    scratch.write("out/notes.txt", "mine");
    let before = scratch.tree();
    let foreign = run(scratch.path(), &corpus(&[])).exits_with(1);
    assert!(foreign.last_error().starts_with("error: `out` holds something"), "{foreign:?}");
    assert_eq!(scratch.tree(), before);
}

/// The output stays for the next run: only the first has to compile the dependencies.
#[test]
fn crates_are_compiled_if_asked_for() {
    let scratch = three("corpus-check");
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let all = scratch.path().join("all");
    let arguments = [
        &["corpus", all.to_str().unwrap(), "--output", output.to_str().unwrap()],
        &["--only", "pets", "--clippy"][..],
    ];
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = run(xtask, &arguments.concat()).exits_with(0);
    assert_eq!(row(&run.stdout, "pets").last(), Some(&"fine"));
    assert!(run.stdout.contains(", compiled in "), "{run:?}");
}

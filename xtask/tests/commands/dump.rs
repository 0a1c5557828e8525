//! `dump`: what each stage made of a description.

use super::{PETS, run, run_in, workspace};
use crate::scratch::Scratch;

const STAGES: [(&str, &str); 3] = [
    ("spec", "GET /pets/{petId}\n  operationId getPet\n"),
    ("ir", "operation getPet: get_pet -> GetPet\n"),
    ("names", "getPet -> get_pet, GetPet\n    petId -> pet_id\n"),
];

#[test]
fn every_stage_of_the_workspace_is_printed() {
    let workspace = workspace("dump-workspace");
    for (stage, expected) in STAGES {
        let whole = run_in(&workspace, &["dump", stage]).exits_with(0);
        assert!(whole.stdout.contains(expected) && whole.stdout.contains("Pet\n"), "{whole:?}");
        assert_eq!(whole.stderr, "");
    }
}

#[test]
fn every_stage_of_any_description_is_printed() {
    let scratch = Scratch::new("dump-any");
    scratch.write("pets.yaml", PETS);
    scratch.write("cats.yaml", PETS.replace("getPet", "getCat").replace("/pets/", "/cats/"));
    for (stage, expected) in STAGES {
        let one = run(scratch.path(), &["dump", stage, "pets.yaml"]).exits_with(0);
        assert!(one.stdout.contains(expected), "{one:?}");
        let both = run(scratch.path(), &["dump", stage, "pets.yaml", "cats.yaml"]).exits_with(0);
        assert!(both.stdout.contains("getPet") && both.stdout.contains("getCat"), "{both:?}");
    }
    assert_eq!(scratch.tree().len(), 2, "nothing is written");
}

#[test]
fn one_operation_is_printed_alone() {
    let workspace = workspace("dump-operation");
    for (stage, expected) in STAGES {
        let one = run_in(&workspace, &["dump", stage, "--operation", "getPet"]).exits_with(0);
        assert!(one.stdout.trim_start().starts_with(expected), "{one:?}");
        let none = run_in(&workspace, &["dump", stage, "--operation", "getCat"]).exits_with(1);
        assert_eq!(none.stdout, "");
        assert!(none.stderr.contains("there is no operation `getCat`"), "{none:?}");
        assert_eq!(none.last_error(), "error: 1 error");
    }
}

#[test]
fn findings_in_descriptions_of_others_are_shown_and_do_not_stop_it() {
    let scratch = Scratch::new("dump-findings");
    let mistakes: String = (0..42).map(|index| format!("      mistake{index}: 1\n")).collect();
    let key = "      operationId:";
    scratch.write("pets.yaml", PETS.replace(key, &format!("{mistakes}{key}")));
    let run_with = |options: &[&str]| {
        run(scratch.path(), &[&["dump", "spec", "pets.yaml"], options].concat()).exits_with(0)
    };
    let some = run_with(&[]);
    assert!(some.stdout.contains("getPet"), "{some:?}");
    assert!(some.stderr.contains("and 39 more warnings: `--all-warnings` shows them"), "{some:?}");
    let all = run_with(&["--all-warnings"]);
    assert!(all.stderr.contains("mistake41"), "{all:?}");
}

#[test]
fn a_description_that_cannot_be_read_is_an_error() {
    let scratch = Scratch::new("dump-error");
    let absent = run(scratch.path(), &["dump", "ir", "pets.yaml"]).exits_with(1);
    assert!(absent.last_error().starts_with("error: cannot read `pets.yaml`: "), "{absent:?}");
    scratch.write("pets.yaml", "{");
    let broken = run(scratch.path(), &["dump", "ir", "pets.yaml"]).exits_with(1);
    assert!(broken.stderr.contains("pets.yaml:1"), "{broken:?}");
    assert_eq!(broken.stdout, "");
}

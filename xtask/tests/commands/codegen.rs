//! `codegen`: the workspace's own client.

use super::{PETS, Run, run_in, workspace, xtask};
use crate::scratch::Scratch;

#[test]
fn the_client_is_written_once() {
    let workspace = workspace("codegen-once");
    let first = run_in(&workspace, &["codegen"]).exits_with(0);
    assert!(first.stdout.starts_with("generated-client: "), "{first:?}");
    assert!(first.stdout.contains("\n  added   src/lib.rs +"), "{first:?}");
    assert!(workspace.read("generated-client/Cargo.toml").starts_with("# @generated"));

    let before = workspace.tree();
    let second = run_in(&workspace, &["codegen"]).exits_with(0);
    assert!(second.stdout.starts_with("generated-client is up to date ("), "{second:?}");
    let timings = second.stdout.lines().last().unwrap();
    let stages: Vec<&str> = timings.split(", ").filter_map(|lap| lap.split(' ').next()).collect();
    assert_eq!(stages, ["read", "lower", "emit", "compare", "write"]);
    assert_eq!(workspace.tree(), before);
}

#[test]
fn files_not_produced_any_more_are_removed_and_foreign_ones_stay() {
    let workspace = workspace("codegen-stale");
    run_in(&workspace, &["codegen"]).exits_with(0);
    let before = workspace.tree();
    workspace.write("generated-client/src/old/stale.rs", "// @generated. Stale.\n");
    let run = run_in(&workspace, &["codegen"]).exits_with(0);
    assert!(run.stdout.contains("\n  removed src/old/stale.rs -1\n"), "{run:?}");
    assert_eq!(workspace.tree(), before);

    workspace.write("generated-client/tests/mine.rs", "// mine\n");
    run_in(&workspace, &["codegen"]).exits_with(0);
    assert_eq!(workspace.read("generated-client/tests/mine.rs"), "// mine\n");
}

#[test]
fn check_accepts_what_codegen_wrote() {
    let workspace = workspace("check-accepts");
    run_in(&workspace, &["codegen"]).exits_with(0);
    let run = run_in(&workspace, &["codegen", "--check"]).exits_with(0);
    assert!(run.stdout.starts_with("generated-client is up to date ("), "{run:?}");
}

#[test]
fn check_shows_differences_and_writes_nothing() {
    let workspace = workspace("check-differences");
    run_in(&workspace, &["codegen"]).exits_with(0);
    let text = workspace.read("generated-client/src/lib.rs");
    workspace.write("generated-client/src/lib.rs", format!("{text}// edited\n"));
    workspace.write("generated-client/src/stale.rs", "// @generated. Stale.\n");
    let before = workspace.tree();

    let run = run_in(&workspace, &["codegen", "--check"]).exits_with(1);
    assert!(run.stdout.contains("\n-// edited\n"), "{run:?}");
    assert!(run.stdout.contains("--- a/src/stale.rs\n+++ /dev/null\n"), "{run:?}");
    assert!(run.stdout.contains("\n  changed src/lib.rs -1\n"), "{run:?}");
    assert_eq!(
        run.last_error(),
        "error: generated-client is out of date in 2 files: run `cargo xtask codegen`"
    );
    assert_eq!(workspace.tree(), before);
}

#[test]
fn check_of_a_client_that_is_not_there_writes_nothing() {
    let workspace = workspace("check-absent");
    let before = workspace.tree();
    run_in(&workspace, &["codegen", "--check"]).exits_with(1);
    assert_eq!(workspace.tree(), before);
}

#[test]
fn the_workspace_is_found_from_a_folder_inside() {
    let workspace = workspace("codegen-find");
    workspace.write("Cargo.toml", "[workspace]\nmembers = []\n");
    let inside = workspace.path().join("api-spec");
    let output = xtask()
        .args(["codegen", "--check"])
        .current_dir(&inside)
        .env_remove("CARGO_MANIFEST_DIR")
        .output();
    let run = Run::from(output.unwrap()).exits_with(1);
    assert!(run.last_error().contains("generated-client is out of date"), "{run:?}");
}

#[test]
fn an_error_in_a_description_writes_nothing() {
    let workspace = workspace("codegen-error");
    let text = PETS.replace("#/components", "nowhere.yaml#/components");
    workspace.write("api-spec/pets/pets.yaml", text);
    let before = workspace.tree();
    let run = run_in(&workspace, &["codegen"]).exits_with(1);
    assert!(run.stderr.contains("api-spec/pets/pets.yaml:28"), "{run:?}");
    assert!(run.stderr.contains("cannot read `api-spec/pets/nowhere.yaml`"), "{run:?}");
    assert_eq!(run.last_error(), "error: 1 error");
    assert_eq!(workspace.tree(), before);
}

#[test]
fn a_workspace_without_descriptions_is_an_error() {
    let scratch = Scratch::new("codegen-empty");
    let run = run_in(&scratch, &["codegen"]).exits_with(1);
    assert!(run.last_error().starts_with("error: cannot read `./api-spec`: "), "{run:?}");
    scratch.write("api-spec/README.md", "nothing yet");
    scratch.write("api-spec/pets/.pets.yaml", "hidden");
    let run = run_in(&scratch, &["codegen"]).exits_with(1);
    let expected = "error: no descriptions in `api-spec`: expected `api-spec/<module>/*.yaml`";
    assert_eq!(run.last_error(), expected);
}

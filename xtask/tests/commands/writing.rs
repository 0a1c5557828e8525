//! What a run does to a folder that others work in, too.

use super::{PETS, run, workspace};
use crate::scratch::Scratch;
use crate::{Run, run_in};

/// Generates a crate, and returns its folder.
fn generated(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("pets.yaml", PETS);
    generate(&scratch, &[]).exits_with(0);
    scratch
}

fn generate(scratch: &Scratch, options: &[&str]) -> Run {
    run(scratch.path(), &[&["generate", "pets.yaml", "--output", "out"], options].concat())
}

/// Checks that a run refuses to write, says so with these words, and changes nothing; and that
/// `--force` does it all the same.
fn check_refused(scratch: &Scratch, words: &[&str]) {
    let before = scratch.tree();
    let refused = generate(scratch, &[]).exits_with(1);
    assert!(refused.stderr.contains("`out` holds work that writing would lose"), "{refused:?}");
    for word in words {
        assert!(refused.stderr.contains(word), "{word}: {refused:?}");
    }
    assert!(refused.last_error().contains("`--force`"), "{refused:?}");
    assert_eq!(scratch.tree(), before);
    generate(scratch, &["--force"]).exits_with(0);
    let after = generate(scratch, &[]).exits_with(0);
    assert!(after.stdout.contains("up to date"), "{after:?}");
}

#[test]
fn files_in_src_that_were_not_generated_are_kept() {
    let scratch = generated("writing-foreign");
    scratch.write("out/src/my_helper.rs", "fn mine() {}\n");
    scratch.write("out/src/mymod/mod.rs", "fn mine() {}\n");
    check_refused(
        &scratch,
        &["src/my_helper.rs: not generated", "src/mymod/mod.rs: not generated"],
    );
    assert!(!scratch.path().join("out/src/mymod").exists());
    scratch.write("out/src/lib.rs", "fn mine() {}\n");
    check_refused(&scratch, &["src/lib.rs: not generated"]);
    // What is not the generator's is left alone in any case.
    scratch.write("out/tests/mine.rs", "fn mine() {}\n");
    scratch.write("out/src/.DS_Store", "");
    generate(&scratch, &["--force"]).exits_with(0);
    assert_eq!(scratch.read("out/tests/mine.rs"), "fn mine() {}\n");
}

#[test]
fn edits_of_the_manifest_and_the_readme_are_kept() {
    let scratch = generated("writing-edited");
    let manifest = scratch.read("out/Cargo.toml");
    scratch.write(
        "out/Cargo.toml",
        manifest.replace("[dependencies]\n", "[dependencies]\nmine = \"1\"\n"),
    );
    check_refused(&scratch, &["Cargo.toml: edited since it was generated", "    -mine = \"1\"\n"]);
    scratch.write("out/README.md", format!("{}\nMy own words.\n", scratch.read("out/README.md")));
    check_refused(&scratch, &["README.md: edited since it was generated", "    -My own words."]);
    let readme = scratch.read("out/README.md");
    let unsealed: Vec<&str> = readme.lines().filter(|line| !line.contains("checksum")).collect();
    scratch.write("out/README.md", unsealed.join("\n"));
    check_refused(&scratch, &["README.md: has no checksum"]);
}

#[test]
fn what_nobody_edited_is_replaced_without_a_word() {
    let scratch = generated("writing-replaced");
    scratch.write("pets.yaml", PETS.replace("title: Pets", "title: Animals"));
    let run = generate(&scratch, &["--crate-version", "2.0.0"]).exits_with(0);
    assert!(run.stdout.contains("changed Cargo.toml"), "{run:?}");
    assert!(run.stdout.contains("changed README.md"), "{run:?}");
    // As Git writes it on some systems.
    for name in ["out/Cargo.toml", "out/README.md"] {
        scratch.write(name, scratch.read(name).replace('\n', "\r\n"));
    }
    generate(&scratch, &[]).exits_with(0);
}

#[test]
fn the_client_of_the_workspace_is_treated_alike() {
    let workspace = workspace("writing-codegen");
    run_in(&workspace, &["codegen"]).exits_with(0);
    workspace.write("generated-client/src/mine.rs", "fn mine() {}\n");
    let refused = run_in(&workspace, &["codegen"]).exits_with(1);
    assert!(refused.stderr.contains("src/mine.rs: not generated"), "{refused:?}");
    run_in(&workspace, &["codegen", "--force"]).exits_with(0);
    run_in(&workspace, &["codegen", "--check"]).exits_with(0);
}

#[test]
fn what_a_killed_run_left_is_cleaned_by_any_run() {
    let scratch = generated("writing-left");
    let left = "out/.xtask-staging/src.old/lib.rs";
    scratch.write(left, "");
    let up_to_date = generate(&scratch, &[]).exits_with(0);
    assert!(up_to_date.stdout.contains("up to date"), "{up_to_date:?}");
    assert!(!scratch.path().join("out/.xtask-staging").exists());

    scratch.write(left, "");
    scratch.write("pets.yaml", "not: [a description");
    generate(&scratch, &[]).exits_with(1);
    assert!(!scratch.path().join("out/.xtask-staging").exists());
}

#[test]
fn a_folder_is_found_behind_one_that_does_not_exist() {
    let scratch = Scratch::new("writing-dots");
    scratch.write("pets.yaml", PETS);
    let arguments = ["generate", "pets.yaml", "--output", "./absent/more/../../absent/../out"];
    run(scratch.path(), &arguments).exits_with(0);
    assert!(scratch.path().join("out/Cargo.toml").exists());
    assert!(!scratch.path().join("absent").exists());
}

#[test]
fn a_workspace_that_does_not_know_the_crate_is_named() {
    let scratch = Scratch::new("writing-workspace");
    scratch.write("pets.yaml", PETS);
    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = []\n");
    let outside = generate(&scratch, &[]).exits_with(0);
    assert!(outside.stderr.contains("warning: cargo refuses to build `out`"), "{outside:?}");
    assert!(outside.last_error().contains("`--own-workspace`"), "{outside:?}");

    let own = generate(&scratch, &["--own-workspace"]).exits_with(0);
    assert_eq!(own.stderr, "");
    assert!(scratch.read("out/Cargo.toml").contains("\n[workspace]\n"));

    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"out\"]\n");
    let member = generate(&scratch, &[]).exits_with(0);
    assert_eq!(member.stderr, "");
    assert!(!scratch.read("out/Cargo.toml").contains("\n[workspace]\n"));
}

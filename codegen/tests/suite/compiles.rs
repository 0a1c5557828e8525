//! What is generated compiles, without a warning, wherever a fixture generates at all, and what
//! goes over the wire is what the description says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::Output;

use crate::fixture::{Fixture, MODULE};
use crate::taken_names;

/// Everything but the feature `hyper`: its transport is the same in all crates and is compiled with
/// this workspace, and TLS would take most of the time of this test.
const CHECK: &[&str] = &[
    "check",
    "--workspace",
    "--all-targets",
    "--no-default-features",
    "--features",
    MODULE,
    "--keep-going",
    "--offline",
    "--quiet",
    "--color=never",
];

/// The tests that are emitted, which send the examples of the descriptions, and those in
/// `tests/wire/`, of the clients of the fixtures that they are called after.
const TEST: &[&str] = &[
    "test",
    "--workspace",
    "--lib",
    "--tests",
    "--no-default-features",
    "--offline",
    "--quiet",
    "--color=never",
];

#[test]
fn what_is_generated_compiles_and_works() {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let mut members: Vec<String> = Fixture::all()
        .iter()
        .filter_map(|fixture| {
            let output = fixture.generate().output?;
            let folder = workspace.join(&fixture.name);
            write_crate(&folder, &output);
            let test = folder.join("tests/wire.rs");
            match fs::read_to_string(wire_test(&fixture.name)) {
                Ok(text) => write(&test, &text),
                // One of an earlier run may be left.
                Err(_) => drop(fs::remove_file(&test)),
            }
            Some(fixture.name.clone())
        })
        .collect();
    for (name, outcome) in taken_names::outcomes() {
        let output = outcome.output.as_ref();
        let output = output.unwrap_or_else(|| panic!("{name}:\n{}", outcome.report()));
        write_crate(&workspace.join(&name), output);
        members.push(name);
    }
    write_workspace(&workspace, &members);

    run(&workspace, CHECK);
    run(&workspace, TEST);
}

/// Runs cargo in `folder`; it must have nothing to say.
fn run(folder: &Path, arguments: &[&str]) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures/target");
    let done = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo can be started");
    let said = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
    assert!(
        done.status.success() && done.stderr.is_empty(),
        "in {} (`cargo fetch` brings what is missing offline):\n{}{}",
        folder.display(),
        said(&done.stderr),
        said(&done.stdout)
    );
}

/// The test of what a fixture's client sends and reads.
fn wire_test(fixture: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/wire/{fixture}.rs"))
}

/// Writes the files of a crate, and removes those of an earlier run that it no longer has.
fn write_crate(folder: &Path, output: &Output) {
    for file in files(folder) {
        let path = file.strip_prefix(folder).expect("a file is below its folder");
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if !output.files.contains_key(&path) && path != "tests/wire.rs" {
            fs::remove_file(&file).expect("a file of an earlier run can be removed");
        }
    }
    for (path, text) in &output.files {
        write(&folder.join(path), text);
    }
}

/// Writes a workspace of these members, with the versions that this workspace is built with.
fn write_workspace(folder: &Path, members: &[String]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the lock file is readable");
    write(&folder.join("Cargo.lock"), &lock);
    write(
        &folder.join("Cargo.toml"),
        // Each is compiled once, and nobody debugs it.
        &format!(
            "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n\
             [profile.dev]\ndebug = false\nincremental = false\n"
        ),
    );
}

/// Writes a file, unless it says the same already: cargo goes by the time of the last change.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    fs::create_dir_all(folder).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// All files below a folder, which may be missing.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { waiting.push(path) } else { files.push(path) }
        }
    }
    files
}

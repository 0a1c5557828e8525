//! Help, wrong command lines, and streams that are closed.

use std::process::Stdio;

use super::{Run, run_in, workspace, xtask};

fn run(arguments: &[&str]) -> Run {
    xtask().args(arguments).output().unwrap().into()
}

#[test]
fn every_command_has_help_with_examples() {
    for arguments in [
        &["--help"][..],
        &["help"],
        &["codegen", "--help"],
        &["generate", "-h"],
        &["help", "dump"],
        &["corpus", "--help"],
        &["check", "--help"],
        &["help", "explain"],
    ] {
        let help = run(arguments).exits_with(0);
        assert!(help.stdout.contains("\nUsage: cargo xtask "), "{help:?}");
        assert!(help.stdout.contains("\nExamples:\n  cargo "), "{help:?}");
        assert_eq!(help.stderr, "");
    }
}

#[test]
fn the_version_is_printed() {
    let version = run(&["--version"]).exits_with(0);
    assert_eq!(version.stdout, concat!("xtask ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn wrong_usage_exits_with_2_and_names_the_help() {
    let wrong = run(&["codegen", "--chek"]).exits_with(2);
    assert_eq!(wrong.stdout, "");
    assert_eq!(
        wrong.stderr,
        "error: no option `--chek` here: did you mean `--check`?\n\n\
         See `cargo xtask codegen --help`.\n"
    );
    run(&[]).exits_with(2);
}

#[test]
fn a_reader_that_goes_away_is_not_a_failure() {
    let workspace = workspace("broken-pipe");
    for (arguments, code) in [(&["codegen", "--check"][..], 1), (&["dump", "spec"], 0)] {
        let mut child = xtask()
            .args(["--root", "."])
            .args(arguments)
            .current_dir(workspace.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let run = Run::from(child.wait_with_output().unwrap()).exits_with(code);
        assert!(!run.stderr.contains("panicked"), "{run:?}");
    }
}

#[test]
fn nothing_is_coloured_where_there_is_no_terminal() {
    let workspace = workspace("no-colours");
    let run = run_in(&workspace, &["codegen", "--check"]).exits_with(1);
    assert!(!run.stdout.contains('\x1b') && !run.stderr.contains('\x1b'), "{run:?}");
}

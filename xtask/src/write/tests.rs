//! The writer on folders of its own, with steps made to fail.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use super::*;
use crate::disk::faults::{self, Disk, End};
use crate::owned;
use crate::scratch::Scratch;

/// Makes the crate consist of `files`, each of them a path and a text.
fn write(folder: &Path, files: &[(&str, &str)]) -> Result<(), Error> {
    let wanted: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    recover(folder)?;
    apply(folder, &Plan::new(wanted, owned::read(folder)?)?)
}

/// A crate with one file of every kind.
fn crate_with_tests(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("Cargo.toml", "manifest 1");
    scratch.write("src/kept.rs", "kept");
    scratch.write("src/changed.rs", "changed 1");
    scratch.write("src/old/stale.rs", "stale");
    scratch.write("tests/mine.rs", "mine");
    scratch
}

const NEXT: [(&str, &str); 4] = [
    ("Cargo.toml", "manifest 2"),
    ("src/kept.rs", "kept"),
    ("src/changed.rs", "changed 2"),
    ("src/new/added.rs", "added"),
];

/// Checks that writing `files` over the crate fails, and leaves it as it was.
fn check_undone(scratch: &Scratch, files: &[(&str, &str)], message: &str) {
    let before = scratch.tree();
    let error = write(scratch.path(), files).unwrap_err().to_string();
    assert!(error.contains(message), "{error}");
    assert!(error.ends_with("the crate is as it was"), "{error}");
    assert_eq!(scratch.tree(), before);
}

#[test]
fn the_owned_set_becomes_what_is_wanted_and_nothing_else_is_touched() {
    let scratch = crate_with_tests("write-set");
    write(scratch.path(), &NEXT).unwrap();
    let expected: Vec<(String, String)> = [
        ("Cargo.toml", "manifest 2"),
        ("src/", ""),
        ("src/changed.rs", "changed 2"),
        ("src/kept.rs", "kept"),
        ("src/new/", ""),
        ("src/new/added.rs", "added"),
        ("tests/", ""),
        ("tests/mine.rs", "mine"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into();
    assert_eq!(scratch.tree(), expected);
}

#[test]
fn a_crate_is_made_where_no_folder_is() {
    let scratch = Scratch::new("write-new");
    write(&scratch.path().join("a/b"), &NEXT).unwrap();
    assert_eq!(scratch.read("a/b/src/new/added.rs"), "added");
}

#[test]
fn files_whose_text_is_the_same_are_not_written() {
    let scratch = crate_with_tests("write-untouched");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let path = scratch.path().join("src/kept.rs");
    File::options().append(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    write(scratch.path(), &NEXT).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn files_and_folders_change_places() {
    let scratch = Scratch::new("write-places");
    scratch.write("src/a", "was a file");
    scratch.write("src/b/x.rs", "was in a folder");
    write(scratch.path(), &[("src/a/x.rs", "1"), ("src/b", "2")]).unwrap();
    assert_eq!(scratch.read("src/a/x.rs"), "1");
    assert_eq!(scratch.read("src/b"), "2");
}

#[test]
fn what_a_killed_run_left_is_cleared_away() {
    let scratch = crate_with_tests("write-killed");
    scratch.write(".xtask-staging/0.new", "half");
    write(scratch.path(), &NEXT).unwrap();
    assert!(!scratch.path().join(STAGING).exists());
    assert_eq!(scratch.read("Cargo.toml"), "manifest 2");
}

#[test]
fn a_file_in_the_way_of_the_preparation_touches_nothing() {
    let scratch = crate_with_tests("write-stage");
    scratch.write(".xtask-staging", "a file where the folder should be");
    let before = scratch.tree();
    let error = write(scratch.path(), &NEXT).unwrap_err().to_string();
    assert!(error.contains("cannot remove `"), "{error}");
    assert_eq!(scratch.tree(), before);
}

#[test]
fn a_failure_to_write_the_last_file_takes_back_the_others() {
    let scratch = crate_with_tests("write-last");
    let name = format!("src/new/{}.rs", "z".repeat(300));
    let mut files = NEXT.to_vec();
    files.push((&name, "too long a name"));
    check_undone(&scratch, &files, "cannot write `");
}

#[test]
fn a_failure_to_make_a_folder_takes_back_what_was_done() {
    let scratch = crate_with_tests("write-folder");
    let name = format!("src/{}/lib.rs", "z".repeat(300));
    let mut files = NEXT.to_vec();
    files.push((&name, "too long a name"));
    check_undone(&scratch, &files, "cannot make `");
}

#[test]
fn a_foreign_folder_at_the_place_of_a_file_is_left_alone() {
    let scratch = crate_with_tests("write-foreign");
    scratch.write("README.md/mine.txt", "mine");
    let mut files = NEXT.to_vec();
    files.push(("README.md", "read me"));
    check_undone(&scratch, &files, "README.md`");
}

#[test]
fn a_failure_in_a_new_folder_removes_it() {
    let scratch = Scratch::new("write-new-undone");
    let name = format!("src/{}.rs", "z".repeat(300));
    write(&scratch.path().join("a/b"), &[("Cargo.toml", ""), (&name, "")]).unwrap_err();
    assert_eq!(scratch.tree(), []);
}

const DISKS: [Disk; 3] = [Disk::Whole, Disk::WithoutExchange, Disk::WithoutFolders];

/// A crate without its empty folders, and without what a run prepares.
fn files(scratch: &Scratch) -> Vec<(String, String)> {
    let mut tree = scratch.tree();
    tree.retain(|(path, _)| !path.ends_with('/') && !path.starts_with(STAGING));
    tree
}

/// The part of a crate that is in `src`.
fn src(files: &[(String, String)]) -> Vec<&(String, String)> {
    files.iter().filter(|(path, _)| path.starts_with("src/")).collect()
}

/// The crate as it is after a whole run.
fn written(name: &str) -> Vec<(String, String)> {
    let scratch = crate_with_tests(name);
    write(scratch.path(), &NEXT).unwrap();
    files(&scratch)
}

#[test]
fn whichever_change_fails_the_crate_is_as_it_was() {
    for disk in DISKS {
        for after in 0.. {
            let scratch = crate_with_tests("write-fails");
            let before = scratch.tree();
            let run = || write(scratch.path(), &NEXT);
            let (outcome, happened) = faults::run(disk, after, End::Fails, run);
            let outcome = outcome.expect("the process lives");
            if !happened {
                outcome.unwrap();
                assert!(after > 10, "{after}");
                break;
            }
            let error = outcome.unwrap_err().to_string();
            if error.starts_with("cannot remove") && error.contains(STAGING) {
                // All was done but the cleaning.
                write(scratch.path(), &NEXT).unwrap();
                assert_eq!(files(&scratch), written("write-fails-2"), "{disk:?} {after}");
            } else {
                assert!(error.ends_with("the crate is as it was"), "{disk:?} {after}: {error}");
                assert_eq!(scratch.tree(), before, "{disk:?} {after}: {error}");
            }
        }
    }
}

#[test]
fn whichever_change_is_the_last_the_next_run_finishes() {
    let new = written("write-killed-new");
    for disk in DISKS {
        for after in 0.. {
            let scratch = crate_with_tests("write-killed-at");
            let old = files(&scratch);
            let run = || write(scratch.path(), &NEXT);
            let (_, happened) = faults::run(disk, after, End::Dies, run);
            if !happened {
                break;
            }
            let left = files(&scratch);
            let is_whole = src(&left) == src(&old) || src(&left) == src(&new);
            match disk {
                Disk::Whole => assert!(is_whole, "{after}: {left:?}"),
                // Between two renames there is none.
                Disk::WithoutExchange => {
                    assert!(is_whole || src(&left).is_empty(), "{after}: {left:?}");
                }
                Disk::WithoutFolders => {}
            }
            for (path, text) in &left {
                let is_known = old.iter().chain(&new).any(|(p, t)| (p, t) == (path, text));
                assert!(is_known, "{disk:?} {after}: half of {path}: {text}");
            }
            // A run that has nothing to write puts the crate right as well.
            recover(scratch.path()).unwrap();
            assert!(!scratch.path().join(STAGING).exists());
            if disk != Disk::WithoutFolders {
                let left = files(&scratch);
                assert!(src(&left) == src(&old) || src(&left) == src(&new), "{after}: {left:?}");
            }
            write(scratch.path(), &NEXT).unwrap();
            assert_eq!(files(&scratch), new, "{disk:?} {after}");
        }
    }
}

#[test]
fn a_recovery_that_is_killed_is_finished_by_the_next() {
    for after in 0.. {
        let scratch = Scratch::new("write-recovery");
        scratch.write(".xtask-staging/src.old/lib.rs", "old");
        scratch.write(".xtask-staging/src/lib.rs", "new");
        let (_, happened) =
            faults::run(Disk::Whole, after, End::Dies, || recover(scratch.path()).unwrap());
        recover(scratch.path()).unwrap();
        assert_eq!(files(&scratch), [("src/lib.rs".to_owned(), "old".to_owned())]);
        if !happened {
            break;
        }
    }
}

#[cfg(unix)]
#[test]
fn links_are_replaced_and_what_they_point_to_is_left_alone() {
    use std::os::unix::fs::symlink;

    let scratch = Scratch::new("write-links");
    scratch.write("outside/lib.rs", "outside");
    scratch.write("outside.rs", "outside");
    let folder = scratch.path().join("crate");
    fs::create_dir(&folder).unwrap();
    symlink("../outside", folder.join("src")).unwrap();
    symlink("../outside.rs", folder.join("Cargo.toml")).unwrap();

    write(&folder, &[("Cargo.toml", "manifest"), ("src/lib.rs", "lib")]).unwrap();
    assert_eq!(scratch.read("crate/Cargo.toml"), "manifest");
    assert_eq!(scratch.read("crate/src/lib.rs"), "lib");
    assert_eq!(scratch.read("outside/lib.rs"), "outside");
    assert_eq!(scratch.read("outside.rs"), "outside");
}

//! The layers of the generator do not reach what they must not know.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::entries;
use crate::graph::{Graph, Source};

/// A folder of `src/`, and the modules of the crate that none of its files may reach, by itself or by
/// way of others.
struct Rule {
    folder: &'static str,
    forbidden: &'static [&'static str],
    reason: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        folder: "emit",
        forbidden: &["openapi", "lower", "source", "diagnostic"],
        reason: "emission decides nothing, so it needs no description",
    },
    Rule {
        folder: "openapi",
        forbidden: &["ir", "emit", "lower", "name"],
        reason: "a description knows no Rust",
    },
    Rule {
        folder: "ir",
        forbidden: &["openapi", "lower", "emit", "source", "diagnostic"],
        reason: "a client knows no OpenAPI",
    },
];

/// What does IO.
const IO: &[&str] = &["std::fs", "std::net", "std::env", "std::process", "std::io"];

/// Who makes identifiers from text, and so would have to know what is reserved.
const IDENTIFIERS: &[&str] = &["Ident::new", "format_ident!", "syn::Ident", "Ident::new_raw"];

#[test]
fn layers_do_not_reach_across() {
    let files = code_files(&folder("src"));
    let sources: Vec<_> = files.into_iter().map(|(file, text)| Source { file, text }).collect();
    let graph = Graph::of(&sources);
    for Rule { folder, forbidden, reason } in RULES {
        let is_in = |file: &str, module: &str| {
            file.strip_prefix(module).is_some_and(|rest| rest.starts_with(['/', '.']))
        };
        for file in sources.iter().map(|source| &source.file).filter(|file| is_in(file, folder)) {
            let way = graph.way(file, |reached| forbidden.iter().any(|it| is_in(reached, it)));
            assert!(way.is_none(), "{reason}:\n{}", way.unwrap_or_default());
        }
    }
}

#[test]
fn the_generator_does_no_io() {
    for file in files(&folder("src")) {
        let code = code(&file);
        for name in IO {
            assert!(!code.contains(name), "{} names `{name}`", file.display());
        }
    }
}

#[test]
fn only_the_name_module_makes_identifiers() {
    let src = folder("src");
    for file in files(&src).into_iter().filter(|file| !file.starts_with(src.join("name"))) {
        let code = code(&file);
        for maker in IDENTIFIERS {
            assert!(!code.contains(maker), "{} names `{maker}`", file.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    for folder in [folder("src"), folder("runtime/src"), folder("tests/suite")] {
        for file in files(&folder) {
            let text = fs::read_to_string(&file).expect("a source file is readable");
            assert!(text.starts_with("//!"), "{} does not start with `//!`", file.display());
        }
    }
}

/// A folder of the generator's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The Rust files below a folder; there is at least one.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for name in entries(&folder) {
            let path = folder.join(name);
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    assert!(!files.is_empty(), "{} holds no Rust", folder.display());
    files
}

/// The code of a file: without comments, and without the unit tests at its end.
pub(crate) fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a source file is readable");
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The files below a folder that are not tests, each with its path below it, separated by `/`, and
/// its text.
pub(crate) fn code_files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in files(folder) {
        let path = file.strip_prefix(folder).expect("the file is below the folder");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        if !parts.iter().any(|part| part == "tests" || part == "tests.rs") {
            let text = fs::read_to_string(&file).expect("a source file is readable");
            found.push((parts.join("/"), text));
        }
    }
    found.sort();
    found
}

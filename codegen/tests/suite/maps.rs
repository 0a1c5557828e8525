//! The tables of modules in documents name every module.

use crate::layers::{code_files, folder};

/// The first words of the rows of a table, without backticks and brackets.
fn rows(table: &str) -> Vec<String> {
    let rows = table.lines().filter_map(|line| line.split_once("| ")?.1.split(" |").next());
    let words = rows.map(|word| word.replace(['`', '[', ']'], ""));
    let mut words: Vec<_> = words.filter(|word| word != "module" && word != "---").collect();
    words.sort();
    words
}

/// The modules that stand in a folder, apart from its root file.
fn modules(name: &str, root: &str) -> Vec<String> {
    let names = code_files(&folder(name)).into_iter().filter_map(|(file, _)| {
        let name = file.split('/').next()?;
        (name != root).then(|| name.trim_end_matches(".rs").to_owned())
    });
    let mut names: Vec<_> = names.collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn the_generator_has_a_map() {
    let docs = include_str!("../../src/lib.rs").split("\n\n").next().unwrap_or_default();
    assert_eq!(rows(docs), modules("src", "lib.rs"), "the table of codegen/src/lib.rs");
}

#[test]
fn the_tests_have_a_map() {
    let page = include_str!("../README.md");
    let mut modules = modules("tests/suite", "main.rs");
    // They help the others, and hold no test.
    modules.retain(|module| !["fixture", "graph", "mutate", "tokens"].contains(&module.as_str()));
    assert_eq!(rows(page), modules, "the table of codegen/tests/README.md");
}

#[test]
fn the_command_line_has_a_map() {
    let docs = include_str!("../../../xtask/src/main.rs").split("\n\n").next().unwrap_or_default();
    let block = docs.split("```").nth(1).unwrap_or_default();
    let mut named: Vec<_> = block
        .lines()
        .skip(1)
        .flat_map(|line| [line.get(4..14), line.get(49..59)])
        .filter_map(|word| Some(word?.trim().to_owned()))
        .collect();
    named.retain(|word| !word.is_empty());
    named.sort();
    assert_eq!(named, modules("../xtask/src", "main.rs"), "the map of xtask/src/main.rs");
}

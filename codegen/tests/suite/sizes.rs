//! Files and functions that one can take in: no file over 300 lines, no function over 60. Unit tests
//! do not count. A function of `emit` that is a template may be as long as what it emits.

use crate::layers::{code_files, folder};

/// How many lines a file may have.
const FILE: usize = 300;

/// How many lines a function may have, with its signature and its last brace.
const FUNCTION: usize = 60;

const FOLDERS: [&str; 3] = ["src", "runtime/src", "../xtask/src"];

#[test]
fn files_and_functions_are_short() {
    let mut long = Vec::new();
    for sources in FOLDERS {
        for (file, text) in code_files(&folder(sources)) {
            let found = too_long(&text, file.starts_with("emit/"));
            long.extend(found.iter().map(|what| format!("{sources}/{file}{what}")));
        }
    }
    assert!(long.is_empty(), "too long: {long:#?}");
}

/// What of a file is too long: `""` for the file itself, ` fn name` for a function.
fn too_long(text: &str, has_templates: bool) -> Vec<String> {
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    if lines.len() > FILE {
        found.push(String::new());
    }
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function(line) else { continue };
        let indent = &line[..line.len() - line.trim_start().len()];
        // The code is formatted: a function ends at the first brace below its `fn`.
        let is_end = |line: &&str| line.strip_prefix(indent).is_some_and(|it| it.starts_with('}'));
        let length = lines[start..].iter().position(is_end).map_or(0, |end| end + 1);
        let body = &lines[start..start + length];
        let is_template = has_templates && body.iter().any(|line| line.contains("quote!"));
        if length > FUNCTION && !is_template {
            found.push(format!(" fn {name}"));
        }
    }
    found
}

/// The name of the function that a line begins, whose body is on further lines.
fn function(line: &str) -> Option<&str> {
    let (before, after) = line.trim_start().split_once("fn ")?;
    let is_start = before.split_whitespace().all(|word| {
        word.starts_with("pub") || word.ends_with(')') || ["const", "async"].contains(&word)
    });
    let name = after.split(['(', '<']).next().filter(|_| is_start)?;
    (!line.ends_with([';', '}'])).then_some(name)
}

#[test]
fn what_is_too_long_is_found() {
    let body = |count: usize| "        it();\n".repeat(count);
    let file =
        |count| format!("impl X {{\n    pub(crate) fn f(\n    ) {{\n{}    }}\n}}\n", body(count));
    assert_eq!(too_long(&file(57), false), [""; 0]);
    assert_eq!(too_long(&file(58), false), [" fn f"]);
    assert_eq!(too_long(&file(300), false), ["", " fn f"]);
    let template = file(58).replacen("it();", "quote!(it)", 1);
    assert_eq!(too_long(&template, true), [""; 0]);
    assert_eq!(too_long(&template, false), [" fn f"]);
    let with_tests = format!("fn g() {{}}\n\n#[cfg(test)]\nmod tests {{\n{}", file(300));
    assert_eq!(too_long(&with_tests, false), [""; 0]);
}

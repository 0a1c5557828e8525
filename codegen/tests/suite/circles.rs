//! No circle between files: a file does not reach itself through what it names.
//!
//! A file names another one with a `use` line, or with a path in its code or in a macro that it
//! declares: `super::x`, `crate::a::b`, `x::f` after `use super::x`. A path leads to the file that
//! declares the item: a `mod.rs` or `lib.rs` that re-exports an item of a file below it is passed
//! through. `mod` lines and such re-exports are not names. Calls of methods are not seen. Unit tests
//! do not count, nor does what stands in `quote!`: that is the code of the generated crate.

use std::path::Path;

use crate::graph::{Graph, Source};
use crate::layers::{code_files, folder};

/// The folders of sources, and the module that each stands in: the runtime is a module of the
/// crates that are generated.
const CRATES: [(&str, &str); 3] = [("src", ""), ("runtime/src", "runtime/"), ("../xtask/src", "")];

#[test]
fn no_file_reaches_itself() {
    let mut wrong = Vec::new();
    for (sources, module) in CRATES {
        let graph = Graph::of(&read(&folder(sources), module));
        let circles = graph.circles();
        wrong.extend(
            circles
                .iter()
                .map(|circle| format!("in {sources}, {circle:?}:\n{}", graph.shortest_way(circle))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The sources below a folder, as files of a module.
fn read(folder: &Path, module: &str) -> Vec<Source> {
    code_files(folder)
        .into_iter()
        .map(|(file, text)| Source { file: format!("{module}{file}"), text })
        .collect()
}

/// Checks which circles there are between files, each given as its path and its text.
fn check(files: &[(&str, &str)], expected: &[&[&str]]) {
    let sources: Vec<_> = files
        .iter()
        .map(|(file, text)| Source { file: (*file).to_owned(), text: (*text).to_owned() })
        .collect();
    assert_eq!(Graph::of(&sources).circles(), expected);
}

#[test]
fn paths_of_all_forms_lead_to_files() {
    for path in ["use super::b::B;", "use crate::a::b::{self, B}; fn f() { b::g() }"] {
        let folder = [("lib.rs", "mod a;"), ("a/mod.rs", "mod b; mod c;")];
        let with = |b: &'static str, c| [folder[0], folder[1], ("a/b.rs", b), ("a/c.rs", c)];
        check(&with("use super::c::C; pub struct B(C);", "pub struct C;"), &[]);
        let c = format!("{path} pub struct C;");
        let circle: &[&str] = &["a/b.rs", "a/c.rs"];
        check(&with("use super::c::C;", &c), &[circle]);
        check(&with("fn f() { crate::a::c::C; }", &c), &[circle]);
        check(&with("macro_rules! m { () => { $crate::a::c::C } }", &c), &[circle]);
        check(&with("fn f() { use super::{c::{C as D}}; }", &c), &[circle]);
    }
}

#[test]
fn a_circle_may_be_long() {
    check(
        &[
            ("main.rs", "mod a; mod b; mod c; fn main() { a::run() }"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::c; fn f() -> c::C {}"),
            ("c.rs", "pub(crate) struct C; fn f() { crate::a::run() }"),
        ],
        &[&["a.rs", "b.rs", "c.rs"]],
    );
}

#[test]
fn re_exports_of_a_folder_are_looked_through() {
    let folder = [("lib.rs", "mod a; pub use a::B;"), ("a/mod.rs", "mod b; mod c; pub use b::B;")];
    let with = |b, c| [folder[0], folder[1], ("a/b.rs", b), ("a/c.rs", c)];
    check(&with("pub struct B;", "use super::B; fn f() { crate::B::new() }"), &[]);
    check(&with("use super::c::f;", "use super::B;"), &[&["a/b.rs", "a/c.rs"]]);
    check(&with("use super::c::f;", "use crate::B;"), &[&["a/b.rs", "a/c.rs"]]);
}

#[test]
fn what_a_folder_holds_itself_is_of_its_own_file() {
    let b = ("a/b.rs", "use super::A; pub(super) fn f(_: A) {}");
    let root = ("lib.rs", "mod a;");
    check(&[root, ("a/mod.rs", "mod b; pub struct A;"), b], &[]);
    let both = "mod b; pub struct A; fn g() { b::f(A) }";
    check(&[root, ("a/mod.rs", both), b], &[&["a/b.rs", "a/mod.rs"]]);
    // A re-export that is used where it stands is more than one.
    let used = "mod b; pub use b::f; pub struct A; fn g() { f(A) }";
    check(&[root, ("a/mod.rs", used), b], &[&["a/b.rs", "a/mod.rs"]]);
    // A file beside its folder is the same as its `mod.rs`.
    check(&[root, ("a.rs", both), b], &[&["a.rs", "a/b.rs"]]);
}

#[test]
fn re_exports_of_others_are_names() {
    check(
        &[
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "pub use super::b::B;"),
            ("b.rs", "pub struct B(super::c::C);"),
            ("c.rs", "use super::a::B; pub struct C;"),
        ],
        &[&["a.rs", "b.rs", "c.rs"]],
    );
}

#[test]
fn tests_templates_and_text_name_nothing() {
    let root = ("lib.rs", "mod a; mod b; pub struct B;");
    let a = "
        //! See [`crate::b`].
        /// Not [`super::b::B`].
        const TEXT: &str = \"crate::b::B\";
        fn f(it: B) { it.b(); quote!(crate::b::B) }
        #[cfg(test)]
        mod tests { use crate::b::B; }
    ";
    let b = ("b.rs", "use crate::a::TEXT; pub struct B;");
    check(&[root, ("a.rs", a), b], &[]);
}

#[test]
fn a_circle_is_drawn_with_what_is_named() {
    let sources =
        [("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B;"), ("b.rs", "use super::a::A;")];
    let sources =
        sources.map(|(file, text)| Source { file: file.to_owned(), text: text.to_owned() });
    let graph = Graph::of(&sources);
    assert_eq!(
        graph.shortest_way(&graph.circles()[0]),
        "  a.rs names `crate::b::B` in b.rs\n  b.rs names `super::a::A` in a.rs\n"
    );
}

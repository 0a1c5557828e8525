//! `explain`: what codes mean.

use super::xtask;
use crate::Run;

fn explain(arguments: &[&str]) -> Run {
    xtask().arg("explain").args(arguments).output().unwrap().into()
}

#[test]
fn a_code_is_explained_with_an_example() {
    let page = explain(&["unknown-key"]).exits_with(0);
    assert!(page.stdout.starts_with("An object has a key that OpenAPI does not know"), "{page:?}");
    assert!(page.stdout.contains("\n```yaml\n"), "{page:?}");
    assert!(!page.stdout.contains("###"), "{page:?}");
}

#[test]
fn all_codes_are_listed() {
    let list = explain(&[]).exits_with(0);
    assert!(list.stdout.contains("\nunknown-key "), "{list:?}");
}

#[test]
fn unknown_codes_are_refused_with_a_guess() {
    let wrong = explain(&["unknown-keys"]).exits_with(1);
    assert_eq!(wrong.last_error(), "error: no code `unknown-keys`: did you mean `unknown-key`?");
    let wrong = explain(&["E0308"]).exits_with(1);
    assert_eq!(wrong.last_error(), "error: no code `E0308`");
}

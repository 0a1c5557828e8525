//! The checked-in client is what the generator makes of the checked-in descriptions.

use std::fs;
use std::path::Path;

use super::run;

#[test]
fn generated_client_is_up_to_date() {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = run(xtask, &["codegen", "--check"]);
    assert!(run.code == Some(0), "run `cargo xtask codegen`\n{}{}", run.stdout, run.stderr);
}

/// Cargo packs what stands in the folder of a package, so the licences stand there once more.
#[test]
fn the_package_has_the_licences_of_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
        assert_eq!(read(name), read(&format!("generated-client/{name}")), "{name}");
    }
}

//! The checked-in client is what the generator makes of the checked-in descriptions.

use std::path::Path;

use super::run;

#[test]
fn generated_client_is_up_to_date() {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = run(xtask, &["codegen", "--check"]);
    assert!(run.code == Some(0), "run `cargo xtask codegen`\n{}{}", run.stdout, run.stderr);
}

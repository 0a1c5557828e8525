//! Which families of operations a type is compiled with.

use crate::fixture::{Fixture, MODULE};

/// The line of `types/mod.rs` before the module of a type: a condition, or something else.
fn before(file: &str, module: &str) -> String {
    let line = format!("mod {module};");
    let lines: Vec<_> = file.lines().collect();
    let index = lines.iter().position(|it| *it == line).expect("the type has a module");
    lines[index - 1].to_owned()
}

#[test]
fn what_a_webhook_sends_is_compiled_with_every_family() {
    let mut fixtures = Fixture::all().into_iter();
    let fixture = fixtures.find(|it| it.name == "webhooks_in_families").expect("the fixture");
    let output = fixture.generate().output.expect("it has no errors");
    let file = &output.files[&format!("src/{MODULE}/types/mod.rs")];
    // One operation answers it, and a webhook sends it.
    assert!(!before(file, "image").starts_with("#[cfg"), "{file}");
    assert!(!before(file, "changed_payload").starts_with("#[cfg"), "{file}");
    // Only a callback of an operation in this family sends it.
    assert_eq!(before(file, "done"), format!("#[cfg(feature = \"{MODULE}-b\")]"));
}

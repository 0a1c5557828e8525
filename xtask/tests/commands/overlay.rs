//! Overlays: descriptions that are changed before they are read.

use super::{PETS, run, run_in, workspace};
use crate::scratch::Scratch;

/// A description that the overlay of the README changes.
const STORE: &str = r##"openapi: 3.0.3
info: {title: Store, version: "1"}
servers: [{url: https://store.example.com}]
paths:
  /pets:
    get:
      operationId: get_v2_pets_index
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                properties:
                  pets: {type: array, items: {type: string}}
                  next: {type: string}
  /internal/stats:
    get: {operationId: get_stats, responses: {"204": {description: Done.}}}
"##;

/// An overlay with this action.
fn overlay(action: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: Ours, version: '1'}}\nactions:\n  - {action}\n")
}

#[test]
fn the_overlay_of_the_readme_does_what_it_says() {
    let page = include_str!("../../../README.md");
    let example = page.split("```yaml\n").find(|block| block.starts_with("overlay: ")).unwrap();
    let scratch = Scratch::new("overlay-readme");
    scratch.write("openapi.yaml", STORE);
    scratch.write("ours.overlay.yaml", example.split("```").next().unwrap());
    let command = page.lines().find(|line| line.contains("--overlay ours.overlay.yaml")).unwrap();
    let arguments: Vec<&str> = command.trim_start_matches("$ cargo xtask ").split(' ').collect();
    let arguments = arguments.iter().map(|it| it.trim_start_matches("../"));
    let generated = run(scratch.path(), &arguments.collect::<Vec<_>>()).exits_with(0);
    assert_eq!(generated.stderr, "", "{generated:?}");

    let client = scratch.read("petstore-client/src/operation/list_pets.rs");
    assert!(client.contains("pub fn list_pets("), "{client}");
    assert!(client.contains("pages"), "{client}");
    let files = scratch.tree();
    assert!(files.iter().all(|(path, _)| !path.contains("get_stats")), "{files:?}");
}

#[test]
fn overlays_apply_in_order_and_their_mistakes_are_in_their_files() {
    let scratch = Scratch::new("overlay-order");
    scratch.write("pets.yaml", PETS);
    scratch.write("a.yaml", overlay("{target: $.info, update: {title: A}}"));
    scratch.write("b.yaml", overlay("{target: '$.info[?@ == \"A\"]', update: B, colour: red}"));
    let arguments = ["--overlay", "a.yaml", "--overlay", "b.yaml"];
    let command = ["generate", "pets.yaml", "--output", "out"];
    let generated = run(scratch.path(), &[&command[..], &arguments].concat()).exits_with(0);
    assert!(generated.stderr.contains(" --> b.yaml:4:46\n"), "{generated:?}");
    let manifest = scratch.read("out/Cargo.toml");
    assert!(manifest.contains("description = \"Client of B\"\n"), "{manifest}");

    let dump = ["dump", "spec", "pets.yaml", "--overlay", "b.yaml"];
    let dumped = run(scratch.path(), &dump).exits_with(0);
    assert!(dumped.stderr.contains("warning[no-match]"), "{dumped:?}");
    let alone = run(scratch.path(), &["dump", "spec", "--overlay", "b.yaml"]).exits_with(2);
    assert!(alone.stderr.contains("an overlay without a description"), "{alone:?}");
    let absent = ["generate", "pets.yaml", "--output", "out", "--overlay", "c.yaml"];
    let absent = run(scratch.path(), &absent).exits_with(1);
    assert!(absent.stderr.contains("cannot read `c.yaml`"), "{absent:?}");
}

#[test]
fn codegen_applies_the_overlays_beside_the_descriptions() {
    let workspace = workspace("overlay-codegen");
    workspace.write(
        "api-spec/pets/pets.overlay.yaml",
        overlay("{target: '$.paths.*.get', update: {x-rust-name: show_pet}}"),
    );
    run_in(&workspace, &["codegen"]).exits_with(0);
    let files = workspace.tree();
    assert!(files.iter().any(|(_, text)| text.contains("pub fn show_pet(")), "{files:?}");
}

#[test]
fn a_corpus_has_overlays() {
    let workspace = workspace("overlay-corpus");
    workspace.write("all/pets.yaml", PETS);
    workspace.write("all/pets.overlay.yaml", overlay("{target: $.info.title, update: Cats}"));
    run_in(&workspace, &["corpus", "all", "--output", "out"]).exits_with(0);
    let manifest = workspace.read("out/pets/Cargo.toml");
    assert!(manifest.contains("description = \"Client of Cats\"\n"), "{manifest}");
}

#[test]
fn slips_in_an_overlay_are_fixed_there() {
    let scratch = Scratch::new("overlay-fix");
    scratch.write("pets.yaml", PETS);
    scratch.write("o.yaml", overlay("{targt: '$.paths.*.get', update: {summary: Shows it.}}"));
    let check = ["check", "pets.yaml", "--overlay", "o.yaml"];
    let found = run(scratch.path(), &check).exits_with(0);
    assert!(found.stderr.contains("did you mean `target`?"), "{found:?}");
    run(scratch.path(), &[&check[..], &["--fix"]].concat()).exits_with(0);
    assert!(scratch.read("o.yaml").contains("- {target: "));
    assert_eq!(scratch.read("pets.yaml"), PETS);
}

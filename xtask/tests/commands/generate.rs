//! `generate`: crates of their own.

use serde_json::Value;

use super::{PETS, run};
use crate::scratch::Scratch;

#[test]
fn a_crate_is_made_from_a_description() {
    let scratch = Scratch::new("generate");
    scratch.write("PetShop_v1.yaml", PETS);
    let arguments = ["generate", "PetShop_v1.yaml", "--output", "clients/pets"];
    let first = run(scratch.path(), &arguments).exits_with(0);
    assert!(first.stdout.starts_with("clients/pets: "), "{first:?}");
    assert!(scratch.read("clients/pets/Cargo.toml").contains("name = \"pet-shop-v1\""));

    let second = run(scratch.path(), &arguments).exits_with(0);
    assert!(second.stdout.starts_with("clients/pets is up to date ("), "{second:?}");
}

#[test]
fn the_crate_can_be_given_a_name() {
    let scratch = Scratch::new("generate-name");
    scratch.write("pets.yaml", PETS);
    let arguments = ["generate", "pets.yaml", "--output", "out", "--name", "zoo"];
    run(scratch.path(), &arguments).exits_with(0);
    assert!(scratch.read("out/Cargo.toml").contains("name = \"zoo\""));
}

#[test]
fn a_name_that_no_crate_can_have_is_refused_with_one_that_it_can() {
    let scratch = Scratch::new("generate-no-name");
    scratch.write("pets.yaml", PETS);
    for (name, possible) in [
        ("my crate", "my-crate"),
        ("1abc", "client-1abc"),
        ("fn", "client-fn"),
        ("std", "client-std"),
        ("pets-", "pets"),
        ("tokio", "client-tokio"),
        ("futures_core", "client-futures_core"),
    ] {
        let arguments = ["generate", "pets.yaml", "--output", "out", "--name", name];
        let run = run(scratch.path(), &arguments).exits_with(2);
        assert!(
            run.stderr.contains(&format!("`{name}` cannot be the name of the crate")),
            "{run:?}"
        );
        assert!(run.stderr.contains(&format!("how about `{possible}`?")), "{run:?}");
        assert!(!scratch.path().join("out").exists());
    }
    // A name that is made from that of a file is made to fit.
    scratch.write("1 abc.yaml", PETS);
    run(scratch.path(), &["generate", "1 abc.yaml", "--output", "out"]).exits_with(0);
    assert!(scratch.read("out/Cargo.toml").contains("name = \"client-1-abc\""));
}

#[test]
fn the_manifest_can_be_filled_in() {
    let scratch = Scratch::new("generate-manifest");
    scratch.write("pets.yaml", PETS);
    let arguments = [
        "generate",
        "pets.yaml",
        "--output",
        "out",
        "--crate-version=1.2.3-rc.1",
        "--description=All about pets",
        "--license=MIT OR Apache-2.0",
        "--keywords=pets, api",
        "--categories=api-bindings,web-programming::http-client",
        "--repository=https://git.example/pets",
        "--homepage=https://pets.example",
        "--documentation=https://docs.example/pets",
    ];
    run(scratch.path(), &arguments).exits_with(0);
    let manifest = scratch.read("out/Cargo.toml");
    let package = manifest.split("\n\n").nth(1).unwrap();
    assert_eq!(
        package,
        "[package]\n\
         name = \"pets\"\n\
         version = \"1.2.3-rc.1\"\n\
         description = \"All about pets\"\n\
         license = \"MIT OR Apache-2.0\"\n\
         repository = \"https://git.example/pets\"\n\
         homepage = \"https://pets.example\"\n\
         documentation = \"https://docs.example/pets\"\n\
         keywords = [\"pets\", \"api\"]\n\
         categories = [\"api-bindings\", \"web-programming::http-client\"]\n\
         edition = \"2024\"\n\
         rust-version = \"1.89\"\n\
         readme = \"README.md\""
    );
    assert!(manifest.contains("\n[package.metadata.docs.rs]\nall-features = true\n"), "{manifest}");
}

#[test]
fn what_a_registry_refuses_is_wrong_usage() {
    let scratch = Scratch::new("generate-registry");
    scratch.write("pets.yaml", PETS);
    for (option, message) in [
        ("--crate-version=1.2", "`1.2` is not a version"),
        ("--license=\"MIT\"", "`\"MIT\"` is not an SPDX expression"),
        ("--keywords=a,b,c,d,e,f", "`--keywords` has 6 values: 5 are allowed"),
        ("--keywords=two words", "`two words` is not a keyword"),
        ("--keywords=longer-than-twenty-ch", "`longer-than-twenty-ch` is not a keyword"),
        ("--categories=API bindings", "`API bindings` is not a category"),
        ("--repository=git@example.com:pets", "`--repository` is not a web address"),
        ("--documentation=docs", "`--documentation` is not a web address"),
    ] {
        let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out", option]);
        let run = run.exits_with(2);
        assert!(run.stderr.starts_with(&format!("error: {message}")), "{run:?}");
        assert!(!scratch.path().join("out").exists());
    }
}

#[test]
fn where_the_description_is_changes_nothing() {
    let scratch = Scratch::new("generate-elsewhere");
    for (folder, output) in [("here", "one"), ("far/away", "two")] {
        let description = format!("{folder}/pets.yaml");
        scratch.write(&description, PETS);
        run(scratch.path(), &["generate", &description, "--output", output]).exits_with(0);
    }
    let (one, two) = (tree(&scratch, "one"), tree(&scratch, "two"));
    assert_eq!(one, two);
    let head = scratch.read("one/src/types/pet.rs");
    let head: Vec<_> = head.lines().take(2).collect();
    assert_eq!(
        head,
        [
            "// @generated by `cargo xtask generate` from pets.yaml: Pet. Do not edit.",
            "// To change it, edit the description and run the command again."
        ]
    );
}

#[test]
fn references_are_followed_from_document_to_document() {
    let scratch = Scratch::new("generate-references");
    scratch.write("api/pets.yaml", PETS.replace("'#/components", "'shared/pet.yaml#/components"));
    let pet =
        "components:\n  schemas:\n    Pet:\n      $ref: 'more/real.yaml#/components/schemas/Pet'\n";
    scratch.write("api/shared/pet.yaml", pet);
    let real = "components:\n  schemas:\n    Pet:\n      description: A pet.\n      type: object\n";
    scratch.write("api/shared/more/real.yaml", real);
    run(scratch.path(), &["generate", "api/pets.yaml", "--output", "out"]).exits_with(0);
}

#[test]
fn references_are_relative_wherever_the_description_is() {
    let scratch = Scratch::new("generate-absolute");
    scratch.write("api/pets.yaml", PETS.replace("'#/components", "'../pet.yaml#/components"));
    let pet = "components:\n  schemas:\n    Pet:\n      description: A pet.\n      type: object\n";
    scratch.write("pet.yaml", pet);
    let absolute = scratch.path().join("api/pets.yaml");
    let descriptions = ["api/pets.yaml", "./api/pets.yaml", absolute.to_str().unwrap()];
    for (index, description) in descriptions.into_iter().enumerate() {
        let output = format!("out{index}");
        let arguments = ["generate", description, "--output", &output, "--within", "."];
        run(scratch.path(), &arguments).exits_with(0);
    }
}

#[test]
fn references_that_lead_nowhere_are_reported_at_their_place() {
    let scratch = Scratch::new("generate-nowhere");
    scratch.write("latin.yaml", b"components: # \xe9\n");
    scratch.write("folder/x", "");
    for (reference, message) in [
        ("nowhere.yaml", "cannot read `nowhere.yaml`"),
        ("latin.yaml", "cannot read `latin.yaml`: byte 14 is not UTF-8"),
        ("folder", "cannot read `folder`: not a file"),
    ] {
        let text = PETS.replace("'#/components", &format!("'{reference}#/components"));
        scratch.write("pets.yaml", text);
        let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out"]).exits_with(1);
        assert!(run.stderr.contains(message), "{run:?}");
        assert!(run.stderr.contains("pets.yaml:28"), "{run:?}");
        assert_eq!(run.last_error(), "error: 1 error", "{run:?}");
        assert!(!scratch.path().join("out").exists());
    }
}

#[test]
fn a_document_that_nothing_is_read_of_may_be_absent() {
    let scratch = Scratch::new("generate-unread");
    let description = "tags: [{name: pets, description: {$ref: ./pets.md}}]\npaths:";
    scratch.write("pets.yaml", PETS.replacen("paths:", description, 1));
    let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out"]).exits_with(0);
    assert!(run.stderr.contains("a string belongs here, which a reference cannot give"), "{run:?}");
    assert_eq!(run.last_error(), "warning: 1 warning", "{run:?}");
}

#[test]
fn what_operations_lose_is_counted() {
    let scratch = Scratch::new("generate-lost");
    let text = PETS
        .replacen(
            "      parameters:\n",
            "      parameters:\n        - {$ref: '#/components/parameters/No'}\n        - 5\n",
            1,
        )
        .replacen(
            "      responses:\n",
            "      requestBody: {$ref: '#/components/requestBodies/No'}\n      responses:\n        \
             '500': {$ref: '#/components/responses/No'}\n",
            1,
        );
    let text = text.replacen("paths:\n", "paths:\n  /lost: {get: 5}\n", 1);
    scratch.write("pets.yaml", text);
    let arguments = ["generate", "pets.yaml", "--output", "out", "--json"];
    let numbers = run(scratch.path(), &arguments).exits_with(0);
    let made = &serde_json::from_str::<Value>(&numbers.stdout).unwrap()["made"];
    let lost = &made["lost"];
    let counts = [&lost["parameters"], &lost["bodies"], &lost["responses"]];
    assert_eq!(counts, [2, 1, 1], "{numbers:?}");
    assert_eq!([&made["operations"], &made["methods"]], [2, 1], "{numbers:?}");
}

#[test]
fn references_that_are_not_followed_are_warnings_at_their_place() {
    let scratch = Scratch::new("generate-remote");
    for reference in ["https://example.com/pet.yaml", "/pet.yaml"] {
        let text = PETS.replace("'#/components", &format!("'{reference}#/components"));
        scratch.write("pets.yaml", text);
        let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out"]).exits_with(0);
        assert!(run.stderr.contains("warning[missing-document]"), "{run:?}");
        assert!(run.stderr.contains(reference), "{run:?}");
        assert!(run.stderr.contains("pets.yaml:28"), "{run:?}");
        assert_eq!(run.last_error(), "warning: 1 warning", "{run:?}");
    }
}

#[test]
fn references_by_a_name_alone_are_warnings() {
    let scratch = Scratch::new("generate-name");
    let text = PETS.replace("'#/components/schemas/Pet'", "Pet");
    scratch.write("pets.yaml", text);
    let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out"]).exits_with(0);
    assert!(run.stderr.contains("read as `#/components/schemas/Pet`"), "{run:?}");
    assert_eq!(run.last_error(), "warning: 1 warning", "{run:?}");
}

#[test]
fn keys_that_are_given_twice_are_warnings() {
    let scratch = Scratch::new("generate-twice");
    scratch.write("pets.yaml", format!("{PETS}openapi: 3.0.0\n"));
    let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "out"]).exits_with(0);
    assert!(
        run.stderr.contains("warning[duplicate-key]: the key `openapi` is given twice"),
        "{run:?}"
    );
    assert_eq!(run.last_error(), "warning: 1 warning", "{run:?}");
}

#[test]
fn descriptions_that_cannot_be_read_are_named() {
    let scratch = Scratch::new("generate-unreadable");
    let check = |name: &str, message: &str| {
        let run = run(scratch.path(), &["generate", name, "--output", "out"]).exits_with(1);
        assert!(run.last_error().starts_with(message), "{run:?}");
        assert!(!scratch.path().join("out").exists());
    };
    check("absent.yaml", "error: cannot read `absent.yaml`: ");
    scratch.write("latin.yaml", b"openapi: \xe9\n");
    check("latin.yaml", "error: cannot read `latin.yaml`: byte 9 is not UTF-8");
    check(".", "error: cannot read `.`: not a file");
}

#[test]
fn a_folder_that_holds_something_else_is_refused() {
    let scratch = Scratch::new("generate-refused");
    scratch.write("pets.yaml", PETS);
    scratch.write("mine/notes.txt", "mine");
    let before = scratch.tree();
    let run = run(scratch.path(), &["generate", "pets.yaml", "--output", "mine"]).exits_with(1);
    assert_eq!(
        run.last_error(),
        "error: `mine` holds something that was not generated: \
         give an empty or a new folder to `--output`"
    );
    assert_eq!(scratch.tree(), before);
}

/// What stands below a folder of `scratch`.
fn tree(scratch: &Scratch, folder: &str) -> Vec<(String, String)> {
    let prefix = format!("{folder}/");
    let below = scratch.tree().into_iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(&prefix)?.to_owned();
        Some((path, text))
    });
    below.collect()
}

/// The description with this many keys that OpenAPI does not know, each of them a warning.
fn with_warnings(count: usize) -> String {
    let keys: String = (0..count).map(|index| format!("      surprise{index}: 1\n")).collect();
    PETS.replace("    get:\n", &format!("    get:\n{keys}"))
}

#[test]
fn warnings_beyond_the_first_are_counted_unless_all_are_asked_for() {
    let scratch = Scratch::new("generate-warnings");
    scratch.write("pets.yaml", with_warnings(43));
    let arguments = ["generate", "pets.yaml", "--output", "out"];
    let capped = run(scratch.path(), &arguments).exits_with(0);
    assert_eq!(capped.stderr.matches("warning[unknown-key]").count(), 3, "{capped:?}");
    assert!(capped.stderr.contains("= note: 40 more of this kind: pets.yaml:"), "{capped:?}");
    let more = "\nand 40 more warnings: `--all-warnings` shows them\n";
    assert!(capped.stderr.contains(more), "{capped:?}");
    assert_eq!(capped.last_error(), "warning: 43 warnings");

    let all = run(scratch.path(), &[&arguments[..], &["--all-warnings"]].concat()).exits_with(0);
    assert_eq!(all.stderr.matches("warning[unknown-key]").count(), 43, "{all:?}");
    assert!(!all.stderr.contains("--all-warnings"), "{all:?}");
}

#[test]
fn warnings_are_errors_if_asked_for() {
    let scratch = Scratch::new("generate-strict");
    scratch.write("pets.yaml", with_warnings(2));
    let arguments = ["generate", "pets.yaml", "--output", "out", "--strict"];
    let strict = run(scratch.path(), &arguments).exits_with(1);
    assert_eq!(strict.stderr.matches("error[unknown-key]").count(), 2, "{strict:?}");
    assert!(!scratch.path().join("out").exists());

    // Keys that others define are legal.
    scratch.write("pets.yaml", PETS.replace("    Pet:\n", "    Pet:\n      x-others: 1\n"));
    run(scratch.path(), &arguments).exits_with(0);
}

#[test]
fn numbers_can_be_had_instead_of_words() {
    let scratch = Scratch::new("generate-json");
    scratch.write("pets.yaml", with_warnings(2));
    let arguments = ["generate", "pets.yaml", "--output", "out", "--json"];
    let numbers = run(scratch.path(), &arguments).exits_with(0);
    assert_eq!(numbers.stderr, "");
    let numbers: Value = serde_json::from_str(&numbers.stdout).unwrap();
    assert_eq!(numbers["openapi"], "3.1.0");
    assert_eq!(numbers["warnings"]["unknown-key"], 2);
    assert_eq!(numbers["made"]["package"], "pets");
    assert_eq!([&numbers["made"]["operations"], &numbers["made"]["methods"]], [1, 1]);
    assert!(scratch.path().join("out/Cargo.toml").exists());

    scratch.write("pets.yaml", PETS.replace("#/components", "nowhere.yaml#/components"));
    let failed = run(scratch.path(), &arguments).exits_with(1);
    assert_eq!(failed.last_error(), "error: 1 error");
    let numbers: Value = serde_json::from_str(&failed.stdout).unwrap();
    assert_eq!(numbers["made"], Value::Null);
    assert_eq!(numbers["errors"]["missing-document"], 1);
    assert!(numbers["first_error"].as_str().unwrap().contains("pets.yaml:28"), "{numbers}");
}

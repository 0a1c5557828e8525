//! Which documents are read, and what reports show of them.

use super::{PETS, run};
use crate::scratch::Scratch;

const PET: &str = "components:\n  schemas:\n    Pet: {description: A pet., type: object}\n";

/// A description in `api` that refers to a document.
fn referring(name: &str, document: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let reference = format!("'{document}#/components");
    scratch.write("api/pets.yaml", PETS.replace("'#/components", &reference));
    scratch
}

#[test]
fn documents_above_the_description_are_read_only_if_that_is_asked_for() {
    for reference in ["../pet.yaml", "%2e%2e/pet.yaml", "more/../../pet.yaml"] {
        let scratch = referring("reading-above", reference);
        scratch.write("pet.yaml", PET);
        let arguments = ["generate", "api/pets.yaml", "--output", "out"];
        let refused = run(scratch.path(), &arguments).exits_with(1);
        let message = "`pet.yaml` is not read, since it is not within `api`: `--within DIR`";
        assert!(refused.stderr.contains(message), "{refused:?}");
        assert!(refused.stderr.contains("api/pets.yaml:28"), "{refused:?}");
        assert!(!scratch.path().join("out").exists());
        run(scratch.path(), &[&arguments[..], &["--within", "."]].concat()).exits_with(0);
        run(scratch.path(), &["dump", "ir", "api/pets.yaml", "--within=."]).exits_with(0);
        run(scratch.path(), &["check", "api/pets.yaml", "--within=."]).exits_with(0);
        run(scratch.path(), &["check", "api/pets.yaml"]).exits_with(1);
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_to_other_documents() {
    let scratch = referring("reading-links", "link.yaml");
    scratch.write("secret.yaml", "password: hunter2\n");
    std::os::unix::fs::symlink("../secret.yaml", scratch.path().join("api/link.yaml")).unwrap();
    let refused = run(scratch.path(), &["check", "api/pets.yaml"]).exits_with(1);
    assert!(refused.stderr.contains("`api/link.yaml` is not read"), "{refused:?}");
    assert!(!refused.stderr.contains("hunter2"), "{refused:?}");
}

#[test]
fn reports_show_nothing_of_files_that_are_no_descriptions() {
    let secret = "a: 1\n  password: hunter2 [\n";
    for (file, is_shown) in [("secret.txt", false), (".env", false), ("secret.yaml", true)] {
        let scratch = referring("reading-secret", file);
        scratch.write(&format!("api/{file}"), secret);
        for format in ["human", "json", "sarif"] {
            let arguments = ["check", "api/pets.yaml", "--message-format", format];
            let run = run(scratch.path(), &arguments).exits_with(1);
            let report = format!("{}{}", run.stderr, run.stdout);
            assert!(report.contains(&format!("api/{file}")), "{report}");
            let shows = report.contains("hunter2");
            assert_eq!(shows, is_shown && format == "human", "{file} {format}: {report}");
        }
    }
}

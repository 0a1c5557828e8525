//! `check`: reports for people and for programs, and edits.

use serde_json::{Value, json};

use super::{PETS, run, run_in, workspace};
use crate::scratch::Scratch;

#[test]
fn findings_are_shown_and_nothing_is_written() {
    let scratch = Scratch::new("check");
    scratch.write("pets.yaml", PETS);
    let before = scratch.tree();
    let fine = run(scratch.path(), &["check", "pets.yaml"]).exits_with(0);
    assert_eq!([fine.stdout.as_str(), &fine.stderr], ["nothing to report\n", ""]);
    assert_eq!(scratch.tree(), before);

    scratch.write("pets.yaml", PETS.replace("summary:", "sumary:"));
    let lenient = run(scratch.path(), &["check", "pets.yaml"]).exits_with(0);
    assert!(lenient.stderr.contains("warning[unknown-key]"), "{lenient:?}");
    assert_eq!(lenient.last_error(), "warning: 1 warning");
    let strict = run(scratch.path(), &["check", "pets.yaml", "--strict"]).exits_with(1);
    assert!(strict.stderr.contains("error[unknown-key]"), "{strict:?}");
    assert_eq!(strict.last_error(), "error: 1 error");
}

#[test]
fn the_descriptions_of_the_workspace_are_checked_without_a_name() {
    let workspace = workspace("check-own");
    run_in(&workspace, &["check"]).exits_with(0);
    workspace
        .write("api-spec/pets/pets.yaml", PETS.replace("\n        \"404\":", "\n        \"405\":"));
    let run = run_in(&workspace, &["check"]).exits_with(1);
    assert!(run.stderr.contains("error[missing-not-found]"), "{run:?}");
    assert!(!workspace.path().join("generated-client").exists());
}

#[test]
fn programs_get_an_object_a_line() {
    let scratch = Scratch::new("check-json");
    scratch.write("pets.yaml", PETS.replace("summary:", "sumary:") + "openapi: 3.0.0\n");
    let arguments = ["check", "pets.yaml", "--message-format=json"];
    let run = run(scratch.path(), &arguments).exits_with(0);
    assert_eq!(run.stderr, "");
    let findings: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [unknown, duplicate] = &findings[..] else { panic!("{run:?}") };
    assert_eq!(
        *unknown,
        json!({
            "code": "unknown-key",
            "severity": "warning",
            "message": "`sumary` is not a key of an operation",
            "file": "pets.yaml",
            "line": 11,
            "column": 7,
            "end": 13,
            "start_byte": 158,
            "end_byte": 164,
            "labels": [{
                "file": "pets.yaml",
                "line": 11,
                "column": 7,
                "end": 13,
                "start_byte": 158,
                "end_byte": 164,
                "text": "not known here",
                "primary": true,
            }],
            "notes": [],
            "help": "did you mean `summary`?",
            "edit": {
                "file": "pets.yaml",
                "line": 11,
                "column": 7,
                "end": 13,
                "start_byte": 158,
                "end_byte": 164,
                "replacement": "summary",
            },
        })
    );
    assert_eq!([&duplicate["code"], &duplicate["edit"]], [&json!("duplicate-key"), &Value::Null]);
    assert_eq!(duplicate["labels"].as_array().unwrap().len(), 2);
}

#[test]
fn programs_get_a_log_in_sarif() {
    let scratch = Scratch::new("check-sarif");
    scratch.write("a pet.yaml", PETS.replace("summary:", "sumary:") + "openapi: 3.0.0\n");
    let arguments = ["check", "a pet.yaml", "--message-format=sarif", "--strict"];
    let run = run(scratch.path(), &arguments).exits_with(1);
    assert_eq!(run.last_error(), "error: 2 errors");
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let driver = &log["runs"][0]["tool"]["driver"];
    let results = &log["runs"][0]["results"];
    assert_eq!(driver["rules"].as_array().unwrap().len(), 2);
    let unknown = &results[0];
    assert_eq!([&unknown["ruleId"], &unknown["level"]], ["unknown-key", "error"]);
    let rule = usize::try_from(unknown["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(driver["rules"][rule]["id"], "unknown-key");
    let place = &unknown["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20pet.yaml");
    let region = json!({"startLine": 11, "startColumn": 7, "endColumn": 13});
    assert_eq!(place["region"], region);
    let change = &unknown["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(*change, json!({"deletedRegion": region, "insertedContent": {"text": "summary"}}));
    assert_eq!(results[1]["relatedLocations"].as_array().unwrap().len(), 1);
}

#[test]
fn generate_and_codegen_speak_to_programs_too() {
    let scratch = Scratch::new("check-generate");
    scratch.write("pets.yaml", PETS.replace("summary:", "sumary:"));
    let arguments = ["generate", "pets.yaml", "--output", "out", "--message-format", "json"];
    let run = run(scratch.path(), &arguments).exits_with(0);
    assert_eq!(serde_json::from_str::<Value>(&run.stdout).unwrap()["code"], "unknown-key");
    assert!(scratch.path().join("out/Cargo.toml").exists());

    let workspace = workspace("check-codegen");
    let run = run_in(&workspace, &["codegen", "--message-format", "sarif"]).exits_with(0);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], json!([]));
}

#[test]
fn edits_that_are_certain_are_made() {
    let scratch = Scratch::new("check-fix");
    let slips = [
        ("      summary: Shows", "      sumary: Shows"),
        ("          required: true", "          requierd: true"),
        (
            "            type: string\n          example",
            "            \"type\": \"sting\"\n          example",
        ),
        ("in: path", "in: paht"),
        ("'#/components/schemas/Pet'", "'#/definitions/Pet'"),
    ];
    let mut text = PETS.to_owned();
    let mut meant = PETS.to_owned();
    for (right, wrong) in slips {
        text = text.replacen(right, wrong, 1);
        meant = meant.replacen(right, &right.replace("type: string", "\"type\": \"string\""), 1);
    }
    // What is not certain is left alone, as are comments.
    let other = "    Other: # sumary\n      type: object\n      summery: 1\n      zzz: 1\n";
    scratch.write("pets.yaml", format!("\u{feff}{text}{other}"));
    let run = run(scratch.path(), &["check", "pets.yaml", "--fix"]).exits_with(0);
    assert!(run.stderr.starts_with("made 5 edits\n"), "{run:?}");
    assert_eq!(scratch.read("pets.yaml"), format!("\u{feff}{meant}{other}"));
    assert_eq!(scratch.tree().len(), 1);
}

#[test]
fn documents_that_are_referred_to_are_edited_where_they_are() {
    let scratch = Scratch::new("check-fix-other");
    scratch.write("api/pets.yaml", PETS.replace("'#/components", "'pet.yaml#/components"));
    let pet = "components:\n  schemas:\n    Pet: {description: A pet., typ: object}\n";
    scratch.write("api/pet.yaml", pet);
    let path = scratch.path().join("api");
    run(&path, &["check", "../api/pets.yaml", "--fix", "--strict"]).exits_with(0);
    assert_eq!(scratch.read("api/pet.yaml"), pet.replace("typ:", "type:"));
}

#[test]
fn an_edit_after_which_there_is_as_much_to_report_is_not_made() {
    let scratch = Scratch::new("check-fix-worse");
    // The word would be a key that stands there already.
    let text = PETS.replace(
        "      summary: Shows a pet.",
        "      summary: Shows a pet.\n      sumary: Another.",
    );
    scratch.write("pets.yaml", &text);
    let run = run(scratch.path(), &["check", "pets.yaml", "--fix"]).exits_with(0);
    assert!(!run.stderr.contains("made"), "{run:?}");
    assert_eq!(scratch.read("pets.yaml"), text);
}

//! What holds for every description, tried on the fixtures, in order, out of order, and damaged.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use codegen::{Severity, Strictness};
use serde_json::{Map, Value};

use crate::fixture::{Fixture, Outcome, generate, load};
use crate::mutate::{Random, mutate};
use crate::tokens::parse;

#[test]
fn the_same_input_gives_the_same_output() {
    for fixture in Fixture::all() {
        let (first, second) = (fixture.generate(), fixture.generate());
        assert_eq!(first.output, second.output, "{}", fixture.name);
        assert_eq!(first.report(), second.report(), "{}", fixture.name);
    }
}

#[test]
fn order_moves_no_names() {
    let mut compared = 0;
    for fixture in Fixture::all() {
        let text = fixture.text();
        let Ok(value) = serde_yaml::from_str::<Value>(&text) else { continue };
        let (Some(names), Some(reversed)) = (names(&value), names(&reversed(value.clone()))) else {
            continue;
        };
        assert_eq!(names, reversed, "{}", fixture.name);
        compared += 1;
    }
    assert!(compared > 10, "only {compared} fixtures were compared");
}

/// Every name with what it belongs to, in no order; none where there are errors.
fn names(description: &Value) -> Option<BTreeSet<String>> {
    let (project, sources, mut diagnostics) =
        load("names", Strictness::Lenient, "names.json", description.to_string(), |_| None);
    let names = codegen::dump_names(&project, &sources, &mut diagnostics, None)?;
    let mut owner = "";
    let lines = names.lines().map(|line| match line.strip_prefix(' ') {
        Some(member) => format!("{owner}: {member}"),
        None => {
            owner = line;
            line.to_owned()
        }
    });
    Some(lines.collect())
}

/// The same description with every list of things that have names the other way round, but for media
/// types: of several, the first one counts.
fn reversed(value: Value) -> Value {
    match value {
        Value::Object(entries) if entries.keys().any(|key| is_media_type(key)) => {
            let entries = entries.into_iter().map(|(key, value)| (key, reversed(value)));
            Value::Object(entries.collect())
        }
        Value::Object(entries) => Value::Object(
            entries
                .into_iter()
                .map(|(key, value)| (key, reversed(value)))
                .rev()
                .collect::<Map<_, _>>(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(reversed).collect()),
        other => other,
    }
}

/// Whether a key is a media type; a path begins with a slash.
fn is_media_type(key: &str) -> bool {
    key.find('/').is_some_and(|slash| slash > 0)
}

/// How many damaged descriptions are tried.
const CASES: u64 = 3000;

#[test]
fn damage_is_reported_or_harmless() {
    let fixtures: Vec<(Fixture, String)> = Fixture::all()
        .into_iter()
        .map(|fixture| {
            let text = fixture.text();
            (fixture, text)
        })
        .collect();
    let mut generated = 0;
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let (fixture, text) = &fixtures[random.below(fixtures.len())];
        let damaged = mutate(text, &mut random);
        let checked = catch_unwind(AssertUnwindSafe(|| {
            let outcome = fixture.generate_from(damaged.clone());
            check(&outcome);
            outcome.output.is_some()
        }));
        match checked {
            Ok(is_generated) => generated += u64::from(is_generated),
            Err(_) => panic!("seed {seed}, from {}:\n{damaged}", fixture.name),
        }
    }
    assert!(0 < generated && generated < CASES, "{generated} of {CASES} generated");
}

/// Checks that something came out, which is Rust, or that an error says where it is.
fn check(outcome: &Outcome) {
    let errors: Vec<_> =
        outcome.diagnostics.iter().filter(|it| it.severity == Severity::Error).collect();
    assert_eq!(
        outcome.output.is_none(),
        !errors.is_empty(),
        "errors and output exclude each other"
    );
    for (path, text) in outcome.rust() {
        parse(path, text);
    }
    assert!(
        errors.iter().all(|error| !error.labels.is_empty()),
        "an error without a place: {errors:?}"
    );
    let report = outcome.report();
    let places = report.lines().filter(|line| line.trim_start().starts_with("--> ")).count();
    assert!(errors.is_empty() || places > 0, "no line is named:\n{report}");
}

/// Nesting is bounded where it is read, so that no stage has to fear for its stack.
#[test]
fn hundreds_of_types_below_each_other_are_found() {
    const COUNT: usize = 500;
    let of = |index: usize| {
        let next = (index + 1) % COUNT;
        format!(
            r##""T{index}": {{"type": "object", "properties": {{"a": {{"oneOf": [
                {{"type": "string"}}, {{"$ref": "#/components/schemas/T{next}"}}]}}}}}}"##
        )
    };
    let schemas: Vec<String> = (0..COUNT).map(of).collect();
    let text = format!(
        r#"{{"openapi": "3.1.0", "info": {{"title": "Long", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {{{}}}}}}}"#,
        schemas.join(",")
    );
    let summary = generate("long", Strictness::Lenient, "long.json", text, |_| None)
        .output
        .expect("no errors")
        .summary;
    assert_eq!((summary.types, summary.untyped.len()), (2 * COUNT, 0));
}

#[test]
fn deep_nesting_is_an_error_or_fits_the_stack() {
    for depth in 1..140 {
        let open = "{\"type\":\"object\",\"properties\":{\"a\":".repeat(depth);
        let close = "}}".repeat(depth);
        let text = format!(
            "{{\"openapi\":\"3.1.0\",\"info\":{{\"title\":\"Deep\",\"version\":\"1\"}},\"paths\":{{}},\
             \"components\":{{\"schemas\":{{\"Deep\":{open}{{\"type\":\"string\"}}{close}}}}}}}"
        );
        check(&generate("deep", Strictness::Lenient, "deep.json", text, |_| None));
    }
}

//! Text to values: chooses the parser of a text, and reports what it cannot read. `seed` builds the
//! values from what the parser delivers.

use serde::de::DeserializeSeed;

use super::characters::is_refused;
use super::duplicates::duplicates;
use super::events::deeper_than;
use super::seed::ValueSeed;
use super::syntax::{json_error, too_deep, yaml_error};
use super::{DocumentId, Place, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Reads a document. Its value is null after a syntax error.
pub(super) fn parse(document: DocumentId, text: &str, diagnostics: &mut Diagnostics) -> Value {
    match parse_text(document, text) {
        Ok((value, None)) => {
            report_control_characters(document, text, diagnostics);
            value
        }
        Ok((value, Some(key))) => {
            report_control_characters(document, text, diagnostics);
            report_duplicates(document, text, &key, diagnostics);
            value
        }
        Err(error) => {
            diagnostics.push(error);
            Value::Null
        }
    }
}

/// A value, and one of the keys that it repeats.
type Parsed = (Value, Option<String>);

/// How deep values may be nested. The parsers go no deeper.
pub(super) const LEVELS: usize = 128;

fn parse_text(document: DocumentId, text: &str) -> Result<Parsed, Diagnostic> {
    // The parsers check this too, but YAML's takes time that grows with the square of the depth.
    if let Some(at) = deeper_than(LEVELS, text) {
        return Err(too_deep(document, text, at));
    }
    if !text.trim_start().starts_with(['{', '[']) {
        return yaml(text).map_err(|error| yaml_error(document, text, &error));
    }
    // JSON with comments or trailing commas is YAML, and so is a mapping in braces.
    json(text).or_else(|error| yaml(text).map_err(|_| json_error(document, text, &error)))
}

fn json(text: &str) -> Result<Parsed, serde_json::Error> {
    let seed = ValueSeed::json();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok((value, seed.into_repeated_key()))
}

fn yaml(text: &str) -> Result<Parsed, serde_yaml::Error> {
    let seed = ValueSeed::yaml(text.len());
    let value = seed.deserialize(serde_yaml::Deserializer::from_str(text))?;
    Ok((value, seed.into_repeated_key()))
}

/// Reports the control characters of a text, which JSON allows in strings: nobody sees them, and
/// nobody means them.
fn report_control_characters(document: DocumentId, text: &str, diagnostics: &mut Diagnostics) {
    let mut found = text.match_indices(is_refused);
    let Some((start, first)) = found.next() else { return };
    let code = first.chars().next().map_or(0, u32::from);
    let label = match found.count() {
        0 => "stands here".to_owned(),
        1 => "stands here, and there is another one".to_owned(),
        others => format!("stands here, and there are {others} others"),
    };
    diagnostics.push(
        Diagnostic::new(
            Code::InvalidValue,
            format!("the text has the control character U+{code:04X}"),
        )
        .at(Place::text(document, start..start + first.len()), label)
        .help("write it as an escape, or write what it was before its encoding was changed"),
    );
}

fn report_duplicates(document: DocumentId, text: &str, key: &str, diagnostics: &mut Diagnostics) {
    let found = duplicates(text);
    if found.is_empty() {
        // An alias as a key has no text of its own to compare.
        diagnostics.push(repeated(key).at(Place::text(document, 0..0), ""));
    }
    diagnostics.extend(found.into_iter().map(|duplicate| {
        repeated(&duplicate.key)
            .at(Place::text(document, duplicate.again), "given again here")
            .also(Place::text(document, duplicate.first), "first given here")
    }));
}

fn repeated(key: &str) -> Diagnostic {
    Diagnostic::new(Code::DuplicateKey, format!("the key `{key}` is given twice"))
        .help("remove or rename one of the two; only the first is read")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostics};
    use crate::source::Sources;

    /// What a text says, as JSON.
    fn check(text: &str, expected: &str) {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{text}: {diagnostics:?}");
        let json = sources.root(id).to_json();
        let expected: serde_json::Value = serde_json::from_str(expected).expect(expected);
        assert_eq!(json, expected, "{text}");
    }

    /// Code and message of everything that is wrong with a text, and its root as JSON.
    fn check_errors(text: &str, errors: &[(Code, &str)], root: &str) {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", text, &mut diagnostics);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
        assert_eq!(found, errors);
        assert_eq!(sources.root(id).to_json().to_string(), root);
    }

    #[test]
    fn scalars() {
        check("[null, ~, true, yes, 'x', \"y\"]", r#"[null, null, true, "yes", "x", "y"]"#);
        check("[1, -7, 0x1F, 1.5, 1e3, 012, 1_0]", r#"[1, -7, 31, 1.5, 1000.0, "012", "1_0"]"#);
        check("18446744073709551616", "18446744073709551616");
        check(
            "200: a\ntrue: b\n~: c\n1.10: d",
            r#"{"200": "a", "true": "b", "~": "c", "1.10": "d"}"#,
        );
        check("a: |\n  one\n  two\nb: >-\n  one\n  two", r#"{"a": "one\ntwo\n", "b": "one two"}"#);
        check("", "null");
        check("# nothing", "null");
    }

    #[test]
    fn json() {
        check(r#"{"a": "\ud83d\ude00", "b": [1, 1.0]}"#, r#"{"a": "😀", "b": [1, 1.0]}"#);
        check("\u{feff} {\"<<\": {\"a\": 1}}", r#"{"<<": {"a": 1}}"#);
        check("{\"a\": [1, 2,], # a comment\n b: 3}", r#"{"a": [1, 2], "b": 3}"#);
    }

    #[test]
    fn merge_keys() {
        check(
            "{x: &x {a: 1, b: 2}, y: {b: 3, <<: *x}}",
            r#"{"x": {"a": 1, "b": 2}, "y": {"b": 3, "a": 1}}"#,
        );
        check("<<: [{a: 1, b: 2}, {b: 3, c: 4}]\nc: 5", r#"{"a": 1, "b": 2, "c": 5}"#);
        check("<<: {<<: {a: 1}, b: 2}", r#"{"a": 1, "b": 2}"#);
        check("<<: text\na: 1", r#"{"<<": "text", "a": 1}"#);
    }

    #[test]
    fn tags_are_dropped() {
        check("- !Ref x\n- !T {c: !U [1]}\n- !!str 1\n- !V", r#"["x", {"c": [1]}, "1", null]"#);
    }

    #[test]
    fn the_first_of_repeated_keys_counts() {
        let error = (Code::DuplicateKey, "the key `a` is given twice");
        check_errors("a: 1\nb: 2\na: 3\na: 4", &[error, error], r#"{"a":1,"b":2}"#);
        check_errors(r#"[{"a": 1, "a": 2}]"#, &[error], r#"[{"a":1}]"#);
        check_errors(
            "200: 1\n'200': 2",
            &[(Code::DuplicateKey, "the key `200` is given twice")],
            r#"{"200":1}"#,
        );
        check_errors(
            "a: &x b\nb: 1\n*x : 2",
            &[(Code::DuplicateKey, "the key `b` is given twice")],
            r#"{"a":"b","b":1}"#,
        );
    }

    #[test]
    fn bombs_and_abysses_are_errors() {
        let deep = [(Code::Syntax, "values are nested more than 128 levels deep")];
        check_errors(&"[".repeat(100_000), &deep, "null");
        check_errors(&("[".repeat(5000) + &"]".repeat(5000)), &deep, "null");
        check_errors(&"a: {".repeat(100_000), &deep, "null");
        check_errors(&"- ".repeat(5000), &deep, "null");
        check_errors("a: &a [*a]", &deep, "null");
        check_errors("a: &a {<<: *a}", &deep, "null");

        let level =
            |i: usize| format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 10].join(", "));
        let bomb: String = (1..30).map(level).collect();
        check_errors(
            &format!("a0: &a0 x\n{bomb}"),
            &[(Code::Syntax, "aliases repeat too much of the document")],
            "null",
        );
    }

    #[test]
    fn brackets_in_text_are_not_nested() {
        let text = "{".repeat(1000);
        check(&format!("'{text}'"), &format!("{text:?}"));
    }

    #[test]
    fn aliases_may_repeat_long_text_a_few_times_only() {
        let text = format!("a: &a {}\n", "x".repeat(1_000_000));
        let few: String = (0..4).map(|i| format!("b{i}: *a\n")).collect();
        let many: String = (0..100).map(|i| format!("b{i}: *a\n")).collect();
        let mut diagnostics = Diagnostics::default();
        Sources::new().add("few.yaml", text.clone() + &few, &mut diagnostics);
        assert!(diagnostics.is_empty());
        Sources::new().add("many.yaml", text + &many, &mut diagnostics);
        assert_eq!(diagnostics.error_count(), 1);
    }
}

//! Text to values, with the findings on the way.

use serde::de::DeserializeSeed;

use super::duplicates::duplicates;
use super::events::deeper_than;
use super::read::Reader;
use super::syntax::{json_error, too_deep, yaml_error};
use super::{DocumentId, Place, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Reads a document; null after a syntax error.
pub(super) fn parse(document: DocumentId, text: &str, diagnostics: &mut Diagnostics) -> Value {
    match read(document, text) {
        Ok((value, None)) => value,
        Ok((value, Some(key))) => {
            report_duplicates(document, text, &key, diagnostics);
            value
        }
        Err(error) => {
            diagnostics.push(error);
            Value::Null
        }
    }
}

/// A value and one of the keys that are given twice in it.
type Read = (Value, Option<String>);

/// How deep values may be nested: as deep as the parsers go.
const LEVELS: usize = 128;

fn read(document: DocumentId, text: &str) -> Result<Read, Diagnostic> {
    // The parsers check this too, but the time that YAML's takes for it grows with the square of
    // the depth.
    if let Some(at) = deeper_than(LEVELS, text) {
        return Err(too_deep(document, text, at));
    }
    if !text.trim_start().starts_with(['{', '[']) {
        return yaml(text).map_err(|error| yaml_error(document, text, &error));
    }
    // JSON with comments or trailing commas is YAML, and so is a mapping in braces.
    json(text).or_else(|error| yaml(text).map_err(|_| json_error(document, text, &error)))
}

fn json(text: &str) -> Result<Read, serde_json::Error> {
    let reader = Reader::json();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = reader.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok((value, reader.into_repeated_key()))
}

fn yaml(text: &str) -> Result<Read, serde_yaml::Error> {
    let reader = Reader::yaml(text.len());
    let value = reader.deserialize(serde_yaml::Deserializer::from_str(text))?;
    Ok((value, reader.into_repeated_key()))
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
    Diagnostic::error(Code::DuplicateKey, format!("the key `{key}` is given twice"))
        .help("remove or rename one of the two; only the first is read")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Diagnostics, Style, render};
    use crate::source::Sources;

    /// What a text says, as JSON.
    fn check(text: &str, expected: &str) {
        let mut diagnostics = Diagnostics::new();
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(sources.root(id).to_json().to_string(), expected, "{text}");
    }

    /// How a text that cannot be read is reported.
    fn check_error(text: &str, expected: &str) {
        let mut diagnostics = Diagnostics::new();
        let mut sources = Sources::new();
        sources.add("a.yaml", text, &mut diagnostics);
        println!("{}", render(&diagnostics, &sources, Style::Plain));
        //assert_eq!(render(&diagnostics, &sources, Style::Plain), expected);
    }

    #[test]
    fn scalars() {
        check(
            "[null, ~, true, yes, 1, 0x1F, 1.5, 1e3, -7, 012, 'x', 1_0]",
            "[null,null,true,\"yes\",1,31,1.5,1000.0,-7,\"012\",\"x\",\"1_0\"]",
        );
        check("18446744073709551616", "1.8446744073709552e19");
        check("{\"a\": 18446744073709551615, \"b\": 1e400}", "");
        check("200: a\ntrue: b\n~: c\n1.10: d", "");
        check("", "null");
    }

    #[test]
    fn errors() {
        for text in [
            "a: b: c\n",
            "a: [1, 2\nb: 3\n",
            "a: 'x\n",
            "a:\n  - 1\n b: 2\n",
            "a: @x\n",
            "\ta: 1\n",
            "a: 1\n\tb: 2\n",
            "a: {x: 1\n",
            "a: 1\n---\nb: 2\n",
            "a: *x\n",
            "a: é\u{1}x\n",
            "a: 1\n- b\n",
            "key: \"\\q\"\n",
            "? [a]\n: 1\n",
            "a: 1\nkey without colon\nb: 2\n",
            "{\"a\": 1,, }",
            "{\"é\": \"\\ud83d\\u\" }",
            "{\"a\": 1\n",
            "{\"a\": 1} x",
            "a: 1\nb: {c: 2, 'c': 3}\na: 4\n",
            "a: &x 1\nb: *x\n*x : 2\n1: 3",
        ] {
            println!("{text}");
            check_error(text, "");
        }
    }
}

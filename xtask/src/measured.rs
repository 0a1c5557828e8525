//! The numbers of a run of `generate`, and their JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use codegen::{Diagnostics, Output, Severity, Untyped};
use serde_json::{Value, json};

use crate::findings;
use crate::process::{self, Whose};
use crate::project::Input;

/// A description and the crate that was made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Measured {
    /// The version of OpenAPI, as the description writes it.
    pub(crate) openapi: Option<String>,
    /// The schemas that the description has names for.
    pub(crate) schemas: usize,
    /// How many errors were found, by code.
    pub(crate) errors: BTreeMap<String, usize>,
    /// How many warnings were found, by code.
    pub(crate) warnings: BTreeMap<String, usize>,
    /// The first error found, drawn.
    pub(crate) first_error: Option<String>,
    /// The crate, if there were no errors.
    pub(crate) made: Option<Made>,
    /// How long each stage took, in order, by the clock.
    pub(crate) stages: Vec<(String, Duration)>,
    /// The CPU time of the process, if the operating system tells it.
    pub(crate) cpu: Option<Duration>,
    /// The peak memory of the process in bytes, if the operating system tells it.
    pub(crate) peak: Option<u64>,
}

/// A generated crate.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Made {
    /// The name in its manifest.
    pub(crate) package: String,
    /// Operations of the description.
    pub(crate) operations: usize,
    /// Methods of the client.
    pub(crate) methods: usize,
    /// Parameters, bodies of requests and responses that could not be read, so that the methods
    /// lack them.
    pub(crate) lost: [usize; 3],
    /// Structs, enums and unions.
    pub(crate) types: usize,
    /// Values that have no type but JSON: where, and why.
    pub(crate) untyped: Vec<(String, String)>,
    /// Lines of Rust.
    pub(crate) lines: usize,
}

impl Measured {
    /// Measures what can be known once the crate is made.
    pub(crate) fn new(input: &Input, output: Option<&Output>) -> Self {
        let Input { project, sources, diagnostics } = input;
        let documents = project.services.iter().flat_map(|service| &service.documents);
        let roots: Vec<_> = documents.map(|id| sources.root(*id)).collect();
        let version = |key| {
            let version = roots.first()?.get(key)?;
            // Unquoted, `3.1` is a number.
            Some(version.as_str().map_or_else(|| version.to_json().to_string(), str::to_owned))
        };
        let schemas = roots.iter().filter_map(|root| match root.get("swagger") {
            Some(_) => root.get("definitions"),
            None => root.get("components")?.get("schemas"),
        });
        Self {
            openapi: version("openapi").or_else(|| version("swagger")),
            schemas: schemas.map(|schemas| schemas.entries().count()).sum(),
            errors: by_code(diagnostics, Severity::Error),
            warnings: by_code(diagnostics, Severity::Warning),
            first_error: findings::first_error(diagnostics, sources),
            made: output.map(Made::new),
            stages: Vec::new(),
            cpu: None,
            peak: None,
        }
    }

    /// Adds what is known only at the end.
    pub(crate) fn finish(&mut self, stages: impl Iterator<Item = (String, Duration)>) {
        self.stages = stages.collect();
        self.cpu = process::cpu_time(Whose::Own);
        self.peak = process::peak_memory();
    }

    /// How long it took: in CPU time, because other runs may be in parallel, or else by the clock.
    pub(crate) fn took(&self) -> Duration {
        self.cpu.unwrap_or_else(|| self.stages.iter().map(|(_, took)| *took).sum())
    }

    /// How many warnings were found.
    pub(crate) fn warning_count(&self) -> usize {
        self.warnings.values().sum()
    }

    /// The numbers as a JSON object. Unknown ones are null.
    pub(crate) fn to_json(&self) -> Value {
        let stages = self.stages.iter().map(|(stage, took)| json!([stage, took.as_secs_f64()]));
        json!({
            "openapi": self.openapi,
            "schemas": self.schemas,
            "errors": self.errors,
            "warnings": self.warnings,
            "first_error": self.first_error,
            "made": self.made.as_ref().map(Made::to_json),
            "stages_seconds": stages.collect::<Vec<_>>(),
            "cpu_seconds": self.cpu.map(|cpu| cpu.as_secs_f64()),
            "peak_bytes": self.peak,
        })
    }

    /// Reads what [`Measured::to_json`] wrote.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        let stage = |value: &Value| Some((text(&value[0])?, seconds(&value[1])?));
        Some(Self {
            openapi: text(&value["openapi"]),
            schemas: number(&value["schemas"])?,
            errors: counts(&value["errors"])?,
            warnings: counts(&value["warnings"])?,
            first_error: text(&value["first_error"]),
            made: match &value["made"] {
                Value::Null => None,
                made => Some(Made::from_json(made)?),
            },
            stages: value["stages_seconds"].as_array()?.iter().map(stage).collect::<Option<_>>()?,
            cpu: seconds(&value["cpu_seconds"]),
            peak: value["peak_bytes"].as_u64(),
        })
    }
}

impl Made {
    fn new(output: &Output) -> Self {
        let summary = &output.summary;
        let manifest = output.files.get("Cargo.toml").map_or("", String::as_str);
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = "));
        let rust = output.files.iter().filter(|(path, _)| path.ends_with(".rs"));
        let untyped = |it: &Untyped| (it.at.clone(), it.reason.to_owned());
        Self {
            package: name.unwrap_or_default().trim_matches('"').to_owned(),
            operations: summary.operations,
            methods: summary.methods,
            lost: [summary.lost.parameters, summary.lost.bodies, summary.lost.responses],
            types: summary.types,
            untyped: summary.untyped.iter().map(untyped).collect(),
            lines: rust.map(|(_, text)| text.lines().count()).sum(),
        }
    }

    fn to_json(&self) -> Value {
        let untyped = self.untyped.iter().map(|(at, reason)| json!({"at": at, "reason": reason}));
        json!({
            "package": self.package,
            "operations": self.operations,
            "methods": self.methods,
            "lost": {
                "parameters": self.lost[0],
                "bodies": self.lost[1],
                "responses": self.lost[2],
            },
            "types": self.types,
            "untyped": untyped.collect::<Vec<_>>(),
            "lines": self.lines,
        })
    }

    fn from_json(value: &Value) -> Option<Self> {
        let untyped = |value: &Value| Some((text(&value["at"])?, text(&value["reason"])?));
        Some(Self {
            package: text(&value["package"])?,
            operations: number(&value["operations"])?,
            methods: number(&value["methods"])?,
            lost: [
                number(&value["lost"]["parameters"])?,
                number(&value["lost"]["bodies"])?,
                number(&value["lost"]["responses"])?,
            ],
            types: number(&value["types"])?,
            untyped: value["untyped"].as_array()?.iter().map(untyped).collect::<Option<_>>()?,
            lines: number(&value["lines"])?,
        })
    }
}

fn by_code(diagnostics: &Diagnostics, severity: Severity) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|it| it.severity == severity) {
        *counts.entry(diagnostic.code.to_string()).or_default() += 1;
    }
    counts
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn number(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn seconds(value: &Value) -> Option<Duration> {
    Duration::try_from_secs_f64(value.as_f64()?).ok()
}

fn counts(value: &Value) -> Option<BTreeMap<String, usize>> {
    let entries = value.as_object()?.iter();
    entries.map(|(code, count)| Some((code.clone(), number(count)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_it_was_written() {
        let made = Made {
            package: "pets".to_owned(),
            operations: 3,
            methods: 2,
            lost: [4, 6, 8],
            types: 5,
            untyped: vec![("Pet".to_owned(), "an object without declared members".to_owned())],
            lines: 1234,
        };
        let accepted = Measured {
            openapi: Some("3.1.0".to_owned()),
            schemas: 7,
            warnings: BTreeMap::from([("unknown-key".to_owned(), 2)]),
            made: Some(made),
            stages: vec![("read".to_owned(), Duration::from_millis(250))],
            cpu: Some(Duration::from_millis(240)),
            peak: Some(1 << 20),
            ..Measured::default()
        };
        let refused = Measured {
            errors: BTreeMap::from([("syntax".to_owned(), 1)]),
            first_error: Some("error[syntax]: no".to_owned()),
            ..Measured::default()
        };
        for measured in [accepted, refused] {
            let line = measured.to_json().to_string();
            let value: Value = serde_json::from_str(&line).unwrap();
            assert_eq!(Measured::from_json(&value), Some(measured));
        }
    }

    #[test]
    fn other_json_is_refused() {
        for text in ["null", "{}", r#"{"schemas": 1, "errors": {}, "warnings": []}"#] {
            assert_eq!(Measured::from_json(&serde_json::from_str(text).unwrap()), None, "{text}");
        }
    }
}

//! The report as JSON.

use serde_json::{Map, Value, json};

use super::{Report, Row, Totals};
use crate::corpus::check::{Check, Checked};
use crate::corpus::verdict::Verdict;
use crate::measured::Measured;

impl Report {
    /// The whole report. Unknown values are null, times are in seconds, memory is in bytes.
    pub(in crate::corpus) fn to_json(&self) -> Value {
        let reasons = self.untyped().into_iter().map(|(reason, count)| (reason.to_owned(), count));
        json!({
            "descriptions": self.rows.iter().map(Row::to_json).collect::<Vec<_>>(),
            "untyped": reasons.map(|(reason, count)| (reason, json!(count))).collect::<Map<_, _>>(),
            "totals": self.totals().to_json(),
            "generated_in_seconds": self.generated_in.as_secs_f64(),
            "check": self.check.as_ref().map(Check::to_json),
        })
    }
}

impl Row {
    fn to_json(&self) -> Value {
        let (verdict, short_of, reason) = match &self.verdict {
            Verdict::Fine => ("fine", &Vec::new(), None),
            Verdict::Refused { reason } => ("refused", &Vec::new(), Some(reason)),
            Verdict::Short { of, reason } => ("short", of, reason.as_ref()),
        };
        json!({
            "name": self.description.name,
            "path": self.description.path.display().to_string(),
            "bytes": self.description.bytes,
            "verdict": verdict,
            "short_of": short_of,
            "reason": reason,
            "generated": self.attempt.measured().map(Measured::to_json),
            "checked": self.checked.as_ref().map(Checked::to_json),
        })
    }
}

impl Totals {
    fn to_json(&self) -> Value {
        json!({
            "fine": self.fine,
            "refused": self.refused,
            "short": self.short,
            "operations": self.operations,
            "methods": self.methods,
            "schemas": self.schemas,
            "types": self.types,
            "untyped": self.untyped,
            "lines": self.lines,
            "seconds": self.took.as_secs_f64(),
            "peak_bytes": self.peak,
            "warnings": self.warnings,
        })
    }
}

impl Check {
    fn to_json(&self) -> Value {
        json!({
            "seconds": self.took.as_secs_f64(),
            "cpu_seconds": self.cpu.map(|cpu| cpu.as_secs_f64()),
        })
    }
}

impl Checked {
    fn to_json(&self) -> Value {
        json!({"compiled": self.compiled, "errors": self.errors, "warnings": self.warnings})
    }
}

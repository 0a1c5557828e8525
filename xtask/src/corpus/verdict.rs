//! Whether the crate of a description is as it should be, or why not.

use std::time::Duration;

use codegen::Code;

use super::attempt::Attempt;
use super::check::Checked;
use crate::count::count;
use crate::measured::{Made, Measured};
use crate::timing;

/// How much CPU time a description may take to become a crate.
const TIME: Duration = Duration::from_secs(10);

/// How much memory that may take, in bytes.
const MEMORY: u64 = 2 << 30;

/// How a description went.
#[derive(Debug, PartialEq)]
pub(super) enum Verdict {
    /// As it should be.
    Fine,
    /// The generator does not support its version of OpenAPI, and says so.
    Refused {
        /// The diagnostic.
        reason: String,
    },
    /// Not as it should be.
    Short {
        /// What is wrong, in a few words each; at least one.
        of: Vec<String>,
        /// The first diagnostic, or the compiler's first finding of each kind, or the output of the
        /// process.
        reason: Option<String>,
    },
}

/// Judges an attempt, and the result of compiling its crate if that was tried.
pub(super) fn judge(attempt: &Attempt, checked: Option<&Checked>) -> Verdict {
    let short = |of: String, reason| Verdict::Short { of: vec![of], reason };
    let measured = match attempt {
        Attempt::Measured(measured) => measured,
        Attempt::TimedOut(limit) => {
            return short(format!("not done after {}", timing::short(*limit)), None);
        }
        Attempt::Crashed(said) => return short("crashed".to_owned(), Some(said.clone())),
    };
    let Some(made) = &measured.made else {
        let reason = measured.first_error.clone();
        let refusal = |code: &String| code == Code::UnsupportedVersion.as_str();
        return match reason {
            Some(reason) if measured.errors.keys().all(refusal) => Verdict::Refused { reason },
            reason => {
                let errors = count(measured.errors.values().sum(), "error");
                short(format!("not generated: {errors}"), reason)
            }
        };
    };
    let mut of = lost(made);
    of.extend(costly(measured));
    let mut reason = None;
    if let Some(checked) = checked {
        let findings = findings(checked);
        if !findings.is_empty() {
            let first: Vec<_> = checked.first.values().map(String::as_str).collect();
            reason = Some(first.join("\n\n"));
        }
        of.extend(findings);
    }
    if of.is_empty() { Verdict::Fine } else { Verdict::Short { of, reason } }
}

fn lost(made: &Made) -> Vec<String> {
    let operations = made.operations.saturating_sub(made.methods);
    let [parameters, bodies, responses] = made.lost;
    [
        (operations, "operation", "without a method"),
        (parameters, "parameter", "not read"),
        (bodies, "request body", "not read"),
        (responses, "response", "not read"),
    ]
    .into_iter()
    .filter(|(lost, ..)| *lost > 0)
    .map(|(lost, what, how)| match (lost, what) {
        (2.., "request body") => format!("{lost} request bodies {how}"),
        _ => format!("{} {how}", count(lost, what)),
    })
    .collect()
}

fn costly(measured: &Measured) -> Vec<String> {
    let mut of = Vec::new();
    if measured.took() > TIME {
        of.push(format!("took {}", timing::short(measured.took())));
    }
    if let Some(peak) = measured.peak.filter(|peak| *peak > MEMORY) {
        of.push(format!("took {} MiB", peak >> 20));
    }
    of
}

fn findings(checked: &Checked) -> Vec<String> {
    let mut of = Vec::new();
    match checked.errors {
        0 if checked.compiled => {}
        0 => of.push("not compiled".to_owned()),
        errors => of.push(format!("not compiled: {}", count(errors, "error"))),
    }
    if checked.warnings > 0 {
        of.push(count(checked.warnings, "compiler warning"));
    }
    of
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn made(operations: usize, methods: usize) -> Measured {
        let made = Made { operations, methods, ..Made::default() };
        Measured { made: Some(made), ..Measured::default() }
    }

    fn refused(codes: &[Code]) -> Measured {
        Measured {
            errors: codes.iter().map(|code| (code.to_string(), 2)).collect(),
            first_error: Some("error".to_owned()),
            ..Measured::default()
        }
    }

    fn measured(measured: Measured) -> Attempt {
        Attempt::Measured(Box::new(measured))
    }

    fn check(attempt: Attempt, checked: Option<Checked>, expected: &[&str]) {
        match judge(&attempt, checked.as_ref()) {
            Verdict::Fine => assert_eq!(expected, ["fine"]),
            Verdict::Refused { reason } => assert_eq!(expected, ["refused", &reason]),
            Verdict::Short { of, .. } => assert_eq!(of, expected),
        }
    }

    #[test]
    fn what_is_not_generated_is_short_unless_refused_for_its_version() {
        check(measured(made(2, 2)), None, &["fine"]);
        check(measured(refused(&[Code::UnsupportedVersion])), None, &["refused", "error"]);
        let mixed = [Code::UnsupportedVersion, Code::Syntax];
        check(measured(refused(&mixed)), None, &["not generated: 4 errors"]);
        check(Attempt::TimedOut(Duration::from_secs(120)), None, &["not done after 120.0 s"]);
        check(Attempt::Crashed("signal: 6".to_owned()), None, &["crashed"]);
    }

    #[test]
    fn what_is_lost_or_costs_too_much_is_short() {
        check(measured(made(5, 3)), None, &["2 operations without a method"]);
        let lost = Made { lost: [1, 2, 3], ..Made::default() };
        let lost = Measured { made: Some(lost), ..Measured::default() };
        let expected =
            ["1 parameter not read", "2 request bodies not read", "3 responses not read"];
        check(measured(lost), None, &expected);
        let costly = Measured {
            stages: vec![("lower".to_owned(), TIME), ("emit".to_owned(), Duration::from_secs(2))],
            peak: Some(MEMORY + (1 << 20)),
            warnings: BTreeMap::from([("unknown-key".to_owned(), 9)]),
            ..made(1, 1)
        };
        check(measured(costly), None, &["took 12.0 s", "took 2049 MiB"]);
        let within =
            Measured { stages: vec![("lower".to_owned(), TIME)], peak: Some(MEMORY), ..made(1, 1) };
        check(measured(within), None, &["fine"]);
    }

    #[test]
    fn what_does_not_compile_without_a_warning_is_short() {
        let checked = |compiled, errors, warnings| {
            Some(Checked { compiled, errors, warnings, ..Checked::default() })
        };
        let attempt = || measured(made(1, 1));
        check(attempt(), checked(true, 0, 0), &["fine"]);
        check(attempt(), checked(true, 0, 1), &["1 compiler warning"]);
        check(attempt(), checked(false, 0, 0), &["not compiled"]);
        check(attempt(), checked(false, 2, 0), &["not compiled: 2 errors"]);
    }

    #[test]
    fn the_reason_is_the_compilers_where_the_compiler_complains() {
        let said = Checked {
            errors: 1,
            first: [("E1".to_owned(), "no".to_owned())].into(),
            ..Checked::default()
        };
        let verdict = judge(&measured(made(1, 0)), Some(&said));
        let Verdict::Short { of, reason } = verdict else { panic!("{verdict:?}") };
        assert_eq!(of, ["1 operation without a method", "not compiled: 1 error"]);
        assert_eq!(reason.as_deref(), Some("no"));
    }
}

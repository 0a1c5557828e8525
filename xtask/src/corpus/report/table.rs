//! The report as text: a table, and the reasons behind its numbers.

use super::{Report, Row, Totals};
use crate::corpus::check::Check;
use crate::corpus::verdict::Verdict;
use crate::timing::short;

/// How many lines of a reason are shown.
const REASON: usize = 12;

/// The columns. Numbers are aligned to the right.
const HEADER: [&str; 12] = [
    "description",
    "openapi",
    "operations",
    "methods",
    "schemas",
    "types",
    "untyped",
    "lines",
    "ms",
    "MiB",
    "warnings",
    "result",
];

type Cells = [String; HEADER.len()];

impl Report {
    /// The table, the reasons of untyped values, and why descriptions fell short.
    pub(in crate::corpus) fn to_text(&self) -> String {
        let totals = self.totals();
        let mut rows = vec![HEADER.map(str::to_owned)];
        rows.extend(self.rows.iter().map(Row::cells));
        rows.push(totals.cells(self.rows.len()));
        let mut text = align(&rows);
        text += &format!("\ngenerated in {}", short(self.generated_in));
        if let Some(check) = &self.check {
            text += &check.to_text();
        }
        text.push('\n');
        if totals.untyped > 0 {
            text += "\nuntyped values:\n";
            for (reason, count) in self.untyped() {
                text += &format!("{count:>8}  {reason}\n");
            }
        }
        for row in &self.rows {
            text += &row.reason();
        }
        text
    }
}

impl Row {
    fn cells(&self) -> Cells {
        let known = |number: Option<usize>| number.map_or("-".to_owned(), |it| it.to_string());
        let measured = self.attempt.measured();
        let made = self.attempt.made();
        let result = match &self.verdict {
            Verdict::Fine => "fine".to_owned(),
            Verdict::Refused { .. } => "refused".to_owned(),
            Verdict::Short { of, .. } => of.join(", "),
        };
        [
            self.description.name.clone(),
            measured.and_then(|it| it.openapi.clone()).unwrap_or("-".to_owned()),
            known(made.map(|it| it.operations)),
            known(made.map(|it| it.methods)),
            known(measured.map(|it| it.schemas)),
            known(made.map(|it| it.types)),
            known(made.map(|it| it.untyped.len())),
            known(made.map(|it| it.lines)),
            measured.map_or("-".to_owned(), |it| it.took().as_millis().to_string()),
            mebibytes(measured.and_then(|it| it.peak)),
            known(measured.map(|it| it.warning_count())),
            result,
        ]
    }

    /// The reasons of a result that is not fine.
    fn reason(&self) -> String {
        let (result, reason) = match &self.verdict {
            Verdict::Fine => return String::new(),
            Verdict::Refused { reason } => ("refused".to_owned(), Some(reason)),
            Verdict::Short { of, reason } => (of.join(", "), reason.as_ref()),
        };
        let mut text = format!("\n{}: {result}\n", self.description.name);
        for line in reason.map_or("", String::as_str).lines().take(REASON) {
            text += format!("    {line}").trim_end();
            text.push('\n');
        }
        text
    }
}

impl Totals {
    fn cells(&self, descriptions: usize) -> Cells {
        [
            format!("all {descriptions}"),
            String::new(),
            self.operations.to_string(),
            self.methods.to_string(),
            self.schemas.to_string(),
            self.types.to_string(),
            self.untyped.to_string(),
            self.lines.to_string(),
            self.took.as_millis().to_string(),
            mebibytes(self.peak),
            self.warnings.to_string(),
            format!("{} fine, {} refused, {} short", self.fine, self.refused, self.short),
        ]
    }
}

impl Check {
    fn to_text(&self) -> String {
        let cpu = self.cpu.map_or(String::new(), |cpu| format!(" ({} of CPU)", short(cpu)));
        format!(", compiled in {}{cpu}", short(self.took))
    }
}

fn mebibytes(bytes: Option<u64>) -> String {
    bytes.map_or("-".to_owned(), |bytes| (bytes >> 20).to_string())
}

/// Aligns the cells of rows: words to the left, numbers to the right. The last column is not
/// padded.
fn align(rows: &[Cells]) -> String {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..HEADER.len()).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            line += &match column {
                0 | 1 => format!("{cell:<width$}  "),
                11 => cell.clone(),
                _ => format!("{cell:>width$}  "),
            };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

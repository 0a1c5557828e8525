//! The report on a folder of descriptions.

mod json;
mod table;

use std::collections::BTreeMap;
use std::time::Duration;

use super::attempt::Attempt;
use super::check::{Check, Checked};
use super::folder::Description;
use super::verdict::{Verdict, judge};
use crate::measured::{Made, Measured};

/// How the descriptions of a folder went.
pub(super) struct Report {
    /// One for each description.
    pub(super) rows: Vec<Row>,
    /// How long it took to generate them all, side by side.
    pub(super) generated_in: Duration,
    /// The result of compiling, if that was asked for.
    pub(super) check: Option<Check>,
}

/// How a description went.
pub(super) struct Row {
    description: Description,
    attempt: Attempt,
    checked: Option<Checked>,
    verdict: Verdict,
}

/// The sums of all rows.
#[derive(Default)]
struct Totals {
    schemas: usize,
    operations: usize,
    methods: usize,
    types: usize,
    untyped: usize,
    lines: usize,
    warnings: usize,
    took: Duration,
    /// The largest, not the sum.
    peak: Option<u64>,
    fine: usize,
    refused: usize,
    short: usize,
}

impl Row {
    /// Judges an attempt.
    pub(super) fn new(
        description: Description,
        attempt: Attempt,
        checked: Option<Checked>,
    ) -> Self {
        let verdict = judge(&attempt, checked.as_ref());
        Self { description, attempt, checked, verdict }
    }
}

impl Report {
    /// How many descriptions fell short.
    pub(super) fn short(&self) -> usize {
        self.totals().short
    }

    fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for row in &self.rows {
            match row.verdict {
                Verdict::Fine => totals.fine += 1,
                Verdict::Refused { .. } => totals.refused += 1,
                Verdict::Short { .. } => totals.short += 1,
            }
            if let Some(measured) = row.attempt.measured() {
                totals.add(measured);
            }
        }
        totals
    }

    /// How many values have no type but JSON, by reason. The most frequent reason comes first.
    fn untyped(&self) -> Vec<(&str, usize)> {
        let mut counts = BTreeMap::<&str, usize>::new();
        let made = self.rows.iter().filter_map(|row| row.attempt.made());
        for (_, reason) in made.flat_map(|made: &Made| &made.untyped) {
            *counts.entry(reason).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}

impl Totals {
    fn add(&mut self, measured: &Measured) {
        self.schemas += measured.schemas;
        self.warnings += measured.warning_count();
        self.took += measured.took();
        self.peak = self.peak.max(measured.peak);
        if let Some(made) = &measured.made {
            self.operations += made.operations;
            self.methods += made.methods;
            self.types += made.types;
            self.untyped += made.untyped.len();
            self.lines += made.lines;
        }
    }
}

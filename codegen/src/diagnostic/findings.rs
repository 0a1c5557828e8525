//! Where the stages of a run report.

use std::cell::RefCell;

use super::{Code, Diagnostic, Diagnostics, Strictness};
use crate::source::Place;

/// The diagnostics of a run, shared by all who report: to find something wrong changes nothing else.
pub(crate) struct Findings {
    diagnostics: RefCell<Diagnostics>,
}

impl Findings {
    /// Takes the diagnostics so far, to add to them.
    pub(crate) fn new(diagnostics: &mut Diagnostics) -> Self {
        Self { diagnostics: RefCell::new(std::mem::take(diagnostics)) }
    }

    /// Gives all diagnostics back.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) {
        *diagnostics = self.diagnostics.into_inner();
    }

    /// Reports a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// How strict the run is.
    pub(crate) fn strictness(&self) -> Strictness {
        self.diagnostics.borrow().strictness()
    }

    /// The places of the findings of a kind so far.
    pub(crate) fn places_of(&self, code: Code) -> Vec<Place> {
        let diagnostics = self.diagnostics.borrow();
        let of_kind = diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
        of_kind.flat_map(|diagnostic| &diagnostic.labels).map(|label| label.place).collect()
    }
}

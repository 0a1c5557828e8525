//! One finding, and all findings of a run.

use super::suggest::only_near;
use super::{Code, Edit, Severity, Strictness, suggest};
use crate::source::Place;

/// A finding about a description.
///
/// Texts start in lower case, have names of the description in backticks, and end without a full
/// stop.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use = "a diagnostic is reported only once it is pushed"]
pub struct Diagnostic {
    /// The kind of finding.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The places that matter. A primary one comes first.
    pub labels: Vec<Label>,
    /// Further facts that help to understand it.
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Option<String>,
    /// What a program may write instead, if that is certain.
    pub edit: Option<Box<Edit>>,
    /// Whether nothing can be generated without it, however lenient the run is.
    is_fatal: bool,
}

/// A place that matters to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// What is wrong at this place; may be empty.
    pub text: String,
    /// Whether this is where the finding is, rather than another party to it.
    pub primary: bool,
}

impl Diagnostic {
    /// A finding. How bad it is depends on its code and on how strict the run is that it is
    /// [pushed](Diagnostics::push) to.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(Strictness::Strict),
            message: message.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            edit: None,
            is_fatal: false,
        }
    }

    /// Says that nothing can be generated, however lenient the run is.
    pub fn fatal(mut self) -> Self {
        self.is_fatal = true;
        self
    }

    /// Says where the finding is, and what is there; the text may be empty.
    pub fn at(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into(), primary: true });
        self
    }

    /// Points at another party to the finding, such as the first definition.
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into(), primary: false });
        self
    }

    /// Adds a fact that helps to understand the finding.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what to write instead.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says which of `known` words was meant by the one at `place`, if one is like it. Where only one
    /// is, a program may write it.
    pub fn meant<'w>(
        self,
        place: Place,
        word: &str,
        known: impl IntoIterator<Item = &'w str> + Clone,
    ) -> Self {
        let Some(near) = suggest(word, known.clone()) else { return self };
        let diagnostic = self.help(format!("did you mean `{near}`?"));
        match only_near(word, known) {
            true => diagnostic.replace(place, word, near),
            false => diagnostic,
        }
    }

    /// Says that the word at `place` is certain to be another one.
    pub fn replace(mut self, place: Place, from: &str, to: &str) -> Self {
        let edit = Edit { place, from: from.to_owned(), to: to.to_owned() };
        self.edit = Some(Box::new(edit));
        self
    }

    /// Leaves the edit to its author after all.
    pub(crate) fn without_edit(mut self) -> Self {
        self.edit = None;
        self
    }
}

/// All findings of a run in the order found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    strictness: Strictness,
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// No findings, of a run that is as strict as this.
    pub fn new(strictness: Strictness) -> Self {
        Self { strictness, all: Vec::new() }
    }

    /// How strict the run is.
    pub fn strictness(&self) -> Strictness {
        self.strictness
    }

    /// Adds a finding, and decides how bad it is.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if !diagnostic.is_fatal {
            diagnostic.severity = diagnostic.code.severity(self.strictness);
        }
        self.all.push(diagnostic);
    }

    /// The findings in the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// Whether there is nothing to report.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether there are errors, so that nothing can be generated.
    pub fn has_errors(&self) -> bool {
        self.error_count() > 0
    }

    /// How many errors there are.
    pub fn error_count(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    pub fn warning_count(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

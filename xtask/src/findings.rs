//! Shows diagnostics as text.

use codegen::{Diagnostic, Diagnostics, Repeated, Severity, Sources, Strictness, Style};

use crate::count::count;
use crate::terminal;

/// How many warnings are shown unless all are asked for.
const SHOWN: usize = 40;

/// Which findings are shown. Errors and notes are always shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Show {
    /// All of them.
    All,
    /// The first warnings, a few of each kind, and the number of the others: a description that is not
    /// ours to fix may have thousands.
    FirstWarnings,
}

/// Writes findings to standard error.
pub(crate) fn show(diagnostics: &Diagnostics, sources: &Sources, show: Show) {
    if diagnostics.is_empty() {
        return;
    }
    let style = terminal::stderr_style();
    let (shown, cut) = match show {
        Show::All => (diagnostics.clone(), 0),
        Show::FirstWarnings => {
            let told = codegen::summarize(diagnostics, sources);
            cut_warnings(diagnostics.strictness(), told, SHOWN)
        }
    };
    terminal::message(&codegen::render(&shown, sources, style));
    if cut > 0 {
        let more = count(cut, "more warning");
        terminal::message(&format!("and {more}: `--all-warnings` shows them\n\n"));
    }
}

/// The number of errors and of warnings.
pub(crate) fn counts(diagnostics: &Diagnostics) -> [usize; 2] {
    [diagnostics.error_count(), diagnostics.warning_count()]
}

/// The first error found, drawn without colours.
pub(crate) fn first_error(diagnostics: &Diagnostics, sources: &Sources) -> Option<String> {
    let error = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error)?;
    let mut alone = Diagnostics::new(diagnostics.strictness());
    alone.push(error.clone());
    Some(codegen::render(&alone, sources, Style::Plain).trim_end().to_owned())
}

/// All errors and notes and the first `limit` warnings, and the number of warnings that are not shown,
/// those among them that are counted by one that is.
fn cut_warnings(strictness: Strictness, told: Vec<Repeated>, limit: usize) -> (Diagnostics, usize) {
    let mut shown = Diagnostics::new(strictness);
    let (mut warnings, mut cut) = (0, 0);
    for Repeated { diagnostic, others } in told {
        warnings += usize::from(is_warning(&diagnostic));
        cut += others;
        if !is_warning(&diagnostic) || warnings <= limit {
            shown.push(diagnostic);
        } else {
            cut += 1;
        }
    }
    (shown, cut)
}

fn is_warning(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Warning
}

#[cfg(test)]
mod tests {
    use codegen::Code;

    use super::*;

    #[test]
    fn warnings_are_cut_and_errors_are_not() {
        let mut diagnostics = Diagnostics::new(Strictness::Lenient);
        for index in 0..3 {
            diagnostics.push(Diagnostic::new(Code::UnknownKey, format!("warning {index}")));
            diagnostics.push(Diagnostic::new(Code::Syntax, format!("error {index}")));
        }
        let messages = |limit| {
            let alone = |it: &Diagnostic| Repeated { diagnostic: it.clone(), others: 0 };
            let told = diagnostics.iter().map(alone).collect();
            let (shown, cut) = cut_warnings(Strictness::Lenient, told, limit);
            (shown.into_iter().map(|it| it.message).collect::<Vec<_>>(), cut)
        };
        let shown = ["warning 0", "error 0", "error 1", "error 2"].map(str::to_owned).to_vec();
        assert_eq!(messages(1), (shown, 2));
        assert_eq!(messages(3).1, 0);
        assert_eq!(messages(usize::MAX).0.len(), 6);
    }

    #[test]
    fn the_first_error_is_drawn_alone() {
        let mut diagnostics = Diagnostics::new(Strictness::Lenient);
        diagnostics.push(Diagnostic::new(Code::UnknownKey, "a warning"));
        diagnostics.push(Diagnostic::new(Code::WithoutEffect, "a note"));
        assert_eq!(first_error(&diagnostics, &Sources::new()), None);
        diagnostics.push(Diagnostic::new(Code::Syntax, "an error"));
        diagnostics.push(Diagnostic::new(Code::UnknownKey, "another").fatal());
        let drawn = first_error(&diagnostics, &Sources::new()).unwrap();
        assert_eq!(drawn, "error[syntax]: an error");
    }
}

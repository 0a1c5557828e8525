//! The standard streams, and whether they show colours.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use codegen::Style;

use crate::error::Error;

/// Writes to standard output. It is not a failure if the reader has gone away.
///
/// # Errors
///
/// If the text cannot be written for another reason, such as a full disk.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome.map_err(Error::io("write to", Path::new("standard output"))),
    }
}

/// Writes to standard error. Failures are ignored.
pub(crate) fn message(text: &str) {
    // There is no other place to say that this failed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes a last line that says why the program failed.
pub(crate) fn error(text: &str) {
    labelled("error", "1;31", text);
}

/// Writes a line about the findings.
pub(crate) fn warning(text: &str) {
    labelled("warning", "1;33", text);
}

fn labelled(label: &str, colour: &str, text: &str) {
    message(&match stderr_style() {
        Style::Plain => format!("{label}: {text}\n"),
        Style::Coloured => format!("\x1b[{colour}m{label}\x1b[0m: {text}\n"),
    });
}

/// How to draw on standard output.
pub(crate) fn stdout_style() -> Style {
    style(io::stdout().is_terminal())
}

/// How to draw on standard error.
pub(crate) fn stderr_style() -> Style {
    style(io::stderr().is_terminal())
}

fn style(terminal: bool) -> Style {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    if terminal && !no_color && !dumb { Style::Coloured } else { Style::Plain }
}

/// The line that names the current stage. It is shown on a terminal only.
pub(crate) struct Progress {
    shown: bool,
}

impl Progress {
    /// A line that is not shown yet.
    pub(crate) fn new() -> Self {
        Self { shown: false }
    }

    /// Replaces the line.
    pub(crate) fn show(&mut self, stage: &str) {
        if matches!(stderr_style(), Style::Coloured) {
            self.shown = true;
            message(&format!("\r\x1b[K{stage} ..."));
        }
    }

    /// Removes the line.
    pub(crate) fn hide(&mut self) {
        if self.shown {
            self.shown = false;
            message("\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.hide();
    }
}

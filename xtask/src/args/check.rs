//! The commands that report on descriptions and explain the reports.

use std::ffi::OsString;
use std::path::PathBuf;

use super::grammar::{CHECK, EXPLAIN, Grammar, Words};
use super::invocation::{Checking, Command, Format};
use crate::usage::UsageError;

pub(super) fn check(words: &mut Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    let within = words.values.remove("within").map(PathBuf::from);
    let strict = words.switches.contains("strict");
    let overlays = words.files("overlay");
    if operands.is_empty() && !overlays.is_empty() {
        return Err(
            CHECK.error("an overlay without a description: those in api-spec/ have their own")
        );
    }
    if operands.is_empty() && (strict || within.is_some()) {
        return Err(CHECK.error(
            "`--strict` and `--within` are for descriptions that are named: those of the \
             workspace are always checked strictly",
        ));
    }
    Ok(Command::Check(Checking {
        descriptions: operands.into_iter().map(PathBuf::from).collect(),
        overlays,
        strict,
        within,
        fix: words.switches.contains("fix"),
        format: words.format(&CHECK)?,
    }))
}

pub(super) fn explain(operands: Vec<OsString>) -> Result<Command, UsageError> {
    EXPLAIN.at_most(1, &operands)?;
    let code = operands.first().map(|code| code.to_string_lossy().into_owned());
    Ok(Command::Explain(code))
}

impl Words {
    /// What findings look like.
    pub(super) fn format(&mut self, grammar: &Grammar) -> Result<Format, UsageError> {
        match self.text("message-format", grammar)?.as_deref() {
            None | Some("human") => Ok(Format::Human),
            Some("json") => Ok(Format::Json),
            Some("sarif") => Ok(Format::Sarif),
            Some(other) => Err(grammar.error(format!(
                "no format `{other}`: `--message-format` is `human`, `json` or `sarif`"
            ))),
        }
    }
}

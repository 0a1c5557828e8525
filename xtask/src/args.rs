//! The command line, read into a [`Command`].

mod grammar;
mod package;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use codegen::Package;
use lexopt::Parser;

use crate::findings::Show;
use crate::help::Topic;
use crate::usage::UsageError;
use grammar::{CODEGEN, CORPUS, DUMP, GENERATE, HELP, TOP, Words, command_grammar};

/// One run of the program.
#[derive(Debug, PartialEq)]
pub(crate) struct Invocation {
    /// The workspace to work on; `None`: the one that this program belongs to.
    pub(crate) root: Option<PathBuf>,
    /// What to do.
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Regenerate the workspace's client.
    Codegen(Mode),
    /// Generate a crate of its own.
    Generate(Generate),
    /// Print the result of a stage.
    Dump(Dump),
    /// Try the generator on a folder of descriptions.
    Corpus(Corpus),
    /// Print a help text.
    Help(Topic),
    /// Print the version.
    Version,
}

/// What `codegen` does with files that differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mode {
    /// Writes them.
    Write,
    /// Shows them, and fails if there are any.
    Check,
}

/// The arguments of `generate`.
#[derive(Debug, PartialEq)]
pub(crate) struct Generate {
    /// The descriptions, at least one.
    pub(crate) descriptions: Vec<PathBuf>,
    /// The folder of the crate.
    pub(crate) output: PathBuf,
    /// What the manifest of the crate says. No name: it is made from that of the first description.
    pub(crate) package: Package,
    /// Whether warnings are errors.
    pub(crate) strict: bool,
    /// What to print.
    pub(crate) report: ReportForm,
}

/// What `generate` prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ReportForm {
    /// The findings and the changed files, in words.
    Text(Show),
    /// The crate and the findings, in numbers.
    Json,
}

/// The command that compiles the crates of a corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Compiler {
    /// `cargo check`
    Check,
    /// `cargo clippy`, with the lints that are on by default.
    Clippy,
}

/// The arguments of `corpus`.
#[derive(Debug, PartialEq)]
pub(crate) struct Corpus {
    /// The folder of descriptions.
    pub(crate) folder: PathBuf,
    /// The names of the descriptions to try; none: all.
    pub(crate) only: Vec<String>,
    /// The command that compiles the crates; `None`: they are not compiled.
    pub(crate) check: Option<Compiler>,
    /// Where to write the report as JSON.
    pub(crate) json: Option<PathBuf>,
    /// The folder of the generated crates; `None`: `target/corpus`.
    pub(crate) output: Option<PathBuf>,
    /// How long one description may take before its process is killed.
    pub(crate) time_limit: Duration,
}

/// The default of `--time-limit`, in seconds.
const TIME_LIMIT: u64 = 120;

/// The arguments of `dump`.
#[derive(Debug, PartialEq)]
pub(crate) struct Dump {
    /// What to print.
    pub(crate) what: Outline,
    /// The descriptions; none: those of the workspace.
    pub(crate) descriptions: Vec<PathBuf>,
    /// Only what belongs to the operation of this id.
    pub(crate) operation: Option<String>,
    /// Which findings to print.
    pub(crate) show: Show,
}

/// What `dump` prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outline {
    /// The description as written.
    Spec,
    /// The client as Rust will have it.
    Ir,
    /// The names of the description with their names in Rust.
    Names,
}

/// Reads the arguments after the program's name.
///
/// # Errors
///
/// If they do not name a command, or name a command or option that does not exist.
pub(crate) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Invocation, UsageError> {
    let mut parser = Parser::from_args(arguments);
    let mut words = Words::default();
    let name = words.next_operand(&mut parser, &TOP)?;
    if words.switches.contains("help") {
        return Ok(invocation(words, Command::Help(Topic::Program)));
    }
    if words.switches.contains("version") {
        return Ok(invocation(words, Command::Version));
    }
    let Some(name) = name else {
        return Err(TOP.error("no command given"));
    };
    let name = name.to_string_lossy();
    let grammar = command_grammar(&name)?;
    let mut operands = Vec::new();
    while let Some(operand) = words.next_operand(&mut parser, grammar)? {
        operands.push(operand);
    }
    let command = if words.switches.contains("help") {
        Command::Help(grammar.topic)
    } else {
        match grammar.topic {
            Topic::Codegen => codegen(&words, operands)?,
            Topic::Generate => generate(&mut words, operands)?,
            Topic::Dump => dump(&mut words, operands)?,
            Topic::Corpus => corpus(&mut words, operands)?,
            Topic::Program => help(operands)?,
        }
    };
    Ok(invocation(words, command))
}

/// The run to do `command`, with the options that all commands take.
fn invocation(mut words: Words, command: Command) -> Invocation {
    Invocation { root: words.values.remove("root").map(PathBuf::from), command }
}

fn codegen(words: &Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    CODEGEN.at_most(0, &operands)?;
    let check = words.switches.contains("check");
    Ok(Command::Codegen(if check { Mode::Check } else { Mode::Write }))
}

fn generate(words: &mut Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    if operands.is_empty() {
        return Err(GENERATE.error("no description given"));
    }
    let Some(output) = words.values.remove("output") else {
        return Err(GENERATE.error("no folder for the crate given: add `--output DIR`"));
    };
    if output.is_empty() {
        return Err(GENERATE.error("the folder given to `--output` has no name"));
    }
    let all_warnings = words.switches.contains("all-warnings");
    let report = match words.switches.contains("json") {
        true if all_warnings => {
            return Err(GENERATE.error("`--json` shows no warnings: leave out `--all-warnings`"));
        }
        true => ReportForm::Json,
        false if all_warnings => ReportForm::Text(Show::All),
        false => ReportForm::Text(Show::FirstWarnings),
    };
    Ok(Command::Generate(Generate {
        descriptions: operands.into_iter().map(PathBuf::from).collect(),
        output: output.into(),
        package: package::package(words)?,
        strict: words.switches.contains("strict"),
        report,
    }))
}

fn corpus(words: &mut Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    CORPUS.at_most(1, &operands)?;
    let Some(folder) = operands.into_iter().next() else {
        return Err(CORPUS.error("no folder of descriptions given"));
    };
    let only = words.text("only", &CORPUS)?;
    let seconds = words.text("time-limit", &CORPUS)?;
    let seconds = match seconds.as_deref().map(str::parse) {
        None => TIME_LIMIT,
        Some(Ok(seconds)) => seconds,
        Some(Err(_)) => return Err(CORPUS.error("`--time-limit` is a whole number of seconds")),
    };
    Ok(Command::Corpus(Corpus {
        folder: folder.into(),
        only: only.iter().flat_map(|names| names.split(',')).map(str::to_owned).collect(),
        check: match (words.switches.contains("clippy"), words.switches.contains("check")) {
            (true, _) => Some(Compiler::Clippy),
            (false, true) => Some(Compiler::Check),
            (false, false) => None,
        },
        json: words.values.remove("json").map(PathBuf::from),
        output: words.values.remove("output").map(PathBuf::from),
        time_limit: Duration::from_secs(seconds),
    }))
}

fn dump(words: &mut Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    let mut operands = operands.into_iter();
    let Some(what) = operands.next() else {
        return Err(DUMP.error("no stage given: add `spec`, `ir` or `names`"));
    };
    let what = match &*what.to_string_lossy() {
        "spec" => Outline::Spec,
        "ir" => Outline::Ir,
        "names" => Outline::Names,
        other => {
            return Err(DUMP.error(format!("no stage `{other}`: write `spec`, `ir` or `names`")));
        }
    };
    let all_warnings = words.switches.contains("all-warnings");
    Ok(Command::Dump(Dump {
        what,
        descriptions: operands.map(PathBuf::from).collect(),
        operation: words.text("operation", &DUMP)?,
        show: if all_warnings { Show::All } else { Show::FirstWarnings },
    }))
}

fn help(operands: Vec<OsString>) -> Result<Command, UsageError> {
    HELP.at_most(1, &operands)?;
    let topic = match operands.first() {
        Some(name) => command_grammar(&name.to_string_lossy())?.topic,
        None => Topic::Program,
    };
    Ok(Command::Help(topic))
}

#[cfg(test)]
mod tests;

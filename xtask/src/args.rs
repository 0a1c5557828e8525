//! The command line, read into a [`Command`].

mod check;
mod grammar;
mod invocation;
mod package;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use lexopt::Parser;

use crate::findings::Show;
use crate::help::Topic;
use crate::usage::UsageError;
use grammar::{CODEGEN, CORPUS, DUMP, GENERATE, HELP, TOP, Words, command_grammar};
pub(crate) use invocation::{
    Checking, Codegen, Command, Compiler, Corpus, Dump, Format, Generate, Invocation, Mode,
    Outline, ReportForm,
};

/// The default of `--time-limit`, in seconds.
const TIME_LIMIT: u64 = 120;

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
            Topic::Codegen => codegen(&mut words, operands)?,
            Topic::Generate => generate(&mut words, operands)?,
            Topic::Check => check::check(&mut words, operands)?,
            Topic::Explain => check::explain(operands)?,
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

fn codegen(words: &mut Words, operands: Vec<OsString>) -> Result<Command, UsageError> {
    CODEGEN.at_most(0, &operands)?;
    let check = words.switches.contains("check");
    Ok(Command::Codegen(Codegen {
        mode: if check { Mode::Check } else { Mode::Write },
        force: words.switches.contains("force"),
        format: words.format(&CODEGEN)?,
    }))
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
    Ok(Command::Generate(Generate {
        descriptions: operands.into_iter().map(PathBuf::from).collect(),
        overlays: words.files("overlay"),
        output: output.into(),
        package: package::package(words)?,
        strict: words.switches.contains("strict"),
        within: words.values.remove("within").map(PathBuf::from),
        force: words.switches.contains("force"),
        own_workspace: words.switches.contains("own-workspace"),
        report: report_form(words)?,
    }))
}

fn report_form(words: &mut Words) -> Result<ReportForm, UsageError> {
    let all_warnings = words.switches.contains("all-warnings");
    let numbers = words.switches.contains("json");
    match words.format(&GENERATE)? {
        Format::Human if numbers && all_warnings => {
            Err(GENERATE.error("`--json` shows no warnings: leave out `--all-warnings`"))
        }
        Format::Human if numbers => Ok(ReportForm::Json),
        Format::Human if all_warnings => Ok(ReportForm::Text(Show::All)),
        Format::Human => Ok(ReportForm::Text(Show::FirstWarnings)),
        _ if numbers => {
            Err(GENERATE.error("`--json` prints numbers: leave out `--message-format`"))
        }
        format => Ok(ReportForm::Messages(format)),
    }
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
    let descriptions: Vec<PathBuf> = operands.map(PathBuf::from).collect();
    let overlays = words.files("overlay");
    if descriptions.is_empty() && !overlays.is_empty() {
        return Err(
            DUMP.error("an overlay without a description: those in api-spec/ have their own")
        );
    }
    let all_warnings = words.switches.contains("all-warnings");
    Ok(Command::Dump(Dump {
        what,
        descriptions,
        overlays,
        operation: words.text("operation", &DUMP)?,
        within: words.values.remove("within").map(PathBuf::from),
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

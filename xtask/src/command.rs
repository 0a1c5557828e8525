//! The commands, one function each.

use std::path::{Path, PathBuf};

use codegen::{Diagnostics, Output, Sources};

use crate::args::{Command, Dump, Generate, Invocation, Mode};
use crate::error::{Error, findings};
use crate::plan::Plan;
use crate::project::{self, Input};
use crate::timing::Stopwatch;
use crate::{diff, owned, report, terminal, write};

/// Does what the command line says.
pub(crate) fn run(Invocation { root, command }: Invocation) -> Result<(), Error> {
    match command {
        Command::Help(topic) => print(topic.text()),
        Command::Version => print(concat!("xtask ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Generate(arguments) => generate(arguments),
        Command::Codegen(mode) => codegen(&root_or_default(root)?, mode),
        Command::Dump { what, operation } => {
            dump(&root_or_default(root)?, what, operation.as_deref())
        }
    }
}

fn root_or_default(root: Option<PathBuf>) -> Result<PathBuf, Error> {
    root.map_or_else(project::find_root, Ok)
}

/// Regenerates the workspace's client, or checks that there is nothing to do.
fn codegen(root: &Path, mode: Mode) -> Result<(), Error> {
    let mut watch = Stopwatch::start("read");
    let output = produce(project::workspace(root)?, &mut watch)?;
    let folder = root.join(project::CLIENT);
    let plan = compare(output, &folder, &mut watch)?;
    match mode {
        Mode::Write => apply(&plan, &folder, project::CLIENT, watch),
        Mode::Check => check(&plan, watch),
    }
}

/// Generates a crate of its own.
fn generate(arguments: Generate) -> Result<(), Error> {
    let folder = arguments.output;
    owned::check_ours(&folder)?;
    let mut watch = Stopwatch::start("read");
    let output =
        produce(project::standalone(&arguments.descriptions, arguments.name)?, &mut watch)?;
    let plan = compare(output, &folder, &mut watch)?;
    apply(&plan, &folder, &folder.display().to_string(), watch)
}

/// Prints what a stage made of the workspace's descriptions.
fn dump(root: &Path, what: Dump, operation: Option<&str>) -> Result<(), Error> {
    let Input { project, sources, mut diagnostics } = project::workspace(root)?;
    let print_stage = match what {
        Dump::Spec => codegen::dump_spec,
        Dump::Ir => codegen::dump_ir,
    };
    let text = if diagnostics.has_errors() {
        None
    } else {
        print_stage(&project, &sources, &mut diagnostics, operation)
    };
    print(&accepted(text, &diagnostics, &sources)?)
}

/// Generates the files of a crate, and shows what was found on the way.
fn produce(input: Input, watch: &mut Stopwatch) -> Result<Output, Error> {
    let Input { project, sources, mut diagnostics } = input;
    let output = if diagnostics.has_errors() {
        None
    } else {
        codegen::generate(&project, &sources, &mut diagnostics, &mut |stage| {
            watch.begin(&stage.to_string());
        })
    };
    watch.make_room();
    accepted(output, &diagnostics, &sources)
}

/// Shows the diagnostics, and hands on what was made if none of them is an error.
fn accepted<T>(made: Option<T>, diagnostics: &Diagnostics, sources: &Sources) -> Result<T, Error> {
    let [errors, warnings] = [diagnostics.error_count(), diagnostics.warning_count()];
    if !diagnostics.is_empty() {
        terminal::message(&codegen::render(diagnostics, sources, terminal::stderr_style()));
    }
    let made = made.ok_or(Error::Description { errors, warnings })?;
    if warnings > 0 {
        terminal::warning(&findings(0, warnings));
    }
    Ok(made)
}

fn compare(output: Output, folder: &Path, watch: &mut Stopwatch) -> Result<Plan, Error> {
    watch.begin("compare");
    Plan::new(output.files, owned::read(folder)?)
}

fn apply(plan: &Plan, folder: &Path, name: &str, mut watch: Stopwatch) -> Result<(), Error> {
    watch.begin("write");
    write::apply(folder, plan)?;
    let timings = watch.stop();
    print(&format!("{}{timings}\n", report::summary(name, plan)))
}

fn check(plan: &Plan, watch: Stopwatch) -> Result<(), Error> {
    let timings = watch.stop();
    let summary = report::summary(project::CLIENT, plan);
    let diff = diff::unified(plan, terminal::stdout_style());
    print(&format!("{diff}{summary}{timings}\n"))?;
    if plan.is_up_to_date() {
        Ok(())
    } else {
        Err(Error::OutOfDate { folder: project::CLIENT, files: plan.changes.len() })
    }
}

fn print(text: &str) -> Result<(), Error> {
    terminal::print(text).map_err(Error::io("write to", Path::new("standard output")))
}

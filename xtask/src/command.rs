//! The commands, one function each.

use std::path::{Path, PathBuf};

use codegen::{Diagnostics, Output, Package, Sources, Strictness};

use crate::args::{Command, Dump, Generate, Invocation, Mode, Outline, ReportForm};
use crate::count::findings;
use crate::error::Error;
use crate::findings::{Show, show};
use crate::measured::Measured;
use crate::plan::Plan;
use crate::project::{self, Input};
use crate::terminal::{self, print};
use crate::timing::Stopwatch;
use crate::{corpus, diff, owned, report, write};

/// Runs the command.
pub(crate) fn run(Invocation { root, command }: Invocation) -> Result<(), Error> {
    match command {
        Command::Help(topic) => print(topic.text()),
        Command::Version => print(concat!("xtask ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Generate(arguments) => generate(arguments),
        Command::Codegen(mode) => codegen(&root_or_default(root)?, mode),
        Command::Dump(arguments) => dump(root, arguments),
        Command::Corpus(arguments) => corpus::run(&root_or_default(root)?, &arguments),
    }
}

fn root_or_default(root: Option<PathBuf>) -> Result<PathBuf, Error> {
    root.map_or_else(project::find_root, Ok)
}

/// Regenerates the workspace's client, or checks that there is nothing to do.
fn codegen(root: &Path, mode: Mode) -> Result<(), Error> {
    let mut watch = Stopwatch::start("read");
    let output = produce(project::workspace(root)?, Show::All, &mut watch)?;
    let folder = root.join(project::CLIENT);
    let plan = compare(output, &folder, &mut watch)?;
    match mode {
        Mode::Write => apply(&plan, &folder, project::CLIENT, watch),
        Mode::Check => check(&plan, watch),
    }
}

/// Generates a crate of its own.
fn generate(arguments: Generate) -> Result<(), Error> {
    let Generate { descriptions, output: folder, package, strict, report } = arguments;
    owned::check_ours(&folder, owned::MARK)?;
    let mut watch = Stopwatch::start("read");
    let strictness = if strict { Strictness::Strict } else { Strictness::Lenient };
    let input = project::standalone(&descriptions, package, strictness)?;
    let show = match report {
        ReportForm::Text(show) => show,
        ReportForm::Json => return generate_measured(input, &folder, watch),
    };
    let output = produce(input, show, &mut watch)?;
    let plan = compare(output, &folder, &mut watch)?;
    apply(&plan, &folder, &folder.display().to_string(), watch)
}

/// Generates a crate of its own, and prints numbers instead of words.
fn generate_measured(mut input: Input, folder: &Path, mut watch: Stopwatch) -> Result<(), Error> {
    let output = make(&mut input, &mut watch);
    let mut measured = Measured::new(&input, output.as_ref());
    let [errors, warnings] = counts(&input.diagnostics);
    let outcome = match output {
        Some(output) => {
            let plan = compare(output, folder, &mut watch)?;
            watch.begin("write");
            write::apply(folder, &plan)
        }
        None => Err(Error::Description { errors, warnings }),
    };
    measured.finish(watch.stop().stages());
    print(&format!("{}\n", measured.to_json()))?;
    outcome
}

/// Prints what a stage made of the descriptions: of the workspace's own if none are named.
fn dump(root: Option<PathBuf>, arguments: Dump) -> Result<(), Error> {
    let Dump { what, descriptions, operation, show } = arguments;
    let input = match descriptions.is_empty() {
        true => project::workspace(&root_or_default(root)?)?,
        false => project::standalone(&descriptions, Package::default(), Strictness::Lenient)?,
    };
    let Input { project, sources, mut diagnostics } = input;
    let print_stage = match what {
        Outline::Spec => codegen::dump_spec,
        Outline::Ir => codegen::dump_ir,
        Outline::Names => codegen::dump_names,
    };
    let text = print_stage(&project, &sources, &mut diagnostics, operation.as_deref());
    print(&accepted(text, &diagnostics, &sources, show)?)
}

/// Generates the files of a crate, and shows the findings.
fn produce(mut input: Input, show: Show, watch: &mut Stopwatch) -> Result<Output, Error> {
    let output = make(&mut input, watch);
    watch.make_room();
    accepted(output, &input.diagnostics, &input.sources, show)
}

/// Generates the files of a crate, unless there are errors.
fn make(input: &mut Input, watch: &mut Stopwatch) -> Option<Output> {
    let Input { project, sources, diagnostics } = input;
    codegen::generate(project, sources, diagnostics, &mut |stage| watch.begin(&stage.to_string()))
}

/// Shows the diagnostics, and returns what was made if none of them is an error.
fn accepted<T>(
    made: Option<T>,
    diagnostics: &Diagnostics,
    sources: &Sources,
    which: Show,
) -> Result<T, Error> {
    let [errors, warnings] = counts(diagnostics);
    show(diagnostics, sources, which);
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

/// The number of errors and of warnings.
fn counts(diagnostics: &Diagnostics) -> [usize; 2] {
    [diagnostics.error_count(), diagnostics.warning_count()]
}

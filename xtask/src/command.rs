//! The commands, one function each.

use std::path::{Path, PathBuf};

use codegen::{Diagnostics, Output, Package, Sources};

use crate::args::{
    Codegen, Command, Dump, Format, Generate, Invocation, Mode, Outline, ReportForm,
};
use crate::count::findings;
use crate::error::Error;
use crate::findings::{Show, counts};
use crate::measured::Measured;
use crate::messages::summarize;
use crate::plan::Plan;
use crate::project::{self, Input, Reading, root_or_default};
use crate::terminal::{self, print};
use crate::timing::Stopwatch;
use crate::writing::{Writing, sealed};
use crate::{around, check, corpus, diff, explain, messages, owned, report};

/// Runs the command.
pub(crate) fn run(Invocation { root, command }: Invocation) -> Result<(), Error> {
    match command {
        Command::Help(topic) => print(topic.text()),
        Command::Version => print(concat!("xtask ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Generate(arguments) => generate(arguments),
        Command::Codegen(arguments) => codegen(&root_or_default(root)?, arguments),
        Command::Check(arguments) => check::run(root, arguments),
        Command::Explain(code) => explain(code),
        Command::Dump(arguments) => dump(root, arguments),
        Command::Corpus(arguments) => corpus::run(&root_or_default(root)?, &arguments),
    }
}

/// Regenerates the workspace's client, or checks that there is nothing to do.
fn codegen(root: &Path, arguments: Codegen) -> Result<(), Error> {
    let Codegen { mode, force, format } = arguments;
    let folder = root.join(project::CLIENT);
    let writing = Writing { folder: &folder, name: project::CLIENT, force };
    if mode == Mode::Write {
        writing.clean()?;
    }
    let mut watch = Stopwatch::start("read");
    let output =
        produce(project::workspace(root, &Reading::default())?, format, Show::All, &mut watch)?;
    watch.begin("compare");
    if mode == Mode::Write {
        let (plan, timings) = writing.write(output, watch)?;
        return summarize(format, &format!("{}{timings}\n", report::summary(writing.name, &plan)));
    }
    let plan = Plan::new(sealed(output), owned::read(&folder)?)?;
    let timings = watch.stop();
    let summary = report::summary(project::CLIENT, &plan);
    let diff = diff::unified(&plan, terminal::stdout_style());
    summarize(format, &format!("{diff}{summary}{timings}\n"))?;
    if plan.is_up_to_date() {
        Ok(())
    } else {
        Err(Error::OutOfDate { folder: project::CLIENT, files: plan.changes.len() })
    }
}

/// Generates a crate of its own.
fn generate(arguments: Generate) -> Result<(), Error> {
    let Generate {
        descriptions,
        overlays,
        output,
        package,
        strict,
        within,
        force,
        own_workspace,
        report,
    } = arguments;
    let folder = around::resolve(&output);
    let name = output.display().to_string();
    let writing = Writing { folder: &folder, name: &name, force };
    owned::check_ours(&folder, owned::MARK)?;
    writing.clean()?;
    let mut watch = Stopwatch::start("read");
    let reading = Reading::new(strict, within, overlays);
    let input = project::standalone(&descriptions, package, &reading)?;
    let (format, show) = match report {
        ReportForm::Text(show) => (Format::Human, show),
        ReportForm::Messages(format) => (format, Show::All),
        ReportForm::Json => return generate_measured(input, &writing, own_workspace, watch),
    };
    let mut output = produce(input, format, show, &mut watch)?;
    if own_workspace {
        make_own_workspace(&mut output);
    }
    let (plan, timings) = writing.write(output, watch)?;
    summarize(format, &format!("{}{timings}\n", report::summary(&name, &plan)))?;
    if let Some(root) = around::foreign_workspace(&folder) {
        terminal::warning(&format!(
            "cargo refuses to build `{name}`, since it is inside the workspace `{}` and none of its \
             members: add it to `members` or `exclude` there, or give `--own-workspace`",
            root.display()
        ));
    }
    Ok(())
}

/// Generates a crate of its own, and prints numbers instead of words.
fn generate_measured(
    mut input: Input,
    writing: &Writing<'_>,
    own_workspace: bool,
    mut watch: Stopwatch,
) -> Result<(), Error> {
    let output = make(&mut input, &mut watch);
    let mut measured = Measured::new(&input, output.as_ref());
    let [errors, warnings] = counts(&input.diagnostics);
    let (outcome, timings) = match output {
        Some(mut output) => {
            if own_workspace {
                make_own_workspace(&mut output);
            }
            let (_, timings) = writing.write(output, watch)?;
            (Ok(()), timings)
        }
        None => (Err(Error::Description { errors, warnings }), watch.stop()),
    };
    measured.finish(timings.stages());
    print(&format!("{}\n", measured.to_json()))?;
    outcome
}

/// Lets the manifest say that the crate belongs to no other workspace.
fn make_own_workspace(output: &mut Output) {
    if let Some(manifest) = output.files.get_mut("Cargo.toml") {
        manifest.push_str("\n# The crate belongs to no workspace above it.\n[workspace]\n");
    }
}

/// Explains a code, or lists all codes.
fn explain(code: Option<String>) -> Result<(), Error> {
    let Some(code) = code else { return print(&explain::list()) };
    match explain::page(&code) {
        Ok(page) => print(&format!("{page}\n")),
        Err(guess) => Err(Error::UnknownCode { code, guess }),
    }
}

/// Prints what a stage made of the descriptions: of the workspace's own if none are named.
fn dump(root: Option<PathBuf>, arguments: Dump) -> Result<(), Error> {
    let Dump { what, descriptions, overlays, operation, within, show } = arguments;
    let reading = Reading::new(false, within, overlays);
    let input = match descriptions.is_empty() {
        true => project::workspace(&root_or_default(root)?, &reading)?,
        false => project::standalone(&descriptions, Package::default(), &reading)?,
    };
    let Input { project, sources, mut diagnostics } = input;
    let print_stage = match what {
        Outline::Spec => codegen::dump_spec,
        Outline::Ir => codegen::dump_ir,
        Outline::Names => codegen::dump_names,
    };
    let text = print_stage(&project, &sources, &mut diagnostics, operation.as_deref());
    print(&accepted(text, &diagnostics, &sources, Format::Human, show)?)
}

/// Generates the files of a crate, and shows the findings.
fn produce(
    mut input: Input,
    format: Format,
    show: Show,
    watch: &mut Stopwatch,
) -> Result<Output, Error> {
    let output = make(&mut input, watch);
    watch.make_room();
    accepted(output, &input.diagnostics, &input.sources, format, show)
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
    format: Format,
    which: Show,
) -> Result<T, Error> {
    let [errors, warnings] = counts(diagnostics);
    messages::report(format, which, diagnostics, sources)?;
    let made = made.ok_or(Error::Description { errors, warnings })?;
    if warnings > 0 {
        terminal::warning(&findings(0, warnings));
    }
    Ok(made)
}

//! Tries the generator on every description in a folder.
//!
//! ```text
//! folder     which descriptions there are       attempt   one process for each of them
//! workspace  the crates, as a cargo workspace   check     cargo check, and what it says
//! verdict    whether it is as it should be      report    all of it, in text and JSON
//! ```

mod attempt;
mod check;
mod folder;
mod report;
mod verdict;
mod workspace;

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::args::{self, Compiler};
use crate::error::Error;
use crate::terminal::{self, Progress};
use attempt::Attempt;
use folder::Description;
use report::{Report, Row};
use workspace::Workspace;

/// Generates a crate from every description, compiles them if asked to, and reports.
///
/// # Errors
///
/// If a description fell short, or a folder cannot be read or written.
pub(crate) fn run(root: &Path, arguments: &args::Corpus) -> Result<(), Error> {
    let all = folder::find(&arguments.folder)?;
    let chosen = folder::choose(&all, &arguments.only)?;
    let default = root.join("target").join("corpus");
    let workspace = Workspace::prepare(arguments.output.as_deref().unwrap_or(&default))?;
    let start = Instant::now();
    let attempts = attempt::all(&chosen, workspace.folder(), arguments.time_limit)?;
    let generated_in = start.elapsed();

    let members: Vec<&str> = chosen
        .iter()
        .zip(&attempts)
        .filter_map(|(description, attempt)| attempt.made().map(|_| description.name.as_str()))
        .collect();
    let untried = all.iter().filter(|it| !chosen.contains(it)).map(|it| it.name.as_str());
    workspace.finish(&members, untried, &root.join("Cargo.lock"))?;
    let check = match arguments.check {
        Some(compiler) => Some(compile(compiler, &workspace, &chosen, &attempts)?),
        None => None,
    };

    let row = |(description, attempt): (&Description, Attempt)| {
        let checked = check.as_ref().and_then(|check| check.crates.get(&description.name).cloned());
        Row::new(description.clone(), attempt, checked)
    };
    let rows = chosen.into_iter().zip(attempts).map(row).collect();
    let report = Report { rows, generated_in, check };
    if let Some(path) = &arguments.json {
        let text = format!("{:#}\n", report.to_json());
        fs::write(path, text).map_err(Error::io("write", path))?;
    }
    terminal::print(&report.to_text())?;
    match report.short() {
        0 => Ok(()),
        short => Err(Error::FellShort { short, of: report.rows.len() }),
    }
}

fn compile(
    compiler: Compiler,
    workspace: &Workspace,
    chosen: &[&Description],
    attempts: &[Attempt],
) -> Result<check::Check, Error> {
    let mut progress = Progress::new();
    progress.show("check");
    let crates = chosen
        .iter()
        .zip(attempts)
        .filter_map(|(description, attempt)| Some((description.name.as_str(), attempt.made()?)));
    check::run(compiler, workspace.folder(), &crates.collect::<Vec<_>>())
}

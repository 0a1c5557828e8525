//! Writes a crate: all of a [`Plan`] or none of it.
//!
//! New texts are first written to a folder in the crate's folder, so that putting one in place is a
//! rename within a file system. Files of the crate are touched only when all new texts are there.
//! If a step fails, the steps before it are undone. A run that is killed leaves each file old or
//! new, never half written, and the next run finishes the work.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::journal::Journal;
use crate::owned::{Entry, STAGING};
use crate::plan::{Action, Plan};

/// Carries out `plan` on the crate in `folder`, which need not exist.
///
/// # Errors
///
/// If a step failed. The error says whether the steps before it were undone.
pub(crate) fn apply(folder: &Path, plan: &Plan) -> Result<(), Error> {
    if plan.is_up_to_date() && plan.stale_folders.is_empty() {
        return Ok(());
    }
    let staging = folder.join(STAGING);
    let mut journal = Journal::default();
    let Err(cause) = change(folder, &staging, plan, &mut journal) else {
        return fs::remove_dir_all(&staging).map_err(Error::io("remove", &staging));
    };
    let cause = Box::new(cause);
    Err(match journal.undo() {
        Ok(()) => Error::Undone(cause),
        Err(undo) => {
            Error::NotUndone { cause, undo: Box::new(undo), aside: staging.display().to_string() }
        }
    })
}

fn change(folder: &Path, staging: &Path, plan: &Plan, journal: &mut Journal) -> Result<(), Error> {
    journal.make_folder(folder)?;
    journal.make_staging(staging)?;
    stage(staging, plan)?;
    clear(folder, staging, plan, journal)?;
    fill(folder, staging, plan, journal)
}

fn new_file(staging: &Path, index: usize) -> PathBuf {
    staging.join(format!("{index}.new"))
}

fn old_file(staging: &Path, index: usize) -> PathBuf {
    staging.join(format!("{index}.old"))
}

/// Writes the new texts beside the crate.
fn stage(staging: &Path, plan: &Plan) -> Result<(), Error> {
    for (index, change) in plan.changes.iter().enumerate() {
        if let Some(text) = change.action.new_text() {
            let path = new_file(staging, index);
            fs::write(&path, text).map_err(Error::io("write", &path))?;
        }
    }
    Ok(())
}

/// Removes everything that is not wanted, or would be in the way.
fn clear(folder: &Path, staging: &Path, plan: &Plan, journal: &mut Journal) -> Result<(), Error> {
    for (index, change) in plan.changes.iter().enumerate() {
        if let Action::Remove { .. } | Action::Change { old: Entry::Other, .. } = change.action {
            journal.set_aside(&folder.join(&change.path), &old_file(staging, index))?;
        }
    }
    for path in &plan.stale_folders {
        journal.remove_folder(&folder.join(path))?;
    }
    Ok(())
}

/// Puts the new texts in place. `Cargo.toml` is the first, so that a new crate is recognised as
/// generated even if the run is killed.
fn fill(folder: &Path, staging: &Path, plan: &Plan, journal: &mut Journal) -> Result<(), Error> {
    for (index, change) in plan.changes.iter().enumerate() {
        let target = folder.join(&change.path);
        let new = new_file(staging, index);
        match change.action {
            Action::Remove { .. } => {}
            Action::Change { old: Entry::File(_), .. } => {
                journal.replace(&new, &target, &old_file(staging, index))?;
            }
            Action::Add { .. } | Action::Change { old: Entry::Other, .. } => {
                if let Some(parent) = target.parent() {
                    journal.make_folder(parent)?;
                }
                journal.place(&new, &target)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

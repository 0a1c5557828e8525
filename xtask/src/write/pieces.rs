//! Puts the new `src` in place file by file, where a folder cannot be renamed. A run that is killed
//! meanwhile leaves each file old or new, and the next run finishes the work.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::journal::Journal;
use crate::owned::{Entry, SRC};
use crate::plan::{Action, Change, Plan};

/// Carries out the part of `plan` that concerns `src`, with the files prepared in `staging`.
pub(super) fn swap(
    folder: &Path,
    staging: &Path,
    plan: &Plan,
    journal: &mut Journal,
) -> Result<(), Error> {
    let changes: Vec<(usize, &Change)> =
        plan.changes.iter().enumerate().filter(|(_, it)| it.path.starts_with(SRC)).collect();
    // What is not wanted might be in the way.
    for &(index, change) in &changes {
        if let Action::Remove { .. } | Action::Change { old: Entry::Other, .. } = change.action {
            journal.set_aside(&folder.join(&change.path), &aside(staging, index))?;
        }
    }
    for path in &plan.stale_folders {
        journal.remove_folder(&folder.join(path))?;
    }
    for (index, change) in changes {
        let (new, target) = (staging.join(&change.path), folder.join(&change.path));
        match change.action {
            Action::Remove { .. } => {}
            Action::Change { old: Entry::File(_), .. } => {
                journal.replace(&new, &target, &aside(staging, index))?;
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

fn aside(staging: &Path, index: usize) -> PathBuf {
    staging.join(format!("{index}.old"))
}

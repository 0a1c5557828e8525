//! Writes a crate: all of a [`Plan`] or none of it.
//!
//! The new `src` is prepared as a whole in a folder of the crate: changed files are written, others
//! get a second name, so that their times stay. Then it changes places with the old one, in one step
//! where the system has such a step (`renameat2` of Linux, `renamex_np` of macOS). Hence a run that is
//! killed leaves all of the old `src` or all of the new one. So it is with `Cargo.toml` and `README.md`,
//! which are put in place just before. Nothing of the crate is touched until all is prepared, and a
//! step that fails undoes those before it.
//!
//! Elsewhere the old `src` is moved away and the new one to its place. A run that is killed in between
//! leaves no `src`, and [`recover`] brings it back. Where a folder cannot even be renamed, as in a
//! lower layer of an overlay, `pieces` puts file by file in place.

mod pieces;

use std::path::{Path, PathBuf};

use crate::disk;
use crate::error::Error;
use crate::journal::Journal;
use crate::owned::{Entry, SRC, STAGING};
use crate::plan::{Action, Change, Plan};

/// Where the old `src` is in the staging folder, if it was moved there.
const OLD_SRC: &str = "src.old";

/// Puts right what a run that was killed has left in `folder`. The caller holds the lock.
///
/// # Errors
///
/// If a folder cannot be moved or removed.
pub(crate) fn recover(folder: &Path) -> Result<(), Error> {
    let staging = folder.join(STAGING);
    let (src, old) = (folder.join(SRC), staging.join(OLD_SRC));
    if old.symlink_metadata().is_ok() && src.symlink_metadata().is_err() {
        disk::rename(&old, &src).map_err(Error::io("restore", &src))?;
    }
    disk::remove_tree(&staging).map_err(Error::io("remove", &staging))
}

/// Carries out `plan` on the crate in `folder`. The caller holds the lock, and has called
/// [`recover`].
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
        return disk::remove_tree(&staging).map_err(Error::io("remove", &staging));
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
    let (inside, outside): (Vec<&Change>, Vec<&Change>) =
        plan.changes.iter().partition(|change| change.path.starts_with(SRC));
    let swaps = !inside.is_empty() || !plan.stale_folders.is_empty();
    for change in &outside {
        stage(staging, change)?;
    }
    if swaps {
        stage_src(folder, staging, plan, &inside)?;
    }
    // `Cargo.toml` is the first, so that a new crate is recognised as generated even if the run is
    // killed.
    for change in outside {
        put(folder, staging, change, journal)?;
    }
    if swaps { swap(folder, staging, plan, journal) } else { Ok(()) }
}

/// Writes a new text beside the crate.
fn stage(staging: &Path, change: &Change) -> Result<(), Error> {
    let Some(text) = change.action.new_text() else { return Ok(()) };
    let path = staging.join(&change.path);
    disk::write(&path, text).map_err(Error::io("write", &path))
}

/// Makes the new `src` beside the crate.
fn stage_src(folder: &Path, staging: &Path, plan: &Plan, changes: &[&Change]) -> Result<(), Error> {
    let mut made = Journal::default();
    let new = changes.iter().filter(|change| change.action.new_text().is_some());
    let kept = plan.unchanged.iter().filter(|path| path.starts_with(SRC));
    for path in new.clone().map(|change| &change.path).chain(kept.clone()) {
        if let Some(parent) = staging.join(path).parent() {
            made.make_folder(parent)?;
        }
    }
    for change in new {
        stage(staging, change)?;
    }
    for path in kept {
        let from = folder.join(path);
        disk::link(&from, &staging.join(path)).map_err(Error::io("copy", &from))?;
    }
    Ok(())
}

/// Where the old version of a file outside of `src` is kept, in case that the run fails.
fn aside(staging: &Path, change: &Change) -> PathBuf {
    staging.join(&change.path).with_extension("old")
}

/// Puts a file outside of `src` in its place, or removes it.
fn put(folder: &Path, staging: &Path, change: &Change, journal: &mut Journal) -> Result<(), Error> {
    let (new, target) = (staging.join(&change.path), folder.join(&change.path));
    let aside = aside(staging, change);
    match &change.action {
        Action::Remove { .. } => journal.set_aside(&target, &aside),
        Action::Add { .. } => journal.place(&new, &target),
        Action::Change { old: Entry::File(_), .. } => match journal.exchange(&new, &target)? {
            true => Ok(()),
            false => journal.replace(&new, &target, &aside),
        },
        Action::Change { old: Entry::Other, .. } => {
            journal.set_aside(&target, &aside)?;
            journal.place(&new, &target)
        }
    }
}

/// Puts the new `src` in the place of the old one.
fn swap(folder: &Path, staging: &Path, plan: &Plan, journal: &mut Journal) -> Result<(), Error> {
    let (new, target, old) = (staging.join(SRC), folder.join(SRC), staging.join(OLD_SRC));
    let is_wanted = new.is_dir();
    match (plan.has_src, is_wanted) {
        (false, true) => journal.place(&new, &target),
        (false, false) => Ok(()),
        (true, false) => journal.set_aside(&target, &old),
        (true, true) => {
            if journal.exchange(&new, &target)? {
                return Ok(());
            }
            match journal.set_aside(&target, &old) {
                Ok(()) => journal.place(&new, &target),
                Err(error) if error.crosses_devices() => {
                    pieces::swap(folder, staging, plan, journal)
                }
                Err(error) => Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests;

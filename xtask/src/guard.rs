//! What a run would lose of the work of others: files in `src` that the generator did not write, and
//! edits of `Cargo.toml` and `README.md`.

use std::fmt::Write;

use similar::ChangeTag;

use crate::diff;
use crate::error::Error;
use crate::owned::Entry;
use crate::plan::{Action, Change, Plan};
use crate::seal::{self, Seal};

/// How the files that the generator writes below `src` begin.
const HEAD: &[u8] = b"// @generated";

/// How many files and how many of their lines are shown.
const SHOWN: usize = 20;

/// Refuses a plan that would lose the work of others.
///
/// # Errors
///
/// If there is such work. The error says what it is.
pub(crate) fn check(name: &str, plan: &Plan) -> Result<(), Error> {
    let losses: Vec<String> = plan.changes.iter().filter_map(loss).collect();
    if losses.is_empty() {
        return Ok(());
    }
    let mut list: String = losses.iter().take(SHOWN).map(String::as_str).collect();
    if losses.len() > SHOWN {
        // Writing to a string does not fail.
        let _ = writeln!(list, "  ... and {} more", losses.len() - SHOWN);
    }
    Err(Error::WouldLose { folder: name.to_owned(), list })
}

/// What a change loses: a line for the file, and perhaps lines of it.
fn loss(change: &Change) -> Option<String> {
    let old = match &change.action {
        Action::Add { .. } => return None,
        Action::Change { old, .. } | Action::Remove { old } => old,
    };
    let path = change.shown_path();
    let text = match old {
        Entry::Other => return Some(format!("  {path}: neither a file nor a folder\n")),
        Entry::File(text) => text,
    };
    if !seal::is_sealed(&change.path) {
        let is_junk = path.ends_with("/.DS_Store");
        let is_ours = text.starts_with(HEAD) || is_junk;
        return (!is_ours).then(|| format!("  {path}: not generated, it has no `@generated`\n"));
    }
    let why = match seal::check(&String::from_utf8_lossy(text)) {
        Seal::Intact => return None,
        Seal::Broken => "edited since it was generated",
        Seal::Missing => "has no checksum: it is of an earlier version, or somebody removed it",
    };
    Some(format!("  {path}: {why}\n{}", lines_lost(&change.action)))
}

/// The lines that are in the old text alone.
fn lines_lost(action: &Action) -> String {
    let old = action.old_text();
    let new = action.new_text().unwrap_or_default();
    let diff = diff::lines(&old, new);
    let lost = diff.iter_all_changes().filter(|line| line.tag() == ChangeTag::Delete);
    let lost = lost.map(|line| line.value().trim_end().to_owned());
    let lost: Vec<String> = lost
        .filter(|line| !line.is_empty() && !seal::is_seal(line))
        .map(|line| format!("    -{line}\n"))
        .collect();
    let more = match lost.len() {
        count if count > SHOWN => format!("    ... and {} more lines\n", count - SHOWN),
        _ => String::new(),
    };
    lost.into_iter().take(SHOWN).chain([more]).collect()
}

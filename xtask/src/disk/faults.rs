//! Makes changes on disk fail, for tests.

use std::cell::Cell;
use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::Path;

/// What happens in place of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// It is an error. The changes after it are made.
    Fails,
    /// The process dies: nothing runs after it.
    Dies,
}

/// What the disk can do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Disk {
    /// All of it.
    #[default]
    Whole,
    /// Paths do not change places.
    WithoutExchange,
    /// Nor are folders renamed, as on an overlay.
    WithoutFolders,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Never,
    After(usize, End),
    Happened,
}

thread_local! {
    static FAULT: Cell<Fault> = const { Cell::new(Fault::Never) };
    static DISK: Cell<Disk> = const { Cell::new(Disk::Whole) };
}

/// Runs `change` on this disk, with an end after so many changes. Returns what it returned, unless
/// the process died, and whether the end was reached.
pub(crate) fn run<T>(
    disk: Disk,
    after: usize,
    end: End,
    change: impl FnOnce() -> T,
) -> (Option<T>, bool) {
    DISK.set(disk);
    FAULT.set(Fault::After(after, end));
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(change));
    DISK.set(Disk::Whole);
    let happened = FAULT.replace(Fault::Never) == Fault::Happened;
    match outcome {
        Ok(outcome) => (Some(outcome), happened),
        Err(panic) if panic.is::<Killed>() => (None, happened),
        Err(panic) => resume_unwind(panic),
    }
}

struct Killed;

/// Whether the change that comes now is the one that is not made.
fn is_due() -> Option<End> {
    match FAULT.get() {
        Fault::After(0, end) => {
            FAULT.set(Fault::Happened);
            Some(end)
        }
        Fault::After(left, end) => {
            FAULT.set(Fault::After(left - 1, end));
            None
        }
        Fault::Never | Fault::Happened => None,
    }
}

fn end(end: End) -> io::Result<()> {
    match end {
        End::Fails => Err(io::Error::other("the disk is at fault")),
        // No message of a panic is printed.
        End::Dies => resume_unwind(Box::new(Killed)),
    }
}

pub(super) fn step() -> io::Result<()> {
    is_due().map_or(Ok(()), end)
}

/// A file that is not written is written by half.
pub(super) fn before_writing(path: &Path, text: &str) -> io::Result<()> {
    is_due().map_or(Ok(()), |due| {
        fs::write(path, &text.as_bytes()[..text.len() / 2])?;
        end(due)
    })
}

pub(super) fn before_renaming(from: &Path) -> io::Result<()> {
    match DISK.get() {
        Disk::WithoutFolders if from.is_dir() => Err(io::ErrorKind::CrossesDevices.into()),
        _ => Ok(()),
    }
}

pub(super) fn can_exchange() -> bool {
    DISK.get() == Disk::Whole
}

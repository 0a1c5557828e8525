//! The changes that a run makes on disk, one function each.
//!
//! In unit tests, the n-th change of a thread can be made to fail, or to be where the process dies:
//! the tests of [`write`](crate::write) try every n.

use std::fs;
use std::io;
use std::path::Path;

/// Writes a file that is not there yet.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    #[cfg(test)]
    faults::before_writing(path, text)?;
    fs::write(path, text)
}

/// Makes a folder.
pub(crate) fn create_dir(path: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir(path)
}

/// Removes an empty folder.
pub(crate) fn remove_dir(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_dir(path)
}

/// Removes a file.
pub(crate) fn remove_file(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_file(path)
}

/// Removes a folder with everything in it, a file at a time; nothing happens if it is not there.
pub(crate) fn remove_tree(path: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            true => remove_tree(&entry.path())?,
            false => remove_file(&entry.path())?,
        }
    }
    remove_dir(path)
}

/// Moves what is at `from` to `to`.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    #[cfg(test)]
    faults::before_renaming(from)?;
    fs::rename(from, to)
}

/// Copies a file, with the time of its last change.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    // Only a build that does too much depends on the time.
    let _ = fs::File::options().append(true).open(to).map(|file| file.set_modified(modified));
    Ok(())
}

/// Gives a file a second name, or copies it where files have only one.
pub(crate) fn link(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::hard_link(from, to).or_else(|_| copy(from, to))
}

/// Lets two paths change places in one step. Returns `false` where the system or the file system
/// has no such step.
pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    step()?;
    #[cfg(test)]
    if !faults::can_exchange() {
        return Ok(false);
    }
    system::exchange(a, b)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod system {
    use std::io;
    use std::path::Path;

    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
        match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP | Errno::XDEV) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    use std::io;
    use std::path::Path;

    pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
        Ok(false)
    }
}

#[cfg(not(test))]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use faults::step;

#[cfg(test)]
pub(crate) mod faults;

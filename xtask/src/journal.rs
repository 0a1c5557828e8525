//! Changes to a folder that can be undone.

use std::io;
use std::path::{Path, PathBuf};

use crate::disk;
use crate::error::Error;

/// Makes changes, and remembers how to undo them.
///
/// Undoing a step is a rename or a removal, so it needs no space on disk.
#[derive(Default)]
pub(crate) struct Journal(Vec<Step>);

enum Step {
    /// An empty folder was made.
    MadeFolder(PathBuf),
    /// An empty folder was removed.
    RemovedFolder(PathBuf),
    /// A folder was made to prepare files in, and to set old ones aside.
    MadeStaging(PathBuf),
    /// What was at `target` is now at `aside`.
    SetAside { target: PathBuf, aside: PathBuf },
    /// Something was moved from `new` to `target`, where there was nothing.
    Placed { new: PathBuf, target: PathBuf },
    /// What was at `target` is now at `new`, and the other way round.
    Exchanged { new: PathBuf, target: PathBuf },
}

impl Journal {
    /// Makes `folder` and the folders above it that are missing.
    pub(crate) fn make_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let is_missing = |path: &&Path| !path.as_os_str().is_empty() && !path.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
        for path in missing.into_iter().rev() {
            disk::create_dir(path).map_err(Error::io("make", path))?;
            self.0.push(Step::MadeFolder(path.to_path_buf()));
        }
        Ok(())
    }

    /// Makes the folder to prepare files in.
    pub(crate) fn make_staging(&mut self, folder: &Path) -> Result<(), Error> {
        disk::create_dir(folder).map_err(Error::io("make", folder))?;
        self.0.push(Step::MadeStaging(folder.to_path_buf()));
        Ok(())
    }

    /// Removes an empty folder.
    pub(crate) fn remove_folder(&mut self, folder: &Path) -> Result<(), Error> {
        disk::remove_dir(folder).map_err(Error::io("remove", folder))?;
        self.0.push(Step::RemovedFolder(folder.to_path_buf()));
        Ok(())
    }

    /// Moves `target` away, to `aside`.
    pub(crate) fn set_aside(&mut self, target: &Path, aside: &Path) -> Result<(), Error> {
        disk::rename(target, aside).map_err(Error::io("remove", target))?;
        self.0.push(Step::SetAside { target: target.to_path_buf(), aside: aside.to_path_buf() });
        Ok(())
    }

    /// Puts `new` at `target`, where there is nothing.
    pub(crate) fn place(&mut self, new: &Path, target: &Path) -> Result<(), Error> {
        disk::rename(new, target).map_err(Error::io("write", target))?;
        self.0.push(Step::Placed { new: new.to_path_buf(), target: target.to_path_buf() });
        Ok(())
    }

    /// Lets `new` and `target` change places in one step. Returns `false` where that cannot be done.
    pub(crate) fn exchange(&mut self, new: &Path, target: &Path) -> Result<bool, Error> {
        let can = disk::exchange(new, target).map_err(Error::io("write", target))?;
        if can {
            self.0.push(Step::Exchanged { new: new.to_path_buf(), target: target.to_path_buf() });
        }
        Ok(can)
    }

    /// Copies the file `target` to `aside`, and puts the file `new` in its place. At every moment
    /// one of the two is at `target`.
    pub(crate) fn replace(&mut self, new: &Path, target: &Path, aside: &Path) -> Result<(), Error> {
        disk::copy(target, aside).map_err(Error::io("copy", target))?;
        disk::rename(new, target).map_err(Error::io("write", target))?;
        self.0.push(Step::SetAside { target: target.to_path_buf(), aside: aside.to_path_buf() });
        Ok(())
    }

    /// Undoes all changes, the last one first.
    ///
    /// # Errors
    ///
    /// The first step that cannot be undone. The steps before it are still undone, but the files
    /// that were set aside stay where they are.
    pub(crate) fn undo(self) -> Result<(), Error> {
        let mut outcome = Ok(());
        for step in self.0.into_iter().rev() {
            if outcome.is_err() && matches!(step, Step::MadeStaging(_)) {
                continue;
            }
            outcome = outcome.and(step.undo());
        }
        outcome
    }
}

impl Step {
    fn undo(self) -> Result<(), Error> {
        match self {
            Self::MadeFolder(path) => disk::remove_dir(&path).map_err(Error::io("remove", &path)),
            Self::RemovedFolder(path) => disk::create_dir(&path).map_err(Error::io("make", &path)),
            Self::MadeStaging(path) => disk::remove_tree(&path).map_err(Error::io("remove", &path)),
            Self::SetAside { target, aside } => {
                disk::rename(&aside, &target).map_err(Error::io("restore", &target))
            }
            Self::Placed { new, target } => {
                disk::rename(&target, &new).map_err(Error::io("remove", &target))
            }
            Self::Exchanged { new, target } => match disk::exchange(&new, &target) {
                Ok(true) => Ok(()),
                Ok(false) => Err(Error::io("restore", &target)(io::ErrorKind::Unsupported.into())),
                Err(error) => Err(Error::io("restore", &target)(error)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn every_step_is_taken_back() {
        let scratch = Scratch::new("journal-undo");
        scratch.write("changed", "old");
        scratch.write("removed", "old");
        std::fs::create_dir(scratch.path().join("empty")).unwrap();
        let before = scratch.tree();
        let at = |name: &str| scratch.path().join(name);

        let mut journal = Journal::default();
        journal.make_staging(&at("staging")).unwrap();
        scratch.write("staging/1", "new");
        scratch.write("staging/2", "new");
        journal.set_aside(&at("removed"), &at("staging/3")).unwrap();
        journal.remove_folder(&at("empty")).unwrap();
        journal.make_folder(&at("a/b")).unwrap();
        journal.place(&at("staging/1"), &at("a/b/added")).unwrap();
        journal.replace(&at("staging/2"), &at("changed"), &at("staging/4")).unwrap();
        assert_eq!(scratch.read("changed"), "new");
        if cfg!(target_os = "linux") {
            scratch.write("staging/folder/5", "new");
            assert!(journal.exchange(&at("staging/folder"), &at("changed")).unwrap());
            assert_eq!(scratch.read("changed/5"), "new");
        }
        assert_ne!(scratch.tree(), before);

        journal.undo().unwrap();
        assert_eq!(scratch.tree(), before);
    }

    #[test]
    fn what_was_set_aside_outlives_a_failed_undo() {
        let scratch = Scratch::new("journal-failed-undo");
        scratch.write("a", "1");
        scratch.write("b", "2");
        let at = |name: &str| scratch.path().join(name);

        let mut journal = Journal::default();
        journal.make_staging(&at("staging")).unwrap();
        journal.set_aside(&at("a"), &at("staging/a")).unwrap();
        journal.set_aside(&at("b"), &at("staging/b")).unwrap();
        scratch.write("b/in the way", "");

        let error = journal.undo().unwrap_err();
        assert!(matches!(error, Error::Io { action: "restore", path, .. } if path.ends_with("b")));
        assert_eq!(scratch.read("a"), "1");
        assert_eq!(scratch.read("staging/b"), "2");
    }
}

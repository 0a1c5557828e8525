//! One run at a time in the folder of a crate.
//!
//! The lock is the operating system's, on the folder itself: nothing is left behind, and the lock of
//! a run that was killed is gone with it. Where a folder cannot be locked (on Windows, and on some
//! network file systems) a file in it is, and stays there.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::disk;
use crate::error::Error;
use crate::terminal;

/// The file that is locked where the folder cannot be.
pub(crate) const LOCK: &str = ".xtask-lock";

/// The right to change a crate. Others wait until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    /// Keeps the lock while it is open.
    _file: File,
    /// The folders that were made for it, parents first.
    made: Vec<PathBuf>,
}

impl Lock {
    /// Waits for the right to change the crate in `folder`, which is made if it is absent.
    ///
    /// # Errors
    ///
    /// If the folder cannot be made or locked.
    pub(crate) fn take(folder: &Path) -> Result<Self, Error> {
        loop {
            let made = make(folder)?;
            let file = lock(folder).map_err(Error::io("lock", folder))?;
            let lock = Self { _file: file, made };
            // A run that failed may have removed the folder while this one waited for it.
            if lock.holds(folder) {
                return Ok(lock);
            }
        }
    }

    #[cfg(unix)]
    fn holds(&self, folder: &Path) -> bool {
        use std::os::unix::fs::MetadataExt;
        let id = |file: std::fs::Metadata| (file.dev(), file.ino());
        let held = self._file.metadata().map(id).ok();
        let is = |path: &Path| std::fs::metadata(path).map(id).ok() == held;
        held.is_some() && (is(folder) || is(&folder.join(LOCK)))
    }

    #[cfg(not(unix))]
    fn holds(&self, folder: &Path) -> bool {
        folder.is_dir()
    }
}

impl Drop for Lock {
    /// Removes the folders that it made and that nothing was written to.
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // A folder with something in it stays.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// Makes `folder` and the folders above it that are missing, and returns those.
fn make(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_missing = |path: &&Path| !path.as_os_str().is_empty() && !path.is_dir();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    let mut made = Vec::new();
    for path in missing.into_iter().rev() {
        match disk::create_dir(path) {
            Ok(()) => made.push(path.to_path_buf()),
            // Another run was faster.
            Err(_) if path.is_dir() => {}
            Err(error) => return Err(Error::io("make", path)(error)),
        }
    }
    Ok(made)
}

fn lock(folder: &Path) -> io::Result<File> {
    if cfg!(unix) {
        let file = File::open(folder)?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => return wait(file, folder),
            // It cannot be locked: the file in it may be.
            Err(TryLockError::Error(_)) => {}
        }
    }
    let file = File::options().create(true).append(true).open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => wait(file, folder),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn wait(file: File, folder: &Path) -> io::Result<File> {
    let folder = folder.display();
    terminal::message(&format!("another run writes to `{folder}`: waiting until it ends\n"));
    file.lock()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn others_wait() {
        let scratch = Scratch::new("lock-wait");
        let folder = scratch.path().join("a/b");
        let first = Lock::take(&folder).unwrap();
        let (sender, receiver) = mpsc::channel();
        let other = folder.clone();
        let second = thread::spawn(move || {
            let lock = Lock::take(&other).unwrap();
            sender.send(()).unwrap();
            lock
        });
        receiver.recv_timeout(Duration::from_millis(50)).unwrap_err();
        // The folder goes with the first lock, since nothing was written to it; the second makes
        // it again.
        drop(first);
        receiver.recv_timeout(Duration::from_secs(60)).unwrap();
        assert!(folder.is_dir());
        drop(second.join().unwrap());
        assert_eq!(scratch.tree(), []);
    }

    #[test]
    fn a_folder_with_something_in_it_stays() {
        let scratch = Scratch::new("lock-stays");
        let lock = Lock::take(&scratch.path().join("a/b")).unwrap();
        scratch.write("a/b/c", "");
        drop(lock);
        assert_eq!(scratch.read("a/b/c"), "");
    }
}

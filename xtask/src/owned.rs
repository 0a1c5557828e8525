//! The files of a crate that the generator owns: `Cargo.toml`, `README.md` and everything below
//! `src`. Nothing else in the crate's folder is read or written.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::error::Error;
use crate::lock::LOCK;

/// How the manifest of a generated crate begins.
pub(crate) const MARK: &str = "# @generated";

/// The folder of the sources, all of which are generated.
pub(crate) const SRC: &str = "src";

/// The folder in the crate's folder in which a run prepares its files. It exists during a run, and
/// after a run that was killed.
pub(crate) const STAGING: &str = ".xtask-staging";

/// What is at a path of the owned set.
#[derive(Debug, PartialEq)]
pub(crate) enum Entry {
    /// A file, with what is in it.
    File(Vec<u8>),
    /// A symbolic link, a socket or the like: never followed, never read.
    Other,
}

/// The owned set on disk. Paths are relative to the crate's folder.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Everything that is not a folder.
    pub(crate) entries: BTreeMap<PathBuf, Entry>,
    /// The folders: `src` and those below it.
    pub(crate) folders: BTreeSet<PathBuf>,
}

/// Whether the generator owns a file at this relative path.
pub(crate) fn owns(path: &Path) -> bool {
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let below_src = path.starts_with("src") && path != Path::new("src");
    plain && (below_src || path == Path::new("Cargo.toml") || path == Path::new("README.md"))
}

/// Reads the owned set of the crate in `folder`, which need not exist.
///
/// # Errors
///
/// If a file or folder cannot be read.
pub(crate) fn read(folder: &Path) -> Result<Found, Error> {
    let mut found = Found::default();
    for name in ["Cargo.toml", "README.md", "src"] {
        visit(folder, PathBuf::from(name), &mut found)?;
    }
    // A folder at the place of one of the two files is not the generator's.
    found.folders.retain(|path| path.starts_with("src"));
    Ok(found)
}

fn visit(root: &Path, relative: PathBuf, found: &mut Found) -> Result<(), Error> {
    let path = root.join(&relative);
    let kind = match fs::symlink_metadata(&path) {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("read", &path)(error)),
    };
    if kind.is_file() {
        let content = fs::read(&path).map_err(Error::io("read", &path))?;
        found.entries.insert(relative, Entry::File(content));
    } else if !kind.is_dir() {
        found.entries.insert(relative, Entry::Other);
    } else {
        if relative.starts_with("src") {
            for entry in fs::read_dir(&path).map_err(Error::io("read", &path))? {
                let name = entry.map_err(Error::io("read", &path))?.file_name();
                visit(root, relative.join(name), found)?;
            }
        }
        found.folders.insert(relative);
    }
    Ok(())
}

/// Checks that `folder` may be written to: it is absent, empty, or has a manifest that begins with
/// `mark`.
///
/// # Errors
///
/// If it is something else, or cannot be read.
pub(crate) fn check_ours(folder: &Path, mark: &str) -> Result<(), Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("write to", folder)(error)),
    };
    let mut foreign = false;
    for entry in entries {
        let name = entry.map_err(Error::io("read", folder))?.file_name();
        foreign |= ![STAGING, LOCK].map(OsStr::new).contains(&name.as_os_str());
    }
    if foreign && !is_marked(folder, mark) {
        return Err(Error::NotOurs(folder.display().to_string()));
    }
    Ok(())
}

/// Whether the manifest in `folder` begins with `mark`.
pub(crate) fn is_marked(folder: &Path, mark: &str) -> bool {
    fs::read(folder.join("Cargo.toml")).is_ok_and(|text| text.starts_with(mark.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_set_is_closed() {
        for path in ["Cargo.toml", "README.md", "src/lib.rs", "src/bcc/types/image.rs"] {
            assert!(owns(Path::new(path)), "{path}");
        }
        for path in ["src", "build.rs", "tests/x.rs", "src/../x.rs", "../src/x.rs", "/src/x.rs", ""]
        {
            assert!(!owns(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn only_the_owned_set_is_read() {
        let scratch = Scratch::new("owned-set");
        scratch.write("Cargo.toml", "a");
        scratch.write("src/a/b.rs", "b");
        scratch.write("tests/t.rs", "t");
        scratch.write("README.md/not-ours", "c");
        let found = read(scratch.path()).unwrap();
        let entries: Vec<&Path> = found.entries.keys().map(PathBuf::as_path).collect();
        assert_eq!(entries, [Path::new("Cargo.toml"), Path::new("src/a/b.rs")]);
        let folders: Vec<&Path> = found.folders.iter().map(PathBuf::as_path).collect();
        assert_eq!(folders, [Path::new("src"), Path::new("src/a")]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let scratch = Scratch::new("owned-links");
        scratch.write("outside/x.rs", "x");
        scratch.write("crate/src/lib.rs", "l");
        std::os::unix::fs::symlink("../../outside", scratch.path().join("crate/src/link")).unwrap();
        let found = read(&scratch.path().join("crate")).unwrap();
        assert_eq!(found.entries.get(Path::new("src/link")), Some(&Entry::Other));
        assert_eq!(found.entries.len(), 2);
    }

    #[test]
    fn a_folder_is_ours_if_absent_or_empty_or_marked() {
        let scratch = Scratch::new("owned-mark");
        let folder = scratch.path().join("crate");
        check_ours(&folder, MARK).unwrap();
        scratch.write("crate/.xtask-staging/0.new", "left by a run that was killed");
        check_ours(&folder, MARK).unwrap();
        scratch.write("crate/notes.txt", "mine");
        assert!(matches!(check_ours(&folder, MARK), Err(Error::NotOurs(_))));
        scratch.write("crate/Cargo.toml", "[package]");
        assert!(matches!(check_ours(&folder, MARK), Err(Error::NotOurs(_))));
        scratch.write("crate/Cargo.toml", "# @generated by codegen\n[package]");
        check_ours(&folder, MARK).unwrap();
        assert!(matches!(check_ours(&folder.join("notes.txt"), MARK), Err(Error::Io { .. })));
    }
}

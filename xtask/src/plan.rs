//! Compares the wanted files with those on disk.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::owned::{self, Entry, Found};

/// The difference between a crate as it is and as it should be.
#[derive(Debug)]
pub(crate) struct Plan {
    /// By path.
    pub(crate) changes: Vec<Change>,
    /// The files that are as they should be, by path.
    pub(crate) unchanged: Vec<PathBuf>,
    /// Folders that will be empty, children before parents.
    pub(crate) stale_folders: Vec<PathBuf>,
    /// Whether there is a folder `src`, or something else in its place.
    pub(crate) has_src: bool,
}

/// One file that differs.
#[derive(Debug)]
pub(crate) struct Change {
    /// Relative to the crate's folder.
    pub(crate) path: PathBuf,
    /// What to do about it.
    pub(crate) action: Action,
}

/// What to do about a file that differs.
#[derive(Debug)]
pub(crate) enum Action {
    /// Write a new file.
    Add { new: String },
    /// Write other text.
    Change { old: Entry, new: String },
    /// Remove a file.
    Remove { old: Entry },
}

impl Action {
    /// The old text; empty if there is no file.
    pub(crate) fn old_text(&self) -> Cow<'_, str> {
        match self {
            Self::Change { old: Entry::File(bytes), .. }
            | Self::Remove { old: Entry::File(bytes) } => String::from_utf8_lossy(bytes),
            _ => Cow::Borrowed(""),
        }
    }

    /// The new text, if there should be a file.
    pub(crate) fn new_text(&self) -> Option<&str> {
        match self {
            Self::Add { new } | Self::Change { new, .. } => Some(new),
            Self::Remove { .. } => None,
        }
    }
}

impl Change {
    /// The path with `/` between its parts, on every system.
    pub(crate) fn shown_path(&self) -> String {
        let parts: Vec<Cow<'_, str>> =
            self.path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

impl Plan {
    /// Compares `wanted`, whose paths are relative and separated by `/`, with what was found.
    ///
    /// # Errors
    ///
    /// If a wanted file is not in the owned set.
    pub(crate) fn new(wanted: BTreeMap<String, String>, found: Found) -> Result<Self, Error> {
        let Found { entries: mut old, folders } = found;
        let src = Path::new("src");
        let has_src = folders.contains(src) || old.contains_key(src);
        let mut plan =
            Self { changes: Vec::new(), unchanged: Vec::new(), stale_folders: Vec::new(), has_src };
        let mut kept_folders = BTreeSet::new();
        for (name, new) in wanted {
            let path: PathBuf = name.split('/').collect();
            if !owned::owns(&path) {
                return Err(Error::NotOwned(name));
            }
            kept_folders.extend(path.ancestors().skip(1).map(Path::to_path_buf));
            let action = match old.remove(&path) {
                Some(Entry::File(bytes)) if bytes == new.as_bytes() => {
                    plan.unchanged.push(path);
                    continue;
                }
                Some(old) => Action::Change { old, new },
                None => Action::Add { new },
            };
            plan.changes.push(Change { path, action });
        }
        let stale = old.into_iter();
        plan.changes
            .extend(stale.map(|(path, old)| Change { path, action: Action::Remove { old } }));
        plan.changes.sort_by(|a, b| a.path.cmp(&b.path));
        plan.stale_folders = folders.difference(&kept_folders).cloned().collect();
        plan.stale_folders.reverse();
        Ok(plan)
    }

    /// Whether every file is as it should be.
    pub(crate) fn is_up_to_date(&self) -> bool {
        self.changes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the plan for `wanted` files where `found` ones and `folders` are; a file is
    /// `path=text`. Each change is a letter and a path.
    fn check(wanted: &str, found: &str, folders: &str, changes: &[&str], stale_folders: &[&str]) {
        let pair = |file: &str| {
            let (path, text) = file.split_once('=').unwrap();
            (path.to_owned(), text.to_owned())
        };
        let entry = |(path, text): (String, String)| (path.into(), Entry::File(text.into_bytes()));
        let found = Found {
            entries: found.split_whitespace().map(|file| entry(pair(file))).collect(),
            folders: folders.split_whitespace().map(PathBuf::from).collect(),
        };
        let plan = Plan::new(wanted.split_whitespace().map(pair).collect(), found).unwrap();
        let shown: Vec<String> = plan
            .changes
            .iter()
            .map(|change| match change.action {
                Action::Add { .. } => format!("A {}", change.shown_path()),
                Action::Change { .. } => format!("C {}", change.shown_path()),
                Action::Remove { .. } => format!("R {}", change.shown_path()),
            })
            .collect();
        assert_eq!(shown, changes);
        let stale: Vec<String> =
            plan.stale_folders.iter().map(|path| path.display().to_string()).collect();
        assert_eq!(stale, stale_folders);
    }

    #[test]
    fn equal_sets_have_no_changes() {
        check("src/a.rs=1 Cargo.toml=2", "Cargo.toml=2 src/a.rs=1", "src", &[], &[]);
    }

    #[test]
    fn sets_are_compared_both_ways() {
        check(
            "src/a.rs=1 src/b.rs=2 src/c.rs=3",
            "src/b.rs=2 src/c.rs=4 src/d.rs=5",
            "src",
            &["A src/a.rs", "C src/c.rs", "R src/d.rs"],
            &[],
        );
    }

    #[test]
    fn folders_without_a_file_go_children_first() {
        check(
            "src/a/x.rs=1",
            "src/a/x.rs=1 src/b/c/y.rs=2",
            "src src/a src/a/empty src/b src/b/c",
            &["R src/b/c/y.rs"],
            &["src/b/c", "src/b", "src/a/empty"],
        );
    }

    #[test]
    fn a_folder_where_a_file_should_be_goes() {
        check(
            "src/a.rs=1",
            "src/a.rs/x=1",
            "src src/a.rs",
            &["A src/a.rs", "R src/a.rs/x"],
            &["src/a.rs"],
        );
    }

    #[test]
    fn a_link_is_replaced() {
        let found = Found {
            entries: BTreeMap::from([("src/a.rs".into(), Entry::Other)]),
            ..Found::default()
        };
        let wanted = BTreeMap::from([("src/a.rs".to_owned(), String::new())]);
        let plan = Plan::new(wanted, found).unwrap();
        assert!(matches!(plan.changes[0].action, Action::Change { old: Entry::Other, .. }));
    }

    #[test]
    fn a_file_outside_of_the_owned_set_is_refused() {
        for path in ["tests/a.rs", "src/../../a.rs", "/a.rs"] {
            let wanted = BTreeMap::from([(path.to_owned(), String::new())]);
            assert!(Plan::new(wanted, Found::default()).is_err(), "{path}");
        }
    }
}

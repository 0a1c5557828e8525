//! The descriptions in a folder, and the names of their crates.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::diagnostic::suggest;

use crate::error::Error;
use crate::project::{documents_in, kebab_case};

/// A file to generate a crate from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Description {
    /// The name of its crate: no other description of the folder has it.
    pub(super) name: String,
    /// The file.
    pub(super) path: PathBuf,
    /// The overlays that are called like it.
    pub(super) overlays: Vec<PathBuf>,
    /// Its size, in bytes.
    pub(super) bytes: u64,
}

/// The descriptions directly in a folder, by file name.
///
/// # Errors
///
/// If there are none, or the folder cannot be read.
pub(super) fn find(folder: &Path) -> Result<Vec<Description>, Error> {
    let mut descriptions = Vec::new();
    let (all_overlays, files) = documents_in(folder)?;
    for (file, name) in files.iter().zip(crate_names(&files)) {
        let path = folder.join(file);
        let metadata = fs::metadata(&path).map_err(Error::io("read", &path))?;
        if metadata.is_file() {
            let overlays = overlays(file, &all_overlays).map(|name| folder.join(name)).collect();
            descriptions.push(Description { name, path, overlays, bytes: metadata.len() });
        }
    }
    if descriptions.is_empty() {
        return Err(Error::EmptyCorpus(folder.display().to_string()));
    }
    Ok(descriptions)
}

/// Those of some overlays that change a description: `pets.overlay.yaml` changes `pets.json`.
fn overlays<'a>(file: &str, all: &'a [String]) -> impl Iterator<Item = &'a String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let prefix = format!("{stem}.overlay.");
    all.iter().filter(move |name| name.starts_with(&prefix))
}

/// The descriptions with these names; all of them if `only` is empty.
///
/// # Errors
///
/// If no description has one of the names.
pub(super) fn choose<'a>(
    all: &'a [Description],
    only: &[String],
) -> Result<Vec<&'a Description>, Error> {
    for name in only {
        if all.iter().all(|it| it.name != *name) {
            let guess = suggest(name, all.iter().map(|it| it.name.as_str()));
            let guess = guess.map(str::to_owned);
            return Err(Error::NotInCorpus { name: name.clone(), guess });
        }
    }
    Ok(all.iter().filter(|it| only.is_empty() || only.contains(&it.name)).collect())
}

/// A crate's name for each file. Files that would get the same name get their extensions too.
fn crate_names(files: &[String]) -> Vec<String> {
    let stem = |file: &str| kebab_case(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let mut times = BTreeMap::<String, usize>::new();
    for file in files {
        *times.entry(stem(file)).or_default() += 1;
    }
    let name = |file: &String| match times[&stem(file)] {
        1 => stem(file),
        _ => kebab_case(file),
    };
    files.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_stem_get_names_of_their_own() {
        let files = ["pets.json", "pets.yaml", "PetShop_v1.yaml"].map(str::to_owned);
        assert_eq!(crate_names(&files), ["pets-json", "pets-yaml", "pet-shop-v1"]);
    }

    #[test]
    fn overlays_are_called_like_what_they_change() {
        let files = ["pets.overlay.yaml", "pets-2.overlay.yaml"].map(str::to_owned);
        assert_eq!(overlays("pets.json", &files).collect::<Vec<_>>(), ["pets.overlay.yaml"]);
    }

    #[test]
    fn names_choose_and_wrong_ones_are_refused_with_a_guess() {
        let description = |name: &str| Description {
            name: name.to_owned(),
            path: PathBuf::new(),
            overlays: Vec::new(),
            bytes: 0,
        };
        let all = ["github", "gitea", "stripe"].map(description);
        let chosen = |only: &[&str]| {
            let only: Vec<String> = only.iter().map(|&name| name.to_owned()).collect();
            let chosen = choose(&all, &only).map_err(|error| error.to_string())?;
            Ok::<_, String>(chosen.iter().map(|it| it.name.as_str()).collect::<Vec<_>>())
        };
        assert_eq!(chosen(&[]).unwrap(), ["github", "gitea", "stripe"]);
        assert_eq!(chosen(&["stripe", "github"]).unwrap(), ["github", "stripe"]);
        let refused = "no description `githb`: did you mean `github`?";
        assert_eq!(chosen(&["githb"]).unwrap_err(), refused);
        assert_eq!(chosen(&["x"]).unwrap_err(), "no description `x`");
    }
}

//! Which documents are read: a description of somebody else may refer to any file.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::error::Error;

/// The folders within which documents are read that others refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Within {
    /// As the user knows them, and without links.
    folders: Vec<(String, PathBuf)>,
}

impl Within {
    /// The folder asked for; without one, those of the descriptions.
    ///
    /// # Errors
    ///
    /// If the folder asked for is none.
    pub(crate) fn new(asked: Option<&Path>, descriptions: &[PathBuf]) -> Result<Self, Error> {
        if let Some(folder) = asked {
            return Self::folder(folder);
        }
        let mut within = Self::default();
        for description in descriptions {
            let parent = description.parent().unwrap_or(Path::new(""));
            let folder = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            // A description that is not there is reported when it is read.
            if let Ok(real) = fs::canonicalize(folder) {
                within.folders.push((folder.display().to_string(), real));
            }
        }
        within.folders.dedup();
        Ok(within)
    }

    /// This folder alone.
    ///
    /// # Errors
    ///
    /// If there is no such folder.
    pub(crate) fn folder(folder: &Path) -> Result<Self, Error> {
        let real = fs::canonicalize(folder).map_err(Error::io("read", folder))?;
        Ok(Self { folders: vec![(folder.display().to_string(), real)] })
    }

    /// Whether a file may be read, wherever links lead.
    pub(crate) fn allows(&self, file: &Path) -> bool {
        let real = fs::canonicalize(file).unwrap_or_else(|_| absent(file));
        self.folders.iter().any(|(_, folder)| real.starts_with(folder))
    }

    /// The folders in words.
    pub(crate) fn shown(&self) -> String {
        let folders: Vec<String> =
            self.folders.iter().map(|(shown, _)| format!("`{shown}`")).collect();
        folders.join(" or ")
    }
}

/// Where a file would be that is not there: below the nearest folder that is.
fn absent(file: &Path) -> PathBuf {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
    let mut real = PathBuf::new();
    for part in file.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            part => real.push(part),
        }
        if let Ok(known) = fs::canonicalize(&real) {
            real = known;
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn only_what_is_below_the_folders_is_allowed() {
        let scratch = Scratch::new("within");
        scratch.write("api/pets.yaml", "");
        scratch.write("api/more/pet.yaml", "");
        scratch.write("secret.yaml", "");
        scratch.write("api-2/pet.yaml", "");
        let at = |path: &str| scratch.path().join(path);
        let within = Within::new(None, &[at("api/pets.yaml")]).unwrap();
        for allowed in ["api/more/pet.yaml", "api/absent.yaml", "api/no/../absent.yaml"] {
            assert!(within.allows(&at(allowed)), "{allowed}");
        }
        for refused in
            ["secret.yaml", "api/../secret.yaml", "api-2/pet.yaml", "api/no/../../absent.yaml"]
        {
            assert!(!within.allows(&at(refused)), "{refused}");
        }
        let within = Within::new(Some(scratch.path()), &[]).unwrap();
        assert!(within.allows(&at("secret.yaml")));
        assert!(Within::folder(&at("nowhere")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_outside() {
        let scratch = Scratch::new("within-links");
        scratch.write("api/pets.yaml", "");
        scratch.write("secret.yaml", "");
        let link = scratch.path().join("api/link.yaml");
        std::os::unix::fs::symlink("../secret.yaml", &link).unwrap();
        let within = Within::new(None, &[scratch.path().join("api/pets.yaml")]).unwrap();
        assert!(!within.allows(&link));
    }
}

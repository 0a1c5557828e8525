//! Reads files into [`Sources`]: the descriptions named, and the documents they refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::{Diagnostics, DocumentId, Missing, Sources, Strictness};

use crate::error::Error;
use crate::within::Within;

/// Reads documents; their names are paths relative to one folder.
pub(crate) struct Loader {
    base: PathBuf,
    within: Within,
    /// Texts that are read in place of files.
    replaced: BTreeMap<String, String>,
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Diagnostics,
}

impl Loader {
    /// A loader with nothing read; an empty `base` is the current folder. Documents that are referred
    /// to are read only within the folders of `within`.
    pub(crate) fn new(base: &Path, strictness: Strictness, within: Within) -> Self {
        let diagnostics = Diagnostics::new(strictness);
        let (sources, replaced) = (Sources::new(), BTreeMap::new());
        Self { base: base.to_path_buf(), within, replaced, sources, diagnostics }
    }

    /// Reads these texts in place of files, by the paths of their documents.
    pub(crate) fn replace(&mut self, texts: &BTreeMap<String, String>) {
        self.replaced.clone_from(texts);
    }

    /// Reads a description that was named, not referred to.
    ///
    /// # Errors
    ///
    /// If it is not a readable file of UTF-8. Mistakes in the text are diagnostics.
    pub(crate) fn add(&mut self, name: &str) -> Result<DocumentId, Error> {
        let text = self.read(name)?;
        Ok(self.sources.add(name, text, &mut self.diagnostics))
    }

    /// Reads overlays, and applies them in this order.
    ///
    /// # Errors
    ///
    /// If one is not a readable file of UTF-8. Mistakes in the texts are diagnostics.
    pub(crate) fn overlay(
        &mut self,
        descriptions: &[DocumentId],
        names: impl IntoIterator<Item = String>,
    ) -> Result<(), Error> {
        let mut overlays = Vec::new();
        for name in names {
            let text = self.read(&name)?;
            overlays.push((name, text));
        }
        self.sources.overlay(descriptions, overlays, &mut self.diagnostics);
        Ok(())
    }

    /// Reads the documents that are referred to, the documents that those refer to, and so on. Of a
    /// document that cannot be read, the reason is kept for the references to it.
    pub(crate) fn follow_references(&mut self) {
        let mut tried = BTreeSet::new();
        loop {
            let mut missing = self.sources.missing();
            missing.retain(|document| tried.insert(document.path.clone()));
            if missing.is_empty() {
                return;
            }
            for document in missing {
                self.add_missing(document);
            }
        }
    }

    fn add_missing(&mut self, Missing { path, .. }: Missing) {
        match self.read_referred(&path) {
            Ok(text) => {
                let is_described = is_description(&path);
                let id = self.sources.add(path, text, &mut self.diagnostics);
                // A reference may lead to anything that lies around, such as a key.
                if !is_described {
                    self.sources.conceal(id);
                }
            }
            // A name without extension that is not a file is a slip: the reference is reported
            // later, and the rest is generated.
            Err(_) if is_only_a_name(&path) && !self.base.join(&path).exists() => {}
            Err(error) => self.sources.note_absent(&path, error.to_string()),
        }
    }

    fn read_referred(&self, name: &str) -> Result<String, Error> {
        let path = self.base.join(name);
        if !self.within.allows(&path) {
            return Err(Error::Outside { path: name.to_owned(), allowed: self.within.shown() });
        }
        self.read(name)
    }

    fn read(&self, name: &str) -> Result<String, Error> {
        if let Some(text) = self.replaced.get(&codegen::normalize(name)) {
            return Ok(text.clone());
        }
        let name = Path::new(name);
        let bytes = read_file(&self.base.join(name)).map_err(Error::io("read", name))?;
        String::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
            path: name.display().to_string(),
            offset: error.utf8_error().valid_up_to(),
        })
    }
}

fn is_only_a_name(path: &str) -> bool {
    Path::new(path).extension().is_none()
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    // Reading a device or a pipe might never end.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("not a file"));
    }
    fs::read(path)
}

/// Whether a file is a description, by its name.
pub(crate) fn is_description(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension
        .is_some_and(|extension| extension == "yaml" || extension == "yml" || extension == "json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_json_are_descriptions() {
        for name in ["a.yaml", "a.yml", "a.b.json"] {
            assert!(is_description(name), "{name}");
        }
        for name in ["README.md", "yaml", "a.yaml.orig"] {
            assert!(!is_description(name), "{name}");
        }
    }
}

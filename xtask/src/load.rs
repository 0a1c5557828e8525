//! Reads files into [`Sources`]: the descriptions named, and the documents they refer to.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::{Diagnostics, DocumentId, Missing, Sources, Strictness};

use crate::error::Error;

/// Reads documents; their names are paths relative to one folder.
pub(crate) struct Loader {
    base: PathBuf,
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Diagnostics,
}

impl Loader {
    /// A loader with nothing read; an empty `base` is the current folder.
    pub(crate) fn new(base: &Path, strictness: Strictness) -> Self {
        let diagnostics = Diagnostics::new(strictness);
        Self { base: base.to_path_buf(), sources: Sources::new(), diagnostics }
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
        match self.read(&path) {
            Ok(text) => {
                self.sources.add(path, text, &mut self.diagnostics);
            }
            // A name without extension that is not a file is a slip: the reference is reported
            // later, and the rest is generated.
            Err(_) if is_only_a_name(&path) && !self.base.join(&path).exists() => {}
            Err(error) => self.sources.note_absent(&path, error.to_string()),
        }
    }

    fn read(&self, name: &str) -> Result<String, Error> {
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

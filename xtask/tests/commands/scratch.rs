//! A folder of its own for a test.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// A folder that is empty at first, and removed at the end.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder; `name` is that of the test.
    pub(crate) fn new(name: &str) -> Self {
        // Not in the target folder, which may be inside this workspace: a crate that is written
        // there gets a warning.
        let path = env::temp_dir().join(format!("xtask-{}-{name}", process::id()));
        // A run that was killed may have had the same process id.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, and makes the folders it is in.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Reads a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    /// Every folder, with `/` at its end, and every file, with its text, by path.
    pub(crate) fn tree(&self) -> Vec<(String, String)> {
        let mut tree = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(&self.0).unwrap().to_str().unwrap().replace('\\', "/");
                if path.is_dir() {
                    tree.push((format!("{name}/"), String::new()));
                    folders.push(path);
                } else {
                    tree.push((name, fs::read_to_string(path).unwrap()));
                }
            }
        }
        tree.sort();
        tree
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A panic here, while a failed assertion unwinds, would hide that assertion.
        let _ = fs::remove_dir_all(&self.0);
    }
}

//! Makes the edits of descriptions that are certain to be meant.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process;

use codegen::diagnostic::{Located, LocatedEdit};
use codegen::{Diagnostics, DocumentId, Sources};

use crate::error::Error;

/// How often edits are looked for: one may bring another to light.
pub(crate) const ROUNDS: usize = 10;

/// New texts of documents, by path, and how many edits are in them.
#[derive(Debug, Default)]
pub(crate) struct Fixed {
    /// The texts.
    pub(crate) texts: BTreeMap<String, String>,
    /// The number of edits.
    pub(crate) count: usize,
}

impl Fixed {
    /// Makes the edits of findings.
    pub(crate) fn new(diagnostics: &Diagnostics, sources: &Sources) -> Self {
        let mut edits: BTreeMap<DocumentId, Vec<LocatedEdit>> = BTreeMap::new();
        let found = codegen::locate(diagnostics, sources).into_iter();
        for edit in found.filter_map(|Located { edit, .. }| edit) {
            edits.entry(edit.span.document).or_default().push(edit);
        }
        let mut fixed = Self::default();
        for (id, mut edits) in edits {
            let document = sources.get(id);
            edits.sort_by_key(|edit| edit.span.bytes.start);
            let (text, count) = apply(document.text(), &edits);
            fixed.texts.insert(document.path().to_owned(), text);
            fixed.count += count;
        }
        fixed
    }
}

/// A text with edits in the order of their places, and how many were made. Of several at one place,
/// the first is made.
fn apply(text: &str, edits: &[LocatedEdit]) -> (String, usize) {
    let mut edited = String::with_capacity(text.len());
    let (mut done, mut count) = (0, 0);
    for LocatedEdit { span, text: new } in edits {
        if span.bytes.start >= done {
            edited.push_str(&text[done..span.bytes.start]);
            edited.push_str(new);
            done = span.bytes.end;
            count += 1;
        }
    }
    edited.push_str(&text[done..]);
    (edited, count)
}

/// Writes the text of a document that is there: the file is replaced in one step.
///
/// # Errors
///
/// If it cannot be written. It is as it was then.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    replace(path, text).map_err(Error::io("write", path))
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link stays one.
    let path = fs::canonicalize(path)?;
    let mark = "\u{feff}";
    let has_mark = fs::read(&path)?.starts_with(mark.as_bytes());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{name}.{}.new", process::id()));
    let text = if has_mark { format!("{mark}{text}") } else { text.to_owned() };
    let replaced = fs::write(&new, text)
        .and_then(|()| fs::set_permissions(&new, fs::metadata(&path)?.permissions()))
        .and_then(|()| fs::rename(&new, &path));
    if replaced.is_err() {
        // The first error tells more than one of this.
        let _ = fs::remove_file(&new);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn byte_order_marks_and_links_stay() {
        let scratch = Scratch::new("fix-write");
        scratch.write("a.yaml", "\u{feff}old");
        write(&scratch.path().join("a.yaml"), "new").unwrap();
        assert_eq!(scratch.tree(), [("a.yaml".to_owned(), "\u{feff}new".to_owned())]);
        #[cfg(unix)]
        {
            let link = scratch.path().join("link.yaml");
            std::os::unix::fs::symlink("a.yaml", &link).unwrap();
            write(&link, "newer").unwrap();
            assert!(link.is_symlink());
            assert_eq!(scratch.read("a.yaml"), "\u{feff}newer");
        }
        write(&scratch.path().join("absent.yaml"), "new").unwrap_err();
    }
}

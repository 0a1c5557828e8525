//! What surrounds the folder of a crate: the folders above it, and a workspace of cargo.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::project::is_workspace;

/// The path of a folder that need not exist, without `.` and without `..` behind a folder that does
/// not exist. A `..` behind one that does exist stays: that folder may be a link.
pub(crate) fn resolve(folder: &Path) -> PathBuf {
    let mut path = PathBuf::new();
    for part in folder.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if !path.as_os_str().is_empty() && !path.exists() => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}

/// The workspace around the crate in `folder`, if cargo refuses to build the crate because it is
/// none of its members.
pub(crate) fn foreign_workspace(folder: &Path) -> Option<PathBuf> {
    let folder = fs::canonicalize(folder).ok()?;
    // Cargo takes a tenth of a second: most crates are in no workspace.
    let root = folder.ancestors().skip(1).find(|above| is_workspace(above))?;
    let cargo = env::var_os("CARGO").unwrap_or(OsString::from("cargo"));
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let output = Command::new(cargo).args(arguments).current_dir(&folder).output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let is_refused = !output.status.success() && said.contains("believes it's in a workspace");
    is_refused.then(|| root.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn folders_that_are_not_there_do_not_count() {
        let scratch = Scratch::new("around");
        scratch.write("here/x", "");
        let check = |folder: &str, expected: &str| {
            assert_eq!(resolve(&scratch.path().join(folder)), scratch.path().join(expected));
        };
        check("absent/../client", "client");
        check("absent/./more/../../client", "client");
        check("here/../client", "here/../client");
        check("./here/no/..", "here");
        assert_eq!(resolve(Path::new("no-such-folder/..")), Path::new("."));
        assert_eq!(resolve(Path::new("../x")), Path::new("../x"));
    }
}

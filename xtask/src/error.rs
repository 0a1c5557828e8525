//! Why a command failed, in words, and the exit code that says so.

use std::path::Path;
use std::process::ExitCode;
use std::{fmt, io};

use crate::count::{count, findings};
use crate::usage::UsageError;

/// Why a command failed. Paths are as shown to the user.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line is wrong.
    Usage(UsageError),
    /// The description has errors. The diagnostics have been shown.
    Description { errors: usize, warnings: usize },
    /// The generated crate is not what the descriptions ask for.
    OutOfDate { folder: &'static str, files: usize },
    /// The workspace has nothing to generate from in this folder.
    NoDescriptions(&'static str),
    /// No workspace was found in or above this folder.
    NoWorkspace(String),
    /// A folder has no descriptions to try the generator on.
    EmptyCorpus(String),
    /// A description asked for is not in the folder. `guess` is a similar name that is.
    NotInCorpus { name: String, guess: Option<String> },
    /// Some descriptions of a folder fell short.
    FellShort { short: usize, of: usize },
    /// The folder to write to holds something else.
    NotOurs(String),
    /// Writing would lose what others did in the crate, a line for each file.
    WouldLose { folder: String, list: String },
    /// A document is outside of the folders from which documents are read.
    Outside { path: String, allowed: String },
    /// No finding has this code. `guess` is a similar one.
    UnknownCode { code: String, guess: Option<&'static str> },
    /// A description is not text.
    NotUtf8 { path: String, offset: usize },
    /// The name of a description is not text.
    NameNotUtf8(String),
    /// The generator made a file that it does not own. This is a bug in the generator.
    NotOwned(String),
    /// The operating system refused.
    Io { action: &'static str, path: String, cause: io::Error },
    /// A crate could not be written. All changes were undone.
    Undone(Box<Error>),
    /// A crate could not be written, and undoing the changes failed too. `aside` holds the old
    /// files.
    NotUndone { cause: Box<Error>, undo: Box<Error>, aside: String },
}

impl Error {
    /// An IO error with the action that failed, as in "cannot read `x`".
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Io { action, path: path.display().to_string(), cause }
    }

    /// Whether something cannot be renamed where it is, though it could be copied.
    pub(crate) fn crosses_devices(&self) -> bool {
        matches!(self, Self::Io { cause, .. } if cause.kind() == io::ErrorKind::CrossesDevices)
    }

    /// 2 for wrong usage, 1 for everything else.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

impl From<UsageError> for Error {
    fn from(error: UsageError) -> Self {
        Self::Usage(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(error) => error.fmt(f),
            Self::Description { errors, warnings } => f.write_str(&findings(*errors, *warnings)),
            Self::OutOfDate { folder, files } => {
                let files = count(*files, "file");
                write!(f, "{folder} is out of date in {files}: run `cargo xtask codegen`")
            }
            Self::NoDescriptions(folder) => {
                write!(f, "no descriptions in `{folder}`: expected `{folder}/<module>/*.yaml`")
            }
            Self::NoWorkspace(start) => {
                write!(f, "no workspace in or above `{start}`: give `--root DIR`")
            }
            Self::EmptyCorpus(folder) => {
                write!(f, "no descriptions in `{folder}`: expected *.yaml, *.yml or *.json")
            }
            Self::NotInCorpus { name, guess } => {
                f.write_str(&unknown("description", name, guess.as_deref()))
            }
            Self::FellShort { short, of } => {
                write!(f, "{short} of {} fell short", count(*of, "description"))
            }
            Self::UnknownCode { code, guess } => f.write_str(&unknown("code", code, *guess)),
            Self::Outside { path, allowed } => write!(
                f,
                "`{path}` is not read, since it is not within {allowed}: \
                 `--within DIR` names another folder"
            ),
            Self::NotUtf8 { path, offset } => {
                write!(f, "cannot read `{path}`: byte {offset} is not UTF-8")
            }
            Self::NameNotUtf8(path) => write!(f, "cannot read `{path}`: its name is not UTF-8"),
            Self::Io { action, path, cause } => write!(f, "cannot {action} `{path}`: {cause}"),
            Self::NotOurs(folder) => write!(
                f,
                "`{folder}` holds something that was not generated: \
                 give an empty or a new folder to `--output`"
            ),
            Self::WouldLose { folder, list } => write!(
                f,
                "`{folder}` holds work that writing would lose, so nothing was written:\n{list}\
                 move it elsewhere, or give `--force` to lose it"
            ),
            Self::NotOwned(path) => {
                write!(f, "bug in codegen: `{path}` is not a file the generator owns")
            }
            Self::Undone(cause) => write!(f, "{cause}; the crate is as it was"),
            Self::NotUndone { cause, undo, aside } => write!(
                f,
                "{cause}; undoing what was done failed too: {undo}; \
                 replaced and removed files are in `{aside}`"
            ),
        }
    }
}

impl std::error::Error for Error {}

/// A name that nothing has, and perhaps one like it that something has.
fn unknown(what: &str, name: &str, guess: Option<&str>) -> String {
    match guess {
        Some(guess) => format!("no {what} `{name}`: did you mean `{guess}`?"),
        None => format!("no {what} `{name}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_undo_says_where_the_old_files_are() {
        let path = Path::new("src/a.rs");
        let failed = |action| Box::new(Error::io(action, path)(io::Error::other("no")));
        let aside = "aside".to_owned();
        let error = Error::NotUndone { cause: failed("write"), undo: failed("restore"), aside };
        assert_eq!(
            error.to_string(),
            "cannot write `src/a.rs`: no; \
             undoing what was done failed too: cannot restore `src/a.rs`: no; \
             replaced and removed files are in `aside`"
        );
    }
}

//! What a command line asks for.

use std::path::PathBuf;
use std::time::Duration;

use codegen::Package;

use crate::findings::Show;
use crate::help::Topic;

/// One run of the program.
#[derive(Debug, PartialEq)]
pub(crate) struct Invocation {
    /// The workspace to work on; `None`: the one that this program belongs to.
    pub(crate) root: Option<PathBuf>,
    /// What to do.
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Regenerate the workspace's client.
    Codegen(Codegen),
    /// Generate a crate of its own.
    Generate(Generate),
    /// Report on descriptions.
    Check(Checking),
    /// Print what a code of a finding means; `None`: all codes.
    Explain(Option<String>),
    /// Print the result of a stage.
    Dump(Dump),
    /// Try the generator on a folder of descriptions.
    Corpus(Corpus),
    /// Print a help text.
    Help(Topic),
    /// Print the version.
    Version,
}

/// The arguments of `codegen`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Codegen {
    /// What to do with files that differ.
    pub(crate) mode: Mode,
    /// Whether to lose what others did in the crate.
    pub(crate) force: bool,
    /// What findings look like.
    pub(crate) format: Format,
}

/// What `codegen` does with files that differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mode {
    /// Writes them.
    Write,
    /// Shows them, and fails if there are any.
    Check,
}

/// The arguments of `generate`.
#[derive(Debug, PartialEq)]
pub(crate) struct Generate {
    /// The descriptions, at least one.
    pub(crate) descriptions: Vec<PathBuf>,
    /// The overlays that change them, in order.
    pub(crate) overlays: Vec<PathBuf>,
    /// The folder of the crate.
    pub(crate) output: PathBuf,
    /// What the manifest of the crate says. No name: it is made from that of the first description.
    pub(crate) package: Package,
    /// Whether warnings are errors.
    pub(crate) strict: bool,
    /// The folder within which documents are read that others refer to; `None`: that of each
    /// description.
    pub(crate) within: Option<PathBuf>,
    /// Whether to lose what others did in the crate.
    pub(crate) force: bool,
    /// Whether the crate is a workspace of its own.
    pub(crate) own_workspace: bool,
    /// What to print.
    pub(crate) report: ReportForm,
}

/// The arguments of `check`.
#[derive(Debug, PartialEq)]
pub(crate) struct Checking {
    /// The descriptions; none: those of the workspace.
    pub(crate) descriptions: Vec<PathBuf>,
    /// The overlays that change them, in order.
    pub(crate) overlays: Vec<PathBuf>,
    /// Whether warnings are errors.
    pub(crate) strict: bool,
    /// The folder within which documents are read; `None`: that of each description.
    pub(crate) within: Option<PathBuf>,
    /// Whether to make the edits that are certain.
    pub(crate) fix: bool,
    /// What findings look like.
    pub(crate) format: Format,
}

/// What findings look like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Format {
    /// Text with excerpts, for people.
    #[default]
    Human,
    /// An object a line.
    Json,
    /// A log in the Static Analysis Results Interchange Format.
    Sarif,
}

/// What `generate` prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ReportForm {
    /// The findings and the changed files, in words.
    Text(Show),
    /// The findings alone, for programs.
    Messages(Format),
    /// The crate and the findings, in numbers.
    Json,
}

/// The command that compiles the crates of a corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Compiler {
    /// `cargo check`
    Check,
    /// `cargo clippy`, with the lints that are on by default.
    Clippy,
}

/// The arguments of `corpus`.
#[derive(Debug, PartialEq)]
pub(crate) struct Corpus {
    /// The folder of descriptions.
    pub(crate) folder: PathBuf,
    /// The names of the descriptions to try; none: all.
    pub(crate) only: Vec<String>,
    /// The command that compiles the crates; `None`: they are not compiled.
    pub(crate) check: Option<Compiler>,
    /// Where to write the report as JSON.
    pub(crate) json: Option<PathBuf>,
    /// The folder of the generated crates; `None`: `target/corpus`.
    pub(crate) output: Option<PathBuf>,
    /// How long one description may take before its process is killed.
    pub(crate) time_limit: Duration,
}

/// The arguments of `dump`.
#[derive(Debug, PartialEq)]
pub(crate) struct Dump {
    /// What to print.
    pub(crate) what: Outline,
    /// The descriptions; none: those of the workspace.
    pub(crate) descriptions: Vec<PathBuf>,
    /// The overlays that change them, in order.
    pub(crate) overlays: Vec<PathBuf>,
    /// Only what belongs to the operation of this id.
    pub(crate) operation: Option<String>,
    /// The folder within which documents are read; `None`: that of each description.
    pub(crate) within: Option<PathBuf>,
    /// Which findings to print.
    pub(crate) show: Show,
}

/// What `dump` prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outline {
    /// The description as written.
    Spec,
    /// The client as Rust will have it.
    Ir,
    /// The names of the description with their names in Rust.
    Names,
}

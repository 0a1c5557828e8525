//! The command line: everything that reads, writes, compares or prints.
//!
//! ```text
//! args      command line -> Command            help      the texts of --help
//! project   which descriptions make a crate    load      files -> codegen::Sources
//! owned     the generator's files on disk      plan      wanted files against those on disk
//! write     a plan, applied or undone          journal   the way back
//! report    what changed, in words             diff      what changed, line by line
//! timing    how long each stage took           terminal  streams and colours
//! findings  diagnostics, shown                 measured  a generated crate in numbers
//! process   memory and CPU time, on Linux      error     why a command failed
//! usage     why a command line is wrong        count     numbers with their nouns
//! command   one function a command             corpus    a folder of descriptions, tried
//! writing   one run at a time, nothing lost    lock      the right to write
//! guard     the work of others in a crate      seal      whether somebody edited a file
//! disk      changes of files and folders       within    which documents are read
//! check     reports, and edits of the text     fix       edits that are certain
//! messages  findings for programs              explain   the page of a code
//! around    what is around a crate
//! ```
//!
//! `corpus DIR --check` tries the generator on descriptions that nobody here wrote. It reports for
//! each whether it generates, whether all operations have a method, whether the crate compiles, and
//! at what cost. The cost counts in a release build alone:
//! `cargo run --release --package xtask -- corpus DIR --check`.
//!
//! The library `codegen` does the work itself, and never touches a file.

mod args;
mod around;
mod check;
mod command;
mod corpus;
mod count;
mod diff;
mod disk;
mod error;
mod explain;
mod findings;
mod fix;
mod guard;
mod help;
mod journal;
mod load;
mod lock;
mod measured;
mod messages;
mod owned;
mod plan;
mod process;
mod project;
mod report;
#[cfg(test)]
#[path = "../tests/commands/scratch.rs"]
mod scratch;
mod seal;
mod terminal;
mod timing;
mod usage;
mod within;
mod write;
mod writing;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome =
        args::parse(std::env::args_os().skip(1)).map_err(error::Error::from).and_then(command::run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error.to_string());
            error.exit_code()
        }
    }
}

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
//! ```
//!
//! `corpus DIR --check` tries the generator on descriptions that nobody here wrote. It reports for
//! each whether it generates, whether all operations have a method, whether the crate compiles, and
//! at what cost. The cost counts in a release build alone:
//! `cargo run --release --package xtask -- corpus DIR --check`.
//!
//! The library `codegen` does the work itself, and never touches a file.

mod args;
mod command;
mod corpus;
mod count;
mod diff;
mod error;
mod findings;
mod help;
mod journal;
mod load;
mod measured;
mod owned;
mod plan;
mod process;
mod project;
mod report;
#[cfg(test)]
#[path = "../tests/commands/scratch.rs"]
mod scratch;
mod terminal;
mod timing;
mod usage;
mod write;

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

//! The command line: everything that reads, writes, compares or prints.
//!
//! ```text
//! args      command line -> Command            help      the texts of --help
//! project   which descriptions make a crate    load      files -> codegen::Sources
//! owned     the generator's files on disk      plan      wanted files against those on disk
//! write     a plan, applied or undone          journal   the way back
//! report    what changed, in words             diff      what changed, line by line
//! timing    how long each stage took           terminal  streams and colours
//! command   one function a command             error     why a command failed
//! ```
//!
//! The work itself is in the library `codegen`, which never touches a file.

mod args;
mod command;
mod diff;
mod error;
mod help;
mod journal;
mod load;
mod owned;
mod plan;
mod project;
mod report;
#[cfg(test)]
#[path = "../tests/commands/scratch.rs"]
mod scratch;
mod terminal;
mod timing;
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

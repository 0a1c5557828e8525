//! Generates each description in a process of its own, so that its cost and its crashes are known.

use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use std::{env, io};

use super::folder::Description;
use crate::error::Error;
use crate::measured::{Made, Measured};
use crate::terminal::Progress;

/// Descriptions of more bytes than this are generated one after the other, since each takes a
/// gigabyte of memory or more.
const LARGE: u64 = 10_000_000;

/// How a description went.
#[derive(Clone, Debug)]
pub(super) enum Attempt {
    /// The run ended; these are its numbers.
    Measured(Box<Measured>),
    /// The process was killed after this time.
    TimedOut(Duration),
    /// The process ended in another way; this is what it printed.
    Crashed(String),
}

impl Attempt {
    /// The numbers, if there are any.
    pub(super) fn measured(&self) -> Option<&Measured> {
        match self {
            Self::Measured(measured) => Some(measured),
            Self::TimedOut(_) | Self::Crashed(_) => None,
        }
    }

    /// The crate, if there is one.
    pub(super) fn made(&self) -> Option<&Made> {
        self.measured()?.made.as_ref()
    }
}

/// Generates a crate from each description into a folder of its name below `crates`, on all cores.
/// The attempts are in the order of the descriptions.
///
/// # Errors
///
/// If no process can be started.
pub(super) fn all(
    descriptions: &[&Description],
    crates: &Path,
    time_limit: Duration,
) -> Result<Vec<Attempt>, Error> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (large, small): (Vec<_>, Vec<_>) =
        descriptions.iter().enumerate().partition(|(_, it)| it.bytes > LARGE);
    let next = AtomicUsize::new(0);
    let done = Mutex::new((Vec::new(), Progress::new()));
    let try_one = |&(index, description): &(usize, &&Description)| {
        let attempt = generate(description, crates, time_limit);
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        done.0.push((index, attempt));
        let shown = format!("{} of {}: {}", done.0.len(), descriptions.len(), description.name);
        done.1.show(&shown);
    };
    let (try_one, small, next) = (&try_one, &small, &next);
    thread::scope(|scope| {
        let mut large = Some(&large);
        for _ in 0..cores {
            // The first worker does the large ones, then helps with the others.
            let large = large.take();
            scope.spawn(move || {
                large.into_iter().flatten().for_each(try_one);
                while let Some(one) = small.get(next.fetch_add(1, Ordering::Relaxed)) {
                    try_one(one);
                }
            });
        }
    });
    let (mut attempts, _) = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    attempts.sort_by_key(|(index, _)| *index);
    attempts.into_iter().map(|(_, attempt)| attempt).collect()
}

fn generate(description: &Description, crates: &Path, limit: Duration) -> Result<Attempt, Error> {
    let program = env::current_exe().map_err(Error::io("find", Path::new("xtask")))?;
    let mut command = Command::new(&program);
    let name = codegen::crate_name(&description.name);
    command.arg("generate").arg(&description.path).args(["--json", "--force", "--name", &name]);
    command.arg("--output").arg(crates.join(&description.name));
    description.overlays.iter().for_each(|overlay| {
        command.arg("--overlay").arg(overlay);
    });
    match run(command, limit).map_err(Error::io("run", &program))? {
        Some(ended) => Ok(ended.attempt()),
        None => Ok(Attempt::TimedOut(limit)),
    }
}

/// A process that has ended, and what it printed.
struct Ended {
    status: ExitStatus,
    stdout: Vec<u8>,
    stderr: Vec<u8>,
}

impl Ended {
    /// Reads what it printed: numbers, if its exit code agrees with them.
    fn attempt(&self) -> Attempt {
        let measured = serde_json::from_slice(&self.stdout).ok();
        match measured.as_ref().and_then(Measured::from_json) {
            Some(measured) if measured.made.is_some() == self.status.success() => {
                Attempt::Measured(Box::new(measured))
            }
            _ => {
                let stderr = String::from_utf8_lossy(&self.stderr);
                Attempt::Crashed(format!("{}\n{}", self.status, stderr.trim()))
            }
        }
    }
}

/// Runs a process to its end, or kills it after `limit`.
fn run(mut command: Command, limit: Duration) -> io::Result<Option<Ended>> {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let errors = thread::spawn(move || read(stderr));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(read(stdout)));
    // The stream ends when the process does.
    let Ok(stdout) = receiver.recv_timeout(limit) else {
        child.kill()?;
        child.wait()?;
        return Ok(None);
    };
    let status = child.wait()?;
    let stderr = errors.join().unwrap_or_default();
    Ok(Some(Ended { status, stdout, stderr }))
}

/// Reads a stream up to its end or its first error.
fn read(stream: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // The text before the error is still useful.
        let _ = stream.read_to_end(&mut bytes);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(status: ExitStatus, stdout: String) -> Attempt {
        Ended { status, stdout: stdout.into_bytes(), stderr: b"why\n".to_vec() }.attempt()
    }

    fn numbers(made: Option<Made>) -> String {
        Measured { made, ..Measured::default() }.to_json().to_string()
    }

    #[test]
    fn a_process_that_prints_no_numbers_has_crashed() {
        let attempt = ended(ExitStatus::default(), "{}".to_owned());
        let Attempt::Crashed(said) = attempt else { panic!("{attempt:?}") };
        assert_eq!(said, format!("{}\nwhy", ExitStatus::default()));
    }

    #[test]
    fn numbers_count_only_if_the_exit_code_agrees() {
        let succeeded = ExitStatus::default();
        let attempt = ended(succeeded, numbers(Some(Made::default())));
        assert!(attempt.made().is_some(), "{attempt:?}");
        let attempt = ended(succeeded, numbers(None));
        assert!(attempt.measured().is_none(), "{attempt:?}");
    }
}

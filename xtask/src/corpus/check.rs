//! `cargo check` of the generated crates, and the compiler's findings in each.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use serde_json::Value;

use crate::args::Compiler;
use crate::error::Error;
use crate::measured::Made;
use crate::process::{Whose, cpu_time};

/// Crates of more lines than this are compiled alone.
const LARGE: usize = 400_000;

/// The memory in bytes that rustc needs at most to check a line of a generated crate: 4.9 GB for
/// the 378,000 lines of GitHub's.
const BYTES_A_LINE: u64 = 13_000;

/// The memory in bytes for all compilers that run at a time. It leaves 4 of 24 GiB to the rest.
const MEMORY: u64 = 20 << 30;

/// The result of compiling the crates.
pub(super) struct Check {
    /// The command that compiled them.
    pub(super) compiler: Compiler,
    /// By the name of the description.
    pub(super) crates: BTreeMap<String, Checked>,
    /// How long it took, dependencies included.
    pub(super) took: Duration,
    /// The CPU time, if the operating system tells it.
    pub(super) cpu: Option<Duration>,
}

/// The result of compiling a crate.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Checked {
    /// Whether there is a compiled crate.
    pub(super) compiled: bool,
    /// How many errors the compiler found.
    pub(super) errors: usize,
    /// How many warnings.
    pub(super) warnings: usize,
    /// The first error of each kind (`E0308`), or else the first warning of each
    /// (`clippy::type_complexity`), or else the message of cargo.
    pub(super) first: BTreeMap<String, String>,
}

/// Compiles the crates in the workspace `folder`: the large ones one after the other, the others
/// before them, as many at a time as there are cores and memory for.
///
/// # Errors
///
/// If cargo cannot be started. Findings of cargo and the compiler are in the result.
pub(super) fn run(
    compiler: Compiler,
    folder: &Path,
    crates: &[(&str, &Made)],
) -> Result<Check, Error> {
    let (start, cpu_before) = (Instant::now(), cpu_time(Whose::Children));
    let mut check = Check { compiler, crates: BTreeMap::new(), took: Duration::ZERO, cpu: None };
    let (large, small): (Vec<_>, Vec<_>) =
        crates.iter().copied().partition(|(_, made)| made.lines > LARGE);
    if !small.is_empty() {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let lines = small.iter().map(|(_, made)| made.lines).collect();
        check.cargo(folder, &small, jobs(lines, cores))?;
    }
    for one in large {
        check.cargo(folder, &[one], 1)?;
    }
    check.took = start.elapsed();
    let cpu = cpu_time(Whose::Children).zip(cpu_before);
    check.cpu = cpu.map(|(after, before)| after.saturating_sub(before));
    Ok(check)
}

/// How many crates of these lines may be compiled at a time; cargo chooses which.
fn jobs(mut lines: Vec<usize>, cores: usize) -> usize {
    lines.sort_unstable_by(|a, b| b.cmp(a));
    let taken = lines.iter().scan(0, |sum, lines| {
        *sum += *lines as u64 * BYTES_A_LINE;
        Some(*sum)
    });
    // Crates beyond these few are smaller; where all fit, the cores are the limit.
    match taken.take_while(|taken| *taken <= MEMORY).count() {
        fitting if fitting == lines.len() => cores,
        fitting => fitting.clamp(1, cores),
    }
}

impl Check {
    fn cargo(&mut self, folder: &Path, crates: &[(&str, &Made)], jobs: usize) -> Result<(), Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let command = match self.compiler {
            Compiler::Check => "check",
            Compiler::Clippy => "clippy",
        };
        let output = Command::new(&cargo)
            .args([command, "--offline", "--quiet", "--keep-going", "--message-format=json"])
            .args(["--target-dir", "target", "--jobs", &jobs.to_string()])
            .args(crates.iter().flat_map(|(_, made)| ["--package", &made.package]))
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()
            .map_err(Error::io("run", Path::new(&cargo)))?;
        for (name, _) in crates {
            self.crates.insert((*name).to_owned(), Checked::default());
        }
        for line in output.stdout.split(|byte| *byte == b'\n') {
            if let Ok(message) = serde_json::from_slice(line) {
                self.note(&message);
            }
        }
        let said = String::from_utf8_lossy(&output.stderr);
        for (name, _) in crates {
            let checked = self.crates.entry((*name).to_owned()).or_default();
            if !checked.compiled && checked.first.is_empty() {
                checked.first.insert("cargo".to_owned(), said.trim().to_owned());
            }
        }
        Ok(())
    }

    /// Takes note of a line that cargo printed, if it is about one of the crates.
    fn note(&mut self, message: &Value) {
        let manifest = message["manifest_path"].as_str().map(Path::new);
        let folder = manifest.and_then(|path| path.parent()?.file_name()?.to_str());
        let Some(checked) = folder.and_then(|name| self.crates.get_mut(name)) else { return };
        match message["reason"].as_str() {
            Some("compiler-artifact") => checked.compiled = true,
            Some("compiler-message") => checked.note(&message["message"]),
            _ => {}
        }
    }
}

impl Checked {
    fn note(&mut self, finding: &Value) {
        let text = finding["message"].as_str().unwrap_or_default();
        // The compiler counts its own findings at the end.
        if text.starts_with("aborting due to ") || text.ends_with(" emitted") {
            return;
        }
        match finding["level"].as_str() {
            Some(level) if level.starts_with("error") => {
                if self.errors == 0 {
                    self.first.clear();
                }
                self.errors += 1;
            }
            Some("warning") => {
                self.warnings += 1;
                if self.errors > 0 {
                    return;
                }
            }
            _ => return,
        }
        let kind = finding["code"]["code"].as_str().unwrap_or(text).to_owned();
        let drawn = finding["rendered"].as_str().unwrap_or(text);
        self.first.entry(kind).or_insert_with(|| drawn.trim_end().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn as_many_compile_at_a_time_as_there_is_memory_for() {
        assert_eq!(jobs(vec![1000; 100], 4), 4);
        assert_eq!(jobs(vec![1000], 4), 4);
        assert_eq!(jobs(vec![400_000; 20], 16), 4);
        assert_eq!(jobs(vec![400_000, 400_000, 400_000, 10, 10], 16), 16);
        assert_eq!(jobs(vec![10_000_000], 16), 1);
        assert_eq!(jobs(vec![10_000_000, 10], 16), 1);
    }

    #[test]
    fn what_the_compiler_says_is_counted_for_its_crate() {
        let crates = BTreeMap::from([("pets".to_owned(), Checked::default())]);
        let mut check =
            Check { compiler: Compiler::Check, crates, took: Duration::ZERO, cpu: None };
        let finding = |level: &str, code: &str, text: &str| {
            let drawn = format!("{text}!\n");
            json!({
                "reason": "compiler-message",
                "manifest_path": "out/pets/Cargo.toml",
                "message": {
                    "level": level, "code": {"code": code}, "message": text, "rendered": drawn,
                },
            })
        };
        let first = |of: &[(&str, &str)]| {
            of.iter().map(|(kind, drawn)| ((*kind).to_owned(), (*drawn).to_owned())).collect()
        };
        check.note(&finding("warning", "unused_imports", "unused import"));
        check.note(&finding("warning", "dead_code", "never used"));
        check.note(&finding("warning", "dead_code", "never used either"));
        let warned = first(&[("dead_code", "never used!"), ("unused_imports", "unused import!")]);
        assert_eq!(check.crates["pets"].first, warned);

        check.note(&finding("error", "E0412", "no such type"));
        check.note(&finding("error", "E0609", "no such field"));
        check.note(&finding("error", "E0609", "no such field here"));
        check.note(&finding("warning", "unused_variables", "unused variable"));
        check.note(&finding("error", "", "aborting due to 3 previous errors; 4 warnings emitted"));
        check.note(&finding("warning", "", "4 warnings emitted"));
        check.note(&finding("failure-note", "", "for more information"));
        let expected = Checked {
            compiled: false,
            errors: 3,
            warnings: 4,
            first: first(&[("E0412", "no such type!"), ("E0609", "no such field!")]),
        };
        assert_eq!(check.crates["pets"], expected);

        check.note(&json!({"reason": "compiler-artifact", "manifest_path": "out/pets/Cargo.toml"}));
        assert!(check.crates["pets"].compiled);
    }

    #[test]
    fn what_is_said_of_other_crates_does_not_count() {
        let mut check = Check {
            compiler: Compiler::Check,
            crates: BTreeMap::new(),
            took: Duration::ZERO,
            cpu: None,
        };
        check.note(&json!({"reason": "compiler-artifact", "manifest_path": "http-1/Cargo.toml"}));
        check.note(&json!({"reason": "build-finished"}));
        assert_eq!(check.crates.len(), 0);
    }
}

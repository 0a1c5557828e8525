//! Which options each command takes, and the messages about words that it does not take.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::PathBuf;

use codegen::diagnostic::suggest;
use lexopt::{Arg, Parser};

use crate::help::Topic;
use crate::usage::UsageError;

/// The options a command takes: `switches` have no value, `values` have one, and `lists` have one each
/// time they are given.
pub(super) struct Grammar {
    pub(super) topic: Topic,
    switches: &'static [&'static str],
    values: &'static [&'static str],
    lists: &'static [&'static str],
}

pub(super) const TOP: Grammar = Grammar {
    topic: Topic::Program,
    switches: &["help", "version"],
    values: &["root"],
    lists: &[],
};
pub(super) const CODEGEN: Grammar = Grammar {
    topic: Topic::Codegen,
    switches: &["help", "check", "force"],
    values: &["root", "message-format"],
    lists: &[],
};
pub(super) const GENERATE: Grammar = Grammar {
    topic: Topic::Generate,
    switches: &["help", "all-warnings", "force", "json", "own-workspace", "strict"],
    values: &[
        "root",
        "output",
        "within",
        "message-format",
        "name",
        "crate-version",
        "description",
        "license",
        "keywords",
        "categories",
        "repository",
        "homepage",
        "documentation",
    ],
    lists: &["overlay"],
};
pub(super) const CHECK: Grammar = Grammar {
    topic: Topic::Check,
    switches: &["help", "fix", "strict"],
    values: &["root", "within", "message-format"],
    lists: &["overlay"],
};
pub(super) const EXPLAIN: Grammar =
    Grammar { topic: Topic::Explain, switches: &["help"], values: &["root"], lists: &[] };
pub(super) const DUMP: Grammar = Grammar {
    topic: Topic::Dump,
    switches: &["help", "all-warnings"],
    values: &["root", "operation", "within"],
    lists: &["overlay"],
};
pub(super) const CORPUS: Grammar = Grammar {
    topic: Topic::Corpus,
    switches: &["help", "check", "clippy"],
    values: &["root", "only", "json", "output", "time-limit"],
    lists: &[],
};
// `help` has no text of its own: the program's explains it.
pub(super) const HELP: Grammar =
    Grammar { topic: Topic::Program, switches: &["help"], values: &["root"], lists: &[] };

const COMMANDS: [(&str, &Grammar); 7] = [
    ("codegen", &CODEGEN),
    ("generate", &GENERATE),
    ("check", &CHECK),
    ("explain", &EXPLAIN),
    ("dump", &DUMP),
    ("corpus", &CORPUS),
    ("help", &HELP),
];

/// The grammar of the command called `name`.
pub(super) fn command_grammar(name: &str) -> Result<&'static Grammar, UsageError> {
    match COMMANDS.iter().find(|(known, _)| *known == name) {
        Some((_, grammar)) => Ok(grammar),
        None => {
            let guess = suggest(name, COMMANDS.iter().map(|(known, _)| *known));
            Err(TOP.error(with_guess(format!("no command `{name}`"), "", guess)))
        }
    }
}

impl Grammar {
    /// A mistake in a command line of this grammar.
    pub(super) fn error(&self, message: impl Into<String>) -> UsageError {
        UsageError { message: message.into(), topic: self.topic }
    }

    /// Refuses operands beyond the first `count`.
    pub(super) fn at_most(&self, count: usize, operands: &[OsString]) -> Result<(), UsageError> {
        match operands.get(count) {
            Some(extra) => {
                Err(self.error(format!("unexpected argument `{}`", extra.to_string_lossy())))
            }
            None => Ok(()),
        }
    }

    fn unknown_option(&self, name: &str) -> UsageError {
        let known = self.switches.iter().chain(self.values).chain(self.lists);
        let guess = suggest(name, known.copied());
        self.error(with_guess(format!("no option `--{name}` here"), "--", guess))
    }
}

fn with_guess(message: String, prefix: &str, guess: Option<&str>) -> String {
    match guess {
        Some(guess) => format!("{message}: did you mean `{prefix}{guess}`?"),
        None => message,
    }
}

/// What the command line said so far, operands apart.
#[derive(Default)]
pub(super) struct Words {
    pub(super) switches: BTreeSet<&'static str>,
    pub(super) values: BTreeMap<&'static str, OsString>,
    pub(super) lists: BTreeMap<&'static str, Vec<OsString>>,
}

impl Words {
    /// Takes options up to the next operand, and that one.
    pub(super) fn next_operand(
        &mut self,
        parser: &mut Parser,
        grammar: &Grammar,
    ) -> Result<Option<OsString>, UsageError> {
        let wrong = |error: lexopt::Error| grammar.error(error.to_string());
        while let Some(argument) = parser.next().map_err(wrong)? {
            let name = match argument {
                Arg::Value(operand) => return Ok(Some(operand)),
                Arg::Short('h') => "help".to_owned(),
                Arg::Short('V') => "version".to_owned(),
                Arg::Short(letter) => {
                    return Err(grammar.error(format!("no option `-{letter}` here")));
                }
                Arg::Long(name) => name.to_owned(),
            };
            if let Some(switch) = grammar.switches.iter().find(|known| **known == name) {
                self.switches.insert(switch);
            } else if let Some(option) = grammar.values.iter().find(|known| **known == name) {
                let value = parser.value().map_err(wrong)?;
                if self.values.insert(option, value).is_some() {
                    return Err(grammar.error(format!("`--{name}` is given twice")));
                }
            } else if let Some(option) = grammar.lists.iter().find(|known| **known == name) {
                let value = parser.value().map_err(wrong)?;
                self.lists.entry(option).or_default().push(value);
            } else {
                return Err(grammar.unknown_option(&name));
            }
        }
        Ok(None)
    }

    /// Takes the files that an option names.
    pub(super) fn files(&mut self, option: &str) -> Vec<PathBuf> {
        self.lists.remove(option).unwrap_or_default().into_iter().map(PathBuf::from).collect()
    }

    /// Takes the value of an option that must be UTF-8.
    pub(super) fn text(
        &mut self,
        option: &str,
        grammar: &Grammar,
    ) -> Result<Option<String>, UsageError> {
        let value = self.values.remove(option).map(OsString::into_string).transpose();
        value.map_err(|raw| {
            grammar.error(format!("`--{option}` is not text: `{}`", raw.to_string_lossy()))
        })
    }
}

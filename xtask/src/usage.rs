//! A command line that is wrong.

use std::fmt;

use crate::help::Topic;

/// Why a command line cannot be understood, and which help text explains what can be written.
#[derive(Debug)]
pub(crate) struct UsageError {
    /// What is wrong.
    pub(crate) message: String,
    /// The help text to point to.
    pub(crate) topic: Topic,
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n\nSee `cargo xtask {}`.", self.message, self.topic.question())
    }
}

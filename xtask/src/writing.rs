//! Writes a crate while no other run does.

use std::path::Path;

use codegen::Output;

use crate::error::Error;
use crate::lock::Lock;
use crate::owned::{self, STAGING};
use crate::plan::Plan;
use crate::timing::{Stopwatch, Timings};
use crate::{guard, seal, write};

/// A crate to write.
pub(crate) struct Writing<'a> {
    /// Its folder, which need not exist.
    pub(crate) folder: &'a Path,
    /// The folder as the user calls it.
    pub(crate) name: &'a str,
    /// Whether to lose what others did in the crate.
    pub(crate) force: bool,
}

impl Writing<'_> {
    /// Puts right what a run that was killed has left, whatever else this run has to do.
    pub(crate) fn clean(&self) -> Result<(), Error> {
        if self.folder.join(STAGING).symlink_metadata().is_err() {
            return Ok(());
        }
        let _lock = Lock::take(self.folder)?;
        write::recover(self.folder)
    }

    /// Makes the crate what the generator made, and says what that changed.
    ///
    /// # Errors
    ///
    /// If that would lose the work of others, or a step failed. The crate is as it was then.
    pub(crate) fn write(
        &self,
        output: Output,
        mut watch: Stopwatch,
    ) -> Result<(Plan, Timings), Error> {
        watch.begin("compare");
        let _lock = Lock::take(self.folder)?;
        write::recover(self.folder)?;
        // Another run may have written something while this one waited.
        owned::check_ours(self.folder, owned::MARK)?;
        let plan = Plan::new(sealed(output), owned::read(self.folder)?)?;
        if !self.force {
            guard::check(self.name, &plan)?;
        }
        watch.begin("write");
        write::apply(self.folder, &plan)?;
        Ok((plan, watch.stop()))
    }
}

/// The files of a crate, with checksums where people edit.
pub(crate) fn sealed(output: Output) -> std::collections::BTreeMap<String, String> {
    let seal = |(name, text): (String, String)| {
        let text = seal::seal(&name, text);
        (name, text)
    };
    output.files.into_iter().map(seal).collect()
}

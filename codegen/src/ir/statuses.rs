//! Statuses of responses.

use std::fmt;

/// Statuses of responses.
#[derive(Debug)]
pub(crate) enum Statuses {
    /// Those of these stretches, each from the first to the last.
    These(Vec<(u16, u16)>),
    /// All that are not named beside this.
    Others,
}

impl fmt::Display for Statuses {
    /// The statuses as people write them: `200, 400 to 499`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::These(stretches) = self else { return f.write_str("all others") };
        for (index, (first, last)) in stretches.iter().enumerate() {
            f.write_str(if index > 0 { ", " } else { "" })?;
            match first == last {
                true => write!(f, "{first}")?,
                false => write!(f, "{first} to {last}")?,
            }
        }
        Ok(())
    }
}

//! CommonMark, where text of a description goes into sentences of ours.

use crate::invisible::is_deceptive;

/// `text` as it can stand between backticks: it cannot close the code span, nor hide or turn round
/// what stands beside it.
pub(crate) fn code(text: &str) -> String {
    text.chars().filter(|c| !is_deceptive(*c)).map(|c| if c == '`' { '\'' } else { c }).collect()
}

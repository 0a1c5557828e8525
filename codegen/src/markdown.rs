//! CommonMark, where text of a description goes into sentences of ours.

/// `text` as it can stand between backticks: it cannot close the code span.
pub(crate) fn code(text: &str) -> String {
    text.replace('`', "'")
}

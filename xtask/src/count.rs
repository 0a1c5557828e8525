//! Numbers with their nouns.

/// `3 files`, `1 file`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// `2 errors, 1 warning`. A zero is left out.
pub(crate) fn findings(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error"), count(warnings, "warning"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted() {
        assert_eq!(findings(2, 1), "2 errors, 1 warning");
        assert_eq!(findings(1, 0), "1 error");
        assert_eq!(findings(0, 3), "3 warnings");
    }
}

//! The pages of codes, as `codegen/DIAGNOSTICS.md` has them.

use codegen::Code;
use codegen::diagnostic::suggest;

/// The documentation of all codes.
const PAGES: &str = include_str!("../../codegen/DIAGNOSTICS.md");

/// What a code means, with an example.
///
/// # Errors
///
/// If there is no such code: the one that was probably meant, if there is one.
pub(crate) fn page(code: &str) -> Result<&'static str, Option<&'static str>> {
    let known = Code::ALL.iter().map(|known| known.as_str());
    if !known.clone().any(|known| known == code) {
        return Err(suggest(code, known));
    }
    let head = format!("\n### `{code}`\n");
    let (_, page) = PAGES.split_once(&head).ok_or(None)?;
    let end = page.find("\n### ").or(page.find("\n## ")).unwrap_or(page.len());
    Ok(page[..end].trim())
}

/// Every code, with what it means.
pub(crate) fn list() -> String {
    let codes = Code::ALL.iter();
    codes.map(|code| format!("{:<23} {}\n", code.as_str(), code.explanation())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page_with_an_example() {
        for code in Code::ALL {
            let page = page(code.as_str()).unwrap_or_else(|_| panic!("{code} has no page"));
            assert!(page.starts_with(code.explanation()), "{code}: {page}");
            assert!(page.contains("\n```"), "{code}: {page}");
        }
    }

    #[test]
    fn unknown_codes_are_refused_with_a_guess() {
        assert_eq!(page("unkown-key"), Err(Some("unknown-key")));
        assert_eq!(page("nothing-of-the-kind"), Err(None));
    }
}

//! The line by which `Cargo.toml` and `README.md` of a crate tell whether somebody edited them.
//!
//! Both are what people edit: a dependency here, a paragraph there. What a run would write cannot
//! tell that, since the description, the options or the generator may have changed as well. So each
//! of the two ends with a checksum of its own text. Files below `src` need none: their heads say
//! that they are not to be edited.

use std::path::Path;

/// What the line says before the checksum.
const NAME: &str = "checksum: ";

/// Whether a file is as the generator wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Seal {
    /// It is.
    Intact,
    /// Somebody edited it.
    Broken,
    /// It has no checksum: an earlier version of the generator wrote it, or the line was removed.
    Missing,
}

/// The files that have a checksum, each with the beginning and the end of its line.
const SEALED: [(&str, &str, &str); 2] =
    [("Cargo.toml", "# ", ""), ("README.md", "<!-- @generated. ", " -->")];

/// Whether a file of a crate has a checksum.
pub(crate) fn is_sealed(path: &Path) -> bool {
    SEALED.iter().any(|(sealed, ..)| path == Path::new(sealed))
}

/// The text with its checksum, if the file of this name has one.
pub(crate) fn seal(name: &str, text: String) -> String {
    match SEALED.iter().find(|(sealed, ..)| *sealed == name) {
        Some((_, start, end)) => {
            let text = text.trim_end();
            let checksum = checksum(text.lines().filter(|line| !is_seal(line)));
            format!("{text}\n\n{start}{NAME}{checksum:016x}{end}\n")
        }
        None => text,
    }
}

/// Whether a text with a checksum was edited.
pub(crate) fn check(text: &str) -> Seal {
    let Some(expected) = text.lines().filter_map(written).next_back() else {
        return Seal::Missing;
    };
    let others = text.trim_end().lines().filter(|line| !is_seal(line));
    // The empty line before the checksum is not part of the text.
    let others: Vec<&str> = others.collect();
    let text = match others.split_last() {
        Some((&"", text)) => text,
        _ => &others,
    };
    match checksum(text.iter().copied()) == expected {
        true => Seal::Intact,
        false => Seal::Broken,
    }
}

/// Whether a line has a checksum.
pub(crate) fn is_seal(line: &str) -> bool {
    written(line).is_some()
}

/// The checksum in a line that has one.
fn written(line: &str) -> Option<u64> {
    SEALED.iter().find_map(|(_, start, end)| {
        let digits = line.trim_end().strip_prefix(start)?.strip_prefix(NAME)?.strip_suffix(end)?;
        u64::from_str_radix(digits, 16).ok()
    })
}

/// FNV-1a of the lines, whatever ends them: Git may change that.
fn checksum<'a>(lines: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = lines.flat_map(|line| line.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_break_the_seal() {
        for name in ["Cargo.toml", "README.md"] {
            let sealed = seal(name, "a\n\nb\n".to_owned());
            assert_eq!(check(&sealed), Seal::Intact, "{sealed}");
            assert_eq!(check(&sealed.replace('\n', "\r\n")), Seal::Intact);
            assert_eq!(check(&sealed.replace('b', "c")), Seal::Broken);
            assert_eq!(check(&format!("{sealed}c\n")), Seal::Broken);
            assert_eq!(check(&format!("c\n{sealed}")), Seal::Broken);
            assert_eq!(check("a\n\nb\n"), Seal::Missing);
        }
        let text = seal("README.md", "a\n".to_owned());
        assert_eq!(text, "a\n\n<!-- @generated. checksum: 089bdc07b544e7b2 -->\n");
    }

    #[test]
    fn other_files_have_none() {
        assert_eq!(seal("src/lib.rs", "a".to_owned()), "a");
        assert!(!is_sealed(Path::new("src/lib.rs")) && is_sealed(Path::new("README.md")));
    }
}

//! Which characters may stand in an identifier, and which of the others carry meaning.
//!
//! The letters are listed, not asked of the standard library, whose answer changes with its Unicode
//! version: the same description must give the same names on every toolchain.

use std::ops::RangeInclusive;

/// Letters beyond ASCII that identifiers keep.
///
/// All of them are `XID_Start`, are not changed by NFC next to each other, stay within the table
/// when their case is changed, and are allowed by UTS 39, so that `uncommon_codepoints` stays
/// quiet.
pub(super) const LETTERS: &[RangeInclusive<char>] = &[
    // Latin: Western, Central and Eastern European, Turkish, Vietnamese.
    '\u{c0}'..='\u{d6}',
    '\u{d8}'..='\u{f6}',
    '\u{f8}'..='\u{12f}',
    '\u{131}'..='\u{131}',
    '\u{134}'..='\u{137}',
    '\u{139}'..='\u{13e}',
    '\u{141}'..='\u{148}',
    '\u{14a}'..='\u{17e}',
    '\u{1a0}'..='\u{1a1}',
    '\u{1af}'..='\u{1b0}',
    '\u{218}'..='\u{21b}',
    '\u{1ea0}'..='\u{1ef9}',
    // Greek. U+0390 and U+03B0 are missing: their upper case has combining marks.
    '\u{386}'..='\u{386}',
    '\u{388}'..='\u{38a}',
    '\u{38c}'..='\u{38c}',
    '\u{38e}'..='\u{38f}',
    '\u{391}'..='\u{3a1}',
    '\u{3a3}'..='\u{3af}',
    '\u{3b1}'..='\u{3ce}',
    // Cyrillic.
    '\u{400}'..='\u{45f}',
    '\u{48a}'..='\u{4ff}',
    // Hebrew, Arabic, Persian.
    '\u{5d0}'..='\u{5ea}',
    '\u{621}'..='\u{63a}',
    '\u{641}'..='\u{64a}',
    '\u{67e}'..='\u{67e}',
    '\u{686}'..='\u{686}',
    '\u{698}'..='\u{698}',
    '\u{6a9}'..='\u{6a9}',
    '\u{6af}'..='\u{6af}',
    '\u{6cc}'..='\u{6cc}',
    // Chinese, Japanese, Korean.
    '\u{3005}'..='\u{3007}',
    '\u{3041}'..='\u{3096}',
    '\u{30a1}'..='\u{30fa}',
    '\u{30fc}'..='\u{30fc}',
    '\u{3400}'..='\u{4dbf}',
    '\u{4e00}'..='\u{9fff}',
    '\u{ac00}'..='\u{d7a3}',
];

/// Punctuation beyond ASCII: it separates words and says nothing itself.
const PUNCTUATION: &[RangeInclusive<char>] = &[
    '\u{a0}'..='\u{a9}',
    '\u{ab}'..='\u{af}',
    '\u{b4}'..='\u{b4}',
    '\u{b6}'..='\u{b8}',
    '\u{bb}'..='\u{bb}',
    '\u{bf}'..='\u{bf}',
    '\u{d7}'..='\u{d7}',
    '\u{f7}'..='\u{f7}',
    '\u{2010}'..='\u{205e}',
    '\u{2e00}'..='\u{2e5d}',
    '\u{3001}'..='\u{3003}',
    '\u{3008}'..='\u{3020}',
    '\u{3030}'..='\u{3030}',
    '\u{30fb}'..='\u{30fb}',
    '\u{fe30}'..='\u{fe6f}',
    '\u{ff5f}'..='\u{ff65}',
];

/// Whether identifiers keep this letter or digit.
pub(super) fn is_kept(c: char) -> bool {
    c.is_ascii_alphanumeric() || within(LETTERS, c)
}

/// Whether this character only separates words.
pub(super) fn is_separator(c: char) -> bool {
    c.is_ascii_punctuation() || c.is_whitespace() || c.is_control() || within(PUNCTUATION, c)
}

/// The ASCII character of a fullwidth form (`Ａ`, `（`), any other character itself.
pub(super) fn fold_width(c: char) -> char {
    const OFFSET: u32 = 0xff01 - 0x21;
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - OFFSET).unwrap_or(c),
        _ => c,
    }
}

fn within(ranges: &[RangeInclusive<char>], c: char) -> bool {
    ranges.iter().any(|range| range.contains(&c))
}

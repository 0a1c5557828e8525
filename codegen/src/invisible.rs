//! Characters that are not seen.
//!
//! The ranges are listed, not asked of the standard library, whose answer changes with its Unicode
//! version.

use std::ops::RangeInclusive;

/// Characters that join text, direct it or mark it without being seen.
const FORMAT: &[RangeInclusive<char>] = &[
    '\u{ad}'..='\u{ad}',
    '\u{61c}'..='\u{61c}',
    '\u{180e}'..='\u{180e}',
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{feff}'..='\u{feff}',
    '\u{fff9}'..='\u{fffb}',
    '\u{e0000}'..='\u{e007f}',
];

/// Characters that choose the look of the one before them, or that fill a place.
const SELECTORS: &[RangeInclusive<char>] = &[
    '\u{34f}'..='\u{34f}',
    '\u{115f}'..='\u{1160}',
    '\u{180b}'..='\u{180f}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{e0080}'..='\u{e0fff}',
];

/// Whether a character can make a text look like another one: a terminal obeys it, or it moves or
/// hides what stands beside it. Reports write it out, and emitted files leave it out.
///
/// Selectors are none of these: `❤️` keeps its colour.
pub(crate) fn is_deceptive(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || within(FORMAT, c)
}

/// Whether a name is the same without this character: nobody could tell two identifiers apart by it.
///
/// Control characters and line separators are none of these: they separate words.
pub(crate) fn is_invisible(c: char) -> bool {
    within(FORMAT, c) || within(SELECTORS, c)
}

fn within(ranges: &[RangeInclusive<char>], c: char) -> bool {
    ranges.iter().any(|range| range.contains(&c))
}

//! Characters that JSON allows in strings and YAML does not.

use std::borrow::Cow;

/// Whether YAML forbids a character, even in quotes.
pub(super) fn is_refused(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => c.is_control(),
    }
}

/// The text with a stand-in of the same length for each character that JSON allows and YAML does
/// not, so that the walk goes on behind it.
pub(super) fn legible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_refused) {
        return Cow::Borrowed(text);
    }
    let stand_in = |character: char| match (is_refused(character), character.len_utf8()) {
        (false, _) => character,
        (true, 1) => '?',
        (true, 2) => '\u{bf}',
        (true, _) => char::REPLACEMENT_CHARACTER,
    };
    Cow::Owned(text.chars().map(stand_in).collect())
}

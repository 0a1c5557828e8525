//! From any text to letters, digits and underscores.

use super::letters::{fold_width, is_kept, is_separator};
use crate::invisible::is_invisible;

/// What a sign is called where it is all there is; longer ones first.
const SIGNS: &[(&str, &str)] = &[
    ("<=", "less_or_equal"),
    (">=", "greater_or_equal"),
    ("!=", "not_equal"),
    ("==", "equal"),
    (" ", "space"),
    ("!", "exclamation"),
    ("\"", "quote"),
    ("#", "hash"),
    ("$", "dollar"),
    ("%", "percent"),
    ("&", "ampersand"),
    ("'", "apostrophe"),
    ("(", "left_paren"),
    (")", "right_paren"),
    ("*", "star"),
    ("+", "plus"),
    (",", "comma"),
    ("-", "minus"),
    (".", "dot"),
    ("/", "slash"),
    (":", "colon"),
    (";", "semicolon"),
    ("<", "less_than"),
    ("=", "equal"),
    (">", "greater_than"),
    ("?", "question"),
    ("@", "at"),
    ("[", "left_bracket"),
    ("\\", "backslash"),
    ("]", "right_bracket"),
    ("^", "caret"),
    ("_", "underscore"),
    ("`", "backtick"),
    ("{", "left_brace"),
    ("|", "pipe"),
    ("}", "right_brace"),
    ("~", "tilde"),
];

/// Signs that mean something before a word: `+1`, `-created`, `<= 5`.
const MEANT_BEFORE: &[&str] = &["+", "-", "!", "=", "!=", "<", "<=", ">", ">="];

/// Signs that mean something after a word: `A-`, `c++`, `c#`, `created>=`.
const MEANT_AFTER: &[&str] = &["+", "++", "-", "#", "%", "*", "=", "!=", "<", "<=", ">", ">="];

/// Spells `wire` with kept letters and digits, and `_` between words. At least one letter or digit
/// comes out.
pub(super) fn spell(wire: &str) -> String {
    let visible: String = wire.chars().map(fold_width).filter(|c| !is_invisible(*c)).collect();
    let head = visible.trim_start_matches(|c| !is_kept(c));
    let name = head.trim_end_matches(|c| !is_kept(c));
    if !name.is_empty() {
        let before = &visible[..visible.len() - head.len()];
        let after = &head[name.len()..];
        spell_around(before, name, after)
    } else if !visible.is_empty() {
        spell_signs(&visible)
    } else if !wire.is_empty() {
        spell_signs(wire)
    } else {
        "empty".to_owned()
    }
}

/// The name of one character by its code point.
pub(super) fn code_point(c: char) -> String {
    format!("u{:x}", u32::from(c))
}

/// Spells a name and, where they mean something, the signs around it.
fn spell_around(before: &str, name: &str, after: &str) -> String {
    // `List<User>`, `<none>`: brackets compare nothing.
    let opened = before.contains('<') || name.contains('<');
    let in_brackets = opened && (name.contains('>') || after.contains('>'));
    let mut spelled = String::with_capacity(name.len());
    spell_edge(&mut spelled, before, MEANT_BEFORE, in_brackets);
    for c in name.chars() {
        spell_char(&mut spelled, c);
    }
    spell_edge(&mut spelled, after, MEANT_AFTER, in_brackets);
    spelled
}

fn spell_edge(spelled: &mut String, edge: &str, meant: &[&str], in_brackets: bool) {
    let signs = edge.trim();
    if meant.contains(&signs) && !(in_brackets && signs.contains(['<', '>'])) {
        spelled.push('_');
        spelled.push_str(&spell_signs(signs));
        spelled.push('_');
    } else {
        for c in edge.chars() {
            spell_char(spelled, c);
        }
    }
}

fn spell_char(spelled: &mut String, c: char) {
    if is_kept(c) {
        spelled.push(c);
    } else if is_separator(c) {
        spelled.push('_');
    } else {
        spelled.push('_');
        spelled.push_str(&code_point(c));
        spelled.push('_');
    }
}

/// Spells every sign of a text that has no letters or digits.
fn spell_signs(text: &str) -> String {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let known = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
        let (length, name) = match known {
            Some((sign, name)) => (sign.len(), (*name).to_owned()),
            None => (c.len_utf8(), code_point(c)),
        };
        names.push(name);
        rest = &rest[length..];
    }
    names.join("_")
}

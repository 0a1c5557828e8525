//! One wire name to the identifier it gets when nothing else wants it.

use super::{case::Case, hash::hash_word, ident::Ident, namespace::Namespace, signs, words::words};

/// The most characters of an identifier. Longer ones are cut and end in a hash of their wire name.
const LONGEST: usize = 100;

/// The characters of a wire name that are read. Identifiers of longer ones are cut too: their hash
/// covers the rest.
const READ: usize = 1000;

/// What is kept of a longer one: the rest is for the hash and the `_` before it.
const KEPT: usize = LONGEST - 5;

/// The identifier of a name that shares its scope with no other.
pub fn ident(namespace: Namespace, wire: &str) -> Ident {
    Ident::checked(&plain(namespace, wire))
}

/// The text of [`ident`].
pub(super) fn plain(namespace: Namespace, wire: &str) -> String {
    let case = namespace.case();
    let end = wire.char_indices().nth(READ).map_or(wire.len(), |(end, _)| end);
    let mut words = words(&wire[..end]);
    if namespace == Namespace::Module {
        words = words.iter().map(|word| spell_ascii(word)).collect();
    }
    let mut name = case.join(&words);
    name.insert_str(0, prefix(namespace, &name));
    if end < wire.len() || name.chars().nth(LONGEST).is_some() {
        name = name.chars().take(KEPT).collect();
        case.push(&mut name, &hash_word(wire, 0, 0));
    }
    if namespace.reserves(&name) {
        name = namespace.escape(&name);
    }
    name
}

/// What has to stand before a name.
fn prefix(namespace: Namespace, name: &str) -> &'static str {
    match (name.chars().next(), namespace.case()) {
        // n as in number.
        (Some('0'..='9'), Case::Snake) => "n",
        (Some('0'..='9'), Case::Pascal) => "N",
        // A script without case spells an argument like a type, and rustc takes an argument that is
        // spelled like a tuple struct for its pattern (its error E0530).
        (Some(first), _) if namespace == Namespace::Argument && !first.is_lowercase() => "a_",
        _ => "",
    }
}

/// Spells what rustc does not take for the file of a module (its error E0754): letters beyond
/// ASCII.
fn spell_ascii(word: &str) -> String {
    let mut spelled = String::new();
    let mut previous = None;
    for c in word.chars() {
        if previous.is_some_and(|previous: char| !previous.is_ascii() || !c.is_ascii()) {
            spelled.push('_');
        }
        if c.is_ascii() {
            spelled.push(c);
        } else {
            spelled.push_str(&signs::code_point(c));
        }
        previous = Some(c);
    }
    spelled
}

//! One wire name to the identifier it gets when nothing else wants it.

use super::{
    assign::{Wanted, assign},
    case::Case,
    hash::hash_word,
    ident::Ident,
    namespace::Namespace,
    signs,
    words::words,
};

/// The most characters of an identifier. Longer ones are cut and end in a hash of their wire name.
pub(super) const LONGEST: usize = 100;

/// What is kept of a longer one: the rest is for the hash and the `_` before it.
const KEPT: usize = LONGEST - 5;

/// The identifier of a name that shares its scope with no other.
pub fn ident(namespace: Namespace, wire: &str) -> Ident {
    Ident::checked(&plain(namespace, wire))
}

/// The modules of some types or operations, which are also the stems of their files, in the order asked.
pub fn file_stems(items: &[Ident]) -> Vec<Ident> {
    let wanted = items.iter().map(|item| Wanted { wire: item.as_str(), rust: None });
    assign(Namespace::Module, &wanted.collect::<Vec<_>>()).idents
}

/// The text of [`ident`].
pub(super) fn plain(namespace: Namespace, wire: &str) -> String {
    let case = namespace.case();
    let mut words = words(wire);
    if namespace == Namespace::Module {
        words = words.iter().map(|word| spell_ascii(word)).collect();
    }
    let mut name = case.join(&words);
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, number_prefix(case));
    }
    if name.chars().nth(LONGEST).is_some() {
        name = name.chars().take(KEPT).collect();
        case.push(&mut name, &hash_word(wire, 0, 0));
    }
    if namespace.reserves(&name) {
        name = namespace.escape(&name);
    }
    name
}

/// What stands before a leading digit: n as in number.
fn number_prefix(case: Case) -> char {
    match case {
        Case::Snake => 'n',
        Case::Pascal => 'N',
    }
}

/// Spells what rustc does not take for the file of a module (its error E0754): letters beyond ASCII.
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

//! The names of one scope, told apart.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{hash::hash_word, ident::Ident, namespace::Namespace, plain::plain};

/// One name that wants an identifier.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The name in the description.
    pub wire: &'a str,
    /// The identifier that the description asks for with `x-rust-name`.
    pub rust: Option<&'a str>,
}

/// What [`assign`] found.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// One identifier for each wanted name, in the order asked.
    pub idents: Vec<Ident>,
    /// The identifiers that several names wanted, in alphabetical order.
    pub collisions: Vec<Collision>,
    /// Names whose `rust` is reserved, a keyword, of another case, or no identifier: `wire` was
    /// used instead.
    pub invalid: Vec<usize>,
}

/// Several names that want the same identifier.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Collision {
    /// The identifier. One of the members has it, the others got a suffix.
    pub ident: Ident,
    /// Positions in the wanted names, ascending; at least two.
    pub members: Vec<usize>,
}

/// Gives every wanted name an identifier of its own.
///
/// Of several names that want the same one, it goes to the one that asks for it in `rust`, else to
/// the one whose wire name it is, else to one in lower case, else to the first in byte order. Each of
/// the others gets a suffix computed from its wire name, so the result depends on the set of names and
/// not on their order: a word for its case where names differ in nothing else, else digits. Only names
/// with equal wire names are told apart by their order.
pub fn assign(namespace: Namespace, wanted: &[Wanted<'_>]) -> Assigned {
    let mut invalid = Vec::new();
    let mut groups = BTreeMap::<String, Vec<usize>>::new();
    for (index, name) in wanted.iter().enumerate() {
        let text = match name.rust {
            Some(rust) if namespace.accepts(rust) => rust.to_owned(),
            asked => {
                invalid.extend(asked.map(|_| index));
                plain(namespace, name.wire)
            }
        };
        groups.entry(text).or_default().push(index);
    }
    let collisions = groups
        .iter()
        .filter(|(_, members)| members.len() > 1)
        .map(|(text, members)| Collision { ident: Ident::checked(text), members: members.clone() })
        .collect();
    Assigned { idents: tell_apart(namespace, wanted, groups), collisions, invalid }
}

/// The modules of some types or operations, in the order asked. They are also the stems of their
/// files, so they are distinct where case is ignored.
pub fn file_stems(items: &[Ident]) -> Vec<Ident> {
    let wanted = items.iter().map(|item| Wanted { wire: item.as_str(), rust: None });
    assign(Namespace::Module, &wanted.collect::<Vec<_>>()).idents
}

/// Makes the identifiers of all groups distinct; one group is the positions that want the same one.
fn tell_apart(
    namespace: Namespace,
    wanted: &[Wanted<'_>],
    groups: BTreeMap<String, Vec<usize>>,
) -> Vec<Ident> {
    let mut taken = groups.keys().cloned().collect::<HashSet<_>>();
    let mut placed = Vec::with_capacity(wanted.len());
    for (text, mut members) in groups {
        members.sort_by_key(|&index| {
            let Wanted { wire, rust } = wanted[index];
            let is_lower = !wire.contains(char::is_uppercase);
            (rust != Some(&text), wire != text, !is_lower, wire, index)
        });
        let words = case_words(members.iter().map(|&index| wanted[index].wire));
        for twins in members.chunk_by(|&one, &other| wanted[one].wire == wanted[other].wire) {
            for (twin, &index) in twins.iter().enumerate() {
                let wire = wanted[index].wire;
                let name = if index == members[0] {
                    text.clone()
                } else {
                    let word = words.as_ref().and_then(|words| words.get(wire).copied());
                    suffixed(namespace, &text, word, (wire, twin), &taken)
                };
                placed.push((index, Ident::checked(&name)));
                taken.insert(name);
            }
        }
    }
    placed.sort_by_key(|(index, _)| *index);
    placed.into_iter().map(|(_, ident)| ident).collect()
}

/// A word for the case of each wire name, if they differ in case alone and no two words are the same.
fn case_words<'a>(wires: impl Iterator<Item = &'a str>) -> Option<HashMap<&'a str, &'static str>> {
    let words: HashMap<_, _> = wires.map(|wire| (wire, case_word(wire))).collect();
    let lower: HashSet<_> = words.keys().map(|wire| wire.to_lowercase()).collect();
    let distinct: HashSet<_> = words.values().collect();
    (lower.len() == 1 && distinct.len() == words.len()).then_some(words)
}

fn case_word(wire: &str) -> &'static str {
    let letters = || wire.chars().filter(|it| it.is_lowercase() || it.is_uppercase());
    let uppercase = letters().filter(|it| it.is_uppercase()).count();
    match letters().next() {
        _ if uppercase == letters().count() => "upper",
        Some(first) if first.is_uppercase() && uppercase == 1 => "capitalized",
        _ if uppercase == 0 => "lower",
        _ => "mixed",
    }
}

/// `text` with a suffix that makes a free name: `word`, if there is one, else the first of those for
/// `wire`.
fn suffixed(
    namespace: Namespace,
    text: &str,
    word: Option<&str>,
    (wire, twin): (&str, usize),
    taken: &HashSet<String>,
) -> String {
    let hashes = (0..).map(|attempt| hash_word(wire, twin, attempt));
    let words = word.filter(|_| twin == 0).map(str::to_owned).into_iter().chain(hashes);
    let mut names = words.map(|word| {
        let mut name = text.to_owned();
        namespace.case().push(&mut name, &word);
        name
    });
    let is_free = |name: &String| !taken.contains(name) && !namespace.reserves(name);
    names.find(is_free).unwrap_or_else(|| text.to_owned())
}

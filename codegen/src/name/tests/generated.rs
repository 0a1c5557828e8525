//! Properties that hold for any text.

use std::collections::{BTreeMap, HashSet};

use crate::name::{Namespace, Wanted, assign, ident, letters, words};

use super::{NAMESPACES, check};

/// Pieces that names are made of: cases, digits, signs, keywords, scripts, and what has no place in
/// an identifier.
const PIECES: &[&str] = &[
    "image",
    "Image",
    "ID",
    "IDs",
    "IP",
    "v",
    "V",
    "s",
    "a",
    "A",
    "B",
    "OAuth",
    "GiB",
    "type",
    "Self",
    "self",
    "error",
    "con",
    "1",
    "2",
    "64",
    "_",
    "__",
    "-",
    ".",
    "/",
    " ",
    "+",
    "<",
    ">",
    "=",
    "!",
    "*",
    "#",
    "$",
    "{",
    "}",
    "\"",
    "\\",
    "\n",
    "\0",
    "é",
    "e\u{301}",
    "ß",
    "Σ",
    "İ",
    "ı",
    "ŉ",
    "中",
    "文",
    "か",
    "か\u{3099}",
    "한",
    "ᄒ",
    "Ж",
    "ك",
    "ไ",
    "०",
    "²",
    "😀",
    "👍🏽",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "Ａ",
    "（",
    "ﬁ",
    "\u{10ffff}",
];

/// Wire names by the thousand, the same at each run: up to six pieces each, picked by a linear
/// congruential generator.
fn wires() -> impl Iterator<Item = String> {
    let mut state = 1_u64;
    let mut below = move |limit: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % limit
    };
    (0..2000).map(move |_| (0..below(7)).map(|_| PIECES[below(PIECES.len())]).collect())
}

fn assign_by_wire(namespace: Namespace, wires: &[&str]) -> BTreeMap<String, String> {
    let wanted: Vec<_> = wires.iter().map(|wire| Wanted { wire, rust: None }).collect();
    let idents = assign(namespace, &wanted).idents;
    wires.iter().zip(idents).map(|(wire, ident)| ((*wire).to_owned(), ident.to_string())).collect()
}

#[test]
fn any_text_becomes_an_identifier() {
    for wire in wires() {
        for namespace in NAMESPACES {
            check(namespace, &ident(namespace, &wire));
        }
    }
}

/// rustc takes an argument that is spelled like a tuple struct for its pattern.
#[test]
fn no_argument_is_spelled_like_a_type() {
    for wire in wires() {
        assert_ne!(ident(Namespace::Argument, &wire), ident(Namespace::Type, &wire));
    }
}

#[test]
fn words_are_never_empty() {
    for wire in wires() {
        let words = words(&wire);
        assert!(
            !words.is_empty() && words.iter().all(|word| !word.is_empty()),
            "{wire:?}: {words:?}"
        );
    }
}

#[test]
fn identifiers_in_snake_case_stay_as_they_are() {
    for wire in wires() {
        let once = ident(Namespace::Setter, &wire);
        assert_eq!(ident(Namespace::Setter, once.as_str()), once, "{wire:?}");
    }
}

#[test]
fn assigned_identifiers_are_distinct_and_valid() {
    let wires: Vec<String> = wires().collect();
    let wanted: Vec<_> = wires.iter().map(|wire| Wanted { wire, rust: None }).collect();
    for namespace in NAMESPACES {
        let assigned = assign(namespace, &wanted);
        let mut seen = HashSet::new();
        for ident in &assigned.idents {
            check(namespace, ident);
            assert!(seen.insert(ident), "{ident} twice in {namespace:?}");
        }
        assert!(!assigned.collisions.is_empty());
    }
}

#[test]
fn the_order_of_the_names_does_not_matter() {
    let mut wires: Vec<String> = wires().collect();
    wires.sort();
    wires.dedup();
    let forward: Vec<&str> = wires.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    for namespace in NAMESPACES {
        assert_eq!(assign_by_wire(namespace, &forward), assign_by_wire(namespace, &backward));
    }
}

#[test]
fn every_kept_letter_stands_alone() {
    for letter in letters::LETTERS.iter().cloned().flatten() {
        assert!(letter.is_alphanumeric(), "{letter} would separate words");
        let both_cases = letter.to_lowercase().chain(letter.to_uppercase());
        assert!(both_cases.clone().all(letters::is_kept), "{letter} changes into {both_cases:?}");
        let wire = letter.to_string();
        check(Namespace::Field, &ident(Namespace::Field, &wire));
        check(Namespace::Type, &ident(Namespace::Type, &wire));
    }
}

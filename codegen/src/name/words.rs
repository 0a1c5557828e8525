//! Wire name to words.

use heck::ToSnakeCase;

use super::{irregular::regular, signs::spell};

/// The words of a wire name, in lower case: `sizeInGB` is `size`, `in`, `gb`.
///
/// A word ends at punctuation and where the case says so. Digits stay with the word before them,
/// acronyms stay whole, also in the plural (`clusterIPs` is `cluster`, `ips`). Signs are spelled
/// where they carry the meaning: alone (`<=`), before a word (`-1`) or after it (`c++`). There is
/// always at least one word, and a word is never empty; it may start with a digit or be a keyword.
pub fn words(wire: &str) -> Vec<String> {
    regular(&spell(wire)).to_snake_case().split('_').map(str::to_owned).collect()
}

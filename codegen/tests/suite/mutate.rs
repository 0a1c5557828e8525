//! Text, damaged: the same damage at each run.

/// Numbers that look random (xorshift64*).
pub(crate) struct Random(u64);

impl Random {
    /// The numbers of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        // The state must not be zero.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, which is not zero.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(bits).unwrap_or_default() % limit
    }

    /// One of several, of which there is at least one.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What replaces something else: values of each type, words of OpenAPI, and text that no parser
/// expects.
const REPLACEMENTS: &[&str] = &[
    "",
    " ",
    "null",
    "true",
    "-1",
    "1e400",
    "[]",
    "{}",
    "''",
    "\"",
    "'",
    ":",
    "-",
    "#",
    "&a",
    "*a",
    "<<: *a",
    "$ref",
    "'#/components/schemas/Node'",
    "'#'",
    "type",
    "object",
    "array",
    "enum",
    "properties",
    "required",
    "x-pagination",
    "x-rust-name",
    "Self",
    "{",
    "}",
    "\t",
    "\0",
    "\u{202e}",
    "é",
    "😀",
    "?",
    "/{a}",
    "%",
    "~1",
    "99999999999999999999999",
    "2026-01-01",
    "!!binary x",
    "|",
];

/// `text` with one to four pieces deleted, repeated, moved or replaced.
pub(crate) fn mutate(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        text = match random.below(6) {
            0 => on_lines(&text, random, |lines, at, _| _ = lines.remove(at)),
            1 => on_lines(&text, random, |lines, at, _| lines.insert(at, lines[at])),
            2 => on_lines(&text, random, |lines, at, random| {
                let line = lines.remove(at);
                lines.insert(random.below(lines.len() + 1), line);
            }),
            3 => replace_word(&text, random),
            4 => replace_bytes(&text, random),
            _ => truncate(&text, random),
        };
    }
    text
}

fn on_lines(
    text: &str,
    random: &mut Random,
    change: impl FnOnce(&mut Vec<&str>, usize, &mut Random),
) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if !lines.is_empty() {
        let at = random.below(lines.len());
        change(&mut lines, at, random);
    }
    lines.join("\n")
}

/// Replaces a word by a replacement or by another word of the text.
fn replace_word(text: &str, random: &mut Random) -> String {
    let words: Vec<&str> =
        text.split(|c: char| " \n:{}[],'\"".contains(c)).filter(|it| !it.is_empty()).collect();
    if words.is_empty() {
        return text.to_owned();
    }
    let (old, other) = (random.pick(&words), random.pick(&words));
    let new = if random.below(2) == 0 { other } else { random.pick(REPLACEMENTS) };
    let places: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
    let at = places[random.below(places.len())];
    [&text[..at], new, &text[at + old.len()..]].concat()
}

fn replace_bytes(text: &str, random: &mut Random) -> String {
    let start = boundary(text, random.below(text.len() + 1));
    let end = boundary(text, start + random.below(12));
    [&text[..start], random.pick(REPLACEMENTS), &text[end..]].concat()
}

fn truncate(text: &str, random: &mut Random) -> String {
    text[..boundary(text, random.below(text.len() + 1))].to_owned()
}

/// The last character boundary that is not behind `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

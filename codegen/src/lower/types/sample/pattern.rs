//! Texts that match a pattern, of the kinds of patterns that descriptions have.

use std::iter::Peekable;
use std::str::Chars;

/// The longest text that is made of a pattern.
const LONGEST: usize = 300;

/// How deep groups may stand in groups.
const DEEPEST: usize = 10;

/// A text with `least` to `most` characters that matches a pattern, unless the pattern is of a kind
/// that nothing can be made of: one that looks ahead or refers back.
pub(super) fn text(pattern: &str, least: usize, most: usize) -> Option<String> {
    let fits = |text: &String| (least..=most).contains(&text.chars().count());
    // The shortest text, then those in which each part that may be repeated is, as often as needed.
    [0, 1, least].into_iter().find_map(|times| {
        let mut maker = Maker { rest: pattern.chars().peekable(), times, taken: 0 };
        let text = maker.alternatives(0)?;
        let is_whole = maker.rest.next().is_none();
        Some(text).filter(|text| is_whole && fits(text))
    })
}

struct Maker<'p> {
    rest: Peekable<Chars<'p>>,
    /// How often to repeat what may be repeated without end.
    times: usize,
    /// How many characters were made, used or not.
    taken: usize,
}

impl Maker<'_> {
    /// The text of the first of several alternatives; all of them are read.
    fn alternatives(&mut self, depth: usize) -> Option<String> {
        let first = self.sequence(depth)?;
        while self.rest.next_if_eq(&'|').is_some() {
            self.sequence(depth)?;
        }
        Some(first)
    }

    fn sequence(&mut self, depth: usize) -> Option<String> {
        let mut text = String::new();
        while let Some(next) = self.rest.next_if(|next| !matches!(next, '|' | ')')) {
            let piece = match next {
                '^' | '$' => continue,
                '(' => self.group(depth + 1)?,
                '[' => self.class()?.to_string(),
                '.' => "a".to_owned(),
                '\\' => match self.rest.next()? {
                    'b' | 'A' | 'Z' | 'z' => continue,
                    escaped => self.escaped(escaped)?.to_string(),
                },
                '*' | '+' | '?' => return None,
                literal => literal.to_string(),
            };
            let count = self.count()?;
            self.taken = self.taken.saturating_add(piece.len().saturating_mul(count));
            if self.taken > LONGEST {
                return None;
            }
            text.push_str(&piece.repeat(count));
        }
        Some(text)
    }

    fn group(&mut self, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        if self.rest.next_if_eq(&'?').is_some() {
            match self.rest.next()? {
                ':' => {}
                '<' => {
                    // The name of the group, not a look behind.
                    self.rest.next_if(|next| next.is_alphabetic())?;
                    while self.rest.next()? != '>' {}
                }
                _ => return None,
            }
        }
        let text = self.alternatives(depth)?;
        self.rest.next_if_eq(&')').map(|_| text)
    }

    /// How often the piece stands that was just read.
    fn count(&mut self) -> Option<usize> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, usize::MAX),
            Some('+') => (1, usize::MAX),
            Some('?') => (0, 1),
            Some('{') => {
                self.rest.next();
                let mut inside = String::new();
                while let Some(next) = self.rest.next_if(|next| *next != '}') {
                    inside.push(next);
                }
                let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
                let most = if most.is_empty() { usize::MAX } else { most.parse().ok()? };
                (least.parse().ok()?, most)
            }
            _ => return Some(1),
        };
        self.rest.next();
        // Whether as few as possible are taken, or as many, is the same here.
        self.rest.next_if(|next| matches!(next, '?' | '+'));
        Some(least.max(self.times).min(most))
    }

    /// A character of a class: the first that it names, or one that a class of others leaves.
    fn class(&mut self) -> Option<char> {
        let is_of_others = self.rest.next_if_eq(&'^').is_some();
        let mut ranges: Vec<(char, char)> = Vec::new();
        loop {
            let first = match self.rest.next()? {
                ']' if !ranges.is_empty() => break,
                '\\' => match self.rest.next()? {
                    'w' => {
                        ranges.extend([('a', 'z'), ('0', '9'), ('A', 'Z'), ('_', '_')]);
                        continue;
                    }
                    's' => {
                        ranges.extend([(' ', ' '), ('\t', '\r')]);
                        continue;
                    }
                    'd' => {
                        ranges.push(('0', '9'));
                        continue;
                    }
                    escaped => self.escaped(escaped)?,
                },
                other => other,
            };
            let mut after = self.rest.clone();
            let is_range = after.next() == Some('-') && after.next().is_some_and(|it| it != ']');
            let last = match is_range {
                true => {
                    self.rest.next();
                    match self.rest.next()? {
                        '\\' => {
                            let escaped = self.rest.next()?;
                            self.escaped(escaped)?
                        }
                        other => other,
                    }
                }
                false => first,
            };
            ranges.push((first, last));
        }
        let holds = |it: char| ranges.iter().any(|(first, last)| (*first..=*last).contains(&it));
        let mut common = ('a'..='z').chain('0'..='9').chain('A'..='Z').chain("-_ ".chars());
        match is_of_others {
            true => common.find(|it| !holds(*it)),
            false => common.find(|it| holds(*it)).or_else(|| Some(ranges.first()?.0)),
        }
    }

    /// A character that an escape stands for.
    fn escaped(&mut self, escaped: char) -> Option<char> {
        match escaped {
            'd' => Some('1'),
            'w' | 'S' | 'D' => Some('a'),
            's' | 'W' => Some(' '),
            't' => Some('\t'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            'u' | 'x' => {
                let length = if escaped == 'u' { 4 } else { 2 };
                let digits: String = self.rest.by_ref().take(length).collect();
                char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
            }
            // A reference back, or a class of Unicode.
            '1'..='9' | 'k' | 'p' | 'P' | 'B' => None,
            literal => Some(literal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn texts_match_their_patterns() {
        let check = |pattern: &str, expected: &str| {
            assert_eq!(text(pattern, 1, usize::MAX).as_deref(), Some(expected), "{pattern}");
        };
        check("^[a-z0-9]+$", "a");
        check("^[A-Z]{2}-\\d{3,}$", "AA-111");
        check("^(foo|bar)_[^a-c]*$", "foo_");
        check("^(?:sk|pk)_(?<kind>live|test)\\.x?$", "sk_live.");
        check("^[\\w.-]*$", "a");
        check("^[+]?[0-9]$", "0");
        check("^[^/]{3}$", "aaa");
        check("^\\u0041\\x2f$", "A/");
    }

    #[test]
    fn texts_are_as_long_as_they_must_be() {
        assert_eq!(text("^[a-f]+$", 4, 10).as_deref(), Some("aaaa"));
        assert_eq!(text("^[a-f]{2}$", 4, 10), None);
        assert_eq!(text("^a{400}$", 1, usize::MAX), None);
        assert_eq!(text("^(((a{20}){20}){20})$", 1, usize::MAX), None);
    }

    #[test]
    fn nothing_is_made_of_what_is_not_understood() {
        let patterns = ["^(?=a)b$", "(a)\\1", "^\\p{L}+$", "(", "[", "a)", "*", "[]", "a{x}", "\\"];
        for pattern in patterns {
            assert_eq!(text(pattern, 1, usize::MAX), None, "{pattern}");
        }
        let deep = "(".repeat(100_000);
        assert_eq!(text(&deep, 1, usize::MAX), None);
    }
}

//! How words are joined.

use heck::ToUpperCamelCase;

/// A way to join words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Case {
    /// `image_id`
    Snake,
    /// `ImageId`. An underscore stands between digits alone: `V1_12` is not `V11_2`.
    Pascal,
}

impl Case {
    /// Joins lower-case words.
    pub(super) fn join(self, words: &[String]) -> String {
        let mut text = String::new();
        for word in words {
            self.push(&mut text, word);
        }
        text
    }

    /// Adds a lower-case word to joined words, in place of an escape's underscore.
    pub(super) fn push(self, text: &mut String, word: &str) {
        text.truncate(text.trim_end_matches('_').len());
        let separate = match self {
            Self::Snake => !text.is_empty(),
            Self::Pascal => text.ends_with(is_digit) && word.starts_with(is_digit),
        };
        if separate {
            text.push('_');
        }
        match self {
            Self::Snake => text.push_str(word),
            Self::Pascal => text.push_str(&word.to_upper_camel_case()),
        }
    }

    /// Whether rustc's naming lints accept `text`.
    pub(super) fn accepts(self, text: &str) -> bool {
        let core = text.trim_matches('_');
        match self {
            Self::Snake => !core.contains("__") && !core.contains(char::is_uppercase),
            Self::Pascal => {
                !core.starts_with(char::is_lowercase)
                    && core.split('_').skip(1).all(|part| part.starts_with(is_digit))
                    && core.rsplit('_').skip(1).all(|part| part.ends_with(is_digit))
            }
        }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

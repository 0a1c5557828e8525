//! Edits of a description that are certain to be meant, so that a program can make them.

use crate::source::Place;

/// What to write in the place of a word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Where the word stands: a key or a text.
    pub place: Place,
    /// The word, without quotes.
    pub from: String,
    /// The word that was meant, without quotes.
    pub to: String,
}

/// The text to write in place of `written`, which is `from` with or without quotes. `None`: the text
/// is something else, such as an alias, or the new word would need another kind of quotes.
pub(super) fn replacement(written: &str, from: &str, to: &str) -> Option<String> {
    let quote = written.chars().next().filter(|first| ['"', '\''].contains(first));
    match quote {
        Some(quote) => {
            let is_plain = !to.contains(['"', '\'', '\\']) && !to.contains(char::is_control);
            let is_it = written.strip_prefix(quote)?.strip_suffix(quote)? == from;
            (is_it && is_plain).then(|| format!("{quote}{to}{quote}"))
        }
        None if written != from => None,
        None if is_plain_scalar(to) => Some(to.to_owned()),
        None => (!to.contains('\'')).then(|| format!("'{to}'")),
    }
}

/// Whether YAML reads a word as it stands, as text.
fn is_plain_scalar(word: &str) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "_-$/".contains(letter);
    let is_value = ["true", "false", "null", "yes", "no", "on", "off"].contains(&word);
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$')
        && word.chars().all(is_word)
        && !is_value
}

#[cfg(test)]
mod tests {
    use super::replacement;

    #[test]
    fn quotes_stay_and_other_texts_are_left_alone() {
        let check = |written: &str, from: &str, to: &str, expected: Option<&str>| {
            assert_eq!(replacement(written, from, to).as_deref(), expected, "{written}");
        };
        check("sumary", "sumary", "summary", Some("summary"));
        check("\"sumary\"", "sumary", "summary", Some("\"summary\""));
        check("'sumary'", "sumary", "summary", Some("'summary'"));
        check("*alias", "sumary", "summary", None);
        check("\"sum\\u0061ry\"", "sumary", "summary", None);
        check("Pet", "Pet", "#/components/schemas/Pet", Some("'#/components/schemas/Pet'"));
        check("nul", "nul", "null", Some("'null'"));
        check("\"a\"", "a", "\"", None);
    }
}

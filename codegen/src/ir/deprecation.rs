//! What is said about something that the description calls deprecated.

/// What a sentence says that speaks of it.
const WORDS: &[&str] = &[
    "deprecat",
    "discontinued",
    "discouraged",
    "do not use",
    "instead",
    "legacy",
    "no longer",
    "obsolete",
    "out of use",
    "replaced",
    "retired",
    "superseded",
    "takes its place",
    "will be removed",
];

/// How many bytes a sentence may have: a compiler prints it in one line.
const LONGEST: usize = 200;

/// Why something is deprecated that is documented by `texts`: their first sentence that speaks of
/// it, without its full stop.
pub(crate) fn deprecation(texts: &[&str]) -> String {
    let mut sentences = texts.iter().flat_map(|text| sentences(text));
    let found = sentences.find(|sentence| speaks_of_it(sentence));
    match found.filter(|sentence| sentence.len() <= LONGEST) {
        Some(sentence) => sentence.trim_end_matches(['.', '。']).to_owned(),
        None => "deprecated by the service".to_owned(),
    }
}

fn speaks_of_it(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    // A sentence of one word names no reason.
    sentence.contains(' ') && WORDS.iter().any(|word| sentence.contains(word))
}

/// The sentences of all paragraphs, each in one line.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let paragraphs = text.split("\n\n");
    paragraphs.flat_map(|paragraph| {
        let words: Vec<_> = paragraph.split_whitespace().collect();
        let mut sentences = vec![String::new()];
        for word in words {
            if let Some(sentence) = sentences.last_mut() {
                if !sentence.is_empty() {
                    sentence.push(' ');
                }
                sentence.push_str(word);
            }
            let is_abbreviation = matches!(word, "e.g." | "i.e." | "etc." | "vs.");
            if word.ends_with(['.', '!', '?', '。']) && !is_abbreviation {
                sentences.push(String::new());
            }
        }
        sentences
    })
}

#[cfg(test)]
mod tests {
    use super::deprecation;

    #[track_caller]
    fn check(docs: &str, expected: &str) {
        assert_eq!(deprecation(&[docs]), expected);
    }

    #[test]
    fn the_first_sentence_that_speaks_of_it_is_the_reason() {
        check(
            "Out of use according\n to the documentation.",
            "Out of use according to the documentation",
        );
        check("The owner, e.g. a team. Use `team` instead. Really.", "Use `team` instead");
        check("The owner.\n\nNo longer read.\n\nDefault: `a`.", "No longer read");
    }

    #[test]
    fn a_description_that_does_not_speak_of_it_is_not_quoted() {
        check("", "deprecated by the service");
        check("The owner of the pet.", "deprecated by the service");
        check("Deprecated.", "deprecated by the service");
        check(&format!("{}is obsolete.", "word ".repeat(60)), "deprecated by the service");
    }
}

//! "Did you mean": the candidate nearest to a misspelt word.

/// Longer words than this are not compared, since the cost grows with the square of the length.
const LONGEST: usize = 100;

/// How many candidates are looked at: who has thousands of slips among thousands of names waits for
/// none of them.
const MOST: usize = 500;

/// The candidate that `word` was probably meant to be: one that differs only in case, or else the
/// nearest one.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours. It may be a
/// third of the word's characters at most. The first of equally near candidates wins.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let characters: Vec<char> = word.chars().take(LONGEST + 1).collect();
    let lower = word.to_lowercase();
    let mut limit = characters.len().max(3) / 3;
    let mut nearest = None;
    for candidate in candidates.into_iter().take(MOST) {
        crate::steps::take(1);
        if candidate.len().abs_diff(word.len()) > 4 * limit {
            continue;
        }
        if candidate.to_lowercase() == lower {
            return Some(candidate);
        }
        let other: Vec<char> = candidate.chars().take(LONGEST + 1).collect();
        let differ = characters.len().abs_diff(other.len()) > limit;
        if differ || characters.len().max(other.len()) > LONGEST {
            continue;
        }
        let distance = distance(&characters, &other, limit);
        if distance <= limit && nearest.is_none_or(|(nearest, _)| distance < nearest) {
            limit = distance;
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// Whether only one of the candidates is like `word`, or one differs only in case.
pub(super) fn only_near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> bool {
    let characters: Vec<char> = word.chars().take(LONGEST + 1).collect();
    let limit = characters.len().max(3) / 3;
    let mut near: Option<&str> = None;
    for candidate in candidates.into_iter().take(MOST) {
        crate::steps::take(1);
        if candidate.to_lowercase() == word.to_lowercase() {
            return true;
        }
        let other: Vec<char> = candidate.chars().take(LONGEST + 1).collect();
        let is_long = characters.len().max(other.len()) > LONGEST;
        let is_other = characters.len().abs_diff(other.len()) > limit;
        if is_long || is_other || distance(&characters, &other, limit) > limit {
            continue;
        }
        if near.is_some_and(|near| near != candidate) {
            return false;
        }
        near = Some(candidate);
    }
    near.is_some()
}

/// The Damerau-Levenshtein distance (optimal string alignment), or anything beyond `limit` where it
/// is beyond that.
fn distance(a: &[char], b: &[char], limit: usize) -> usize {
    let [mut before_last, mut row] = [vec![0; b.len() + 1], vec![0; b.len() + 1]];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut nearest_before = 0;
    for i in 0..a.len() {
        row[0] = i + 1;
        let mut nearest = i + 1;
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before_last[j - 1] + 1);
            }
            row[j + 1] = best;
            nearest = nearest.min(best);
        }
        // What follows is made of these two rows.
        if nearest > limit && nearest_before > limit {
            return nearest;
        }
        nearest_before = nearest;
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{only_near, suggest};

    #[test]
    fn near_words_are_suggested() {
        let check = |word: &str, candidates: &[&'static str], expected: Option<&str>| {
            assert_eq!(suggest(word, candidates.iter().copied()), expected, "{word}");
        };
        check("Pett", &["Order", "Pet", "User"], Some("Pet"));
        check("opertionId", &["operationId", "tags"], Some("operationId"));
        check("summray", &["summary"], Some("summary"));
        check("operationid", &["operationIx", "operationId"], Some("operationId"));
        check("type", &["format", "items"], None);
        check("in", &["on"], Some("on"));
        check("a", &["bb"], None);
        check("", &["name"], None);
        check("名字", &["名称"], Some("名称"));
        check("name", &[], None);
    }

    #[test]
    fn the_first_of_equally_near_words_wins() {
        assert_eq!(suggest("cat", ["bat", "hat"]), Some("bat"));
    }

    #[test]
    fn one_near_word_leaves_no_doubt() {
        assert!(only_near("cat", ["bat", "dog"]));
        assert!(only_near("cat", ["bat", "bat"]));
        assert!(only_near("Hat", ["bat", "hat"]));
        assert!(!only_near("cat", ["bat", "hat"]));
        assert!(!only_near("cat", ["dog"]));
    }

    #[test]
    fn long_words_are_compared_by_case_only() {
        let long = "x".repeat(1_000_000);
        assert_eq!(suggest(&long, [format!("{long}y").as_str()]), None);
        assert_eq!(suggest(&long.to_uppercase(), [long.as_str()]), Some(long.as_str()));
    }
}

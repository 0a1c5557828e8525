// @generated: part of the runtime that the generator copies. Do not edit.

//! Whole numbers that are written with a fraction or an exponent, `1.0` or `1e3`: to JSON they are
//! integers, to `serde_json` they are not.

/// How many digits the largest integer of 64 bits has.
const DIGITS: usize = 20;

/// The JSON text with such numbers written as integers; `None` if it has none. Where that is shorter,
/// blanks keep the place of what follows.
pub(super) fn written_out(text: &[u8]) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    let mut copied = 0;
    let mut index = 0;
    while let Some(byte) = text.get(index) {
        match byte {
            b'"' => index = end_of_string(text, index),
            b'-' | b'0'..=b'9' => {
                let is_part =
                    |it: &u8| matches!(it, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
                let length = text[index..].iter().take_while(|it| is_part(it)).count();
                let number = &text[index..index + length];
                if let Some(whole) = whole(number) {
                    let out = out.get_or_insert_with(Vec::new);
                    out.extend_from_slice(&text[copied..index]);
                    out.extend_from_slice(whole.as_bytes());
                    out.resize(out.len() + length.saturating_sub(whole.len()), b' ');
                    copied = index + length;
                }
                index += length;
            }
            _ => index += 1,
        }
    }
    let mut out = out?;
    out.extend_from_slice(&text[copied..]);
    Some(out)
}

/// The index behind the string that begins at `start`.
fn end_of_string(text: &[u8], start: usize) -> usize {
    let mut index = start + 1;
    while let Some(byte) = text.get(index) {
        match byte {
            b'\\' => index += 2,
            b'"' => return index + 1,
            _ => index += 1,
        }
    }
    text.len()
}

/// A number that has a fraction or an exponent as an integer, if it is one of at most [`DIGITS`].
/// The text is moved, not calculated with, so that no digit is lost.
fn whole(number: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(number).ok()?;
    if !text.contains(['.', 'e', 'E']) {
        return None;
    }
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // The point stands behind so many of the digits, which may be more or less than there are.
    let point = i64::try_from(integer.len()).ok()?.checked_add(exponent.parse().ok()?)?;
    let digits = [integer, fraction].concat();
    let significant = digits.trim_end_matches('0');
    let leading = significant.len() - significant.trim_start_matches('0').len();
    let significant = &significant[leading..];
    if significant.is_empty() {
        // Zero has no sign as an integer.
        return Some("0".to_owned());
    }
    let length = usize::try_from(point - i64::try_from(leading).ok()?).ok()?;
    let is_whole = (significant.len()..=DIGITS).contains(&length);
    is_whole.then(|| format!("{sign}{significant:0<length$}"))
}

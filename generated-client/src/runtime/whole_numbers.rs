// @generated: part of the runtime that the generator copies. Do not edit.

//! Whole numbers that are written with a fraction or an exponent, `1.0` or `1e3`: to JSON they are
//! integers, to `serde_json` they are not.

/// What a float holds of whole numbers without loss.
const LARGEST: f64 = 9_007_199_254_740_992.0;

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

/// A number that has a fraction or an exponent as an integer, if it is one.
fn whole(number: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(number).ok()?;
    if !text.contains(['.', 'e', 'E']) {
        return None;
    }
    if let Some((integer, fraction)) = text.split_once('.')
        && fraction.bytes().all(|it| it == b'0')
    {
        // Zero has no sign as an integer.
        return Some(if integer == "-0" { "0" } else { integer }.to_owned());
    }
    let value: f64 = text.parse().ok()?;
    (value.fract() == 0.0 && value.abs() <= LARGEST).then(|| format!("{}", value + 0.0))
}

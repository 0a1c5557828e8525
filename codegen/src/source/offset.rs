//! Byte offsets into a text: where characters and lines start.

/// The last character boundary at or before an offset.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The first character boundary at or after an offset; the end of the text if there is none.
pub(crate) fn ceil_char_boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&offset| text.is_char_boundary(offset)).unwrap_or(text.len())
}

/// The start of the line that holds an offset, which is a character boundary.
pub(crate) fn start_of_line(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The start of a line, counted from one; the end of the text if it has fewer lines.
pub(super) fn nth_line(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::{ceil_char_boundary, floor_char_boundary, nth_line, start_of_line};

    #[test]
    fn boundaries_are_on_either_side() {
        let text = "a\u{e9}b";
        let boundaries =
            |offset| (floor_char_boundary(text, offset), ceil_char_boundary(text, offset));
        assert_eq!(boundaries(1), (1, 1));
        assert_eq!(boundaries(2), (1, 3));
        assert_eq!(boundaries(9), (4, 4));
    }

    #[test]
    fn lines_start_after_a_newline() {
        let text = "one\ntwo\n";
        assert_eq!([0, 3, 4, 7, 8].map(|offset| start_of_line(text, offset)), [0, 0, 4, 4, 8]);
        assert_eq!([1, 2, 3, 9].map(|line| nth_line(text, line)), [0, 4, 8, 8]);
    }
}

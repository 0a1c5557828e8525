//! The text of a document as a walk over its values, with byte ranges.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, StrInput};

use super::characters::legible;

/// A step of the walk. A mapping is `Open`, then a `Key` and the steps of its value for each
/// entry, then `Close`. A sequence is the same without keys.
pub(super) enum TextStep<'t> {
    /// A key. It has no text if it is not a scalar.
    Key(Option<Cow<'t, str>>, Range<usize>),
    /// A scalar value, or an alias in the place of a value. The range is empty where the text
    /// has no value (`key:`).
    Scalar(Range<usize>),
    /// The start of a mapping or sequence, at this offset.
    Open(usize),
    /// The end of a mapping or sequence, at this offset.
    Close(usize),
}

/// Walks the first document of a legible text. The walk ends early at text that cannot be parsed.
pub(super) fn steps(text: &str) -> Steps<'_> {
    Steps { parser: Parser::new_from_str(text), open: Vec::new() }
}

/// The offset of the text behind the first document, if there is any.
pub(super) fn second_document(text: &str) -> Option<usize> {
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::DocumentStart(..), span)) => {
                documents += 1;
                if documents == 2 {
                    return span.start.byte_offset();
                }
            }
            Ok(_) => {}
            Err(error) => return error.marker().byte_offset(),
        }
    }
    None
}

/// The offset of the first bracket that is nested deeper than this many levels.
///
/// A text is parsed for it only if counting its brackets, in strings too, leaves a doubt.
pub(super) fn deeper_than(levels: usize, text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let suspicious = text.bytes().any(|byte| {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > levels
    });
    if !suspicious {
        return None;
    }
    let mut options = Options::default();
    options.flow_nesting_limit = levels;
    let text = legible(text);
    let error = Parser::new_from_str_with_options(&text, options).find_map(Result::err)?;
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => error.marker().byte_offset(),
        _ => None,
    }
}

/// See [`steps`].
pub(super) struct Steps<'t> {
    parser: Parser<'t, StrInput<'t>>,
    open: Vec<Nesting>,
}

enum Nesting {
    Sequence,
    /// A mapping, and whether its next node is a key.
    Mapping {
        at_key: bool,
    },
}

impl<'t> Iterator for Steps<'t> {
    type Item = TextStep<'t>;

    fn next(&mut self) -> Option<TextStep<'t>> {
        loop {
            let (event, range) = self.event()?;
            match event {
                Event::Scalar(..)
                | Event::Alias(_)
                | Event::SequenceStart(..)
                | Event::MappingStart(..) => {
                    return if self.take_key_turn() {
                        self.key(event, range)
                    } else {
                        Some(self.value(&event, range))
                    };
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    self.open.pop();
                    return Some(TextStep::Close(range.end));
                }
                Event::DocumentEnd => return None,
                _ => {}
            }
        }
    }
}

impl<'t> Steps<'t> {
    fn event(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        let (event, span) = self.parser.next_event()?.ok()?;
        Some((event, span.byte_range()?))
    }

    /// Whether the next node is a key. Keys and values take turns.
    fn take_key_turn(&mut self) -> bool {
        match self.open.last_mut() {
            Some(Nesting::Mapping { at_key }) => {
                *at_key = !*at_key;
                !*at_key
            }
            _ => false,
        }
    }

    fn key(&mut self, event: Event<'t>, range: Range<usize>) -> Option<TextStep<'t>> {
        match event {
            Event::Scalar(text, ..) => Some(TextStep::Key(Some(text), range)),
            Event::Alias(_) => Some(TextStep::Key(None, range)),
            _ => {
                let end = self.skip_collection()?;
                Some(TextStep::Key(None, range.start..end))
            }
        }
    }

    fn value(&mut self, event: &Event<'t>, range: Range<usize>) -> TextStep<'t> {
        match event {
            Event::SequenceStart(..) => self.open.push(Nesting::Sequence),
            Event::MappingStart(..) => self.open.push(Nesting::Mapping { at_key: true }),
            _ => return TextStep::Scalar(range),
        }
        TextStep::Open(range.start)
    }

    /// Passes over the rest of a collection that was just opened, and returns where it ends.
    fn skip_collection(&mut self) -> Option<usize> {
        let mut depth = 1_usize;
        loop {
            let (event, range) = self.event()?;
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
                Event::SequenceEnd | Event::MappingEnd => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some(range.end);
            }
        }
    }
}

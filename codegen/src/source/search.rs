//! Values to byte ranges. One walk over the tree finds the ways to the values, and one walk over
//! the text follows these ways.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Value;
use super::characters::legible;
use super::events::{TextStep, steps};
use super::place::address;
use super::seed::MERGE_KEY;

/// A part of an entry of an object.
#[derive(Clone, Copy)]
pub(super) enum EntryPart {
    Key,
    Value,
}

/// A step of the way from the root to a value.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Token<'a> {
    Key(Cow<'a, str>),
    Index(usize),
}

/// A value on the way to one that is looked for.
#[derive(Default)]
struct Entry<'a> {
    parent: Option<usize>,
    children: HashMap<Token<'a>, usize>,
    /// Whether this is itself looked for.
    wanted: bool,
    key: Option<Range<usize>>,
    value: Option<Range<usize>>,
    /// The merge key of a mapping. Entries that the text of the mapping lacks come from there.
    merge: Option<Range<usize>>,
}

impl Entry<'_> {
    fn key_or_value(&self) -> Option<Range<usize>> {
        self.key.clone().or_else(|| self.value.clone())
    }
}

/// The values that are looked for, as a tree of the ways to them. The root is entry 0.
pub(super) struct Search<'a> {
    addresses: HashSet<usize>,
    entries: Vec<Entry<'a>>,
    by_address: HashMap<usize, usize>,
    /// How many entries are still looked for.
    missing: usize,
}

impl<'a> Search<'a> {
    /// Looks for the values at these addresses: in the tree, then in the text it came from.
    pub(super) fn run(addresses: HashSet<usize>, root: &'a Value, text: &str) -> Self {
        let mut search = Search {
            addresses,
            entries: vec![Entry::default()],
            by_address: HashMap::new(),
            missing: 0,
        };
        search.name(root, &mut Vec::new());
        search.read(text);
        search
    }

    /// Finds the ways to all values that are looked for.
    fn name(&mut self, value: &'a Value, way: &mut Vec<Token<'a>>) {
        let address = address(value);
        if self.addresses.contains(&address) {
            let entry = self.insert(way);
            self.entries[entry].wanted = true;
            self.by_address.insert(address, entry);
            self.missing += 1;
        }
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    way.push(Token::Key(legible(key)));
                    self.name(value, way);
                    way.pop();
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    way.push(Token::Index(index));
                    self.name(value, way);
                    way.pop();
                }
            }
            _ => {}
        }
    }

    fn insert(&mut self, way: &[Token<'a>]) -> usize {
        let mut at = 0;
        for token in way {
            let next = self.entries.len();
            at = match self.entries[at].children.get(token) {
                Some(&child) => child,
                None => {
                    self.entries[at].children.insert(token.clone(), next);
                    self.entries.push(Entry { parent: Some(at), ..Entry::default() });
                    next
                }
            };
        }
        at
    }

    /// Notes the ranges of all entries that the text has.
    fn read(&mut self, text: &str) {
        let mut frames: Vec<OpenValue> = Vec::new();
        let mut key = None;
        let text = legible(text);
        for step in steps(&text) {
            if self.missing == 0 {
                return;
            }
            match step {
                TextStep::Key(text, range) => key = Some((text, range)),
                TextStep::Scalar(range) => {
                    self.enter(&mut frames, key.take(), Some(range));
                }
                TextStep::Open(start) => {
                    let entry = self.enter(&mut frames, key.take(), None);
                    frames.push(OpenValue { entry, start, next_index: 0 });
                }
                TextStep::Close(end) => {
                    if let Some(OpenValue { entry: Some(entry), start, .. }) = frames.pop() {
                        self.found(entry, start..end);
                    }
                }
            }
        }
    }

    /// Enters a value of the text, and returns its entry if it has one. A scalar comes with its
    /// range.
    fn enter(
        &mut self,
        frames: &mut [OpenValue],
        key: Option<(Option<Cow<'_, str>>, Range<usize>)>,
        scalar: Option<Range<usize>>,
    ) -> Option<usize> {
        let (entry, key) = match (frames.last_mut(), key) {
            (None, _) => (0, None),
            (Some(frame), None) => {
                let index = frame.next_index;
                frame.next_index += 1;
                (self.child(frame.entry?, &Token::Index(index))?, None)
            }
            (Some(frame), Some((text, range))) => {
                let (parent, text) = (frame.entry?, text?);
                if text == MERGE_KEY {
                    self.entries[parent].merge.get_or_insert_with(|| range.clone());
                }
                (self.child(parent, &Token::Key(text))?, Some(range))
            }
        };
        if self.entries[entry].key_or_value().is_some() {
            // The key is repeated, and the value is that of the first one.
            return None;
        }
        self.entries[entry].key.clone_from(&key);
        let scalar = scalar.filter(|range| !range.is_empty());
        if let Some(range) = scalar.or(key) {
            self.found(entry, range);
        }
        Some(entry)
    }

    fn child(&self, parent: usize, token: &Token<'_>) -> Option<usize> {
        self.entries[parent].children.get(token).copied()
    }

    fn found(&mut self, entry: usize, range: Range<usize>) {
        let entry = &mut self.entries[entry];
        if entry.value.is_none() {
            entry.value = Some(range);
            self.missing -= usize::from(entry.wanted);
        }
    }

    /// The range of the value at an address, or of the nearest one above it that the text has.
    pub(super) fn range(&self, address: usize, part: EntryPart) -> Range<usize> {
        let Some(&entry) = self.by_address.get(&address) else {
            return 0..0;
        };
        let mut entry = &self.entries[entry];
        let mut range = match part {
            EntryPart::Key => entry.key_or_value(),
            EntryPart::Value => entry.value.clone(),
        };
        while let (None, Some(parent)) = (&range, entry.parent) {
            entry = &self.entries[parent];
            range = entry.merge.clone().or_else(|| entry.value.clone());
        }
        range.unwrap_or(0..0)
    }
}

/// A mapping or sequence of the text that is open.
struct OpenValue {
    entry: Option<usize>,
    start: usize,
    next_index: usize,
}

//! Places to byte ranges, for many places at once.

use std::collections::HashMap;
use std::ops::Range;

use super::offset::floor_char_boundary;
use super::overlaid::ValueOrigin;
use super::place::Spot;
use super::search::{EntryPart, Search};
use super::{Document, DocumentId, Place, Sources};

/// The locations of places, as [`Sources::locate`] found them.
#[derive(Debug, Default)]
pub struct Locations {
    locations: HashMap<Place, Location>,
}

/// Where a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The document in whose text it is. A value that an overlay brought is in the overlay.
    pub document: DocumentId,
    /// The bytes of the text. They are part of one line, and start and end on character boundaries.
    pub range: Range<usize>,
    /// The `copy` of an overlay that brought a value to where the place is. The value itself is where
    /// it was written.
    pub copied_by: Option<(DocumentId, Range<usize>)>,
}

impl Locations {
    /// The location of a place. Returns `None` for a place that was not asked for.
    ///
    /// A mapping or sequence is found at its key, or at its first line if it has no key. A value
    /// that an alias or a merge key stands for is found at the alias or merge key.
    pub fn get(&self, place: Place) -> Option<Location> {
        self.locations.get(&place).cloned()
    }
}

impl Sources {
    /// Finds places in the texts, with one pass over each document that has one of them.
    pub fn locate(&self, places: impl IntoIterator<Item = Place>) -> Locations {
        let places: Vec<Place> = places.into_iter().collect();
        let origins = self.origins(&places);
        let written = |place: Place| origins.get(&place).map_or(place, |origin| origin.written);
        let copies = origins.values().filter_map(|origin| origin.copied_by);
        let ranges = self.ranges(places.iter().copied().map(written).chain(copies));
        let range = |place: Place| (place.document(), ranges.get(&place).cloned().unwrap_or(0..0));
        let location = |place: Place| {
            let (document, bytes) = range(written(place));
            let copied_by = origins.get(&place).and_then(|origin| origin.copied_by).map(range);
            (place, Location { document, range: bytes, copied_by })
        };
        Locations { locations: places.iter().copied().map(location).collect() }
    }

    /// Where the values were written that places in overlaid documents name.
    fn origins(&self, places: &[Place]) -> HashMap<Place, ValueOrigin> {
        let mut origins = HashMap::new();
        for (id, document) in self.iter() {
            if let Some(overlaid) = document.overlaid() {
                let of_it = places.iter().copied().filter(|place| place.document() == id);
                origins.extend(overlaid.origins(&of_it.collect::<Vec<_>>()));
            }
        }
        origins
    }

    fn ranges(&self, places: impl Iterator<Item = Place>) -> HashMap<Place, Range<usize>> {
        let mut by_document = vec![Vec::new(); self.iter().len()];
        for place in places {
            by_document[place.document().0].push(place);
        }
        let mut ranges = HashMap::new();
        for ((_, document), places) in self.iter().zip(by_document) {
            if !places.is_empty() {
                locate_in(document, &places, &mut ranges);
            }
        }
        ranges
    }
}

fn locate_in(document: &Document, places: &[Place], ranges: &mut HashMap<Place, Range<usize>>) {
    let addresses = places.iter().filter_map(|place| place.address());
    let search = Search::run(addresses.collect(), document.written(), document.text());
    for &place in places {
        let range = match place.spot() {
            Spot::Text { start, end } => start..end,
            Spot::Value(address) => search.range(address, EntryPart::Value),
            Spot::Key(address) => search.range(address, EntryPart::Key),
        };
        ranges.insert(place, first_line(document.text(), range));
    }
}

/// The first line of a range, without the white space at its end.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = floor_char_boundary(text, range.start);
    let end = floor_char_boundary(text, range.end).max(start);
    let line = text[start..end].lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;

    /// The places of the value at a pointer, drawn as `line:column text`: the key's, the value's.
    fn check(text: &str, pointer: &str, key: &str, value: &str) {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", text, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let node = sources.root(id).pointer(pointer).expect(pointer);
        let locations = sources.locate([node.key_place(), node.place()]);
        let text = sources.get(id).text();
        let draw = |place| {
            let range = locations.get(place).expect("it was asked for").range;
            let before = &text[..range.start];
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
            format!("{line}:{column} {}", &text[range])
        };
        assert_eq!((draw(node.key_place()).as_str(), draw(node.place()).as_str()), (key, value));
    }

    #[test]
    fn block_yaml() {
        let text =
            "openapi: 3.1.0\npaths:\n  /pets:\n    get:\n      tags:\n        - a\n        - b\n";
        check(text, "/openapi", "1:1 openapi", "1:10 3.1.0");
        check(text, "/paths/~1pets/get", "4:5 get", "4:5 get");
        check(text, "/paths/~1pets/get/tags", "5:7 tags", "5:7 tags");
        check(text, "/paths/~1pets/get/tags/1", "7:11 b", "7:11 b");
        check(text, "", "1:1 openapi: 3.1.0", "1:1 openapi: 3.1.0");
    }

    #[test]
    fn items_are_found_by_their_first_line() {
        let text = "a:\n  - in: path\n    name: x\n  - {in: query, name: y}\n  - [1, {b: 2}]\n";
        check(text, "/a/0", "2:5 in: path", "2:5 in: path");
        check(text, "/a/1", "4:5 {in: query, name: y}", "4:5 {in: query, name: y}");
        check(text, "/a/1/name", "4:17 name", "4:23 y");
        check(text, "/a/2/1", "5:9 {b: 2}", "5:9 {b: 2}");
    }

    #[test]
    fn scalars() {
        let text = "q: \"a\\nb\"\ns: 'it''s'\nl: |\n  one\n  two\np: one\n  two\nn:\nt: !!str 1\n200: ok\n";
        check(text, "/q", "1:1 q", "1:4 \"a\\nb\"");
        check(text, "/s", "2:1 s", "2:4 'it''s'");
        check(text, "/l", "3:1 l", "4:3 one");
        check(text, "/p", "6:1 p", "6:4 one");
        check(text, "/n", "8:1 n", "8:1 n");
        check(text, "/t", "9:1 t", "9:10 1");
        check(text, "/200", "10:1 200", "10:6 ok");
    }

    #[test]
    fn json() {
        let text = "{\n  \"a/b\": {\"c~\": [1, {\"d\": \"\\ud83d\\ude00\"}]},\n  \"e\": null\n}";
        check(text, "/a~1b/c~0", "2:11 \"c~\"", "2:11 \"c~\"");
        check(text, "/a~1b/c~0/1/d", "2:22 \"d\"", "2:27 \"\\ud83d\\ude00\"");
        check(
            text,
            "/a~1b/c~0/1",
            "2:21 {\"d\": \"\\ud83d\\ude00\"}",
            "2:21 {\"d\": \"\\ud83d\\ude00\"}",
        );
        check(text, "/e", "3:3 \"e\"", "3:8 null");
        check(text, "", "1:1 {", "1:1 {");
    }

    #[test]
    fn aliases_and_merge_keys() {
        let text = "x: &x {a: 1, b: 2}\ny: *x\nz:\n  <<: *x\n  b: 3\nw: [*x]\n";
        check(text, "/x/a", "1:8 a", "1:11 1");
        check(text, "/y", "2:1 y", "2:4 *x");
        check(text, "/y/a", "2:4 *x", "2:4 *x");
        check(text, "/z/a", "4:3 <<", "4:3 <<");
        check(text, "/z/b", "5:3 b", "5:6 3");
        check(text, "/w/0/b", "6:5 *x", "6:5 *x");
    }

    #[test]
    fn line_ends_byte_order_marks_and_wide_characters() {
        let text = "\u{feff}a: 1\r\nb:\r\n  - é: 图像\r\n  - |\r\n    c\r\n";
        check(text, "/a", "1:1 a", "1:4 1");
        check(text, "/b/0", "3:5 é: 图像", "3:5 é: 图像");
        check(text, "/b/0/é", "3:5 é", "3:8 图像");
        check(text, "/b/1", "5:5 c", "5:5 c");
    }
}

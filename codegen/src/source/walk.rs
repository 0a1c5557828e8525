//! A walk over a whole document that tells the words of OpenAPI from names and from data.

use super::Node;

/// The meaning of the keys of an object.
#[derive(Clone, Copy, PartialEq)]
enum KeysAre {
    /// Words of OpenAPI.
    Words,
    /// Names that the author of the description chose.
    Names,
}

/// Words whose values are objects with names for keys. A name may look like one of [`DATA`].
const MAPS: &[&str] = &[
    "$defs",
    "callbacks",
    "definitions",
    "dependentSchemas",
    "examples",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "webhooks",
];

/// Keys whose values are data: a `$ref` in them is not a reference.
const DATA: &[&str] = &["const", "default", "enum", "example", "value"];

/// Keys whose values are text: an object there is a mistake, and nothing in it is read.
const TEXTS: &[&str] = &["description", "operationId", "summary", "title", "version"];

/// An entry whose key is a word of OpenAPI.
pub(super) struct Word<'a, 'w> {
    pub(super) key: &'a str,
    pub(super) value: Node<'a>,
    /// The way to the object that it stands in: at each step, the number of an entry or item.
    pub(super) way: &'w [usize],
}

/// Visits every entry below a node whose key is a word of OpenAPI.
pub(super) fn words<'a>(node: Node<'a>, visit: &mut impl FnMut(Word<'a, '_>)) {
    #[cfg(test)]
    WALKS.set(WALKS.get() + 1);
    below(node, KeysAre::Words, &mut Vec::new(), visit);
}

#[cfg(test)]
thread_local! {
    /// How many walks there were on this thread.
    pub(super) static WALKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

fn below<'a>(
    node: Node<'a>,
    keys: KeysAre,
    way: &mut Vec<usize>,
    visit: &mut impl FnMut(Word<'a, '_>),
) {
    for (index, item) in node.items().enumerate() {
        way.push(index);
        below(item, KeysAre::Words, way, visit);
        way.pop();
    }
    let is_word = keys == KeysAre::Words;
    for (index, (key, value)) in node.entries().enumerate() {
        if is_word && is_data(key, value) {
            continue;
        }
        if is_word {
            visit(Word { key, value, way });
        }
        let is_map = is_word && MAPS.contains(&key);
        way.push(index);
        below(value, if is_map { KeysAre::Names } else { KeysAre::Words }, way, visit);
        way.pop();
    }
}

/// Whether the value of a key is data. The `examples` of a schema are a list of data. All other
/// `examples` are a map.
fn is_data(key: &str, value: Node<'_>) -> bool {
    DATA.contains(&key)
        || TEXTS.contains(&key) && value.is_object()
        || key.starts_with("x-")
        || key == "examples" && value.is_array()
}

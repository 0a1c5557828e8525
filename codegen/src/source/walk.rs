//! Walking all of a document, its names and its data told from the words of OpenAPI.

use super::{Node, Value};

/// What the keys of an object are.
#[derive(Clone, Copy, PartialEq)]
enum KeysAre {
    /// Words of OpenAPI.
    Words,
    /// Names that the author of the description chose.
    Names,
}

/// Words whose values are objects with names for keys, where a name may look like one of [`DATA`].
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

/// Keys whose values are data: a `$ref` in them is no reference.
const DATA: &[&str] = &["const", "default", "enum", "example", "value"];

/// Visits every entry below a node whose key is a word of OpenAPI: the object it stands in, the
/// word, and the value.
pub(super) fn words<'a>(node: Node<'a>, visit: &mut impl FnMut(Node<'a>, &'a str, Node<'a>)) {
    below(node, KeysAre::Words, visit);
}

fn below<'a>(node: Node<'a>, keys: KeysAre, visit: &mut impl FnMut(Node<'a>, &'a str, Node<'a>)) {
    match node.value() {
        Value::Array(_) => node.items().for_each(|item| below(item, KeysAre::Words, visit)),
        Value::Object(_) => {
            for (key, value) in node.entries() {
                let is_word = keys == KeysAre::Words;
                if is_word && is_data(key, value) {
                    continue;
                }
                if is_word {
                    visit(node, key, value);
                }
                let is_map = is_word && MAPS.contains(&key);
                below(value, if is_map { KeysAre::Names } else { KeysAre::Words }, visit);
            }
        }
        _ => {}
    }
}

/// Whether a key holds data. The `examples` of a schema are a list of data, all others a map.
fn is_data(key: &str, value: Node<'_>) -> bool {
    DATA.contains(&key) || key.starts_with("x-") || key == "examples" && value.is_array()
}

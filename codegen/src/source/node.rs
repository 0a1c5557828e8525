//! A value together with the document it stands in.

use super::{DocumentId, Number, Place, Value};

/// A value and the document it stands in. The readers of a description walk over nodes.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    document: DocumentId,
    value: &'a Value,
}

impl<'a> Node<'a> {
    pub(super) fn new(document: DocumentId, value: &'a Value) -> Self {
        Node { document, value }
    }

    /// The document in which the value stands.
    pub fn document(self) -> DocumentId {
        self.document
    }

    /// The value itself.
    pub fn value(self) -> &'a Value {
        self.value
    }

    /// The kind of this value, with its article, for messages: `a string`, `an object`.
    pub fn kind(self) -> &'static str {
        self.value.kind()
    }

    /// The place of the value.
    pub fn place(self) -> Place {
        Place::value(self.document, self.value)
    }

    /// The place of the key of this value; the place of the value if it has no key.
    pub fn key_place(self) -> Place {
        Place::key(self.document, self.value)
    }

    /// The value under a key; `None` also if this is not an object.
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        match self.value {
            Value::Object(entries) => entries.get(key).map(|value| self.sibling(value)),
            _ => None,
        }
    }

    /// The entries of an object in the order of the text; none if this is not an object.
    pub fn entries(self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        let entries = match self.value {
            Value::Object(entries) => Some(entries),
            _ => None,
        };
        entries.into_iter().flatten().map(move |(key, value)| (key.as_str(), self.sibling(value)))
    }

    /// The items of an array; none if this is not an array.
    pub fn items(self) -> impl Iterator<Item = Node<'a>> {
        let items = match self.value {
            Value::Array(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().map(move |value| self.sibling(value))
    }

    /// The value of the entry, or the item, at this index.
    pub(super) fn nth(self, index: usize) -> Option<Node<'a>> {
        let value = match self.value {
            Value::Object(entries) => entries.get_index(index).map(|(_, value)| value),
            Value::Array(items) => items.get(index),
            _ => None,
        };
        value.map(|value| self.sibling(value))
    }

    /// The text of a string.
    pub fn as_str(self) -> Option<&'a str> {
        match self.value {
            Value::String(string) => Some(string),
            _ => None,
        }
    }

    /// The value of a boolean.
    pub fn as_bool(self) -> Option<bool> {
        match self.value {
            Value::Bool(bool) => Some(*bool),
            _ => None,
        }
    }

    /// The value of a number.
    pub fn as_number(self) -> Option<Number> {
        match self.value {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The value of a whole number. `1.0` is one, as in JSON Schema.
    pub fn as_int(self) -> Option<i128> {
        self.as_number()?.as_int()
    }

    /// Whether the value is null.
    pub fn is_null(self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Whether the value is an object.
    pub fn is_object(self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    /// Whether the value is an array.
    pub fn is_array(self) -> bool {
        matches!(self.value, Value::Array(_))
    }

    /// This value as one of `serde_json`, see [`Value::to_json`].
    pub fn to_json(self) -> serde_json::Value {
        self.value.to_json()
    }

    fn sibling(self, value: &'a Value) -> Node<'a> {
        Node { document: self.document, value }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;

    #[test]
    fn values_of_other_types_have_no_parts() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "text", &mut Diagnostics::default());
        let node = sources.root(id);
        assert_eq!((node.as_str(), node.kind()), (Some("text"), "a string"));
        assert!(node.get("a").is_none());
        assert_eq!(node.entries().count() + node.items().count(), 0);
        assert_eq!((node.as_bool(), node.as_int(), node.as_number()), (None, None, None));
        assert!(!node.is_null() && !node.is_object() && !node.is_array());
    }
}

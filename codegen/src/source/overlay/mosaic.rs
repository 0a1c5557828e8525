//! A value whose parts come from several documents.

use indexmap::IndexMap;

use crate::source::overlaid::ValueOrigin;
use crate::source::{Node, Value};

/// A value of the description in the making. What no overlay touched stays a reference to what was
/// written: it costs nothing however large it is.
#[derive(Clone, Debug)]
pub(super) enum Mosaic<'a> {
    /// A value as written, with all its parts.
    Written(Provenance<'a>),
    /// An object with other entries than those written.
    Object(Provenance<'a>, IndexMap<&'a str, Mosaic<'a>>),
    /// An array with other items than those written.
    Array(Provenance<'a>, Vec<Mosaic<'a>>),
}

/// A value as written, and what brought it to where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Provenance<'a> {
    pub(super) node: Node<'a>,
    /// The `copy` of an overlay.
    pub(super) copied_by: Option<Node<'a>>,
}

/// The kinds of values that are merged differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MergeKind {
    Null,
    Primitive,
    Array,
    Object,
}

/// How large a value is.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    /// How many bytes its text has, about.
    pub(super) length: usize,
    /// How many levels it has.
    pub(super) levels: usize,
}

impl<'a> Mosaic<'a> {
    pub(super) fn written(node: Node<'a>) -> Self {
        Self::Written(Provenance { node, copied_by: None })
    }

    pub(super) fn part(&self) -> Provenance<'a> {
        match self {
            Self::Written(part) | Self::Object(part, _) | Self::Array(part, _) => *part,
        }
    }

    pub(super) fn kind(&self) -> MergeKind {
        match self.part().node.value() {
            Value::Null => MergeKind::Null,
            Value::Bool(_) | Value::Number(_) | Value::String(_) => MergeKind::Primitive,
            Value::Array(_) => MergeKind::Array,
            Value::Object(_) => MergeKind::Object,
        }
    }

    /// The entries of an object, to change them.
    pub(super) fn entries_mut(&mut self) -> Option<&mut IndexMap<&'a str, Mosaic<'a>>> {
        if let Self::Written(part) = self
            && part.node.is_object()
        {
            let entries = part.node.entries().map(|(key, node)| (key, part.below(node)));
            *self = Self::Object(*part, entries.collect());
        }
        match self {
            Self::Object(_, entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of an array, to change them.
    pub(super) fn items_mut(&mut self) -> Option<&mut Vec<Mosaic<'a>>> {
        if let Self::Written(part) = self
            && part.node.is_array()
        {
            let items = part.node.items().map(|node| part.below(node));
            *self = Self::Array(*part, items.collect());
        }
        match self {
            Self::Array(_, items) => Some(items),
            _ => None,
        }
    }

    /// This value, brought by a `copy`.
    pub(super) fn copied(mut self, by: Node<'a>) -> Self {
        self.mark(by);
        self
    }

    fn mark(&mut self, by: Node<'a>) {
        match self {
            Self::Written(part) => part.copied_by = Some(by),
            Self::Object(part, entries) => {
                part.copied_by = Some(by);
                entries.values_mut().for_each(|entry| entry.mark(by));
            }
            Self::Array(part, items) => {
                part.copied_by = Some(by);
                items.iter_mut().for_each(|item| item.mark(by));
            }
        }
    }

    pub(super) fn size(&self) -> Size {
        match self {
            Self::Written(part) => size(part.node.value()),
            Self::Object(_, entries) => {
                around(entries.iter().map(|(key, entry)| (key.len(), entry.size())))
            }
            Self::Array(_, items) => around(items.iter().map(|item| (0, item.size()))),
        }
    }

    pub(super) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Written(part) => part.node.to_json(),
            Self::Object(_, entries) => {
                let entries = entries.iter();
                entries.map(|(key, entry)| ((*key).to_owned(), entry.to_json())).collect()
            }
            Self::Array(_, items) => items.iter().map(Mosaic::to_json).collect(),
        }
    }

    /// The value itself. The origins of it and of its parts are added to a list, in the order of a
    /// walk that visits a value before its parts.
    pub(super) fn build(&self, origins: &mut Vec<ValueOrigin>) -> Value {
        let Provenance { node, copied_by } = self.part();
        if let Self::Written(_) = self {
            note_all(node, copied_by, origins);
            return node.value().clone();
        }
        origins.push(origin(node, copied_by));
        match self {
            Self::Object(_, entries) => {
                let entries = entries.iter();
                let built = entries.map(|(key, entry)| ((*key).to_owned(), entry.build(origins)));
                Value::Object(built.collect())
            }
            Self::Array(_, items) => {
                Value::Array(items.iter().map(|item| item.build(origins)).collect())
            }
            Self::Written(_) => node.value().clone(),
        }
    }
}

impl<'a> Provenance<'a> {
    fn below(self, node: Node<'a>) -> Mosaic<'a> {
        Mosaic::Written(Provenance { node, ..self })
    }
}

fn origin(node: Node<'_>, copied_by: Option<Node<'_>>) -> ValueOrigin {
    ValueOrigin { written: node.place(), copied_by: copied_by.map(Node::place) }
}

fn note_all(node: Node<'_>, copied_by: Option<Node<'_>>, origins: &mut Vec<ValueOrigin>) {
    origins.push(origin(node, copied_by));
    node.entries().for_each(|(_, entry)| note_all(entry, copied_by, origins));
    node.items().for_each(|item| note_all(item, copied_by, origins));
}

fn size(value: &Value) -> Size {
    match value {
        Value::Object(entries) => {
            around(entries.iter().map(|(key, entry)| (key.len(), size(entry))))
        }
        Value::Array(items) => around(items.iter().map(|item| (0, size(item)))),
        Value::String(text) => Size { length: text.len() + 1, levels: 1 },
        _ => Size { length: 1, levels: 1 },
    }
}

/// The size of a value around others, each of which comes with the length of its key.
fn around(parts: impl Iterator<Item = (usize, Size)>) -> Size {
    let around = |all: Size, (key, part): (usize, Size)| Size {
        length: all.length + key + part.length,
        levels: all.levels.max(1 + part.levels),
    };
    parts.fold(Size { length: 1, levels: 1 }, around)
}

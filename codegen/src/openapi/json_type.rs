//! The types of JSON that a schema names.

use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A JSON type that a schema names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Type {
    Array,
    Boolean,
    Integer,
    Number,
    Object,
    String,
}

/// The types that a schema allows, each once, in the order it names them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct JsonTypes {
    named: [Option<Type>; 6],
    /// Whether `null` is among them.
    pub(crate) null: bool,
}

impl JsonTypes {
    /// One type, and not `null`.
    pub(crate) fn only(ty: Type) -> Self {
        let mut types = Self::default();
        types.insert(ty);
        types
    }

    /// The same types, with or without `null`.
    pub(crate) fn with_null(self, null: bool) -> Self {
        Self { null, ..self }
    }

    /// The types other than `null`.
    pub(crate) fn iter(self) -> impl Iterator<Item = Type> {
        self.named.into_iter().flatten()
    }

    /// The one type other than `null`, if there is one.
    pub(crate) fn single(self) -> Option<Type> {
        match self.named {
            [only, None, ..] => only,
            _ => None,
        }
    }

    /// The two types other than `null`, if there are two.
    pub(crate) fn pair(self) -> Option<[Type; 2]> {
        match self.named {
            [Some(first), Some(second), None, ..] => Some([first, second]),
            _ => None,
        }
    }

    /// Whether it names no type but perhaps `null`.
    pub(crate) fn is_empty(self) -> bool {
        self.named[0].is_none()
    }

    fn insert(&mut self, ty: Type) {
        for slot in &mut self.named {
            match slot {
                Some(known) if *known == ty => return,
                Some(_) => {}
                None => {
                    *slot = Some(ty);
                    return;
                }
            }
        }
    }

    fn add<'a>(&mut self, reader: &Reader<'a, '_>, node: Node<'a>) {
        const NAMES: &[(&str, Type)] = &[
            ("array", Type::Array),
            ("boolean", Type::Boolean),
            ("integer", Type::Integer),
            ("number", Type::Number),
            ("object", Type::Object),
            ("string", Type::String),
        ];
        let Some(name) = node.as_str() else {
            reader.wrong_type(node, "a string belongs here");
            // Without quotes, YAML takes the name for the value.
            self.null |= node.is_null();
            return;
        };
        if name == "null" {
            self.null = true;
            return;
        }
        if let Some((_, ty)) = NAMES.iter().find(|(known, _)| *known == name) {
            self.insert(*ty);
            return;
        }
        let diagnostic = Diagnostic::new(Code::InvalidValue, format!("there is no type `{name}`"))
            .at(node.place(), "not a type of JSON Schema");
        let known = NAMES.iter().map(|(known, _)| *known);
        reader.report(diagnostic.meant(node.place(), name, known));
    }
}

/// The value of `type`: one name, or a list of them.
impl<'a> Read<'a> for JsonTypes {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut types = Self::default();
        if node.is_array() {
            for item in node.items() {
                types.add(reader, item);
            }
        } else {
            types.add(reader, node);
        }
        Some(types)
    }
}

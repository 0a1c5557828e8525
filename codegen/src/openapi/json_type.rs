//! The types of JSON that a schema names.

use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic, suggest};
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

/// The value of `type`: one name, or a list of them.
#[derive(Default)]
pub(super) struct Types {
    pub(super) named: Vec<Type>,
    pub(super) null: bool,
}

impl<'a> Read<'a> for Types {
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

impl Types {
    fn add<'a>(&mut self, reader: &mut Reader<'a, '_>, node: Node<'a>) {
        const NAMES: &[(&str, Type)] = &[
            ("array", Type::Array),
            ("boolean", Type::Boolean),
            ("integer", Type::Integer),
            ("number", Type::Number),
            ("object", Type::Object),
            ("string", Type::String),
        ];
        let Some(name) = <&str>::read(reader, node) else { return };
        if name == "null" {
            self.null = true;
            return;
        }
        if let Some((_, ty)) = NAMES.iter().find(|(known, _)| *known == name) {
            if !self.named.contains(ty) {
                self.named.push(*ty);
            }
            return;
        }
        let mut diagnostic =
            Diagnostic::error(Code::InvalidValue, format!("there is no type `{name}`"))
                .at(node.place(), "not a type of JSON Schema");
        if let Some(near) = suggest(name, NAMES.iter().map(|(known, _)| *known)) {
            diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        }
        reader.report(diagnostic);
    }
}

//! The types that examples are values of, with the members of each by their names. Examples are many,
//! and types may have many members: looking through all of them for each would take too long.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::ir::{Building, Field, Item, ItemKind, Presence, Struct, TypeId};

/// The types of a service.
pub(crate) struct Shapes<'i> {
    items: &'i [Item],
    /// For each of them what is known of its members, once somebody has asked.
    members: Vec<OnceCell<Declared<'i>>>,
}

/// The members of an object.
#[derive(Default)]
pub(super) struct Declared<'i> {
    /// Each, and where it stands among the fields, by its name in JSON.
    pub(super) by_wire: HashMap<&'i str, (usize, &'i Field)>,
    /// Those that are always there.
    pub(super) required: Vec<&'i Field>,
    /// Those that callers give as arguments.
    pub(super) arguments: Vec<&'i Field>,
}

impl<'i> Shapes<'i> {
    pub(crate) fn of(items: &'i [Item]) -> Self {
        Self { items, members: items.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The types themselves.
    pub(crate) fn items(&self) -> &'i [Item] {
        self.items
    }

    /// What a type is.
    pub(super) fn kind(&self, id: TypeId) -> &'i ItemKind {
        &self.items[id.0].kind
    }

    /// The members of an object; none for all other types.
    pub(super) fn members(&self, id: TypeId) -> &Declared<'i> {
        self.members[id.0].get_or_init(|| match self.kind(id) {
            ItemKind::Struct(strukt) => Declared::of(strukt),
            _ => Declared::default(),
        })
    }
}

impl<'i> Declared<'i> {
    fn of(strukt: &'i Struct) -> Self {
        let fields = || strukt.fields.iter();
        let is_required =
            |field: &&Field| matches!(field.presence, Presence::Required | Presence::Nullable);
        let is_argument =
            |field: &&Field| !field.is_unsent && field.building() == Building::Argument;
        Self {
            by_wire: fields().enumerate().map(|at| (at.1.wire.as_str(), at)).collect(),
            required: fields().filter(is_required).collect(),
            arguments: fields().filter(is_argument).collect(),
        }
    }
}

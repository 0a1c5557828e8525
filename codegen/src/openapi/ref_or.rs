//! Objects that may be given by a reference.

use std::ops::Deref;

use super::api::Objects;
use super::arena::{Arena, Id};
use super::reader::{Read, Reader, Referable};
use super::reference::{Link, Reference};
use crate::source::Node;

/// An object, or a reference to it.
pub(crate) enum RefOr<'a, T> {
    Ref {
        link: Link<'a, RefOr<'a, T>>,
        /// What stands beside the reference (OpenAPI 3.1, Reference Object): it counts instead of
        /// the target's.
        description: Option<&'a str>,
    },
    Value(T),
}

/// An object that a description may give by a reference, by its id.
pub(crate) type Given<'a, T> = Id<RefOr<'a, T>>;

/// What a [`RefOr`] may hold.
pub(crate) trait Component<'a>: Read<'a> {
    /// Where objects of this kind are kept.
    fn arena<'o>(objects: &'o Objects<'a>) -> &'o Arena<RefOr<'a, Self>>;

    /// The same, to add to it.
    fn arena_mut<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<RefOr<'a, Self>>;

    /// The description of its own.
    fn description(&self) -> Option<&'a str>;
}

impl<'a, T: Component<'a>> Read<'a> for RefOr<'a, T> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.get("$ref") {
            Some(reference) => Some(Self::Ref {
                link: Link::read(reader, reference)?,
                description: node.get("description").and_then(Node::as_str),
            }),
            None => T::read(reader, node).map(Self::Value),
        }
    }
}

impl<'a, T: Component<'a>> Referable<'a> for RefOr<'a, T> {
    fn arena<'o>(objects: &'o mut Objects<'a>) -> &'o mut Arena<Self> {
        T::arena_mut(objects)
    }
}

/// An object at the end of the references that lead to it.
pub(crate) struct Resolved<'o, 'a, T> {
    pub(crate) object: &'o T,
    /// The last reference of those that led here: it names the object.
    pub(crate) component: Option<Reference<'a>>,
    /// What the first of them that is described says, else what the object says.
    pub(crate) description: Option<&'a str>,
}

impl<T> Clone for Resolved<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Resolved<'_, '_, T> {}

impl<T> Deref for Resolved<'_, '_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.object
    }
}

impl<'a> Objects<'a> {
    /// The object that stands at `given`, or that references lead to from there. `None` if it could
    /// not be read, which has been reported.
    pub(crate) fn resolve<'o, T: Component<'a>>(
        &'o self,
        given: Given<'a, T>,
    ) -> Option<Resolved<'o, 'a, T>> {
        let arena = T::arena(self);
        let (mut component, mut described, mut next) = (None, None, given);
        // A chain that is longer than there are objects leads back to itself.
        for _ in 0..=arena.len() {
            match arena.get(next)? {
                RefOr::Value(object) => {
                    let description = described.or(object.description());
                    return Some(Resolved { object, component, description });
                }
                RefOr::Ref { link, description } => {
                    component = Some(link.reference);
                    described = described.or(*description);
                    next = link.target?;
                }
            }
        }
        None
    }
}

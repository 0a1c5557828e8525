//! Objects that references may lead to: each is read once, and an id stands for it.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::source::Place;

/// Which object of an [`Arena`].
pub(crate) struct Id<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the object with this position, see [`index`](Self::index).
    pub(crate) fn at(index: usize) -> Self {
        // An object takes more bytes of memory than there are ids left after four billion.
        Self { index: u32::try_from(index).unwrap_or(u32::MAX), of: PhantomData }
    }

    /// Its position in the order in which objects were met.
    pub(crate) fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// Objects of one kind, by id and by the place they stand at.
pub(crate) struct Arena<T> {
    objects: Vec<State<T>>,
    by_place: HashMap<Place, Id<T>>,
}

enum State<T> {
    /// A reference leads to it; it is not read yet.
    Waiting,
    /// It is being read, or could not be read.
    Begun,
    Read(T),
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { objects: Vec::new(), by_place: HashMap::new() }
    }
}

impl<T> Arena<T> {
    /// The id of the object at `place`, which may wait to be read.
    pub(super) fn reserve(&mut self, place: Place) -> Id<T> {
        let next = Id::at(self.objects.len());
        let id = *self.by_place.entry(place).or_insert(next);
        if id == next {
            self.objects.push(State::Waiting);
        }
        id
    }

    /// The id of the object at `place`, and whether it has to be read now.
    pub(super) fn begin(&mut self, place: Place) -> (Id<T>, bool) {
        let id = self.reserve(place);
        let is_waiting = matches!(self.objects[id.index()], State::Waiting);
        if is_waiting {
            self.objects[id.index()] = State::Begun;
        }
        (id, is_waiting)
    }

    /// Stores an object that was read.
    pub(super) fn fill(&mut self, id: Id<T>, object: T) {
        self.objects[id.index()] = State::Read(object);
    }

    /// The object, unless it could not be read.
    pub(crate) fn get(&self, id: Id<T>) -> Option<&T> {
        match &self.objects[id.index()] {
            State::Read(object) => Some(object),
            State::Waiting | State::Begun => None,
        }
    }

    /// The object, to change it.
    pub(super) fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        match &mut self.objects[id.index()] {
            State::Read(object) => Some(object),
            State::Waiting | State::Begun => None,
        }
    }

    /// All objects that could be read, in the order in which they were met.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.objects.iter().filter_map(|state| match state {
            State::Read(object) => Some(object),
            State::Waiting | State::Begun => None,
        })
    }

    /// All ids, in the order in which objects were met.
    pub(crate) fn ids(&self) -> impl Iterator<Item = Id<T>> + use<T> {
        (0..self.objects.len()).map(Id::at)
    }

    /// How many objects there are.
    pub(crate) fn len(&self) -> usize {
        self.objects.len()
    }
}

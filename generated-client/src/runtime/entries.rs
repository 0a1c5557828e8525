// @generated: part of the runtime that the generator copies. Do not edit.

//! The members of a struct as they are written.

use serde::ser::{Serialize, SerializeMap};

/// An object while it is written.
///
/// It keeps the first error: with a `?` for each member, emitted structs take longer to compile.
#[derive(Debug)]
pub struct Entries<M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> Entries<M> {
    pub(super) fn new(map: M) -> Self {
        Self { map, result: Ok(()) }
    }

    /// Writes a member.
    pub fn write(&mut self, key: &str, value: &(impl Serialize + ?Sized)) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(key, value);
        }
    }

    /// Writes a member if it has a value.
    pub fn write_some(&mut self, key: &str, value: &Option<impl Serialize>) {
        if let Some(value) = value {
            self.write(key, value);
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first of the serializer.
    pub(super) fn end(self) -> Result<M::Ok, M::Error> {
        self.result?;
        self.map.end()
    }
}

//! A document with overlays on it: the value that results, and where each part of it was written.

use std::collections::{HashMap, HashSet};

use super::place::{Spot, address};
use super::{Place, Value};

/// What overlays made of a document.
#[derive(Debug)]
pub(super) struct Overlaid {
    // Boxed, so that the root stays where it is when the list of documents grows.
    root: Box<Value>,
    /// Of every value below the root, in the order of a walk that visits a value before its parts.
    origins: Vec<ValueOrigin>,
}

/// Where a value was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueOrigin {
    /// The value as written, in the description or in an overlay.
    pub(super) written: Place,
    /// The value of the `copy` that brought it to where it is.
    pub(super) copied_by: Option<Place>,
}

impl Overlaid {
    pub(super) fn new(root: Value, origins: Vec<ValueOrigin>) -> Self {
        Self { root: Box::new(root), origins }
    }

    /// The value of a document that is an overlay: there is nothing of a description in it.
    pub(super) fn nothing() -> Self {
        Self::new(Value::Null, Vec::new())
    }

    pub(super) fn root(&self) -> &Value {
        &self.root
    }

    /// The origins of the values that places name. A place in the text as written has none.
    pub(super) fn origins(&self, places: &[Place]) -> HashMap<Place, ValueOrigin> {
        let addresses: HashSet<usize> = places.iter().filter_map(|it| it.address()).collect();
        let mut found = HashMap::new();
        find(&self.root, &addresses, &mut self.origins.iter(), &mut found);
        let origin = |place: &Place| Some((*place, *found.get(&place.address()?)?));
        places.iter().filter_map(origin).map(|(place, origin)| (place, origin.of(place))).collect()
    }
}

impl ValueOrigin {
    /// The origin of the key of the value, if the place names the key.
    fn of(self, place: Place) -> Self {
        match (place.spot(), self.written.spot()) {
            (Spot::Key(_), Spot::Value(address)) => {
                Self { written: Place::key_at(self.written.document(), address), ..self }
            }
            _ => self,
        }
    }
}

fn find(
    value: &Value,
    addresses: &HashSet<usize>,
    origins: &mut std::slice::Iter<'_, ValueOrigin>,
    found: &mut HashMap<usize, ValueOrigin>,
) {
    let Some(origin) = origins.next() else { return };
    if addresses.contains(&address(value)) {
        found.insert(address(value), *origin);
    }
    match value {
        Value::Object(entries) => {
            entries.values().for_each(|value| find(value, addresses, origins, found));
        }
        Value::Array(items) => {
            items.iter().for_each(|value| find(value, addresses, origins, found));
        }
        _ => {}
    }
}

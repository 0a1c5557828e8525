//! Places in documents. A place costs nothing until it is printed.

use std::ops::Range;

use super::{DocumentId, Value};

/// A place in a document: a value, the key of a value, or a stretch of text.
///
/// A place names a value by its address, so it is meaningful only together with the
/// [`Sources`](super::Sources) it came from. [`Sources::locate`](super::Sources::locate) finds its
/// bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    document: DocumentId,
    spot: Spot,
}

/// What a place names inside its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Spot {
    /// The value at this address.
    Value(usize),
    /// The key under which the value at this address stands.
    Key(usize),
    /// Bytes of the text.
    Text { start: usize, end: usize },
}

impl Place {
    pub(super) fn value(document: DocumentId, value: &Value) -> Self {
        Place { document, spot: Spot::Value(address(value)) }
    }

    pub(super) fn key(document: DocumentId, value: &Value) -> Self {
        Place { document, spot: Spot::Key(address(value)) }
    }

    /// Bytes of a document's text, for findings about text that is not a value, such as syntax
    /// errors.
    pub fn text(document: DocumentId, range: Range<usize>) -> Self {
        Place { document, spot: Spot::Text { start: range.start, end: range.end } }
    }

    /// The key of the value at an address.
    pub(super) fn key_at(document: DocumentId, address: usize) -> Self {
        Place { document, spot: Spot::Key(address) }
    }

    /// The address of the value, unless this is a stretch of text.
    pub(super) fn address(self) -> Option<usize> {
        match self.spot {
            Spot::Value(address) | Spot::Key(address) => Some(address),
            Spot::Text { .. } => None,
        }
    }

    /// The document of this place.
    pub fn document(self) -> DocumentId {
        self.document
    }

    pub(super) fn spot(self) -> Spot {
        self.spot
    }
}

/// The address of a value. No two values share one.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}

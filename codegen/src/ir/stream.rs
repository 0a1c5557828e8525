//! Responses that are read while they come.

use super::Ty;

/// A response that is read while it comes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Stream {
    /// The media type to ask for.
    pub(crate) media_type: String,
    /// What it is made of.
    pub(crate) pieces: Pieces,
}

/// What a stream is made of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Pieces {
    /// Bytes.
    Bytes,
    /// Server-sent events.
    Events(Ty, EventForm),
    /// JSON values, one on a line.
    Lines(Ty),
    /// JSON values, each a part of a body in parts.
    Parts(Ty),
}

impl Pieces {
    /// The type of its values; bytes are none.
    pub(crate) fn ty(&self) -> Option<&Ty> {
        match self {
            Self::Bytes => None,
            Self::Events(ty, _) | Self::Lines(ty) | Self::Parts(ty) => Some(ty),
        }
    }
}

/// What of a server-sent event is read as a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum EventForm {
    /// Its data, as JSON.
    Json,
    /// Its data, as text.
    Text,
    /// All its fields, as an object.
    Whole,
    /// All its fields, as an object whose data is a text.
    WholeText,
}

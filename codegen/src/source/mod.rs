//! The documents of a description: their text, their values, and where each value stands.
//!
//! Serde reads a document once into a tree of [`Value`]s, without positions. A [`Place`] names a
//! value by its address in that tree, so carrying one costs nothing. When a diagnostic is printed,
//! [`Sources::locate`] reads the text again, event by event, and finds the bytes.
//!
//! [`Sources::overlay`] changes the values of a document by overlays. The values it makes remember
//! which values of which text they were, so that they are located there.

mod address;
mod characters;
mod document;
mod document_id;
mod duplicates;
mod events;
mod locate;
mod names;
mod node;
pub(crate) mod offset;
mod overlaid;
mod overlay;
mod parse;
mod place;
mod pointer;
mod reference;
mod resources;
mod search;
mod seed;
mod sources;
mod syntax;
mod value;
mod walk;
mod way;

pub use document::Document;
pub use document_id::DocumentId;
pub use locate::{Location, Locations};
pub use node::Node;
pub use place::Place;
pub use pointer::Unresolved;
pub use reference::normalize;
pub(crate) use reference::percent_decode;
pub use sources::{Missing, Sources};
pub use value::{Number, Value};

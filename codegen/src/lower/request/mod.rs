//! What goes into a request: its path, its parameters, its body.

pub(crate) mod arguments;
pub(crate) mod body;
pub(crate) mod input;
pub(crate) mod parameters;
mod part;
pub(crate) mod path;

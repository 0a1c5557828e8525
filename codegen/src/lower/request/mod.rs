//! What goes into a request: its path, its parameters, its body.

pub(crate) mod arguments;
pub(crate) mod body;
mod body_facts;
mod body_type;
mod fields;
pub(crate) mod given;
pub(crate) mod input;
mod members;
pub(crate) mod parameters;
mod part;
pub(crate) mod part_headers;
pub(crate) mod path;
mod positional;
pub(crate) mod querystring;
mod style;

//! Types: what the schemas of a description become.
//!
//! ```text
//! openapi's schemas -> Schemas -> Shape -> Ty and Drafts -> ir::Item
//!                      compose    shape    Types            finish
//! ```
//!
//! [`Schemas`] works out references and `allOf`; a [`Shape`] says of each schema what it is: a list,
//! an object, one of several, or the same as another. Both are made once for all schemas. [`Types`]
//! makes types of those that operations lead to, and finds which items have to be defined for them.
//! Once all are known, so is who uses which, and each item is built, complete.

mod boxes;
mod classify;
mod compose;
mod cycles;
mod draft;
mod enumeration;
mod equality;
mod facts;
mod finish;
mod graph;
mod heirs;
mod inherit;
mod merge;
mod model;
mod name;
mod number;
mod plan;
mod pointer;
mod sample;
mod service_types;
mod shape;
mod step;
mod structure;
mod tag;
mod text;
mod union;
mod union_item;
mod usage;
mod value_names;
mod values;
mod variant_name;

pub(crate) use compose::Schemas;
pub(crate) use model::Model;
pub(crate) use name::TypeName;
pub(crate) use pointer::target_name;
pub(crate) use sample::Direction;
pub(crate) use service_types::Types;
pub(crate) use usage::{Root, innermost};

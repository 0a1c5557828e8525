//! Which members an object needs, by the way that it goes.

use std::collections::HashMap;
use std::rc::Rc;

use crate::openapi::SchemaId;

/// Which way a value goes: members that only one side sets are not there on the other way.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Direction {
    Sent,
    Received,
}

/// The members that an object needs on one way, by the index of its schema.
pub(crate) type RequiredMembers<'a> = HashMap<(usize, Direction), Rc<[(&'a str, SchemaId)]>>;

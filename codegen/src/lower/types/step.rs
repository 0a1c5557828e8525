//! How a schema is part of another.

use std::borrow::Cow;

/// How a schema is part of another: what it is called after that.
#[derive(Clone, Debug)]
pub(super) enum Step<'a> {
    /// It is the same thing, or its items are called as the list.
    Same,
    /// The items of a list.
    Item,
    /// A thing of its own: a property, a variant.
    Child(Cow<'a, str>),
}

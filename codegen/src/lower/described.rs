//! Operations where the description has them, before anything is decided about them.

use crate::http::Method;
use crate::openapi::{Document, Operation, PathItem};
use crate::source::Node;

/// An operation where the description has it.
pub(crate) struct Described<'a, 's> {
    pub(crate) document: &'s Document<'a>,
    pub(crate) path: &'a str,
    pub(crate) path_node: Node<'a>,
    pub(crate) item: &'s PathItem<'a>,
    pub(crate) method: Method,
    pub(crate) operation: &'s Operation<'a>,
    pub(crate) id: String,
    pub(crate) index: usize,
    pub(crate) family: Option<usize>,
}

//! Which document.

/// Names a document among the [`Sources`](super::Sources) that hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub(super) usize);

//! Ways from the root of a document to a value.

use super::Node;

/// The way from the root of a document to a value: at each step, the number of an entry or item.
/// Unlike a reference to the value, it can be kept beside the document.
pub(super) type Way = Box<[usize]>;

/// The value at the end of a way.
pub(super) fn follow<'a>(root: Node<'a>, way: &[usize]) -> Option<Node<'a>> {
    way.iter().try_fold(root, |node, index| node.nth(*index))
}

//! One document: its path, its text and its value.

use super::Value;
use super::overlaid::Overlaid;

/// A document's text, parsed.
///
/// The addresses of its values are stable as long as the [`Sources`](super::Sources) live: a
/// [`Place`](super::Place) names a value by its address. Hence no `Clone`.
#[derive(Debug)]
pub struct Document {
    path: String,
    text: String,
    // Boxed, so that the root stays where it is when the list of documents grows.
    root: Box<Value>,
    is_concealed: bool,
    /// What overlays made of the root.
    overlaid: Option<Overlaid>,
    has_ids: bool,
}

impl Document {
    pub(super) fn new(path: String, text: String, root: Value) -> Self {
        let has_ids = text.contains("$id");
        Document { path, text, root: Box::new(root), is_concealed: false, overlaid: None, has_ids }
    }

    /// The path as shown to the user: separated by `/`, without `.` and inner `..` segments.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The last segment of the path: what the document is called wherever it stands.
    pub fn file_name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, name)| name)
    }

    /// The text, without a leading byte order mark. Byte ranges refer to this text.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn conceal(&mut self) {
        self.is_concealed = true;
    }

    /// Whether reports name places in the text without showing it.
    pub fn is_concealed(&self) -> bool {
        self.is_concealed
    }

    /// The value of the text, or what overlays made of it; [`Value::Null`] if the text could not be
    /// read, and for an overlay, which is no part of a description.
    pub fn root(&self) -> &Value {
        self.overlaid.as_ref().map_or(&self.root, Overlaid::root)
    }

    /// The value of the text.
    pub(super) fn written(&self) -> &Value {
        &self.root
    }

    /// Whether some schema may have an `$id`.
    pub(super) fn has_ids(&self) -> bool {
        self.has_ids || self.overlaid.is_some()
    }

    pub(super) fn overlaid(&self) -> Option<&Overlaid> {
        self.overlaid.as_ref()
    }

    pub(super) fn set_overlaid(&mut self, overlaid: Overlaid) {
        self.overlaid = Some(overlaid);
    }
}

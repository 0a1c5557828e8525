//! Keys that came with a version of OpenAPI, in documents of versions before it.

use super::object::ObjectReader;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

impl<'a> Reader<'a, '_> {
    /// The minor version that the document of a node is written in: the 1 of `3.1.0`. A document that
    /// does not say its version is part of the first one that does.
    fn minor_version(&self, node: Node<'a>) -> Option<u32> {
        let own = self.sources.root(node.document()).get("openapi");
        let mut roots = self.sources.iter().map(|(id, _)| self.sources.root(id));
        let version = own.or_else(|| roots.find_map(|root| root.get("openapi")))?;
        let number;
        let text = match version.as_str() {
            Some(text) => text,
            // Unquoted, `3.1` is a number.
            None => {
                number = version.to_json().to_string();
                &number
            }
        };
        text.split('.').nth(1)?.parse().ok()
    }

    /// Whether keywords that a schema does not know are annotations, as in all versions but 3.0.
    pub(super) fn has_annotations(&self, node: Node<'a>) -> bool {
        self.minor_version(node).is_some_and(|minor| minor > 0)
    }

    /// Whether the document of a node is written in a version before 3.2.
    pub(super) fn is_before_3_2(&self, node: Node<'a>) -> bool {
        self.minor_version(node).is_some_and(|minor| minor < 2)
    }

    /// Reports a key of `what` that came with OpenAPI 3.2 and stands in a document of a version before
    /// it. It is read all the same: no earlier version has another meaning for it.
    pub(super) fn report_too_new(&self, key: &str, what: &str, node: Node<'a>) {
        let message = format!("`{key}` is a key of {what} only since OpenAPI 3.2");
        self.report(
            Diagnostic::new(Code::UnknownKey, message)
                .at(node.key_place(), "read all the same")
                .help("write `openapi: 3.2.0` at the top"),
        );
    }

    /// Reports a value that came with OpenAPI 3.2, in the same way.
    pub(super) fn report_new_value(&self, value: &str, node: Node<'a>) {
        if self.is_before_3_2(node) {
            let message = format!("`{value}` is a value of this key only since OpenAPI 3.2");
            self.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(node.place(), "read all the same")
                    .help("write `openapi: 3.2.0` at the top"),
            );
        }
    }
}

impl ObjectReader<'_, '_, '_> {
    /// Keys that came with OpenAPI 3.2: those that stand in a document of a version before it are
    /// reported.
    pub(crate) fn since_3_2(&mut self, keys: &[&'static str]) {
        for key in keys {
            let (what, Some(node)) = (self.what(), self.node(key)) else { continue };
            let reader = self.reader_mut();
            if reader.is_before_3_2(node) {
                reader.report_too_new(key, what, node);
            }
        }
    }
}

//! References where OpenAPI has none: the object that they lead to is read as if it stood there.

use std::collections::HashSet;

use super::reader::Reader;
use super::reference::Reference;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// A value, and what a `$ref` in it leads to. What stands beside the `$ref` counts first.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) own: Node<'a>,
    behind: Option<Node<'a>>,
}

impl<'a> Beside<'a> {
    /// A value that is read as written.
    pub(super) fn only(own: Node<'a>) -> Self {
        Self { own, behind: None }
    }

    /// Whether there is a `$ref`, which has been read.
    pub(super) fn is_referred(self) -> bool {
        self.behind.is_some()
    }

    /// The value under a key.
    pub(super) fn get(self, key: &str) -> Option<Node<'a>> {
        self.own.get(key).or_else(|| self.behind?.get(key))
    }

    /// The entries, but for the `$ref`.
    pub(super) fn entries(self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        let is_referred = self.is_referred();
        let own = self.own.entries().filter(move |(key, _)| !(is_referred && *key == "$ref"));
        let behind = self.behind.into_iter().flat_map(Node::entries);
        own.chain(behind.filter(move |(key, _)| *key != "$ref" && self.own.get(key).is_none()))
    }

    /// The value that says of which type it is: what the reference leads to, else the value itself.
    pub(super) fn end(self) -> Node<'a> {
        self.behind.unwrap_or(self.own)
    }
}

impl<'a> Reader<'a, '_> {
    /// Follows a `$ref` in `node`, if it has one, to its end; `what` names what stands there in
    /// messages. That OpenAPI has no reference there is reported. Returns `None` if nothing is there
    /// but a reference to nothing.
    pub(super) fn beside(&self, node: Node<'a>, what: &str) -> Option<Beside<'a>> {
        let beside = self.behind(node)?;
        if let Some(first) = reference(node).filter(|_| beside.is_referred()) {
            let message = format!("`$ref` is not a key of {what}");
            self.report(
                Diagnostic::new(Code::UnknownKey, message)
                    .at(first.node.key_place(), "what it leads to is read all the same")
                    .help("OpenAPI has no reference here: write what it leads to in its place"),
            );
        }
        Some(beside)
    }

    /// The same, where OpenAPI has a reference since 3.2.
    pub(super) fn beside_since_3_2(&self, node: Node<'a>, what: &str) -> Option<Beside<'a>> {
        let beside = self.behind(node)?;
        if let Some(first) = reference(node).filter(|_| beside.is_referred())
            && self.is_before_3_2(first.node)
        {
            self.report_too_new("$ref", what, first.node);
        }
        Some(beside)
    }

    /// A value, and what a `$ref` in it leads to.
    fn behind(&self, node: Node<'a>) -> Option<Beside<'a>> {
        let Some(first) = reference(node) else { return Some(Beside::only(node)) };
        let is_alone = node.entries().nth(1).is_none();
        let Some(behind) = self.end(first) else {
            return (!is_alone).then(|| Beside::only(node));
        };
        Some(Beside { own: node, behind: Some(behind) })
    }

    /// What a reference leads to, whatever the number of steps.
    fn end(&self, first: Reference<'a>) -> Option<Node<'a>> {
        let mut met = HashSet::new();
        let mut next = first;
        loop {
            let target = self.target(next)?;
            let Some(further) = reference(target) else { return Some(target) };
            if !met.insert(target.place()) {
                let message = format!("`{}` leads back to itself", first.text);
                self.report(
                    Diagnostic::new(Code::CircularReference, message)
                        .at(first.node.place(), "leads into a cycle"),
                );
                return None;
            }
            next = further;
        }
    }
}

/// The `$ref` of a value. An object under that key is a property of this name.
fn reference(node: Node<'_>) -> Option<Reference<'_>> {
    let node = node.get("$ref")?;
    Some(Reference { node, text: node.as_str()? })
}

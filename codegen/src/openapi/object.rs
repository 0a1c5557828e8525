//! Reading an object: every key is asked for by name, and what nobody asked for is reported.

use super::extensions;
use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::Node;

/// An object in the middle of being read.
pub(crate) struct ObjectReader<'r, 'a, 'f> {
    reader: &'r mut Reader<'a, 'f>,
    node: Node<'a>,
    what: &'static str,
    asked: Vec<&'static str>,
}

impl<'a, 'f> Reader<'a, 'f> {
    /// Starts to read `node` as an object; `what` names it in messages: "a schema".
    pub(crate) fn object<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        if node.is_object() {
            return Some(ObjectReader { reader: self, node, what, asked: Vec::new() });
        }
        self.wrong_type(node, &format!("{what} is an object"));
        None
    }
}

impl<'a, 'f> ObjectReader<'_, 'a, 'f> {
    /// What reads it.
    pub(super) fn reader(&self) -> &Reader<'a, 'f> {
        self.reader
    }

    /// The value under `key`, when it is there and can be read.
    pub(crate) fn get<T: Read<'a>>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        T::read(self.reader, node)
    }

    /// The value under `key`; that it is missing is an error.
    pub(crate) fn require<T: Read<'a>>(&mut self, key: &'static str) -> Option<T> {
        let Some(node) = self.node(key) else {
            let message = format!("{} needs the key `{key}`", self.what);
            self.reader.report(
                Diagnostic::new(Code::MissingKey, message)
                    .at(self.node.key_place(), format!("has no `{key}`"))
                    .help(format!("add `{key}: ...`")),
            );
            return None;
        };
        T::read(self.reader, node)
    }

    /// The node under `key`, unread.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.asked.push(key);
        self.node.get(key)
    }

    /// The elements of the array under `key`; empty when it is absent.
    pub(crate) fn list<T: Read<'a>>(&mut self, key: &'static str) -> Vec<T> {
        let Some(node) = self.node(key) else { return Vec::new() };
        if !node.is_array() {
            self.reader.wrong_type(node, &format!("`{key}` is an array"));
        }
        node.items().filter_map(|item| T::read(self.reader, item)).collect()
    }

    /// The first of several values under `key`, which are an array or an object.
    pub(crate) fn list_or_map(&mut self, key: &'static str) -> Option<Node<'a>> {
        let node = self.node(key)?;
        node.items().next().or_else(|| node.entries().next().map(|(_, value)| value))
    }

    /// The entries of the object under `key`, without its extensions; empty when it is absent.
    pub(crate) fn map<T: Read<'a>>(&mut self, key: &'static str) -> Vec<(&'a str, T)> {
        let Some(node) = self.node(key) else { return Vec::new() };
        if !node.is_object() {
            self.reader.wrong_type(node, &format!("`{key}` is an object"));
        }
        node.entries()
            .filter_map(|(name, entry)| Some((name, T::read(self.reader, entry)?)))
            .collect()
    }

    /// Keys that are legal and change nothing in the client.
    pub(crate) fn without_effect(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// A key that is legal and changes nothing either, but is to be noted.
    pub(crate) fn left_out(&mut self, key: &'static str) {
        self.asked.push(key);
        if let Some(node) = self.node.get(key).filter(|node| node.entries().next().is_some()) {
            self.reader.leave_out(node.key_place());
        }
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self) {
        for (key, node) in self.node.entries() {
            if !self.asked.contains(&key) {
                self.unexpected_key(key, node);
            }
        }
    }

    fn unexpected_key(&self, key: &str, node: Node<'a>) {
        let what = self.what;
        let is_extension = key.starts_with("x-");
        if is_extension && !self.reader.is_own() {
            return;
        }
        let (code, message) = match is_extension {
            true => (Code::UselessExtension, format!("`{key}` has no effect on {what}")),
            false => (Code::UnknownKey, format!("`{key}` is not a key of {what}")),
        };
        let diagnostic = Diagnostic::new(code, message).at(node.key_place(), "not known here");
        self.reader.report(match suggest(key, self.asked.iter().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None if is_extension => diagnostic.help(extensions::help(key)),
            None => diagnostic,
        });
    }
}

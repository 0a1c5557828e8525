//! Reading an object: every key is asked for by name, and what nobody asked for is reported.

use super::beside::Beside;
use super::extensions;
use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::{Node, Sources};

/// An object in the middle of being read.
pub(crate) struct ObjectReader<'r, 'a, 'f> {
    reader: &'r mut Reader<'a, 'f>,
    node: Beside<'a>,
    what: &'static str,
    asked: Vec<&'static str>,
}

impl<'a, 'f> Reader<'a, 'f> {
    /// Starts to read `node` as an object; `what` names it in messages: "a tag". A `$ref` in it is
    /// followed.
    pub(crate) fn object<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        let node = self.beside(node, what)?;
        self.start(node, what)
    }

    /// The same, of an object that OpenAPI lets a description refer to since 3.2.
    pub(crate) fn object_or_reference<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        let node = self.beside_since_3_2(node, what)?;
        self.start(node, what)
    }

    /// The same, of an object whose `$ref` has a meaning of its own.
    pub(crate) fn object_as_written<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        self.start(Beside::only(node), what)
    }

    fn start<'r>(
        &'r mut self,
        node: Beside<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'f>> {
        if node.end().is_object() {
            return Some(ObjectReader { reader: self, node, what, asked: Vec::new() });
        }
        self.wrong_type(node.end(), &format!("{what} is an object"));
        None
    }
}

impl<'a, 'f> ObjectReader<'_, 'a, 'f> {
    /// What it is, in words.
    pub(super) fn what(&self) -> &'static str {
        self.what
    }

    /// What reads it, to read further.
    pub(super) fn reader_mut(&mut self) -> &mut Reader<'a, 'f> {
        self.reader
    }

    /// The object itself, as it was written.
    pub(super) fn written(&self) -> Node<'a> {
        self.node.own
    }

    /// The documents that references lead to.
    pub(super) fn sources(&self) -> &'a Sources {
        self.reader.sources
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
                    .at(self.node.own.key_place(), format!("has no `{key}`"))
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
        let Some(node) = self.container(key) else { return Vec::new() };
        let node = node.end();
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

    /// The entries of the object under `key`, whose names its author chose; empty when it is absent.
    pub(crate) fn map<T: Read<'a>>(&mut self, key: &'static str) -> Vec<(&'a str, T)> {
        self.each(key, |_, _| true)
            .into_iter()
            .filter_map(|(name, entry)| Some((name, T::read(self.reader, entry)?)))
            .collect()
    }

    /// The same, unread, of an object that may have extensions: they are no entries.
    pub(crate) fn entries(&mut self, key: &'static str) -> Vec<(&'a str, Node<'a>)> {
        self.each(key, |reader, (name, entry)| {
            if !name.starts_with("x-") {
                return true;
            }
            if reader.is_own() {
                reader.report(useless(name, entry, &format!("`{key}`")));
            }
            false
        })
    }

    fn each(
        &mut self,
        key: &'static str,
        is_entry: impl Fn(&Reader<'a, 'f>, (&'a str, Node<'a>)) -> bool,
    ) -> Vec<(&'a str, Node<'a>)> {
        let Some(node) = self.container(key) else { return Vec::new() };
        if !node.end().is_object() {
            self.reader.wrong_type(node.end(), &format!("`{key}` is an object"));
        }
        node.entries().filter(|entry| is_entry(self.reader, *entry)).collect()
    }

    /// The array or object under `key`, a `$ref` in it followed.
    fn container(&mut self, key: &'static str) -> Option<Beside<'a>> {
        let node = self.node(key)?;
        self.reader.beside(node, &format!("`{key}`"))
    }

    /// An extension, if it has our form.
    pub(crate) fn extension<T: Read<'a>>(
        &mut self,
        key: &'static str,
        is_ours: fn(Node<'a>) -> bool,
    ) -> Option<T> {
        if self.has_form(key, is_ours) { self.get(key) } else { None }
    }

    /// The same, of an array of texts.
    pub(crate) fn extension_list<T: Read<'a>>(&mut self, key: &'static str) -> Vec<T> {
        let is_text = |item: Node<'a>| item.as_str().is_some();
        let is_ours = |node: Node<'a>| node.is_array() && node.items().all(is_text);
        if self.has_form(key, is_ours) { self.list(key) } else { Vec::new() }
    }

    /// Whether the value under `key` has our form: others use the same keys for things of their own.
    /// In our own descriptions, another form is a mistake.
    pub(super) fn has_form(
        &mut self,
        key: &'static str,
        is_ours: impl Fn(Node<'a>) -> bool,
    ) -> bool {
        let node = self.node(key);
        self.reader.is_own() || node.is_none_or(is_ours)
    }

    /// The value under a key that another version has: it is reported, with what to write instead.
    pub(crate) fn of_openapi_3(&mut self, key: &'static str, help: &str) -> Option<Node<'a>> {
        self.asked.push(key);
        let node = self.node.get(key)?;
        let message = format!("`{key}` is not a key of {} in Swagger 2.0", self.what);
        self.reader.report(
            Diagnostic::new(Code::UnknownKey, message)
                .at(node.key_place(), "OpenAPI 3 has it")
                .help(help),
        );
        Some(node)
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

    /// Reports the keys that nobody asked for in a schema: to JSON Schema, and so to OpenAPI 3.1, they
    /// are annotations, unless one is a slip.
    pub(crate) fn finish_schema(self) {
        let are_annotations = !self.reader.is_own() && self.reader.has_annotations(self.node.own);
        for (key, node) in self.node.entries() {
            let is_known = self.asked.contains(&key);
            let is_slip = || suggest(key, self.asked.iter().copied()).is_some();
            if !is_known && (!are_annotations || is_slip()) {
                self.unexpected_key(key, node);
            }
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
        // Some tools hide an extension of theirs behind an underscore.
        let is_extension = key.trim_start_matches('_').starts_with("x-");
        if is_extension && !self.reader.is_own() {
            return;
        }
        let diagnostic = match is_extension {
            true => useless(key, node, what),
            false => Diagnostic::new(Code::UnknownKey, format!("`{key}` is not a key of {what}"))
                .at(node.key_place(), "not known here"),
        };
        let diagnostic = diagnostic.meant(node.key_place(), key, self.asked.iter().copied());
        // Both keys would be one.
        let is_taken =
            diagnostic.edit.as_ref().is_some_and(|edit| self.node.get(&edit.to).is_some());
        self.reader.report(if is_taken { diagnostic.without_edit() } else { diagnostic });
    }
}

/// An extension that nobody reads.
fn useless(key: &str, node: Node<'_>, what: &str) -> Diagnostic {
    Diagnostic::new(Code::UselessExtension, format!("`{key}` has no effect on {what}"))
        .at(node.key_place(), "not known here")
        .help(extensions::help(key))
}

//! Reading objects: every key is asked for by name, and what nobody asked for is reported.

use indexmap::IndexSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, suggest};
use crate::project::Strictness;
use crate::source::{DocumentId, Node, Place, Sources};

/// What can be read from a node. `None` means that a diagnostic was given.
pub(crate) trait Read<'a>: Sized {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self>;

    /// Takes the description that stands beside a reference to this, if it has one at all.
    fn describe(&mut self, _description: &'a str) {}
}

/// Reads nodes of `sources` and gathers what is wrong with them.
pub(crate) struct Reader<'a, 'd> {
    pub(crate) sources: &'a Sources,
    pub(crate) diagnostics: &'d mut Diagnostics,
    pub(crate) strictness: Strictness,
    /// What was read and has no effect, though its author may expect one.
    left_out: IndexSet<Place>,
}

impl<'a, 'd> Reader<'a, 'd> {
    /// A reader that has found nothing so far.
    pub(crate) fn new(
        sources: &'a Sources,
        diagnostics: &'d mut Diagnostics,
        strictness: Strictness,
    ) -> Self {
        if strictness == Strictness::Lenient {
            // Found before it was known how strict to be.
            diagnostics.soften(Code::DuplicateKey);
        }
        Self { sources, diagnostics, strictness, left_out: IndexSet::new() }
    }

    /// Notes what was read and has no effect: once for all of it, however often it stands there.
    pub(crate) fn note_left_out(&mut self) {
        let Some(first) = self.left_out.first() else { return };
        let label = match self.left_out.len() {
            1 => "has no effect".to_owned(),
            2 => "has no effect, nor has another of them".to_owned(),
            count => format!("has no effect, nor have {} others", count - 1),
        };
        self.diagnostics.push(
            Diagnostic::new(
                Severity::Note,
                Code::WithoutEffect,
                "links between operations are left to the caller",
            )
            .at(*first, label),
        );
    }

    /// Gives a diagnostic. How bad a finding is, the strictness says, unless nothing can be read.
    pub(crate) fn report(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.code != Code::UnsupportedVersion {
            diagnostic.severity = self.slip();
        }
        self.diagnostics.push(diagnostic);
    }

    /// Gives a diagnostic of what cannot be read around.
    pub(crate) fn refuse(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether the text of a document could not be read: that has been reported, and nothing else
    /// about the document is worth saying.
    pub(crate) fn is_unreadable(&self, document: DocumentId) -> bool {
        self.diagnostics
            .iter()
            .filter(|it| it.code == Code::Syntax)
            .any(|it| it.labels.iter().any(|label| label.place.document() == document))
    }

    /// How bad a slip is that does not stop us from understanding the rest.
    pub(crate) fn slip(&self) -> Severity {
        match self.strictness {
            Strictness::Lenient => Severity::Warning,
            Strictness::Strict | Strictness::Own => Severity::Error,
        }
    }

    /// Starts to read `node` as an object; `what` names it in messages: "a schema".
    pub(crate) fn object<'r>(
        &'r mut self,
        node: Node<'a>,
        what: &'static str,
    ) -> Option<ObjectReader<'r, 'a, 'd>> {
        if node.is_object() {
            return Some(ObjectReader { reader: self, node, what, asked: Vec::new() });
        }
        self.wrong_type(node, &format!("{what} is an object"));
        None
    }

    /// Reports a value of the wrong JSON type; `expected` says what belongs there.
    pub(crate) fn wrong_type(&mut self, node: Node<'a>, expected: &str) {
        let message = format!("{expected}, but this is {}", node.kind());
        self.report(
            Diagnostic::error(Code::WrongType, message).at(node.place(), "of the wrong type"),
        );
    }
}

/// An object in the middle of being read.
pub(crate) struct ObjectReader<'r, 'a, 'd> {
    reader: &'r mut Reader<'a, 'd>,
    node: Node<'a>,
    what: &'static str,
    asked: Vec<&'static str>,
}

impl<'a> ObjectReader<'_, 'a, '_> {
    /// The value under `key`, when it is there and can be read.
    pub(crate) fn get<T: Read<'a>>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        T::read(self.reader, node)
    }

    /// The value under `key`; that it is missing is an error.
    pub(crate) fn require<T: Read<'a>>(&mut self, key: &'static str) -> Option<T> {
        let Some(node) = self.node(key) else {
            let diagnostic =
                Diagnostic::error(Code::MissingKey, format!("{} needs the key `{key}`", self.what))
                    .at(self.node.key_place(), format!("has no `{key}`"))
                    .help(format!("add `{key}: ...`"));
            self.reader.report(diagnostic);
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
            self.reader.left_out.insert(node.key_place());
        }
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self) {
        for (key, node) in self.node.entries() {
            if !self.asked.contains(&key) {
                self.reader.unexpected_key(key, node, self.what, &self.asked);
            }
        }
    }
}

impl<'a> Reader<'a, '_> {
    fn unexpected_key(&mut self, key: &str, node: Node<'a>, what: &str, known: &[&'static str]) {
        let is_extension = key.starts_with("x-");
        if is_extension && self.strictness != Strictness::Own {
            return;
        }
        let (code, message) = if is_extension {
            (Code::UselessExtension, format!("`{key}` has no effect on {what}"))
        } else {
            (Code::UnknownKey, format!("`{key}` is no key of {what}"))
        };
        let mut diagnostic =
            Diagnostic::new(self.slip(), code, message).at(node.key_place(), "not known here");
        if let Some(near) = suggest(key, known.iter().copied()) {
            diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        } else if is_extension {
            diagnostic = diagnostic.help("remove it, or put it where it is read");
        }
        self.report(diagnostic);
    }
}

impl<'a> Read<'a> for Node<'a> {
    fn read(_: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Some(node)
    }
}

/// A text with the node it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) text: &'a str,
}

impl<'a> Read<'a> for Text<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            reader.wrong_type(node, "a string belongs here");
            return None;
        };
        Some(Self { node, text })
    }
}

impl<'a> Read<'a> for &'a str {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Text::read(reader, node).map(|text| text.text)
    }
}

impl<'a> Read<'a> for bool {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let value = node.as_bool();
        if value.is_none() {
            reader.wrong_type(node, "`true` or `false` belongs here");
        }
        value
    }
}

//! References: `$ref` and what it points to.

use super::aspect::Aspect;
use super::id::{Id, ObjectKind};
use super::reader::{Read, Reader};
use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::{Node, Unresolved};

/// A `$ref`: a pointer into this document or another.
#[derive(Clone, Copy)]
pub(crate) struct Reference<'a> {
    /// The text of the `$ref`.
    pub(crate) node: Node<'a>,
    pub(crate) text: &'a str,
}

impl<'a> Read<'a> for Reference<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let Text { node, text } = Text::read(reader, node)?;
        Some(Self { node, text })
    }
}

impl<'a> Reference<'a> {
    /// Why it leads nowhere, or that `meant` is read, where that is clear.
    fn explain(
        self,
        unresolved: Unresolved<'_>,
        meant: Option<String>,
        words: &Words,
    ) -> Diagnostic {
        let text = self.text;
        let Words { version, schemas, .. } = words;
        if let Some(meant) = meant {
            return self.explain_meant(&meant, version);
        }
        let (code, message, help) = match unresolved {
            Unresolved::Remote => (
                Code::MissingDocument,
                format!("`{text}` is not a file beside this one"),
                Some("download it, and refer to it by a relative path".to_owned()),
            ),
            Unresolved::NoDocument => (
                Code::MissingDocument,
                format!("the document that `{text}` refers to was not given"),
                None,
            ),
            Unresolved::Absent { reason } => {
                return Diagnostic::new(Code::MissingDocument, reason)
                    .at(self.node.place(), "referred to here")
                    .fatal()
                    .help("a reference is relative to the document it stands in");
            }
            Unresolved::NotAPointer => (
                Code::UnresolvedReference,
                format!(
                    "cannot resolve `$ref`: `{text}` is neither a JSON pointer nor an `$anchor`"
                ),
                Some(format!("write `{schemas}Name`")),
            ),
            Unresolved::SeveralAnchors { schemas: [first, second] } => {
                let message = format!("`{text}` may be any of several schemas");
                return Diagnostic::new(Code::UnresolvedReference, message)
                    .at(self.node.place(), "does not lead to a single schema")
                    .also(first.place(), "has this anchor")
                    .also(second.place(), "has it too")
                    .help(format!("refer to one of them by a pointer: `{schemas}Name`"));
            }
            Unresolved::NoValue { parent, depth } => (
                Code::UnresolvedReference,
                format!("cannot resolve `$ref`: there is nothing at `{text}`"),
                self.nearby(parent, depth).map(|near| format!("did you mean `{near}`?")),
            ),
        };
        let diagnostic = Diagnostic::new(code, message).at(self.node.place(), "leads nowhere");
        match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    fn explain_meant(self, meant: &str, version: &str) -> Diagnostic {
        let message =
            format!("there is nothing at `{}`, which is not how {version} refers", self.text);
        Diagnostic::new(Code::UnresolvedReference, message)
            .at(self.node.place(), format!("read as `{meant}`"))
            .help("write what it is read as")
            .replace(self.node.place(), self.text, meant)
    }

    /// Where this version has what a reference looks for where another version has it, or by its
    /// name alone: slips that leave no doubt about what is meant.
    fn moved(self, words: &Words) -> Option<String> {
        if !self.text.contains(['#', '/', '.']) {
            return Some(format!("{}{}", words.schemas, self.text));
        }
        let mut moved = words.moved.iter();
        moved.find_map(|(then, now)| Some(format!("{now}{}", self.text.strip_prefix(then)?)))
    }

    /// The reference with its first wrong part replaced by the name most like it.
    fn nearby(self, parent: Node<'_>, depth: usize) -> Option<String> {
        let (document, pointer) = self.text.split_once('#')?;
        let mut tokens: Vec<&str> = pointer.split('/').collect();
        let wrong = tokens.get_mut(depth + 1)?;
        *wrong = suggest(wrong, parent.entries().map(|(key, _)| key))?;
        Some(format!("{document}#{}", tokens.join("/")))
    }
}

/// Where a version of OpenAPI keeps what others refer to.
struct Words {
    version: &'static str,
    schemas: &'static str,
    /// Where another version keeps things, and where this one does.
    moved: &'static [(&'static str, &'static str)],
}

const OPENAPI_3: Words = Words {
    version: "OpenAPI 3",
    schemas: "#/components/schemas/",
    moved: &[
        ("#/definitions/", "#/components/schemas/"),
        ("#/parameters/", "#/components/parameters/"),
        ("#/responses/", "#/components/responses/"),
    ],
};

const SWAGGER_2: Words = Words {
    version: "Swagger 2.0",
    schemas: "#/definitions/",
    moved: &[
        ("#/components/schemas/", "#/definitions/"),
        ("#/components/parameters/", "#/parameters/"),
        ("#/components/requestBodies/", "#/parameters/"),
        ("#/components/responses/", "#/responses/"),
    ],
};

/// A reference with the object that it leads to, unless it leads nowhere.
pub(crate) struct Link<'a, K> {
    pub(crate) reference: Reference<'a>,
    pub(crate) target: Option<Id<K>>,
}

impl<K> Clone for Link<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Link<'_, K> {}

impl<'a, K: ObjectKind> Read<'a> for Link<'a, K> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        Self::read_as(reader, node, Aspect::Whole)
    }
}

impl<'a, K: ObjectKind> Link<'a, K> {
    /// The same, to what is read as something else than the object that it is.
    pub(super) fn read_as(
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        aspect: Aspect,
    ) -> Option<Self> {
        let reference = Reference::read(reader, node)?;
        let target = reader.target(reference).map(|target| reader.id_as(target, aspect));
        Some(Self { reference, target })
    }
}

impl<'a> Reader<'a, '_> {
    /// Whether a reference leads to a document that is not here.
    pub(super) fn is_missing(&self, reference: Reference<'a>) -> bool {
        matches!(self.lookup(reference), Err(Unresolved::NoDocument | Unresolved::Remote))
    }

    /// The node that a reference points to; a reference to nothing is reported.
    pub(super) fn target(&self, reference: Reference<'a>) -> Option<Node<'a>> {
        match self.lookup(reference) {
            Ok(node) => {
                self.lead(reference.node, node);
                Some(node)
            }
            Err(Unresolved::NoValue { parent, .. }) if self.is_unreadable(parent.document()) => {
                None
            }
            // One reference to a document that cannot be had tells enough.
            Err(Unresolved::Absent { reason }) if !self.is_first_absence(reason) => None,
            Err(unresolved) => {
                let words = if self.is_swagger(reference.node) { &SWAGGER_2 } else { &OPENAPI_3 };
                let (meant, target) = self.meant(reference, words).unzip();
                self.report(reference.explain(unresolved, meant, words));
                target
            }
        }
    }

    fn lookup(&self, reference: Reference<'a>) -> Result<Node<'a>, Unresolved<'a>> {
        self.sources.resolve_at(reference.node, reference.text)
    }

    /// What a reference means that leads nowhere, where that is clear.
    fn meant(&self, reference: Reference<'a>, words: &Words) -> Option<(String, Node<'a>)> {
        let meant = reference.moved(words)?;
        let target = self.sources.resolve(reference.node.document(), &meant).ok()?;
        Some((meant, target))
    }
}

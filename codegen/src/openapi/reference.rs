//! References: `$ref` and what it points to.

use std::collections::HashSet;

use super::pointer;
use super::reader::{Read, Reader, Text};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::{Node, Unresolved, percent_decode};

/// A `$ref`: a pointer into this document or another.
#[derive(Clone, Copy)]
pub(crate) struct Reference<'a> {
    /// The text of the `$ref`.
    pub(crate) node: Node<'a>,
    pub(crate) text: &'a str,
    /// What stands beside it (OpenAPI 3.1, Reference Object): it counts instead of the target's.
    description: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// What the target is called.
    pub(crate) fn name(self) -> String {
        match self.text.split_once('#') {
            Some((_, fragment)) if !fragment.is_empty() => pointer::name(fragment),
            // A whole document is called after its file.
            _ => {
                let file = self.text.trim_end_matches('#').rsplit('/').next().unwrap_or_default();
                percent_decode(file.rsplit_once('.').map_or(file, |(stem, _)| stem))
            }
        }
    }

    /// Why it leads nowhere, and what was probably meant: `meant`, if that is known.
    fn explain(self, unresolved: Unresolved<'_>, meant: Option<String>) -> Diagnostic {
        let text = self.text;
        let (code, message, help) = match unresolved {
            Unresolved::Remote => (
                Code::MissingDocument,
                format!("`{text}` is not a file beside this one"),
                Some("download it, and refer to it by a relative path".to_owned()),
            ),
            Unresolved::NoDocument => (
                Code::MissingDocument,
                format!("the document that `{text}` refers to was not given"),
                meant.map(|near| format!("did you mean `{near}`?")),
            ),
            Unresolved::NotAPointer => (
                Code::UnresolvedReference,
                format!("cannot resolve `$ref`: `{text}` is no JSON pointer, and no `$anchor`"),
                Some("write `#/components/schemas/Name`".to_owned()),
            ),
            Unresolved::SeveralAnchors { schemas: [first, second] } => {
                return Diagnostic::error(
                    Code::UnresolvedReference,
                    format!("`{text}` may be any of several schemas"),
                )
                .at(self.node.place(), "leads to no one schema")
                .also(first.place(), "has this anchor")
                .also(second.place(), "has it too")
                .help("refer to one of them by a pointer: `#/components/schemas/Name`");
            }
            Unresolved::NoValue { parent, depth } => (
                Code::UnresolvedReference,
                format!("cannot resolve `$ref`: there is nothing at `{text}`"),
                meant
                    .or_else(|| self.nearby(parent, depth))
                    .map(|near| format!("did you mean `{near}`?")),
            ),
        };
        let diagnostic = Diagnostic::error(code, message).at(self.node.place(), "leads nowhere");
        match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    /// Where OpenAPI 3 has what a reference looks for where Swagger 2.0 had it, or by its name
    /// alone: slips that leave no doubt about what is meant.
    fn today(self) -> Option<String> {
        const MOVED: &[(&str, &str)] = &[
            ("#/definitions/", "#/components/schemas/"),
            ("#/parameters/", "#/components/parameters/"),
            ("#/responses/", "#/components/responses/"),
        ];
        if !self.text.contains(['#', '/', '.']) {
            return Some(format!("#/components/schemas/{}", self.text));
        }
        let mut moved = MOVED.iter();
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

impl<'a> Read<'a> for Reference<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let Text { node, text } = Text::read(reader, node)?;
        Some(Self { node, text, description: None })
    }
}

/// Something, or a reference to it.
#[derive(Clone)]
pub(crate) enum RefOr<'a, T> {
    Ref(Reference<'a>),
    Value(T),
}

impl<'a, T: Read<'a>> Read<'a> for RefOr<'a, T> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.get("$ref") {
            Some(text) => {
                let reference = Reference::read(reader, text)?;
                let description = node.get("description").and_then(Node::as_str);
                Some(Self::Ref(Reference { description, ..reference }))
            }
            None => T::read(reader, node).map(Self::Value),
        }
    }
}

impl<'a, T: Read<'a> + Clone> RefOr<'a, T> {
    /// The thing itself, whatever chain of references leads to it.
    pub(crate) fn resolve(&self, reader: &mut Reader<'a, '_>) -> Option<T> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Ref(reference) => {
                let target = reader.follow(*reference)?;
                let mut target = T::read(reader, target)?;
                if let Some(description) = reference.description {
                    target.describe(description);
                }
                Some(target)
            }
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// The node that a chain of references ends at; a chain without an end is an error.
    pub(crate) fn follow(&mut self, reference: Reference<'a>) -> Option<Node<'a>> {
        let mut seen = vec![reference.node.place()];
        let mut node = self.target(reference)?;
        while let Some(next) = node.get("$ref").or_else(|| node.get("$dynamicRef")) {
            if seen.contains(&next.place()) {
                self.report(
                    Diagnostic::error(
                        Code::CircularReference,
                        format!("`{}` leads back to itself", reference.text),
                    )
                    .at(reference.node.place(), "followed from here")
                    .also(next.place(), "closes the cycle")
                    .help("let one of them be the thing itself instead of a reference"),
                );
                return None;
            }
            seen.push(next.place());
            let next = Reference::read(self, next)?;
            node = self.target(next)?;
        }
        Some(node)
    }

    /// The next node of a chain of references that has an end: a schema may say something beside
    /// its reference, so none is passed over.
    pub(crate) fn step(&mut self, reference: Reference<'a>) -> Option<Node<'a>> {
        self.follow(reference)?;
        self.target(reference)
    }

    /// The nodes that references lead to, each with a reference that does; broken ones are left out.
    pub(crate) fn targets(&self) -> impl Iterator<Item = (Reference<'a>, Node<'a>)> {
        let mut seen = HashSet::new();
        self.sources.references().into_iter().filter_map(move |node| {
            let reference = Reference { node, text: node.as_str()?, description: None };
            let is_new = seen.insert((node.document(), reference.text));
            let target = is_new.then(|| self.lookup(reference))?;
            Some((reference, target.ok().or_else(|| Some(self.moved(reference)?.1))?))
        })
    }

    /// Whether a reference leads to a document that is not here.
    pub(crate) fn is_missing(&self, reference: Reference<'a>) -> bool {
        matches!(self.lookup(reference), Err(Unresolved::NoDocument | Unresolved::Remote))
    }

    /// The node that a reference points to.
    pub(crate) fn target(&mut self, reference: Reference<'a>) -> Option<Node<'a>> {
        match self.lookup(reference) {
            Ok(node) => Some(node),
            Err(Unresolved::NoValue { parent, .. }) if self.is_unreadable(parent.document()) => {
                None
            }
            Err(unresolved) => {
                let (meant, target) = self.moved(reference).unzip();
                if !self.is_known_to_be_missing(reference) {
                    self.report(reference.explain(unresolved, meant));
                }
                target
            }
        }
    }

    /// Whether somebody said already that the document is not here: who reads documents knows why.
    fn is_known_to_be_missing(&self, reference: Reference<'a>) -> bool {
        let mut missing = self.diagnostics.iter().filter(|it| it.code == Code::MissingDocument);
        missing.any(|it| it.labels.iter().any(|label| label.place == reference.node.place()))
    }

    fn lookup(&self, reference: Reference<'a>) -> Result<Node<'a>, Unresolved<'a>> {
        self.sources.resolve(reference.node.document(), reference.text)
    }

    /// What a reference means that leads nowhere, where that is clear.
    fn moved(&self, reference: Reference<'a>) -> Option<(String, Node<'a>)> {
        let meant = reference.today()?;
        let target = self.sources.resolve(reference.node.document(), &meant).ok()?;
        Some((meant, target))
    }
}

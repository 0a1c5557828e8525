//! An overlay as written.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Node;

/// The versions of overlays that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OverlayVersion {
    V1_0,
    V1_1,
}

/// An overlay.
pub(super) struct Overlay<'a> {
    pub(super) version: OverlayVersion,
    /// The reference to the description that it changes.
    pub(super) extends: Option<Node<'a>>,
    pub(super) actions: Vec<Action<'a>>,
}

/// A change.
pub(super) struct Action<'a> {
    /// A JSONPath, which is text.
    pub(super) target: Node<'a>,
    pub(super) change: Change<'a>,
}

/// What an action does with its targets.
#[derive(Clone, Copy)]
pub(super) enum Change<'a> {
    Nothing,
    Update(Node<'a>),
    /// The JSONPath of what is copied to the targets.
    Copy(Node<'a>),
    Remove,
}

impl<'a> Overlay<'a> {
    /// Reads an overlay. Returns `None` if nothing of it can be applied.
    pub(super) fn read(node: Node<'a>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut reader = OverlayReader { diagnostics };
        if !node.is_object() {
            if !reader.is_unreadable(node) {
                reader.wrong_type(node, "an overlay is an object", true);
            }
            return None;
        }
        let version = reader.version(node)?;
        reader.known(node, "an overlay", &["overlay", "info", "extends", "actions"]);
        if let Some(info) = reader.required(node, "an overlay", "info")
            && reader.object(info, "`info` is an object")
        {
            let known: &[_] = match version {
                OverlayVersion::V1_0 => &["title", "version"],
                OverlayVersion::V1_1 => &["title", "version", "description"],
            };
            reader.known(info, "`info`", known);
            reader.required_text(info, "`info`", "title");
            reader.required_text(info, "`info`", "version");
            reader.text(info, "description");
        }
        let extends = reader.text(node, "extends");
        let actions = reader.actions(node, version);
        Some(Self { version, extends, actions })
    }
}

struct OverlayReader<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl OverlayReader<'_> {
    /// Whether the text could not be read, which has been reported.
    fn is_unreadable(&self, node: Node<'_>) -> bool {
        let mut syntax = self.diagnostics.iter().filter(|it| it.code == Code::Syntax);
        syntax.any(|it| it.labels.iter().any(|it| it.place.document() == node.document()))
    }

    fn version(&mut self, node: Node<'_>) -> Option<OverlayVersion> {
        let Some(version) = self.required(node, "an overlay", "overlay") else {
            return Some(OverlayVersion::V1_1);
        };
        let text = version.as_str().unwrap_or_default();
        let is_patch = |patch: &str| !patch.is_empty() && patch.bytes().all(|b| b.is_ascii_digit());
        match text.rsplit_once('.') {
            Some(("1.0", patch)) if is_patch(patch) => return Some(OverlayVersion::V1_0),
            Some(("1.1", patch)) if is_patch(patch) => return Some(OverlayVersion::V1_1),
            _ => {}
        }
        let message = match version.as_str() {
            Some(text) => format!("overlays of version `{text}` are not supported"),
            None => format!("the version of an overlay is text, but this is {}", version.kind()),
        };
        self.diagnostics.push(
            Diagnostic::new(Code::UnsupportedVersion, message)
                .at(version.place(), "")
                .help("write `overlay: 1.1.0`, or `1.0.0` for one without `copy`"),
        );
        None
    }

    fn actions<'a>(&mut self, node: Node<'a>, version: OverlayVersion) -> Vec<Action<'a>> {
        // Without actions this is hardly an overlay, and the crate would lack what it was to bring.
        let Some(actions) = node.get("actions") else {
            let missing = Self::missing(node, "an overlay", "actions").fatal();
            self.diagnostics.push(missing);
            return Vec::new();
        };
        if !actions.is_array() {
            self.wrong_type(actions, "`actions` is an array", true);
        } else if actions.items().next().is_none() {
            self.diagnostics.push(
                Diagnostic::new(Code::InvalidValue, "an overlay has at least one action")
                    .at(actions.place(), "no action"),
            );
        }
        let mut seen: HashMap<String, Node<'a>> = HashMap::new();
        let mut read = Vec::new();
        for item in actions.items() {
            if let Some(first) = seen.insert(item.to_json().to_string(), item) {
                self.diagnostics.push(
                    Diagnostic::new(Code::InvalidValue, "an action stands in an overlay once")
                        .at(item.place(), "the same again")
                        .also(first.place(), "the first time"),
                );
            }
            read.extend(self.action(item, version));
        }
        read
    }

    fn action<'a>(&mut self, node: Node<'a>, version: OverlayVersion) -> Option<Action<'a>> {
        if !self.object(node, "an action is an object") {
            return None;
        }
        let known: &[_] = match version {
            OverlayVersion::V1_0 => &["target", "description", "update", "remove"],
            OverlayVersion::V1_1 => &["target", "description", "update", "remove", "copy"],
        };
        self.known(node, "an action", known);
        self.text(node, "description");
        let target = self.required_text(node, "an action", "target");
        let remove = node.get("remove").filter(|remove| {
            let is_bool = remove.as_bool().is_some();
            if !is_bool {
                self.wrong_type(*remove, "`remove` is `true` or `false`", false);
            }
            is_bool
        });
        let copy = match version {
            OverlayVersion::V1_0 => None,
            OverlayVersion::V1_1 => self.text(node, "copy"),
        };
        let change = match (remove.and_then(Node::as_bool), node.get("update"), copy) {
            (Some(true), ..) => Change::Remove,
            (_, Some(update), None) => Change::Update(update),
            (_, None, Some(copy)) => Change::Copy(copy),
            (_, None, None) => {
                if target.is_some() && remove.or(node.get("copy")).is_none() {
                    self.diagnostics.push(
                        Diagnostic::new(Code::MissingKey, "an action needs something to do")
                            .at(node.key_place(), "changes nothing")
                            .help("add `update: ...` or `remove: true`"),
                    );
                }
                Change::Nothing
            }
            (_, Some(update), Some(copy)) => {
                self.diagnostics.push(
                    Diagnostic::new(
                        Code::InvalidValue,
                        "an action with `update` and `copy` has no effect",
                    )
                    .at(copy.key_place(), "beside `update`")
                    .also(update.key_place(), "")
                    .help("make two actions of it"),
                );
                Change::Nothing
            }
        };
        Some(Action { target: target?, change })
    }

    /// The value under a key; that it is missing is a finding.
    fn required<'a>(&mut self, node: Node<'a>, what: &str, key: &str) -> Option<Node<'a>> {
        let value = node.get(key);
        if value.is_none() {
            self.diagnostics.push(Self::missing(node, what, key));
        }
        value
    }

    fn missing(node: Node<'_>, what: &str, key: &str) -> Diagnostic {
        Diagnostic::new(Code::MissingKey, format!("{what} needs the key `{key}`"))
            .at(node.key_place(), format!("has no `{key}`"))
            .help(format!("add `{key}: ...`"))
    }

    fn required_text<'a>(&mut self, node: Node<'a>, what: &str, key: &str) -> Option<Node<'a>> {
        self.required(node, what, key)?;
        self.text(node, key)
    }

    /// The text under a key, if there is any.
    fn text<'a>(&mut self, node: Node<'a>, key: &str) -> Option<Node<'a>> {
        let value = node.get(key)?;
        if value.as_str().is_none() {
            self.wrong_type(value, &format!("`{key}` is a string"), false);
            return None;
        }
        Some(value)
    }

    fn object(&mut self, node: Node<'_>, expected: &str) -> bool {
        if !node.is_object() {
            self.wrong_type(node, expected, false);
        }
        node.is_object()
    }

    fn wrong_type(&mut self, node: Node<'_>, expected: &str, is_fatal: bool) {
        let message = format!("{expected}, but this is {}", node.kind());
        let finding =
            Diagnostic::new(Code::WrongType, message).at(node.place(), "of the wrong type");
        self.diagnostics.push(if is_fatal { finding.fatal() } else { finding });
    }

    /// Reports keys that are not known here.
    fn known(&mut self, node: Node<'_>, what: &str, known: &[&'static str]) {
        for (key, value) in node.entries() {
            if known.contains(&key) || key.starts_with("x-") {
                continue;
            }
            let finding =
                Diagnostic::new(Code::UnknownKey, format!("`{key}` is not a key of {what}"))
                    .at(value.key_place(), "unknown");
            let finding = match key {
                "copy" => finding.help("write `overlay: 1.1.0`: 1.0 has no `copy`"),
                _ => finding.meant(value.key_place(), key, known.iter().copied()),
            };
            self.diagnostics.push(finding);
        }
    }
}

//! From a value to another one below it, by a JSON pointer (RFC 6901).

use super::reference::percent_decode;
use super::{Node, Value};

/// Why a reference leads nowhere.
#[derive(Clone, Copy, Debug)]
pub enum Unresolved<'a> {
    /// It names something outside of the folder tree: it has a scheme, or starts with `/`.
    Remote,
    /// There is no document at its path.
    NoDocument,
    /// There is no document at its path, and whoever reads the documents knows why.
    Absent {
        /// What happened.
        reason: &'a str,
    },
    /// The fragment is not a JSON pointer, since it does not start with `/`, and not an anchor.
    NotAPointer,
    /// Several schemas have this anchor. Which one is meant depends on where they stand, or, for
    /// dynamic anchors, on the schemas that refer to it.
    SeveralAnchors {
        /// The first two.
        schemas: [Node<'a>; 2],
    },
    /// The pointer ends at a value that lacks a key or index.
    NoValue {
        /// The last value on the way.
        parent: Node<'a>,
        /// How many tokens of the pointer led to `parent`, which lacks the next one.
        depth: usize,
    },
}

impl<'a> Node<'a> {
    /// The value at a JSON pointer (RFC 6901) below this one; `""` is this one.
    pub fn pointer(self, pointer: &str) -> Option<Node<'a>> {
        follow(self, pointer).ok()
    }

    /// The value at a percent-encoded URI fragment (the part behind `#`) below this one.
    ///
    /// # Errors
    ///
    /// [`Unresolved::NotAPointer`] and [`Unresolved::NoValue`].
    pub fn resolve_fragment(self, fragment: &str) -> Result<Node<'a>, Unresolved<'a>> {
        follow(self, &percent_decode(fragment))
    }
}

impl<'a> Node<'a> {
    /// The value below this one at what a fragment says after its first `depth` tokens.
    pub(super) fn resolve_rest(self, fragment: &str, depth: usize) -> Option<Node<'a>> {
        let pointer = percent_decode(fragment);
        let rest: Vec<&str> = pointer.split('/').skip(1 + depth).collect();
        self.pointer(&format!("/{}", rest.join("/")))
    }
}

/// Follows a JSON pointer (RFC 6901).
fn follow<'a>(node: Node<'a>, pointer: &str) -> Result<Node<'a>, Unresolved<'a>> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(Unresolved::NotAPointer);
    }
    let mut parent = node;
    for (depth, token) in pointer.split('/').skip(1).enumerate() {
        // `~01` is the escape of `~1`, hence the order.
        let token = token.replace("~1", "/").replace("~0", "~");
        parent = child(parent, &token).ok_or(Unresolved::NoValue { parent, depth })?;
    }
    Ok(parent)
}

fn child<'a>(parent: Node<'a>, token: &str) -> Option<Node<'a>> {
    match parent.value() {
        Value::Array(items) if is_index(token) => {
            items.get(token.parse::<usize>().ok()?).map(|value| Node::new(parent.document(), value))
        }
        _ => parent.get(token),
    }
}

/// Digits without sign and leading zeros.
fn is_index(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit()) && (token == "0" || !token.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::{Sources, Unresolved};

    const TEXT: &str = "
a: [x, {b: 1}]
a/b~c: true
'{id}': 2.0
'': null
";

    #[test]
    fn pointers() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", TEXT, &mut Diagnostics::default());
        let root = sources.root(id);
        let check = |pointer: &str, expected: Option<&str>| {
            let found = root.pointer(pointer).map(|node| node.to_json().to_string());
            assert_eq!(found.as_deref(), expected, "{pointer}");
        };
        check("/a/0", Some("\"x\""));
        check("/a/1/b", Some("1"));
        check("/a~1b~0c", Some("true"));
        check("/{id}", Some("2.0"));
        check("/", Some("null"));
        check("/a/2", None);
        check("/a/01", None);
        check("/a/+1", None);
        check("/a/-", None);
        check("/a/", None);
        check("a", None);
        assert_eq!(root.pointer("").map(|node| node.value()), Some(root.value()));
        assert_eq!(root.resolve_fragment("/%7Bid%7D").ok().and_then(|node| node.as_int()), Some(2));
    }

    #[test]
    fn a_lacking_key_is_reported_with_what_lacks_it() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", TEXT, &mut Diagnostics::default());
        match sources.root(id).resolve_fragment("/a/1/c/d") {
            Err(Unresolved::NoValue { parent, depth: 2 }) => {
                assert_eq!(parent.to_json().to_string(), r#"{"b":1}"#);
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(sources.root(id).resolve_fragment("a"), Err(Unresolved::NotAPointer)));
    }
}

//! Path templates: `/v{version}/image/{imageId}?share`.

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::context::Context;
use crate::source::Node;

/// A key of `paths`, taken apart.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Template<'a> {
    pub(crate) pieces: Vec<Piece<'a>>,
    /// A query that tells this operation from others at the same path. It is part of the
    /// operation: no caller can leave it out.
    pub(crate) query: Option<&'a str>,
}

/// A part of a path template.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Piece<'a> {
    Literal(&'a str),
    Parameter(&'a str),
}

impl<'a> Template<'a> {
    /// Takes `path` apart, which stands as a key at `node`.
    pub(crate) fn read(cx: Context<'_, 'a>, path: &'a str, node: Node<'a>) -> Self {
        // A fragment tells operations apart and is not sent (RFC 3986, section 3.5).
        let sent = path.split('#').next().unwrap_or_default();
        let (path_only, query) = match sent.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (sent, None),
        };
        if !path_only.starts_with('/') {
            cx.report(
                Diagnostic::new(
                    Code::PathParameters,
                    format!("path `{path}` does not start with `/`"),
                )
                .at(node.key_place(), "not a path")
                .help(format!("write `/{path}`")),
            );
        }
        let mut pieces = Vec::new();
        let mut rest = path_only;
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else {
                cx.report(
                    Diagnostic::new(
                        Code::PathParameters,
                        format!("a `{{` of path `{path}` is never closed"),
                    )
                    .at(node.key_place(), "needs a `}`"),
                );
                break;
            };
            if open > 0 {
                pieces.push(Piece::Literal(&rest[..open]));
            }
            pieces.push(Piece::Parameter(&rest[open + 1..open + length]));
            rest = &rest[open + length + 1..];
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest));
        }
        Self { pieces, query }
    }

    /// The names between braces, each once, in order.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'a str> {
        let mut known: Vec<&str> = Vec::new();
        for piece in &self.pieces {
            if let Piece::Parameter(name) = piece
                && !known.contains(name)
            {
                known.push(name);
            }
        }
        known.into_iter()
    }
}

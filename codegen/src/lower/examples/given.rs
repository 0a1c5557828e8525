//! What an example may be, and which of it is used.

use serde_json::Value;

use super::conform;
use super::kept::Kept;
use super::prune::prune;
use super::shapes::Shapes;
use crate::ir::Ty;
use crate::source::Node;

/// The examples of an operation.
pub(crate) struct Examples<'a> {
    /// One for each argument.
    pub(crate) arguments: Vec<Given<'a>>,
    /// One for each option, where there is one.
    pub(crate) options: Vec<Given<'a>>,
    /// The body as a whole.
    pub(crate) body: Option<Node<'a>>,
    /// The members of it that are not sent, since the server sets them.
    pub(crate) unsent: Vec<&'a str>,
    /// Whether the body is JSON, which a test can compare.
    pub(crate) is_json: bool,
    /// A success, if one is described.
    pub(crate) response: Option<Received<'a>>,
}

/// What the example of a value may be.
#[derive(Default)]
pub(crate) struct Given<'a> {
    /// What the description says.
    pub(crate) node: Option<Node<'a>>,
    /// What was made of the schema, the best first.
    pub(crate) samples: Vec<Value>,
}

/// The success of an example.
pub(crate) struct Received<'a> {
    pub(crate) status: u16,
    /// What it holds, where that is JSON.
    pub(crate) body: Given<'a>,
    /// Whether the description shows it, or there is nothing to show.
    pub(crate) is_shown: bool,
}

/// The example that is used.
pub(super) enum Chosen {
    /// What is sent for it is known.
    Exact(Value),
    /// It is good for the documentation alone.
    Loose(Value),
    None,
}

impl Chosen {
    pub(super) fn exact(&self) -> Option<&Value> {
        match self {
            Self::Exact(value) => Some(value),
            Self::Loose(_) | Self::None => None,
        }
    }

    pub(super) fn any(&self) -> Option<&Value> {
        match self {
            Self::Exact(value) | Self::Loose(value) => Some(value),
            Self::None => None,
        }
    }
}

impl Given<'_> {
    /// The first that can be sent as a `ty`, else the first of all.
    pub(super) fn choose(&self, ty: &Ty, shapes: &Shapes<'_>) -> Chosen {
        let mut loose = None;
        for value in self.values(ty, shapes, Kept::Sent) {
            if conform::misfit(&value, ty, shapes).is_none() {
                return Chosen::Exact(value);
            }
            // Content that is not a text says nothing of the file.
            let is_content = matches!(ty, Ty::Bytes | Ty::File);
            loose = loose.or(Some(value).filter(|_| !is_content));
        }
        loose.map_or(Chosen::None, Chosen::Loose)
    }

    /// The first that is read as a `ty` without loss.
    pub(super) fn choose_received(&self, ty: &Ty, shapes: &Shapes<'_>) -> Option<Value> {
        let mut values = self.values(ty, shapes, Kept::Declared);
        values.find(|value| conform::misfit(value, ty, shapes).is_none())
    }

    fn values(&self, ty: &Ty, shapes: &Shapes<'_>, kept: Kept) -> impl Iterator<Item = Value> {
        let shown = self.node.map(Node::to_json).into_iter();
        let values = shown.chain(self.samples.iter().cloned());
        values.map(move |value| prune(&value, ty, shapes, kept))
    }
}

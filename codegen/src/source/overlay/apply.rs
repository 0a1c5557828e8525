//! The actions of an overlay, one by one.

use super::mosaic::{MergeKind, Mosaic, Size};
use super::path::{Trail, parse};
use super::read::{Action, Change, Overlay, OverlayVersion};
use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Node;
use crate::source::overlaid::Overlaid;
use crate::source::parse::LEVELS;

/// The overlays of one description at work.
pub(super) struct Run<'a> {
    tree: Tree<'a>,
    /// How many bytes may still be brought: a short overlay that copies what it copied would
    /// otherwise fill the memory. Nothing is applied once it is spent.
    budget: Option<usize>,
}

impl<'a> Run<'a> {
    /// A run on a description whose text has this length.
    pub(super) fn new(tree: Tree<'a>, length: usize) -> Self {
        Self { tree, budget: Some(length.saturating_mul(4).saturating_add(1 << 20)) }
    }

    pub(super) fn finish(self) -> Overlaid {
        self.tree.finish()
    }

    pub(super) fn apply(&mut self, overlay: &Overlay<'a>, diagnostics: &mut Diagnostics) {
        for action in &overlay.actions {
            if self.budget.is_none() {
                return;
            }
            if let Err(finding) = self.action(action, overlay.version, diagnostics) {
                diagnostics.push(finding);
            }
        }
    }

    fn action(
        &mut self,
        action: &Action<'a>,
        version: OverlayVersion,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Diagnostic> {
        let target = action.target;
        let ways = self.tree.select(&parse(target)?);
        if ways.is_empty() {
            return Err(Diagnostic::new(Code::NoMatch, "an action has nothing to change")
                .at(target.place(), "nothing in the description is selected"));
        }
        match action.change {
            Change::Nothing => Ok(()),
            Change::Remove => self.remove(target, &ways),
            Change::Update(value) => {
                let brought = Brought { value: Mosaic::written(value), by: value };
                self.merge(target, &ways, &brought, version, diagnostics)
            }
            Change::Copy(copy) => {
                let brought = Brought { value: self.copied(copy)?, by: copy };
                self.merge(target, &ways, &brought, version, diagnostics)
            }
        }
    }

    fn remove(&mut self, target: Node<'a>, ways: &[Trail]) -> Result<(), Diagnostic> {
        if ways.iter().any(Vec::is_empty) {
            let message = "the root of a description cannot be removed";
            return Err(Diagnostic::new(Code::InvalidValue, message)
                .at(target.place(), "")
                .fatal());
        }
        self.tree.remove(ways);
        Ok(())
    }

    /// The one value that a `copy` selects.
    fn copied(&mut self, copy: Node<'a>) -> Result<Mosaic<'a>, Diagnostic> {
        let ways = self.tree.select(&parse(copy)?);
        let way = match &ways[..] {
            [way] => way,
            [] => {
                return Err(Diagnostic::new(Code::NoMatch, "there is nothing to copy")
                    .at(copy.place(), "nothing in the description is selected"));
            }
            several => {
                let label = format!("{} values are selected", several.len());
                return Err(Diagnostic::new(
                    Code::InvalidValue,
                    "one value is copied, not several",
                )
                .at(copy.place(), label)
                .fatal());
            }
        };
        let value = self.tree.get(way).map(|mosaic| mosaic.clone());
        Ok(value.unwrap_or_else(|| Mosaic::written(copy)).copied(copy))
    }

    fn merge(
        &mut self,
        target: Node<'a>,
        ways: &[Trail],
        brought: &Brought<'a>,
        version: OverlayVersion,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Diagnostic> {
        let kind = self.kind_of_all(target, ways)?;
        let value = &brought.value;
        let size = value.size();
        // 1.1 concatenates arrays. In 1.0, what an array gets is one item, whatever it is.
        let is_item = value.kind() != MergeKind::Array || version == OverlayVersion::V1_0;
        let mut clashes = Vec::new();
        for way in ways {
            self.allow(way, size, brought.by)?;
            self.tree.merge(way, value.clone(), kind == MergeKind::Array && is_item, &mut clashes);
        }
        for clash in clashes {
            let (theirs, ours) = (clash.theirs.kind(), clash.ours.kind());
            diagnostics.push(
                Diagnostic::new(Code::WrongType, format!("{ours} cannot replace {theirs}"))
                    .at(clash.ours.place(), format!("this is {ours}"))
                    .also(clash.theirs.place(), format!("this is {theirs}"))
                    .help("remove the old value by an action before this one")
                    .fatal(),
            );
        }
        Ok(())
    }

    /// The kind of the targets, which they have in common.
    fn kind_of_all(&mut self, target: Node<'a>, ways: &[Trail]) -> Result<MergeKind, Diagnostic> {
        let mut first: Option<(MergeKind, Node<'a>)> = None;
        for way in ways {
            let Some(mosaic) = self.tree.get(way) else { continue };
            let (kind, node) = match (mosaic.kind(), mosaic.part().node) {
                (MergeKind::Null, node) => (MergeKind::Primitive, node),
                known => known,
            };
            match first {
                None => first = Some((kind, node)),
                Some((first, _)) if first == kind => {}
                Some((_, first)) => {
                    let message = "the targets of an action are of several kinds";
                    return Err(Diagnostic::new(Code::InvalidValue, message)
                        .at(target.place(), "all are objects, or arrays, or none is either")
                        .also(first.place(), format!("this is {}", first.kind()))
                        .also(node.place(), format!("this is {}", node.kind()))
                        .fatal());
                }
            }
        }
        Ok(first.map_or(MergeKind::Null, |(kind, _)| kind))
    }

    /// Takes a value of some size from the budget.
    fn allow(&mut self, way: &Trail, size: Size, by: Node<'a>) -> Result<(), Diagnostic> {
        if way.len() + size.levels > LEVELS {
            let message = format!("values are nested more than {LEVELS} levels deep");
            return Err(Diagnostic::new(Code::InvalidValue, message).at(by.place(), "").fatal());
        }
        self.budget = self.budget.and_then(|budget| budget.checked_sub(size.length));
        if self.budget.is_none() {
            let message = "overlays repeat too much of the description";
            return Err(Diagnostic::new(Code::InvalidValue, message).at(by.place(), "").fatal());
        }
        Ok(())
    }
}

/// What is merged into the targets, and the value of the action that says so.
struct Brought<'a> {
    value: Mosaic<'a>,
    by: Node<'a>,
}

//! References that lead back to themselves without ever reaching an object.

use super::api::Objects;
use super::arena::{Arena, Id};
use super::path_item::PathItem;
use super::ref_or::RefOr;
use super::reference::Link;
use super::schema::Schema;
use crate::diagnostic::{Code, Diagnostic, Findings};

/// What may be a mere reference to another of its kind.
trait Linked<'a>: Sized {
    fn link(&mut self) -> Option<&mut Link<'a, Self>>;
}

impl<'a, T> Linked<'a> for RefOr<'a, T> {
    fn link(&mut self) -> Option<&mut Link<'a, Self>> {
        match self {
            Self::Ref { link, .. } => Some(link),
            Self::Value(_) => None,
        }
    }
}

impl<'a> Linked<'a> for Schema<'a> {
    fn link(&mut self) -> Option<&mut Link<'a, Self>> {
        self.reference.as_mut()
    }
}

impl<'a> Linked<'a> for PathItem<'a> {
    fn link(&mut self) -> Option<&mut Link<'a, Self>> {
        self.reference.as_mut()
    }
}

/// Reports every cycle once and cuts it, so that each chain of references has an end.
pub(super) fn cut(objects: &mut Objects<'_>, findings: &Findings) {
    cut_in(&mut objects.schemas, findings);
    cut_in(&mut objects.callbacks, findings);
    cut_in(&mut objects.headers, findings);
    cut_in(&mut objects.parameters, findings);
    cut_in(&mut objects.path_items, findings);
    cut_in(&mut objects.request_bodies, findings);
    cut_in(&mut objects.responses, findings);
    cut_in(&mut objects.security_schemes, findings);
}

fn cut_in<'a, T: Linked<'a>>(arena: &mut Arena<T>, findings: &Findings) {
    // The walk that met an object first; objects lead to one other at the most.
    let mut met_by: Vec<Option<Id<T>>> = vec![None; arena.len()];
    for start in arena.ids() {
        let mut at = start;
        while met_by[at.index()].is_none() {
            met_by[at.index()] = Some(start);
            let Some(link) = arena.get_mut(at).and_then(T::link) else { break };
            let (reference, target) = (link.reference, link.target);
            let Some(target) = target else { break };
            if met_by[target.index()] == Some(start) {
                link.target = None;
                let first = arena.get_mut(target).and_then(T::link).map(|link| link.reference);
                let message = format!("`{}` leads back to itself", reference.text);
                let diagnostic = Diagnostic::new(Code::CircularReference, message)
                    .at(reference.node.place(), "closes the cycle")
                    .help("let one of them be the thing itself instead of a reference");
                findings.report(match first {
                    Some(first) if first.node.place() != reference.node.place() => {
                        diagnostic.also(first.node.place(), "begins it")
                    }
                    _ => diagnostic,
                });
                break;
            }
            at = target;
        }
    }
}

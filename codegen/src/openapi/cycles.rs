//! References that lead back to themselves without ever reaching an object.

use super::id::{Id, kind};
use super::objects::Objects;
use super::path_item::PathItem;
use super::ref_or::RefOr;
use super::reference::{Link, Reference};
use super::schema::Schema;
use crate::diagnostic::{Code, Diagnostic, Findings};

/// What may be a mere reference to another of its kind `K`.
trait Linked<'a, K> {
    fn link(&mut self) -> Option<&mut Link<'a, K>>;
}

impl<'a, T, K> Linked<'a, K> for RefOr<'a, T, K> {
    fn link(&mut self) -> Option<&mut Link<'a, K>> {
        match self {
            Self::Ref { link, .. } => Some(link),
            Self::Value(_) => None,
        }
    }
}

impl<'a> Linked<'a, kind::Schema> for Schema<'a> {
    fn link(&mut self) -> Option<&mut Link<'a, kind::Schema>> {
        self.reference.as_mut()
    }
}

impl<'a> Linked<'a, kind::PathItem> for PathItem<'a> {
    fn link(&mut self) -> Option<&mut Link<'a, kind::PathItem>> {
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
    shorten(&mut objects.callbacks);
    shorten(&mut objects.headers);
    shorten(&mut objects.parameters);
    shorten(&mut objects.request_bodies);
    shorten(&mut objects.responses);
    shorten(&mut objects.security_schemes);
}

/// Lets each reference lead to the end of its way at once: it becomes the last one of the way, which
/// names the object, with the first description on the way.
fn shorten<T, K>(objects: &mut [Option<RefOr<'_, T, K>>]) {
    let further = |objects: &[Option<RefOr<'_, T, K>>], at: usize| match objects.get(at)? {
        Some(RefOr::Ref { link, .. }) => Some(link.target?.index()),
        _ => None,
    };
    let mut is_short = vec![false; objects.len()];
    for start in 0..objects.len() {
        let (mut way, mut at) = (Vec::new(), start);
        while let Some(next) = further(objects, at).filter(|_| !is_short[at]) {
            crate::steps::take(1);
            way.push(at);
            at = next;
        }
        // From the end on, each takes over what the next one says.
        for at in way.into_iter().rev() {
            is_short[at] = true;
            let next = further(objects, at).and_then(|next| match objects.get(next)? {
                Some(RefOr::Ref { link, description }) => Some((*link, *description)),
                _ => None,
            });
            if let (Some(RefOr::Ref { link, description }), Some(next)) = (&mut objects[at], next) {
                *link = next.0;
                *description = description.or(next.1);
            }
        }
    }
}

fn cut_in<'a, T: Linked<'a, K>, K>(objects: &mut [Option<T>], findings: &Findings) {
    let link = |objects: &mut [Option<T>], id: Id<K>| {
        let link = objects.get_mut(id.index())?.as_mut()?.link()?;
        Some((link.reference, link.target?))
    };
    // The walk that met an object first; objects lead to one other at the most.
    let mut met_by: Vec<Option<usize>> = vec![None; objects.len()];
    for start in 0..objects.len() {
        let mut at = Id::at(start);
        while let Some(met) = met_by.get_mut(at.index()).filter(|met| met.is_none()) {
            *met = Some(start);
            let Some((reference, target)) = link(objects, at) else { break };
            if met_by.get(target.index()) == Some(&Some(start)) {
                let first = link(objects, target).map(|(first, _)| first);
                if let Some(link) = objects[at.index()].as_mut().and_then(T::link) {
                    link.target = None;
                }
                report(reference, first, findings);
                break;
            }
            at = target;
        }
    }
}

/// Reports the reference that closes a cycle, and the one that begins it.
fn report(last: Reference<'_>, first: Option<Reference<'_>>, findings: &Findings) {
    let message = format!("`{}` leads back to itself", last.text);
    let diagnostic = Diagnostic::new(Code::CircularReference, message)
        .at(last.node.place(), "closes the cycle")
        .help("let one of them be the thing itself instead of a reference");
    let others = first.filter(|first| first.node.place() != last.node.place());
    findings.report(match others {
        Some(first) => diagnostic.also(first.node.place(), "begins it"),
        None => diagnostic,
    });
}

//! Who uses which item: computed from what operations send and receive.

use std::collections::BTreeSet;

use super::graph;
use crate::ir::{Ty, TypeId};

/// A type that operations name, from which others are reached.
pub(crate) struct Root {
    pub(crate) ty: Ty,
    /// Whether callers send it, rather than receive it.
    pub(crate) is_sent: bool,
    /// The family of the operation.
    pub(crate) family: Option<usize>,
}

/// Who uses an item.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage {
    pub(super) is_sent: bool,
    pub(super) is_received: bool,
    /// The families whose operations use it.
    pub(super) families: BTreeSet<usize>,
}

/// Who uses each of the items, whose members lead to others as `edges` say.
pub(super) fn of_items(edges: &[Vec<usize>], roots: &[Root]) -> Vec<Usage> {
    let mut usage = vec![Usage::default(); edges.len()];
    let mut mark = |is_root: &dyn Fn(&Root) -> bool, change: &dyn Fn(&mut Usage)| {
        let roots = roots.iter().filter(|root| is_root(root));
        let roots = roots.filter_map(|root| innermost(&root.ty)).map(|id| id.0);
        for index in graph::reachable(roots, |index| edges[index].clone()) {
            change(&mut usage[index]);
        }
    };
    mark(&|root| root.is_sent, &|usage| usage.is_sent = true);
    mark(&|root| !root.is_sent, &|usage| usage.is_received = true);
    let families: BTreeSet<usize> = roots.iter().filter_map(|root| root.family).collect();
    for family in families {
        mark(&|root| root.family == Some(family), &|usage| {
            usage.families.insert(family);
        });
    }
    usage
}

/// The item inside lists, maps and boxes.
pub(crate) fn innermost(ty: &Ty) -> Option<TypeId> {
    match ty {
        Ty::List(inner) | Ty::Map(inner) | Ty::Boxed(inner) | Ty::Option(inner) => innermost(inner),
        Ty::Named(id) => Some(*id),
        _ => None,
    }
}

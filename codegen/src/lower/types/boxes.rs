//! Types that hold themselves need a `Box` somewhere on the way round.

use super::graph;
use crate::ir::Ty;

/// Which items hold each other without a list or a map between them.
pub(super) struct Boxes {
    /// For each item the number of its strongly connected component.
    component: Vec<usize>,
}

impl Boxes {
    /// `members` are the types of the members of each item.
    pub(super) fn new(members: &[Vec<&Ty>]) -> Self {
        let direct = |index: usize| {
            let direct = members[index].iter().filter_map(|ty| match ty {
                Ty::Named(target) => Some(target.0),
                _ => None,
            });
            direct.collect::<Vec<_>>()
        };
        let mut component = vec![0; members.len()];
        for (number, items) in graph::components(members.len(), direct).into_iter().enumerate() {
            items.into_iter().for_each(|item| component[item] = number);
        }
        Self { component }
    }

    /// The type of a member of the item `owner`, boxed where the item would otherwise be of
    /// infinite size.
    pub(super) fn member(&self, owner: usize, ty: Ty) -> Ty {
        match ty {
            Ty::Named(target) if self.component[target.0] == self.component[owner] => {
                Ty::Boxed(Box::new(ty))
            }
            ty => ty,
        }
    }
}

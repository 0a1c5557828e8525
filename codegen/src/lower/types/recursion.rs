//! Types that hold themselves need a `Box` somewhere on the way round.

use crate::ir::{Item, ItemKind, ResponseBody, Ty, TypeId};

/// The item inside lists, maps and boxes.
pub(crate) fn innermost(ty: &Ty) -> Option<TypeId> {
    match ty {
        Ty::List(inner) | Ty::Map(inner) | Ty::Boxed(inner) | Ty::Option(inner) => innermost(inner),
        Ty::Named(id) => Some(*id),
        _ => None,
    }
}

/// The types that an item is made of.
pub(crate) fn members(kind: &ItemKind) -> Box<dyn Iterator<Item = &Ty> + '_> {
    match kind {
        ItemKind::Struct(strukt) => {
            let rest = strukt.rest.iter().map(|(_, ty)| ty);
            Box::new(strukt.fields.iter().map(|field| &field.ty).chain(rest))
        }
        ItemKind::Union(union) => Box::new(union.variants.iter().map(|variant| &variant.ty)),
        ItemKind::Responses(responses) => {
            Box::new(responses.iter().filter_map(|response| match &response.body {
                ResponseBody::Json(ty) => Some(ty),
                _ => None,
            }))
        }
        ItemKind::Errors(errors) => Box::new(errors.iter().map(|error| &error.ty)),
        ItemKind::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// Boxes every member whose item would otherwise be of infinite size.
pub(crate) fn box_cycles(items: &mut [Item]) {
    let edges: Vec<Vec<usize>> = items
        .iter()
        .map(|item| {
            let direct = members(&item.kind).filter_map(|ty| match ty {
                Ty::Named(target) => Some(target.0),
                _ => None,
            });
            direct.collect()
        })
        .collect();
    let component = strongly_connected(&edges);
    for index in 0..items.len() {
        let in_circle = |ty: &mut Ty| {
            if let Ty::Named(target) = *ty
                && component[target.0] == component[index]
            {
                *ty = Ty::Boxed(Box::new(Ty::Named(target)));
            }
        };
        match &mut items[index].kind {
            ItemKind::Struct(strukt) => {
                strukt.fields.iter_mut().map(|field| &mut field.ty).for_each(in_circle);
            }
            ItemKind::Union(union) => {
                union.variants.iter_mut().map(|variant| &mut variant.ty).for_each(in_circle);
            }
            ItemKind::Enum(_) | ItemKind::Responses(_) | ItemKind::Errors(_) => {}
        }
    }
}

/// For each node the number of its strongly connected component (Tarjan), without recursion:
/// descriptions nest as deep as they like. An item on its own gets a number of its own, so two
/// equal numbers mean a cycle, or a field that holds its own struct.
fn strongly_connected(edges: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut order, mut low, mut component) =
        (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut open, mut next, mut components) = (Vec::new(), 0, 0);
    for root in 0..count {
        if order[root] != UNSEEN {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            if *edge == 0 {
                (order[node], low[node]) = (next, next);
                next += 1;
                open.push(node);
            }
            if let Some(&target) = edges[node].get(*edge) {
                *edge += 1;
                if order[target] == UNSEEN {
                    path.push((target, 0));
                } else if component[target] == UNSEEN {
                    low[node] = low[node].min(order[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = open.pop() {
                    component[member] = components;
                    if member == node {
                        break;
                    }
                }
                components += 1;
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::strongly_connected;

    #[test]
    fn circles_share_a_number_and_nothing_else_does() {
        // 0 -> 1 -> 2 -> 0, 2 -> 3, 3 -> 4
        let numbers = strongly_connected(&[vec![1], vec![2], vec![0, 3], vec![4], vec![]]);
        assert_eq!(numbers[0], numbers[1]);
        assert_eq!(numbers[0], numbers[2]);
        assert_ne!(numbers[0], numbers[3]);
        assert_ne!(numbers[3], numbers[4]);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let edges: Vec<_> = (1..=200_000).map(|next| vec![next]).chain([vec![0]]).collect();
        let numbers = strongly_connected(&edges);
        assert!(numbers.iter().all(|number| *number == numbers[0]));
    }
}

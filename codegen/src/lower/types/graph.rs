//! Walks over graphs: descriptions nest as deep as they like, so none of them is recursive.

use std::collections::BTreeSet;

/// The strongly connected components of a graph with the nodes `0..count` (Tarjan). A component
/// comes after all those that its edges lead to.
pub(super) fn components(count: usize, edges: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let (mut order, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut is_done = vec![false; count];
    let (mut open, mut next, mut components) = (Vec::new(), 0, Vec::new());
    for root in 0..count {
        if order[root] != UNSEEN {
            continue;
        }
        let mut path = vec![(root, edges(root).into_iter())];
        (order[root], low[root]) = (next, next);
        next += 1;
        open.push(root);
        while let Some((node, targets)) = path.last_mut() {
            let node = *node;
            if let Some(target) = targets.next() {
                if order[target] == UNSEEN {
                    (order[target], low[target]) = (next, next);
                    next += 1;
                    open.push(target);
                    path.push((target, edges(target).into_iter()));
                } else if !is_done[target] {
                    low[node] = low[node].min(order[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                let start = open.iter().rposition(|member| *member == node).unwrap_or_default();
                let component = open.split_off(start);
                component.iter().for_each(|member| is_done[*member] = true);
                components.push(component);
            }
        }
    }
    components
}

/// All nodes that `roots` lead to, the roots among them.
pub(super) fn reachable(
    roots: impl IntoIterator<Item = usize>,
    edges: impl Fn(usize) -> Vec<usize>,
) -> BTreeSet<usize> {
    let mut waiting: Vec<usize> = roots.into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(node) = waiting.pop() {
        if seen.insert(node) {
            waiting.extend(edges(node));
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::{components, reachable};

    #[test]
    fn cycles_are_one_component_and_come_after_what_they_lead_to() {
        // 0 -> 1 -> 2 -> 0, 2 -> 3, 3 -> 4
        let edges = [vec![1], vec![2], vec![0, 3], vec![4], vec![]];
        let mut found = components(5, |node| edges[node].clone());
        found.iter_mut().for_each(|component| component.sort_unstable());
        assert_eq!(found, [vec![4], vec![3], vec![0, 1, 2]]);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let count = 200_000;
        let found = components(count, |node| vec![(node + 1) % count]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), count);
    }

    #[test]
    fn what_is_reachable_includes_the_roots() {
        let edges = [vec![1], vec![0], vec![0], vec![]];
        let found = reachable([1], |node| edges[node].clone());
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [0, 1]);
    }
}

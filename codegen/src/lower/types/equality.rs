//! How values of each type can be compared, which their members decide.

use crate::ir::{Equality, Ty, TypeId};

/// How values of each item can be compared, whose `members` have these types: what is least
/// comparable in an item, at any depth, makes the item so. Types that hold themselves are no
/// exception.
pub(super) fn of_items(members: &[Vec<&Ty>]) -> Vec<Equality> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); members.len()];
    let mut found: Vec<Equality> = Vec::with_capacity(members.len());
    for (index, types) in members.iter().enumerate() {
        let mut equality = Equality::Hashed;
        for ty in types {
            match leaf(ty) {
                Leaf::Simple(simple) => equality = equality.min(simple),
                Leaf::Item(TypeId(held)) => holders[held].push(index),
            }
        }
        found.push(equality);
    }
    let mut waiting: Vec<usize> =
        (0..found.len()).filter(|index| found[*index] < Equality::Hashed).collect();
    while let Some(held) = waiting.pop() {
        for holder in &holders[held] {
            if found[held] < found[*holder] {
                found[*holder] = found[held];
                waiting.push(*holder);
            }
        }
    }
    found
}

/// What stands inside lists, maps and boxes.
enum Leaf {
    Simple(Equality),
    Item(TypeId),
}

fn leaf(ty: &Ty) -> Leaf {
    match ty {
        Ty::F64 => Leaf::Simple(Equality::Partial),
        Ty::Secret | Ty::Bytes | Ty::File => Leaf::Simple(Equality::Full),
        Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::String | Ty::Timestamp => {
            Leaf::Simple(Equality::Hashed)
        }
        Ty::Json => Leaf::Simple(Equality::Hashed),
        Ty::List(inner) | Ty::Map(inner) | Ty::Option(inner) | Ty::Boxed(inner) => leaf(inner),
        Ty::Named(id) => Leaf::Item(*id),
    }
}

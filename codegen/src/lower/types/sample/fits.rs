//! Whether examples of the description can be used.

use super::text;
use crate::ir::Ty;
use crate::lower::types::shape::Kind;
use crate::source::Node;

/// Whether an example could be a value of this kind.
pub(super) fn could_be(node: Node<'_>, kind: &Kind<'_>) -> bool {
    match kind {
        Kind::Same(_) | Kind::Untyped(_) | Kind::Union(_) | Kind::Wrapper(_) => !node.is_null(),
        Kind::Scalar(ty) => match ty {
            Ty::Bool => node.as_bool().is_some(),
            Ty::I32 | Ty::I64 | Ty::U64 => node.as_int().is_some(),
            Ty::F64 => node.as_number().is_some(),
            Ty::Timestamp => node.as_str().is_some_and(text::is_timestamp),
            _ => node.as_str().is_some(),
        },
        Kind::List(_) => node.is_array(),
        Kind::Map(_) | Kind::Struct(_) => node.is_object(),
        Kind::Enum(values) => {
            node.as_str().is_some_and(|text| values.iter().any(|it| it.wire == text))
        }
        Kind::Integers(values) => {
            node.as_int().is_some_and(|int| values.iter().any(|it| i128::from(it.value) == int))
        }
    }
}

pub(super) fn is_simple(node: Node<'_>) -> bool {
    !node.is_array() && !node.is_object() && !node.is_null()
}

/// How many values stand in `node`, counted up to `most`.
pub(super) fn size(node: Node<'_>, most: usize) -> usize {
    let mut count = 1;
    let parts = node.items().chain(node.entries().map(|(_, value)| value));
    for part in parts {
        if count >= most {
            break;
        }
        count += size(part, most - count);
    }
    count
}

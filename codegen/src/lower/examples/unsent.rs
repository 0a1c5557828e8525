//! What an example of a body has and a request is sent without.

use serde_json::Value;

use crate::ir::{Item, ItemKind, Ty};

/// Removes the members of `value`, a `ty`, that only the server sets.
pub(super) fn remove(value: &mut Value, ty: &Ty, items: &[Item]) {
    match (ty, value) {
        (Ty::List(inner), Value::Array(values)) => {
            values.iter_mut().for_each(|value| remove(value, inner, items));
        }
        (Ty::Map(inner), Value::Object(members)) => {
            members.values_mut().for_each(|value| remove(value, inner, items));
        }
        (Ty::Option(inner) | Ty::Boxed(inner), value) => remove(value, inner, items),
        (Ty::Named(id), Value::Object(members)) => {
            let ItemKind::Struct(strukt) = &items[id.0].kind else { return };
            for field in &strukt.fields {
                if field.is_unsent {
                    members.remove(&field.wire);
                } else if let Some(member) = members.get_mut(&field.wire) {
                    remove(member, &field.ty, items);
                }
            }
        }
        _ => {}
    }
}

//! What examples have and values of their types do not.

use serde_json::Value;

use super::conform;
use crate::ir::{Field, Item, ItemKind, Presence, Struct, Ty, Union};

/// Which members stay.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kept {
    /// Those that are declared.
    Declared,
    /// Of those, the ones that a caller sets.
    Sent,
}

/// Removes the members of `value`, a `ty`, that are not declared, and those that only the server
/// sets where it is sent.
pub(super) fn prune(value: &mut Value, ty: &Ty, items: &[Item], kept: Kept) {
    match (ty, value) {
        (Ty::List(inner), Value::Array(values)) => {
            values.iter_mut().for_each(|value| prune(value, inner, items, kept));
        }
        (Ty::Map(inner), Value::Object(members)) => {
            members.values_mut().for_each(|value| prune(value, inner, items, kept));
        }
        (Ty::Option(inner) | Ty::Boxed(inner), value) => prune(value, inner, items, kept),
        (Ty::Named(id), value) => match &items[id.0].kind {
            ItemKind::Struct(strukt) => prune_object(value, strukt, items, kept),
            ItemKind::Union(union) => prune_variant(value, union, items, kept),
            _ => {}
        },
        _ => {}
    }
}

fn prune_object(value: &mut Value, strukt: &Struct, items: &[Item], kept: Kept) {
    let Value::Object(members) = value else { return };
    members.retain(|name, value| {
        match strukt.fields.iter().find(|field| field.wire == *name) {
            Some(field) if is_left_out(field, value, kept) => return false,
            Some(field) => prune(value, &field.ty, items, kept),
            None => match &strukt.rest {
                Some((_, rest)) => prune(value, rest, items, kept),
                None => return false,
            },
        }
        true
    });
}

/// Whether a member is not written though an example has it. `null` is the same as none where that is
/// all that a setter can say, or where there is no `null`.
fn is_left_out(field: &Field, value: &Value, kept: Kept) -> bool {
    let is_null = value.is_null() && field.ty != Ty::Json;
    match field.presence {
        _ if field.is_unsent && kept == Kept::Sent => true,
        Presence::Optional => is_null,
        Presence::OptionalNullable => is_null && kept == Kept::Sent,
        Presence::Required | Presence::Nullable => false,
    }
}

/// Prunes a value as the first variant that it then fits.
fn prune_variant(value: &mut Value, union: &Union, items: &[Item], kept: Kept) {
    if !value.is_object() && !value.is_array() {
        return;
    }
    let fitting = conform::told(value, union).find_map(|variant| {
        let mut pruned = value.clone();
        prune(&mut pruned, &variant.ty, items, kept);
        conform::misfit(&pruned, &variant.ty, items).is_none().then_some(pruned)
    });
    if let Some(fitting) = fitting {
        *value = fitting;
    }
}

//! What examples have and values of their types do not.

use serde_json::{Map, Value};

use super::conform::Checker;
use super::kept::Kept;
use super::shapes::Shapes;
use crate::ir::{ItemKind, Struct, Ty, TypeId};

/// The value, a `ty`, without the members that are not declared, and without those that only the
/// server sets where it is sent.
pub(super) fn prune(value: &Value, ty: &Ty, shapes: &Shapes<'_>, kept: Kept) -> Value {
    Pruning { checker: Checker::new(shapes, Some(kept)), kept }.prune(value, ty)
}

struct Pruning<'s, 'i> {
    checker: Checker<'s, 'i>,
    kept: Kept,
}

impl Pruning<'_, '_> {
    fn prune(&self, value: &Value, ty: &Ty) -> Value {
        crate::steps::take(1);
        match (ty, value) {
            (Ty::List(inner), Value::Array(values)) => {
                values.iter().map(|value| self.prune(value, inner)).collect()
            }
            (Ty::Map(inner), Value::Object(members)) => {
                let values = members.iter().map(|(name, it)| (name.clone(), self.prune(it, inner)));
                Value::Object(values.collect())
            }
            (Ty::Option(inner) | Ty::Boxed(inner), value) => self.prune(value, inner),
            (Ty::Named(id), value) => match (self.checker.shapes.kind(*id), value) {
                (ItemKind::Struct(strukt), Value::Object(members)) => {
                    self.prune_object(members, *id, strukt)
                }
                // As the first variant that it then fits.
                (ItemKind::Union(union), Value::Object(_) | Value::Array(_)) => {
                    let variant = self.checker.variant(value, *id, union);
                    variant.map_or_else(|| value.clone(), |it| self.prune(value, &it.ty))
                }
                _ => value.clone(),
            },
            _ => value.clone(),
        }
    }

    fn prune_object(&self, members: &Map<String, Value>, id: TypeId, strukt: &Struct) -> Value {
        let declared = &self.checker.shapes.members(id).by_wire;
        let kept = members.iter().filter_map(|(name, value)| {
            let value = match declared.get(name.as_str()) {
                Some((_, field)) if self.kept.leaves_out(field, value) => return None,
                Some((_, field)) => self.prune(value, &field.ty),
                None => self.prune(value, &strukt.rest.as_ref()?.1),
            };
            Some((name.clone(), value))
        });
        Value::Object(kept.collect())
    }
}

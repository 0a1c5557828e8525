//! Values of examples as expressions of Rust.

use serde_json::Value;

use super::conform;
use super::placeholder::placeholder;
use super::text::text;
use crate::ir::{Building, Expr, Item, ItemKind, Ty, TypeId, Union};

/// The expression that makes `value` as a `ty`.
pub(super) fn expr(ty: &Ty, value: &Value, items: &[Item]) -> Expr {
    match (ty, value) {
        (Ty::Bool, Value::Bool(value)) => Expr::Bool(*value),
        (Ty::I32 | Ty::I64 | Ty::U64, Value::Number(value)) => {
            value.as_i128().map_or_else(|| Expr::Json(value.clone().into(), ty.clone()), Expr::Int)
        }
        (Ty::F64, Value::Number(value)) => {
            value.as_f64().map_or_else(|| Expr::Json(value.clone().into(), ty.clone()), Expr::Float)
        }
        (Ty::String | Ty::Secret | Ty::Timestamp | Ty::Bytes | Ty::File, value) => {
            Expr::Text(text(value))
        }
        (Ty::List(ty), Value::Array(values)) => list(ty, values, items),
        (Ty::Option(_), Value::Null) => Expr::None,
        (Ty::Option(ty), value) => Expr::Some(Box::new(expr(ty, value, items)), (**ty).clone()),
        (Ty::Boxed(ty), value) => expr(ty, value, items),
        (Ty::Named(id), value) => match (&items[id.0].kind, value) {
            (ItemKind::Enum(kind), Value::String(value)) => {
                let variant = kind.variants.iter().find(|variant| variant.wire == *value);
                variant.map_or_else(
                    || Expr::Text(value.clone()),
                    |variant| Expr::Variant(*id, variant.name.clone()),
                )
            }
            (ItemKind::Integers(kind), Value::Number(number)) => {
                let number = number.to_string();
                let variant = kind.variants.iter().find(|variant| variant.wire == number);
                variant.map_or_else(
                    || Expr::Json(value.clone(), ty.clone()),
                    |variant| Expr::Variant(*id, variant.name.clone()),
                )
            }
            (ItemKind::Struct(_), Value::Object(members)) => {
                structure(*id, items, |wire| members.get(wire).cloned())
            }
            (ItemKind::Union(union), value) => wrapped(*id, union, value, items)
                .unwrap_or_else(|| Expr::Json(value.clone(), ty.clone())),
            _ => Expr::Json(value.clone(), ty.clone()),
        },
        _ => Expr::Json(value.clone(), ty.clone()),
    }
}

/// The variant of a union that holds a value, where that is clear.
fn wrapped(id: TypeId, union: &Union, value: &Value, items: &[Item]) -> Option<Expr> {
    if let Some(single) = union.values.iter().find(|single| single.value == *value) {
        return Some(Expr::Variant(id, single.name.clone()));
    }
    let variant = conform::variant(value, union, items)?;
    let inner = Box::new(expr(&variant.ty, value, items));
    Some(Expr::Wrapped(id, variant.name.clone(), inner, variant.ty.clone()))
}

/// A list of values, all of one Rust type: texts where one of an enum's values is not known.
fn list(ty: &Ty, values: &[Value], items: &[Item]) -> Expr {
    let exprs: Vec<_> = values.iter().map(|value| expr(ty, value, items)).collect();
    let has_text = exprs.iter().any(|expr| matches!(expr, Expr::Text(_)));
    Expr::List(match has_text {
        true => values.iter().map(|value| Expr::Text(text(value))).collect(),
        false => exprs,
    })
}

fn structure(id: TypeId, items: &[Item], value: impl Fn(&str) -> Option<Value>) -> Expr {
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    if let ItemKind::Struct(strukt) = &items[id.0].kind {
        for field in &strukt.fields {
            if field.is_unsent {
                continue;
            }
            let given = value(&field.wire).filter(|value| !value.is_null());
            let given = given.map(|value| expr(&field.ty, &value, items));
            match (field.building(), given) {
                (Building::Constant, _) | (Building::Setter, None) => {}
                (Building::Argument, Some(given)) => required.push(given),
                (Building::Argument, None) => {
                    required.push(placeholder(&field.ty, &field.wire, items));
                }
                (Building::Setter, Some(given)) => optional.push((field.name.clone(), given)),
            }
        }
    }
    Expr::Struct { ty: id, required, optional }
}

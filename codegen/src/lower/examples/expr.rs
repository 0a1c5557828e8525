//! Values of examples as expressions of Rust.

use serde_json::{Map, Value};

use super::conform::Checker;
use super::placeholder::placeholder;
use super::shapes::Shapes;
use super::text::text;
use crate::ir::{Building, Expr, ItemKind, Ty, TypeId, Union};

/// The expression that makes `value` as a `ty`.
pub(super) fn expr(ty: &Ty, value: &Value, shapes: &Shapes<'_>) -> Expr {
    of(ty, value, &Checker::new(shapes, None))
}

fn of(ty: &Ty, value: &Value, checker: &Checker<'_, '_>) -> Expr {
    crate::steps::take(1);
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
        (Ty::List(ty), Value::Array(values)) => list(ty, values, checker),
        (Ty::Option(_), Value::Null) => Expr::None,
        (Ty::Option(ty), value) => Expr::Some(Box::new(of(ty, value, checker)), (**ty).clone()),
        (Ty::Boxed(ty), value) => of(ty, value, checker),
        (Ty::Named(id), value) => match (checker.shapes.kind(*id), value) {
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
            (ItemKind::Struct(_), Value::Object(members)) => structure(*id, members, checker),
            (ItemKind::Union(union), value) => wrapped(*id, union, value, checker)
                .unwrap_or_else(|| Expr::Json(value.clone(), ty.clone())),
            _ => Expr::Json(value.clone(), ty.clone()),
        },
        _ => Expr::Json(value.clone(), ty.clone()),
    }
}

/// The variant of a union that holds a value, where that is clear.
fn wrapped<'i>(
    id: TypeId,
    union: &'i Union,
    value: &Value,
    checker: &Checker<'_, 'i>,
) -> Option<Expr> {
    if let Some(single) = union.values.iter().find(|single| single.value == *value) {
        return Some(Expr::Variant(id, single.name.clone()));
    }
    let variant = checker.variant(value, id, union)?;
    let inner = Box::new(of(&variant.ty, value, checker));
    Some(Expr::Wrapped(id, variant.name.clone(), inner, variant.ty.clone()))
}

/// A list of values, all of one Rust type: texts where one of an enum's values is not known.
fn list(ty: &Ty, values: &[Value], checker: &Checker<'_, '_>) -> Expr {
    let exprs: Vec<_> = values.iter().map(|value| of(ty, value, checker)).collect();
    let has_text = exprs.iter().any(|expr| matches!(expr, Expr::Text(_)));
    Expr::List(match has_text {
        true => values.iter().map(|value| Expr::Text(text(value))).collect(),
        false => exprs,
    })
}

fn structure(id: TypeId, given: &Map<String, Value>, checker: &Checker<'_, '_>) -> Expr {
    let declared = checker.shapes.members(id);
    let value = |wire: &str| given.get(wire).filter(|value| !value.is_null());
    let arguments = declared.arguments.iter().map(|field| match value(&field.wire) {
        Some(value) => of(&field.ty, value, checker),
        None => placeholder(&field.ty, &field.wire, checker.shapes),
    });
    let set = given.keys().filter_map(|wire| declared.by_wire.get(wire.as_str()));
    let mut set: Vec<_> = set
        .filter(|(_, field)| !field.is_unsent && field.building() == Building::Setter)
        .filter_map(|(index, field)| {
            let value = of(&field.ty, value(&field.wire)?, checker);
            Some((index, (field.name.clone(), value)))
        })
        .collect();
    set.sort_by_key(|(index, _)| *index);
    let optional = set.into_iter().map(|(_, set)| set).collect();
    Expr::Struct { ty: id, required: arguments.collect(), optional }
}

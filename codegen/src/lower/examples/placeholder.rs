//! Values for the documentation where the description has none.

use serde_json::Value;

use super::shapes::Shapes;
use crate::ir::{Argument, Expr, ItemKind, Ty};

/// How deep a made-up value goes before it gives up on a type that needs itself.
const DEEPEST: usize = 8;

/// How many values it has before it gives up.
const MOST: usize = 200;

/// Whether callers may give values of `ty` as texts, so that the type is not known from the call.
fn is_text(ty: &Ty, shapes: &Shapes<'_>) -> bool {
    match ty {
        Ty::String | Ty::Secret | Ty::Timestamp => true,
        Ty::Named(id) => matches!(shapes.kind(*id), ItemKind::Enum(_)),
        _ => false,
    }
}

pub(super) fn made_up(argument: &Argument, shapes: &Shapes<'_>) -> Expr {
    placeholder(&argument.ty, &argument.wire, shapes)
}

/// A value for the documentation where the description has none.
pub(super) fn placeholder(ty: &Ty, wire: &str, shapes: &Shapes<'_>) -> Expr {
    within(ty, wire, shapes, 0, &mut MOST.clone())
}

fn within(ty: &Ty, wire: &str, shapes: &Shapes<'_>, depth: usize, left: &mut usize) -> Expr {
    let Some(less) = left.checked_sub(1) else { return Expr::Json(Value::Null, ty.clone()) };
    *left = less;
    match ty {
        Ty::Bool => Expr::Bool(true),
        Ty::I32 | Ty::I64 | Ty::U64 => Expr::Int(1),
        Ty::F64 => Expr::Float(1.0),
        Ty::String | Ty::Secret | Ty::Bytes | Ty::File => Expr::Text(wire.to_owned()),
        Ty::Timestamp => Expr::Text("2026-01-01T00:00:00Z".to_owned()),
        Ty::Json | Ty::Map(_) => Expr::Json(Value::Object(serde_json::Map::new()), ty.clone()),
        Ty::List(inner) if **inner == Ty::File => Expr::List(vec![Expr::Text(wire.to_owned())]),
        // What an empty list of texts is a list of, nobody could tell.
        Ty::List(item) if is_text(item, shapes) => {
            Expr::List(vec![within(item, wire, shapes, depth, left)])
        }
        Ty::List(_) => Expr::List(Vec::new()),
        Ty::Option(inner) => {
            let value = within(inner, wire, shapes, depth + 1, left);
            Expr::Some(Box::new(value), (**inner).clone())
        }
        Ty::Boxed(ty) => within(ty, wire, shapes, depth, left),
        Ty::Named(id) => match shapes.kind(*id) {
            ItemKind::Enum(kind) | ItemKind::Integers(kind) => kind.variants.first().map_or_else(
                || Expr::Text(wire.to_owned()),
                |variant| Expr::Variant(*id, variant.name.clone()),
            ),
            ItemKind::Union(union) => union.values.first().map_or_else(
                || Expr::Json(Value::Null, ty.clone()),
                |value| Expr::Variant(*id, value.name.clone()),
            ),
            ItemKind::Responses(_) | ItemKind::Errors(_) => Expr::Json(Value::Null, ty.clone()),
            ItemKind::Struct(_) if depth >= DEEPEST => Expr::Json(Value::Null, ty.clone()),
            ItemKind::Struct(_) => Expr::Struct {
                ty: *id,
                required: shapes
                    .members(*id)
                    .arguments
                    .iter()
                    .map(|field| within(&field.ty, &field.wire, shapes, depth + 1, left))
                    .collect(),
                optional: Vec::new(),
            },
        },
    }
}

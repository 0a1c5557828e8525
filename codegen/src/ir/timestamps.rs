//! Whether a crate has timestamps: only then it needs what converts them.

use super::{Crate, ErrorBodies, Item, ItemKind, Operation, ResponseBody, Ty};

impl Crate {
    /// Whether a request, a response or an error holds a timestamp.
    pub(crate) fn has_timestamps(&self) -> bool {
        self.services.iter().any(|service| {
            service.types.iter().any(item_has_timestamps)
                || service.operations.iter().any(operation_has_timestamps)
        })
    }
}

fn item_has_timestamps(item: &Item) -> bool {
    match &item.kind {
        ItemKind::Struct(kind) => {
            let rest = kind.rest.iter().map(|(_, ty)| ty);
            kind.fields.iter().map(|field| &field.ty).chain(rest).any(is_of_timestamps)
        }
        ItemKind::Enum(_) | ItemKind::Integers(_) => false,
        ItemKind::Union(kind) => kind.variants.iter().any(|it| is_of_timestamps(&it.ty)),
        ItemKind::Responses(responses) => responses.iter().any(|response| match &response.body {
            ResponseBody::Json(ty) => is_of_timestamps(ty),
            _ => false,
        }),
        ItemKind::Errors(bodies) => bodies.iter().any(|body| is_of_timestamps(&body.ty)),
    }
}

fn operation_has_timestamps(operation: &Operation) -> bool {
    let error = match &operation.error_bodies {
        Some(ErrorBodies::One(ty, _)) => Some(ty),
        Some(ErrorBodies::ByStatus(_)) | None => None,
    };
    operation.inputs().map(|input| &input.ty).chain(error).any(is_of_timestamps)
        || operation.response_types().any(|ty| is_of_timestamps(&ty))
}

/// Whether a type is that of timestamps, or a list or map of them. Items are looked at themselves.
fn is_of_timestamps(ty: &Ty) -> bool {
    match ty {
        Ty::Timestamp => true,
        Ty::List(inner) | Ty::Map(inner) | Ty::Option(inner) | Ty::Boxed(inner) => {
            is_of_timestamps(inner)
        }
        _ => false,
    }
}

//! A response of an operation, and what its types are called.

use crate::lower::types::{TypeName, target_name};
use crate::openapi::{Resolved, Response};

/// A response of an operation.
pub(crate) type Found<'s, 'a> = Resolved<'s, 'a, Response<'a>>;

/// What a type in a response is called that several operations may share: a component.
pub(super) fn shared_name(response: &Found<'_, '_>, part: &str) -> Option<TypeName> {
    Some(TypeName::shared(&target_name(response.component?), part, "response"))
}

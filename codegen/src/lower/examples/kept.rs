//! Which members of an example stay: not all that it shows is written, or read.

use serde_json::Value;

use crate::ir::{Field, Presence, Ty};

/// Which members stay.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kept {
    /// Those that are declared.
    Declared,
    /// Of those, the ones that a caller sets.
    Sent,
}

impl Kept {
    /// Whether a member is not written though an example has it. `null` is the same as none where
    /// that is all that a setter can say, or where there is no `null`.
    pub(super) fn leaves_out(self, field: &Field, value: &Value) -> bool {
        let is_null = value.is_null() && field.ty != Ty::Json;
        match field.presence {
            _ if field.is_unsent && self == Self::Sent => true,
            Presence::Optional | Presence::OptionalOrNull => is_null,
            Presence::OptionalNullable => is_null && self == Self::Sent,
            Presence::Required | Presence::Nullable => false,
        }
    }
}

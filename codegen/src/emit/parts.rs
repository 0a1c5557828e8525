//! Which parts of the runtime a crate has: those that its code uses.

use crate::ir::{
    BodyForm, Crate, CredentialKind, Item, Operation, PartContent, Pieces, PlainForm, Slot,
};
use crate::runtime::{PARTS, Part, Use};

/// The parts that `krate` needs, by name.
pub(super) fn parts(krate: &Crate) -> Vec<&'static Part> {
    let operations = || krate.services.iter().flat_map(|it| &it.operations);
    let is_paged = operations().any(|it| it.pagination.is_some());
    let has_typed_errors = operations().any(|it| it.error_bodies.is_some());
    let credentials = krate.services.iter().flat_map(|it| &it.credentials);
    let kinds: Vec<&CredentialKind> = credentials.map(|it| &it.kind).collect();
    // Where the description has none, an authorizer is up to the caller, who may want what costs no
    // dependency.
    let is_open = kinds.is_empty();
    let has_key = kinds.iter().any(|kind| matches!(kind, CredentialKind::ApiKey(..)));
    let streams = || operations().filter_map(Operation::streamed).map(|stream| &stream.pieces);
    let sends = |is_such: fn(&Slot) -> bool| {
        operations().flat_map(Operation::inputs).any(|input| is_such(&input.slot))
    };
    let sends_cookies = || {
        sends(|slot| matches!(slot, Slot::Cookie(_)))
            || operations().any(|it| !it.fixed_cookies.is_empty())
    };
    let common = PARTS.iter().filter(|part| match part.uses {
        Use::Every => true,
        Use::Paged => is_paged,
        Use::ApiKey => is_open || has_key,
        Use::Basic => kinds.contains(&&CredentialKind::Basic),
        Use::Bearer => is_open || kinds.contains(&&CredentialKind::Bearer),
        Use::Files => sends(|slot| match slot {
            Slot::Part { content, .. } | Slot::Unnamed { content, .. } => {
                matches!(content, PartContent::File(_))
            }
            Slot::Body(form) => matches!(form, BodyForm::Files(_)),
            _ => false,
        }),
        Use::Cookies => sends_cookies(),
        Use::RawCookies => sends(|slot| {
            matches!(slot, Slot::Cookie(PlainForm::Reserved { .. } | PlainForm::Raw { .. }))
        }),
        Use::Querystrings => sends(|slot| matches!(slot, Slot::Querystring(_))),
        Use::Sequences => sends(|slot| matches!(slot, Slot::Body(BodyForm::Sequence(_)))),
        Use::Parts => streams().any(|pieces| matches!(pieces, Pieces::Parts(_))),
        Use::Styles => sends(Slot::is_structured) || sends_cookies(),
        Use::Lines => streams().any(|pieces| matches!(pieces, Pieces::Lines(_))),
        Use::Integers => krate.services.iter().flat_map(|it| &it.types).any(Item::is_integers),
        Use::Timestamps => krate.has_timestamps(),
        Use::TypedErrors => has_typed_errors,
    });
    let of_vendors = krate.services.iter().filter_map(|it| it.vendor).flat_map(|it| it.parts);
    let mut parts: Vec<&Part> = common.chain(of_vendors).collect();
    parts.sort_by_key(|part| part.name);
    // Two services may be of one vendor.
    parts.dedup_by_key(|part| part.name);
    parts
}

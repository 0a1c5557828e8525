//! What goes into a request as arguments, setters and fields: their names, and how a caller gives
//! what is required.

use std::collections::HashSet;

use crate::diagnostic::Findings;
use crate::ir::{Argument, Slot, Ty};
use crate::lower::names::{self, Candidate};
use crate::lower::request::given::Input;
use crate::name::{self, Ident, Namespace};

/// The most values that a method takes one by one.
const MOST: usize = 3;

/// The values of a request: what a caller must give, and what a caller may give.
pub(crate) struct Arguments {
    pub(crate) required: Vec<Argument>,
    pub(crate) optional: Vec<Argument>,
}

/// Names the values of a request: all of them are fields of one struct.
///
/// A name that stands in several places is that of the first place; elsewhere it follows the place:
/// `id` and `body_id`.
pub(crate) fn named(
    findings: &Findings,
    required: Vec<Input<'_>>,
    optional: Vec<Input<'_>>,
) -> Arguments {
    let all = required.iter().chain(&optional);
    let taken: HashSet<_> = all.map(|input| (plain(input), place(&input.slot).0)).collect();
    let of_required: Vec<_> = required.iter().map(|input| candidate(input, &taken)).collect();
    let of_optional: Vec<_> = optional.iter().map(|input| candidate(input, &taken)).collect();
    let (required_idents, optional_idents) = match are_apart(&of_required, &of_optional) {
        true => (
            names::assign(findings, Namespace::Argument, &of_required),
            names::assign(findings, Namespace::Setter, &of_optional),
        ),
        false => {
            let candidates: Vec<_> = of_required.into_iter().chain(of_optional).collect();
            let mut idents = names::assign(findings, Namespace::Setter, &candidates);
            let of_optional = idents.split_off(required.len());
            (idents, of_optional)
        }
    };
    Arguments {
        required: arguments(required, required_idents),
        optional: arguments(optional, optional_idents),
    }
}

/// Whether no argument has the name of a setter. Those may not be called as the methods of a request
/// are, so the two are named apart from each other if they can be.
fn are_apart(required: &[Candidate<'_>], optional: &[Candidate<'_>]) -> bool {
    let idents = |namespace, candidates: &[Candidate<'_>]| {
        let wanted: Vec<_> = candidates.iter().map(Candidate::wanted).collect();
        name::assign(namespace, &wanted).idents
    };
    let arguments = idents(Namespace::Argument, required);
    let setters = idents(Namespace::Setter, optional);
    setters.iter().all(|setter| !arguments.contains(setter))
}

/// What a value is called after: its name, behind that of its place if the name is `taken` by one of
/// an earlier place.
fn candidate<'a>(input: &Input<'a>, taken: &HashSet<(Ident, usize)>) -> Candidate<'a> {
    let (rank, word) = place(&input.slot);
    let plain = plain(input);
    let is_taken = (0..rank).any(|earlier| taken.contains(&(plain.clone(), earlier)));
    Candidate {
        wire: if is_taken { format!("{word} {}", input.wire) } else { input.wire.clone() },
        rust: input.rust,
        place: input.node.key_place(),
    }
}

fn plain(input: &Input<'_>) -> Ident {
    let wire = input.rust.map_or(input.wire.as_str(), |rust| rust.text);
    name::ident(Namespace::Argument, wire)
}

/// The rank and the name of the place of a value.
fn place(slot: &Slot) -> (usize, &'static str) {
    match slot {
        Slot::Path(_) => (0, "path"),
        Slot::Query(_) | Slot::Querystring(_) => (1, "query"),
        Slot::Header(_) => (2, "header"),
        Slot::Cookie(_) => (3, "cookie"),
        Slot::Member(_)
        | Slot::Body(_)
        | Slot::FormField(_)
        | Slot::Part { .. }
        | Slot::Unnamed { .. } => (4, "body"),
        Slot::ContentType => (5, "request"),
    }
}

fn arguments(inputs: Vec<Input<'_>>, idents: Vec<Ident>) -> Vec<Argument> {
    let named = inputs.into_iter().zip(idents).map(|(input, name)| Argument {
        name,
        wire: input.wire,
        ty: input.ty,
        nullable: input.nullable,
        slot: input.slot,
        docs: input.docs,
        deprecated: input.deprecated,
    });
    named.collect()
}

/// Whether a method takes the required values as one struct with named fields: there are more than
/// three of them, or two neighbours could be swapped without anybody noticing.
pub(crate) fn are_one_struct(required: &[Argument]) -> bool {
    required.len() > MOST || required.windows(2).any(|pair| are_alike(&pair[0].ty, &pair[1].ty))
}

/// Whether a caller could give one in place of the other: both are texts, both are integers, or both
/// have the same type.
fn are_alike(one: &Ty, other: &Ty) -> bool {
    let is_text = |ty: &Ty| matches!(ty, Ty::String | Ty::Secret | Ty::Timestamp);
    let is_integer = |ty: &Ty| matches!(ty, Ty::I32 | Ty::I64 | Ty::U64);
    match (one, other) {
        (Ty::List(one), Ty::List(other)) => are_alike(one, other),
        _ => {
            one == other
                || (is_text(one) && is_text(other))
                || (is_integer(one) && is_integer(other))
        }
    }
}

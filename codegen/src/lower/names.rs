//! Asking `name` for identifiers, and saying where names collide.

use crate::diagnostic::{Code, Diagnostic, Findings};
use crate::name::{self, Ident, Namespace, Wanted};
use crate::openapi::Text;
use crate::source::Place;

/// A name of the description that becomes an identifier.
pub(crate) struct Candidate<'a> {
    /// The name, or several joined by blanks.
    pub(crate) wire: String,
    /// `x-rust-name`.
    pub(crate) rust: Option<Text<'a>>,
    /// Where the name stands.
    pub(crate) place: Place,
}

impl Candidate<'_> {
    /// The name as `name` is asked for it.
    pub(crate) fn wanted(&self) -> Wanted<'_> {
        Wanted { wire: &self.wire, rust: self.rust.map(|rust| rust.text) }
    }
}

/// Assigns an identifier to each candidate; collisions and bad `x-rust-name`s are reported.
pub(crate) fn assign(
    findings: &Findings,
    namespace: Namespace,
    candidates: &[Candidate<'_>],
) -> Vec<Ident> {
    let wanted: Vec<_> = candidates.iter().map(Candidate::wanted).collect();
    let assigned = name::assign(namespace, &wanted);
    for index in assigned.invalid {
        if let Some(rust) = candidates[index].rust {
            let message = format!("`{}` is not a name that Rust allows here", rust.text);
            findings.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(rust.node.place(), "given by `x-rust-name`"),
            );
        }
    }
    for collision in assigned.collisions {
        let mut members = collision.members.iter().map(|index| &candidates[*index]);
        let Some(first) = members.next() else { continue };
        if members.clone().all(|member| member.wire == first.wire) {
            // The same name twice is a slip of its own, and reported where it is one.
            continue;
        }
        let message = format!("several names become `{}` in Rust", collision.ident);
        let mut diagnostic = Diagnostic::new(Code::NameCollision, message)
            .at(first.place, format!("`{}`", first.wire))
            .help(match namespace {
                Namespace::Variant => "tell them apart with `x-enum-varnames`",
                _ => "tell them apart with `x-rust-name`",
            });
        for member in members {
            diagnostic = diagnostic.also(member.place, format!("`{}`", member.wire));
        }
        findings.report(diagnostic);
    }
    assigned.idents
}

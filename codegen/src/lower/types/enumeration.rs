//! Open enums: texts, some of which have names.

use std::collections::HashSet;

use super::text::TextValue;
use crate::diagnostic::Findings;
use crate::ir::{Docs, Enum, Variant};
use crate::lower::names::{self, Candidate};
use crate::name::Namespace;

/// An open enum of these texts.
pub(super) fn build<'a>(findings: &Findings, values: &[TextValue<'a>]) -> Enum {
    let titles: Vec<_> = values.iter().filter_map(|value| value.title).collect();
    let is_told = titles.iter().collect::<HashSet<_>>().len() == titles.len();
    let candidate = |value: &TextValue<'a>| Candidate {
        wire: value.title.filter(|_| is_told).unwrap_or(value.wire).to_owned(),
        rust: value.rust,
        place: value.node.place(),
    };
    let candidates: Vec<_> = values.iter().map(candidate).collect();
    let idents = names::assign(findings, Namespace::Variant, &candidates);
    let variants = values.iter().zip(idents).map(|(value, name)| Variant {
        name,
        wire: value.wire.to_owned(),
        docs: Docs(value.description.unwrap_or_default().to_owned()),
    });
    Enum { variants: variants.collect() }
}

//! Open enums: texts, some of which have names.

use std::collections::HashSet;

use super::text::TextValue;
use super::value_names::candidate;
use crate::diagnostic::Findings;
use crate::ir::{Docs, Enum, Variant};
use crate::lower::names;
use crate::name::Namespace;

/// An open enum of these texts.
pub(super) fn build<'a>(findings: &Findings, texts: &[TextValue<'a>]) -> Enum {
    let titles: Vec<_> = texts.iter().filter_map(|value| value.title).collect();
    let is_told = titles.iter().collect::<HashSet<_>>().len() == titles.len();
    let named = |it: &TextValue<'a>| {
        candidate(it.rust, it.title.filter(|_| is_told).unwrap_or(it.wire), it.node)
    };
    let candidates: Vec<_> = texts.iter().map(named).collect();
    let idents = names::assign(findings, Namespace::Variant, &candidates);
    let variants = texts.iter().zip(idents).map(|(value, name)| Variant {
        name,
        wire: value.wire.to_owned(),
        docs: Docs(value.description.unwrap_or_default().to_owned()),
    });
    Enum { variants: variants.collect() }
}

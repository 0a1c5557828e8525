//! Tags: what they say of the families of operations that they group.

use std::collections::{HashMap, HashSet};

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::Docs;
use crate::openapi::{Description, Tag};

/// Reports parents of tags that are not declared, and tags that are parts of themselves.
pub(crate) fn check(cx: Context<'_, '_>, documents: &[Description<'_>]) {
    let all = by_name(documents);
    let mut checked: HashSet<&str> = HashSet::new();
    for tag in documents.iter().flat_map(|document| &document.tags) {
        let (mut way, mut next) = (HashSet::new(), Some(tag));
        while let Some(tag) = next.filter(|tag| checked.insert(tag.name)) {
            way.insert(tag.name);
            let Some(parent) = tag.parent else { break };
            next = all.get(parent.text).copied();
            let diagnostic = match next {
                None => Diagnostic::new(
                    Code::InvalidValue,
                    format!("the tag `{}` is part of a tag that is not declared", tag.name),
                )
                .at(parent.node.place(), "no tag has this name"),
                Some(next) if way.contains(next.name) => Diagnostic::new(
                    Code::InvalidValue,
                    format!("the tag `{}` is part of itself", tag.name),
                )
                .at(parent.node.place(), "closes the circle"),
                Some(_) => continue,
            };
            cx.report(match suggest(parent.text, all.keys().copied()) {
                Some(near) if next.is_none() => diagnostic.help(format!("did you mean `{near}`?")),
                None if next.is_none() => {
                    diagnostic.help(format!("declare `{}` under `tags`", parent.text))
                }
                _ => diagnostic.help("remove one of the keys `parent`"),
            });
            break;
        }
    }
}

/// What a tag says of its operations: its summary, the tag that it is part of, and its description.
pub(crate) fn docs(all: &HashMap<&str, &Tag<'_>>, name: &str) -> Docs {
    let Some(tag) = all.get(name) else { return Docs(String::new()) };
    let title =
        |tag: &Tag<'_>| tag.summary.map_or(tag.name, str::trim).trim_end_matches('.').to_owned();
    let parent = tag.parent.and_then(|parent| all.get(parent.text));
    let head = match (tag.summary, parent) {
        (None, None) => None,
        (Some(_), None) => Some(format!("{}.", title(tag))),
        (_, Some(parent)) => Some(format!("{}: {}.", title(parent), title(tag))),
    };
    let parts: Vec<String> = head.into_iter().chain(tag.description.map(str::to_owned)).collect();
    Docs(parts.join("\n\n"))
}

/// The first tag of each name.
pub(crate) fn by_name<'d, 'a>(documents: &'d [Description<'a>]) -> HashMap<&'a str, &'d Tag<'a>> {
    let mut all = HashMap::new();
    for tag in documents.iter().flat_map(|document| &document.tags) {
        all.entry(tag.name).or_insert(tag);
    }
    all
}

//! Bodies by their media types.

use std::collections::HashSet;

use super::content::Content;
use super::object::ObjectReader;
use super::reader::Read;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// The bodies under `content`, by media type. A key that lists several types stands for each of them.
pub(super) fn read<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<(&'a str, Content<'a>)> {
    let nodes = object.map::<Node<'a>>("content");
    let mut known: HashSet<&str> = nodes.iter().map(|(key, _)| *key).collect();
    let mut contents = Vec::new();
    for (key, node) in nodes {
        let Some(content) = Content::read(object.reader_mut(), node) else { continue };
        let Some(types) = several(key) else {
            contents.push((key, content));
            continue;
        };
        let message = format!("`{key}` is not one media type");
        object.reader_mut().report(
            Diagnostic::new(Code::InvalidValue, message)
                .at(node.key_place(), "lists several")
                .help("write each of them as a key of its own"),
        );
        let others = types.into_iter().filter(|it| known.insert(it));
        contents.extend(others.map(|it| (it, content.clone())));
    }
    contents
}

/// The media types that a key lists, if there are several. A comma may also stand in a parameter.
fn several(key: &str) -> Option<Vec<&str>> {
    if !key.contains(',') || key.contains('"') {
        return None;
    }
    let types: Vec<&str> = key.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    types.iter().all(|it| it.contains('/')).then_some(types)
}

//! Bodies by their media types.

use std::collections::HashSet;

use super::content::Content;
use super::object::ObjectReader;
use super::reader::Read;
use crate::diagnostic::{Code, Diagnostic};
use crate::http::is_token;
use crate::source::Node;

/// The bodies under `content`, by media type. A key that lists several types stands for each of them.
pub(super) fn read<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Vec<(&'a str, Content<'a>)> {
    let nodes = object.map::<Node<'a>>("content");
    let mut known: HashSet<&str> = nodes.iter().map(|(key, _)| *key).collect();
    let mut contents = Vec::new();
    for (key, node) in nodes {
        let Some(content) = Content::read(object.reader_mut(), node) else { continue };
        let Some(types) = several(key) else {
            let media_type = meant(object, key, node);
            if media_type == key || known.insert(media_type) {
                contents.push((media_type, content));
            }
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

/// Words that people write for a media type.
const WORDS: &[(&str, &str)] = &[
    ("form", "application/x-www-form-urlencoded"),
    ("html", "text/html"),
    ("json", "application/json"),
    ("multipart", "multipart/form-data"),
    ("octet-stream", "application/octet-stream"),
    ("text", "text/plain"),
    ("xml", "application/xml"),
];

/// The media type that a key of `content` stands for: the key itself, unless it is a word that leaves
/// no doubt. One that is no media type is reported.
fn meant<'a>(object: &mut ObjectReader<'_, 'a, '_>, key: &'a str, node: Node<'a>) -> &'a str {
    let essence = key.split(';').next().unwrap_or_default().trim();
    if essence.split_once('/').is_some_and(|(ty, subtype)| is_token(ty) && is_token(subtype)) {
        return key;
    }
    let word = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(essence));
    let (label, example) = match word {
        Some((_, meant)) => (format!("read as `{meant}`"), *meant),
        None => ("has no type and subtype".to_owned(), "application/json"),
    };
    object.reader_mut().report(
        Diagnostic::new(Code::InvalidValue, format!("`{key}` is not a media type"))
            .at(node.key_place(), label)
            .help(format!("write a type and a subtype: `{example}`")),
    );
    word.map_or(key, |(_, meant)| meant)
}

/// The media types that a key lists, if there are several. A comma may also stand in a parameter.
fn several(key: &str) -> Option<Vec<&str>> {
    if !key.contains(',') || key.contains('"') {
        return None;
    }
    let types: Vec<&str> = key.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    types.iter().all(|it| it.contains('/')).then_some(types)
}

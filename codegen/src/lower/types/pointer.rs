//! What the target of a reference is called, by the pointer that leads to it.

use std::borrow::Cow;

use crate::openapi::Reference;
use crate::source::percent_decode;

/// What the target of a reference is called.
pub(crate) fn target_name(reference: Reference<'_>) -> String {
    match reference.text.split_once('#') {
        Some((_, fragment)) if !fragment.is_empty() => name(fragment),
        // A whole document is called after its file.
        _ => {
            let file = reference.text.trim_end_matches('#').rsplit('/').next().unwrap_or_default();
            percent_decode(file.rsplit_once('.').map_or(file, |(stem, _)| stem))
        }
    }
}

/// The name of what `fragment` leads to, percent-encoded as it stands in a reference.
///
/// A part of a component is called as it would be where it stands: the target of
/// `/components/schemas/Pet/properties/owner` is the `Pet owner`.
fn name(fragment: &str) -> String {
    let decode = |token: &str| percent_decode(token).replace("~1", "/").replace("~0", "~");
    let tokens: Vec<String> = fragment.split('/').map(decode).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    match tokens[..] {
        ["", "components", "schemas", name, ref parts @ ..]
        | ["", "$defs" | "definitions", name, ref parts @ ..] => with_parts(&[name], parts),
        ["", "components", "responses" | "requestBodies", name, _, ref parts @ ..] => {
            with_parts(&[name, "body"], parts)
        }
        ["", "components", "parameters" | "headers", name, ref parts @ ..]
        | ["", "parameters", name, ref parts @ ..] => with_parts(&[name], parts),
        ["", "responses", name, _, ref parts @ ..] => with_parts(&[name, "body"], parts),
        ["", "paths", path, method, ref parts @ ..] => with_parts(&[method, path], parts),
        // An anchor, or a document that is built as its author likes.
        [.., last] => last.to_owned(),
        [] => String::new(),
    }
}

/// `words` and those of the parts on the way from there.
fn with_parts(words: &[&str], parts: &[&str]) -> String {
    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut parts = parts.iter().map(|part| (*part).to_owned());
    while let Some(part) = parts.next() {
        match part.as_str() {
            "properties" | "patternProperties" | "$defs" | "definitions" | "responses" => {
                words.extend(parts.next());
            }
            "additionalProperties" => words.push("value".to_owned()),
            "requestBody" => words.push("body".to_owned()),
            // The items of a list that is itself a part are called as the list.
            "items" if words.len() == 1 => words.push("item".to_owned()),
            // Its members are those of the whole.
            "allOf" => drop(parts.next()),
            // Unions call variants without a title so, from 1 on.
            "oneOf" | "anyOf" => {
                let index = parts.next().and_then(|index| index.parse::<usize>().ok());
                words.extend(index.map(|index| format!("variant {}", index + 1)));
            }
            "prefixItems" | "parameters" | "callbacks" => {
                words.push(part);
                words.extend(parts.next());
            }
            // The media type says nothing, nor do `content` and `schema`.
            _ => {}
        }
    }
    words.join(" ")
}

/// A component that is called after a status, `404`, with a word.
pub(super) fn with_word(component: &str) -> Cow<'_, str> {
    let is_status = component.len() == 3
        && component.starts_with(|it| matches!(it, '1'..='5'))
        && component.bytes().skip(1).all(|it| it.is_ascii_digit() || it == b'X' || it == b'x');
    if is_status { format!("status {component}").into() } else { component.into() }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn targets_are_called_after_their_places() {
        let check = |pointer: &str, expected: &str| assert_eq!(name(pointer), expected);
        check("/components/schemas/Pet", "Pet");
        check("/components/schemas/Pet%20Food", "Pet Food");
        check("/components/schemas/Pet/properties/owner", "Pet owner");
        check("/components/schemas/Pet/properties/items/items", "Pet items");
        check("/components/schemas/Pets/items", "Pets item");
        check("/components/schemas/Pet/$defs/Tag", "Pet Tag");
        check("/components/schemas/Map/additionalProperties", "Map value");
        check("/components/schemas/Cat/allOf/1/properties/owner", "Cat owner");
        check("/components/schemas/Pet/oneOf/0", "Pet variant 1");
        check("/components/schemas/Pets/items/anyOf/1/items", "Pets item variant 2");
        check("/components/parameters/Colour/schema", "Colour");
        check("/components/responses/Pet", "Pet");
        check("/components/responses/Pet/content/application~1json/schema", "Pet body");
        check("/paths/~1pets/get/responses/200/content/a~1b/schema", "get /pets 200");
        check("/paths/~1pets/post/requestBody/content/a~1b/schema", "post /pets body");
        check("/parameters/Colour", "Colour");
        check("/parameters/Pet/schema/properties/owner", "Pet owner");
        check("/responses/Pet/schema", "Pet body");
        check("/responses/Pet/schema/items", "Pet body");
        check("/paths/~1pets/get/responses/200/schema", "get /pets 200");
        check("/$defs/Pet", "Pet");
        check("/Pet", "Pet");
        check("/deep/below/Pet", "Pet");
        check("pet", "pet");
    }
}

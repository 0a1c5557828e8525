//! What the target of a reference is called, by the pointer that leads to it.

use crate::source::percent_decode;

/// The name of what `fragment` leads to, percent-encoded as it stands in a reference.
///
/// A part of a component is called as it is where it stands, so that a type has the same name
/// whether a reference or its own place is met first: `/components/schemas/Pet/properties/owner` is
/// the `Pet owner`.
pub(super) fn name(fragment: &str) -> String {
    let decode = |token: &str| percent_decode(token).replace("~1", "/").replace("~0", "~");
    let tokens: Vec<String> = fragment.split('/').map(decode).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let words = match tokens[..] {
        ["", "components", "schemas", name, ref parts @ ..]
        | ["", "$defs" | "definitions", name, ref parts @ ..] => with_parts(vec![name], parts),
        ["", "components", "responses" | "requestBodies", name, _, ref parts @ ..] => {
            with_parts(vec![name, "body"], parts)
        }
        ["", "paths", path, method, ref parts @ ..] => with_parts(vec![method, path], parts),
        // An anchor, or a document that is built as its author likes.
        [.., last] => vec![last],
        [] => Vec::new(),
    };
    words.join(" ")
}

/// `words` and those of the parts on the way from there.
fn with_parts<'t>(mut words: Vec<&'t str>, parts: &[&'t str]) -> Vec<&'t str> {
    let mut parts = parts.iter().copied();
    while let Some(part) = parts.next() {
        match part {
            "properties" | "patternProperties" | "$defs" | "definitions" | "responses" => {
                words.extend(parts.next());
            }
            "additionalProperties" => words.push("value"),
            "requestBody" => words.push("body"),
            // The items of a list that is itself a part are called as the list.
            "items" if words.len() == 1 => words.push("item"),
            "oneOf" | "anyOf" | "allOf" | "prefixItems" | "parameters" | "callbacks" => {
                words.push(part);
                words.extend(parts.next());
            }
            // The media type says nothing, nor do `content` and `schema`.
            _ => {}
        }
    }
    words
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
        check("/components/responses/Pet", "Pet");
        check("/components/responses/Pet/content/application~1json/schema", "Pet body");
        check("/paths/~1pets/get/responses/200/content/a~1b/schema", "get /pets 200");
        check("/paths/~1pets/post/requestBody/content/a~1b/schema", "post /pets body");
        check("/$defs/Pet", "Pet");
        check("/Pet", "Pet");
        check("/deep/below/Pet", "Pet");
        check("pet", "pet");
    }
}

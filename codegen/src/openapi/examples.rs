//! Examples: one value, or several that have names.

use super::object::ObjectReader;
use crate::source::Node;

/// How many references may lead to an example, one after the other.
const MOST: usize = 8;

impl<'a> ObjectReader<'_, 'a, '_> {
    /// The value under `example`, else the first of those under `examples`, which may be references.
    pub(super) fn example(&mut self) -> Option<Node<'a>> {
        let single = self.node("example");
        let first = self.list_or_map("examples");
        single.or_else(|| self.example_value(first?))
    }

    /// The value of an Example Object. One that stands elsewhere, as a file of any kind, is not read.
    fn example_value(&self, example: Node<'a>) -> Option<Node<'a>> {
        let mut example = example;
        for _ in 0..MOST {
            let Some(reference) = example.get("$ref").and_then(Node::as_str) else { break };
            example = self.sources().resolve(example.document(), reference).ok()?;
        }
        // OpenAPI 3.2 has both.
        example.get("value").or_else(|| example.get("dataValue"))
    }
}

//! The parameters of an operation or a path by what they become: parameters, the body, or fields of a
//! form.

use std::collections::HashMap;

use crate::openapi::aspect::FormField;
use crate::openapi::id::ParameterId;
use crate::openapi::object::ObjectReader;
use crate::openapi::reader::Reader;
use crate::source::Node;

/// How many references are followed to a parameter.
const MOST_ON_THE_WAY: usize = 16;

/// Parameters by what they become.
#[derive(Default)]
pub(super) struct GivenParameters<'a> {
    /// The list that they stand in.
    pub(super) list: Option<Node<'a>>,
    pub(super) plain: Vec<ParameterId>,
    /// Those with `in: body`, as they stand in the list: a parameter, or a reference to one.
    pub(super) bodies: Vec<Node<'a>>,
    /// Those with `in: formData`, by their names.
    pub(super) fields: Vec<FormField<'a>>,
}

/// What a parameter becomes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Becomes {
    Parameter,
    Body,
    Field,
}

impl<'a> GivenParameters<'a> {
    /// Reads the key `parameters`.
    pub(super) fn read(object: &mut ObjectReader<'_, 'a, '_>) -> Self {
        let nodes = object.list::<Node<'a>>("parameters");
        let mut given = Self { list: object.node("parameters"), ..Self::default() };
        let mut known: HashMap<&str, usize> = HashMap::new();
        let reader = object.reader_mut();
        for node in nodes {
            let parameter = followed(reader, node);
            match becomes(parameter) {
                Becomes::Parameter => given.plain.push(reader.id(node)),
                Becomes::Body => given.bodies.push(node),
                Becomes::Field => {
                    let name = parameter.get("name").and_then(Node::as_str).unwrap_or_default();
                    let next = given.fields.len();
                    if *known.entry(name).or_insert(next) == next {
                        given.fields.push(FormField { name, listed: node, parameter });
                    }
                }
            }
        }
        given
    }
}

/// What a parameter becomes.
pub(super) fn becomes(parameter: Node<'_>) -> Becomes {
    match parameter.get("in").and_then(Node::as_str) {
        Some("body") => Becomes::Body,
        Some("formData") => Becomes::Field,
        _ => Becomes::Parameter,
    }
}

/// What a reference leads to in the end, if it leads anywhere; whoever reads it reports that it
/// does not.
fn followed<'a>(reader: &Reader<'a, '_>, node: Node<'a>) -> Node<'a> {
    let mut node = node;
    for _ in 0..MOST_ON_THE_WAY {
        let Some(reference) = node.get("$ref").and_then(Node::as_str) else { break };
        let Ok(next) = reader.sources.resolve(node.document(), reference) else { break };
        reader.lead(node, next);
        node = next;
    }
    node
}

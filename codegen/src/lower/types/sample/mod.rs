//! Values that schemas allow, made up where the description has no example: for the documentation,
//! and for tests.

mod fits;
mod number;
mod pattern;
pub(super) mod required;
mod text;

pub(crate) use required::Direction;

use std::rc::Rc;

use serde_json::{Map, Value};

use self::fits::{could_be, is_simple, size};
use self::required::RequiredMembers;
use super::compose::Schemas;
use super::service_types::Types;
use super::shape::{Inner, Kind, Shape, UnionShape, VariantForm};
use crate::ir::Ty;
use crate::openapi::{Schema, SchemaId};
use crate::source::Node;

/// How many values one that is made up may hold: a schema may need its parts many times over.
const MOST: usize = 80;

/// How deep it may go. Beyond half of it, lists stay empty.
const DEEPEST: usize = 12;

/// How deep a response has members though it requires none: without, there would be nothing to read.
const SHOWN: usize = 2;

/// How many of them it has.
const MOST_OPTIONAL: usize = 8;

impl<'a> Types<'_, 'a> {
    /// Values of the schema `id`, the best one first: with the examples that its parts have, and
    /// without, since some of those are wrong. `wire` is what the value is called.
    pub(crate) fn samples(&mut self, id: SchemaId, wire: &str, direction: Direction) -> Vec<Value> {
        let mut sample = |with_examples| {
            let mut sampler = Sampler {
                schemas: self.schemas,
                shapes: self.shapes,
                required: &mut self.required,
                direction,
                with_examples,
                shows_example: false,
                left: MOST,
                inside: Vec::new(),
            };
            let value = sampler.value(id, wire, 0);
            (value, sampler.shows_example)
        };
        let (first, shows_example) = sample(true);
        let second = if shows_example { sample(false).0 } else { None };
        first.into_iter().chain(second).collect()
    }
}

struct Sampler<'t, 'a> {
    schemas: &'t Schemas<'t, 'a>,
    shapes: &'t [Shape<'a>],
    required: &'t mut RequiredMembers<'a>,
    direction: Direction,
    with_examples: bool,
    /// Whether an example was used.
    shows_example: bool,
    /// How many more values there may be.
    left: usize,
    /// The objects that the value stands in.
    inside: Vec<SchemaId>,
}

impl<'a> Sampler<'_, 'a> {
    fn value(&mut self, id: SchemaId, wire: &str, depth: usize) -> Option<Value> {
        crate::steps::take(1);
        self.left = self.left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let shapes = self.shapes;
        let Shape { kind, nullable } = &shapes[id.index()];
        let made = self.of_kind(id, kind, wire, depth);
        made.or_else(|| nullable.then_some(Value::Null))
    }

    fn of_kind(
        &mut self,
        id: SchemaId,
        kind: &Kind<'a>,
        wire: &str,
        depth: usize,
    ) -> Option<Value> {
        let whole = self.schemas.whole(id);
        let given = self.given(id, kind);
        match kind {
            // An object may lack what it requires.
            Kind::Struct(_) => {
                self.inside.push(id);
                let object = self.object(id, given, depth);
                self.inside.pop();
                return object;
            }
            _ if given.is_some() => return given,
            _ => {}
        }
        match kind {
            Kind::Same(same) => self.value(*same, wire, depth + 1),
            Kind::Untyped(_) => Some(Value::Object(Map::new())),
            Kind::Scalar(ty) => {
                let listed = whole.listed_values().find(|node| could_be(*node, kind));
                listed.map(Node::to_json).or_else(|| scalar(ty, whole, wire))
            }
            Kind::List(inner) => self.list(whole, *inner, wire, depth),
            Kind::Map(inner) => self.map(whole, *inner, depth),
            Kind::Struct(_) => None,
            Kind::Enum(values) => values.first().map(|value| Value::from(value.wire)),
            Kind::Integers(values) => values.first().map(|value| Value::from(value.value)),
            Kind::Union(union) => self.union(union, wire, depth),
            Kind::Wrapper(kind) => match **kind {
                Kind::Map(_) => Some(Value::Object(Map::new())),
                _ => Some(Value::Array(Vec::new())),
            },
        }
    }

    /// The one value of a schema, its example or its default: the first that can be a value of this kind.
    fn given(&mut self, id: SchemaId, kind: &Kind<'a>) -> Option<Value> {
        if matches!(kind, Kind::Same(_)) && self.schemas.get(id).example.is_none() {
            // What it is the same as has its own.
            return None;
        }
        let (own, whole) = (self.schemas.get(id), self.schemas.whole(id));
        if let Some(only) = whole.only_value().filter(|node| could_be(*node, kind)) {
            self.left = self.left.checked_sub(size(only, self.left + 1))?;
            return Some(only.to_json());
        }
        let example = own.example.or(whole.example).filter(|_| self.with_examples);
        let example = example.filter(|node| could_be(*node, kind));
        let default = own.default.or(whole.default);
        let default = default.filter(|node| is_simple(*node) && could_be(*node, kind));
        let default = default.filter(|node| node.as_str() != Some(""));
        let node = example.or(default)?;
        self.left = self.left.checked_sub(size(node, self.left + 1))?;
        self.shows_example |= example.is_some();
        Some(node.to_json())
    }

    fn list(
        &mut self,
        whole: &Schema<'a>,
        inner: Inner,
        wire: &str,
        depth: usize,
    ) -> Option<Value> {
        let least = whole.limit("minItems").unwrap_or_default();
        if least > self.left {
            return None;
        }
        let none = || (least == 0).then(|| Value::Array(Vec::new()));
        if depth > DEEPEST / 2 || whole.limit("maxItems") == Some(0) {
            return none();
        }
        let item = match inner {
            // A tree ends here.
            Inner::Schema(item) if self.inside.contains(&self.schemas.meant(item)) => None,
            Inner::Schema(item) => self.value(item, wire, depth + 1),
            Inner::Untyped(_) => None,
        };
        match item {
            Some(item) => Some(Value::Array(vec![item; least.max(1)])),
            None => none(),
        }
    }

    fn map(&mut self, whole: &Schema<'a>, inner: Inner, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        let least = whole.limit("minProperties").unwrap_or_default().min(1);
        let required = whole.required.iter().map(|name| name.text);
        let made_up = (whole.required.is_empty() && least > 0).then_some("key");
        for name in required.chain(made_up) {
            let value = match inner {
                Inner::Schema(value) => self.value(value, name, depth + 1)?,
                Inner::Untyped(_) => Value::from(name),
            };
            members.insert(name.to_owned(), value);
        }
        Some(Value::Object(members))
    }

    /// An object with all that it requires.
    fn object(&mut self, id: SchemaId, given: Option<Value>, depth: usize) -> Option<Value> {
        let mut members = match given {
            Some(Value::Object(members)) => members,
            _ => Map::new(),
        };
        let required = self.required_members(id);
        for (name, property) in required.iter() {
            if !members.contains_key(*name) {
                let value = self.value(*property, name, depth + 1)?;
                members.insert((*name).to_owned(), value);
            }
        }
        if self.direction == Direction::Received && members.is_empty() && depth <= SHOWN {
            let properties = self.schemas.whole(id).properties.iter().take(MOST_OPTIONAL);
            for (name, property) in properties {
                if self.schemas.is_write_only(*property) {
                    continue;
                }
                let Some(value) = self.value(*property, name, depth + 1) else { break };
                members.insert((*name).to_owned(), value);
            }
        }
        Some(Value::Object(members))
    }

    /// The members that an object needs, as far as this side sets them.
    fn required_members(&mut self, id: SchemaId) -> Rc<[(&'a str, SchemaId)]> {
        let (schemas, direction) = (self.schemas, self.direction);
        let known = self.required.entry((id.index(), direction)).or_insert_with(|| {
            let whole = schemas.whole(id);
            let required = schemas.needed_names(whole);
            let is_set_elsewhere = |property: SchemaId| match direction {
                Direction::Sent => schemas.is_read_only(property),
                Direction::Received => schemas.is_write_only(property),
            };
            let members = whole.properties.iter().copied();
            members
                .filter(|(name, property)| required.contains(name) && !is_set_elsewhere(*property))
                .collect()
        });
        Rc::clone(known)
    }

    /// A value of the first variant that has one.
    fn union(&mut self, union: &UnionShape<'a>, wire: &str, depth: usize) -> Option<Value> {
        for variant in &union.variants {
            let inner = match variant.holds {
                Inner::Schema(schema) => self.value(schema, wire, depth + 1),
                Inner::Untyped(_) => None,
            };
            let mut value = match (variant.form, inner) {
                (VariantForm::Itself, Some(inner)) => inner,
                (VariantForm::List, Some(inner)) => Value::Array(vec![inner]),
                (VariantForm::Map, _) => Value::Object(Map::new()),
                (VariantForm::Itself | VariantForm::List, None) => continue,
            };
            if let (Some(tag), Value::Object(members)) = (union.tag, &mut value) {
                let tags = &variant.tagged.values;
                if let Some(first) = tags.first() {
                    let is_told = members.get(tag).is_some_and(|value| tags.contains(value));
                    if !is_told {
                        members.insert(tag.to_owned(), first.clone());
                    }
                }
            }
            return Some(value);
        }
        union.singles.first().map(|single| single.value.clone())
    }
}

/// A value that has no parts.
fn scalar(ty: &Ty, whole: &Schema<'_>, wire: &str) -> Option<Value> {
    match ty {
        Ty::Bool => Some(Value::Bool(true)),
        Ty::I32 | Ty::I64 | Ty::U64 => number::integer(whole),
        Ty::F64 => number::number(whole),
        Ty::Timestamp | Ty::String | Ty::Secret | Ty::Bytes | Ty::File => {
            text::text(whole, wire).map(Value::from)
        }
        _ => Some(Value::Object(Map::new())),
    }
}

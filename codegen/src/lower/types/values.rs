//! What the values that a schema lists make of it: an enum of numbers, a union of single values, or
//! the type that all of them have.

use serde_json::{Number, Value};

use super::number::{integer, number};
use super::shape::{Kind, Single, UnionShape};
use super::value_names::{IntegerValue, candidate, description, has_names, name};
use crate::diagnostic::Findings;
use crate::ir::{Docs, Enum, Ty, Variant};
use crate::lower::names;
use crate::name::Namespace;
use crate::openapi::{Schema, Type};

/// What a schema is by its values; `None`: what its type says.
pub(super) fn kind<'a>(schema: &Schema<'a>) -> Option<Kind<'a>> {
    let nodes: Vec<_> = schema.listed_values().filter(|node| !node.is_null()).collect();
    let values: Vec<_> = nodes.iter().map(|node| node.to_json()).collect();
    let is_typed = !schema.types.is_empty();
    let is_named = || has_names(schema);
    if values.is_empty() || schema.types.single() == Some(Type::String) {
        return None;
    }
    if let Some(integers) = integers(schema)
        && is_named()
    {
        return Some(Kind::Integers(integers));
    }
    let all = |is: fn(&Value) -> bool| values.iter().all(is);
    let is_alone = schema.types.single().is_some();
    match () {
        () if all(Value::is_string) => None,
        () if all(Value::is_boolean) => (!is_alone).then_some(Kind::Scalar(Ty::Bool)),
        () if all(Value::is_number) && is_named() => Some(Kind::Union(singles(schema))),
        () if all(is_whole) => (!is_alone).then(|| Kind::Scalar(integer(schema))),
        () if all(Value::is_number) => (!is_alone).then(|| Kind::Scalar(number(schema.format))),
        () if is_typed && is_alone => None,
        () if all(is_simple) => Some(Kind::Union(singles(schema))),
        () => None,
    }
}

/// The enum of whole numbers.
pub(super) fn build(findings: &Findings, values: &[IntegerValue<'_>]) -> Enum {
    let candidates: Vec<_> =
        values.iter().map(|it| candidate(it.name, &it.value.to_string(), it.node)).collect();
    let idents = names::assign(findings, Namespace::Variant, &candidates);
    let variants = values.iter().zip(idents).map(|(it, name)| Variant {
        name,
        wire: it.value.to_string(),
        docs: Docs(it.description.unwrap_or_default().to_owned()),
    });
    Enum { variants: variants.collect() }
}

/// The values as whole numbers, each once, if all of them are such.
fn integers<'a>(schema: &Schema<'a>) -> Option<Vec<IntegerValue<'a>>> {
    let mut integers: Vec<IntegerValue<'a>> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for (index, node) in schema.listed_values().enumerate().filter(|(_, node)| !node.is_null()) {
        let value = match node.to_json() {
            Value::Number(number) => whole(&number)?,
            _ => return None,
        };
        if seen.insert(value) {
            let (name, description) = (name(schema, index), description(schema, index));
            integers.push(IntegerValue { value, node, name, description });
        }
    }
    Some(integers)
}

/// A union of the values.
fn singles<'a>(schema: &Schema<'a>) -> UnionShape<'a> {
    let mut singles: Vec<Single<'a>> = Vec::new();
    for (index, node) in schema.listed_values().enumerate().filter(|(_, node)| !node.is_null()) {
        let value = node.to_json();
        if singles.iter().any(|known| known.value == value) {
            continue;
        }
        let name = match (name(schema, index), &value) {
            (Some(name), _) => name.text.to_owned(),
            (None, Value::String(text)) => text.clone(),
            (None, other) => format!("value {other}"),
        };
        let description = description(schema, index).unwrap_or_default();
        singles.push(Single { node, value, name, description });
    }
    UnionShape { tag: None, variants: Vec::new(), default: None, singles }
}

fn is_whole(value: &Value) -> bool {
    matches!(value, Value::Number(number) if whole(number).is_some() || number.is_u64())
}

fn is_simple(value: &Value) -> bool {
    value.is_string() || value.is_number() || value.is_boolean()
}

/// A number of 64 bits without a fraction, however it is written.
fn whole(number: &Number) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    let float = || number.as_f64().filter(|it| it.fract() == 0.0 && it.abs() <= LARGEST);
    number.as_i64().or_else(|| format!("{}", float()?).parse().ok())
}

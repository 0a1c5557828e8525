//! The request target that an example must give.

use serde_json::Value;

use super::text::text;
use crate::ir::{ListStyle, Operation, PathForm, QueryForm, Slot};
use crate::lower::request::parameters::encode;

/// The request target that the values must give.
pub(super) fn target(
    operation: &Operation,
    arguments: &[Option<Value>],
    options: &[Option<Value>],
) -> String {
    let mut pieces = operation.path.split('{');
    let mut target = pieces.next().unwrap_or_default().to_owned();
    let given = operation.arguments.iter().zip(arguments);
    let in_path = given.clone().filter(|it| it.0.slot == Slot::Path(PathForm::Scalar));
    let in_path: Vec<_> = in_path.filter_map(|(_, value)| value.as_ref()).collect();
    let mut next = 0..in_path.len();
    for (index, literal) in pieces.filter_map(|piece| piece.split_once('}')) {
        let index = index.parse().ok().or_else(|| next.next());
        if let Some(value) = index.and_then(|index| in_path.get(index)) {
            target.push_str(&encode(&text(value)));
        }
        target.push_str(literal);
    }
    let optional = operation.options.iter().zip(options);
    for (argument, value) in given.chain(optional) {
        let Some(value) = value else { continue };
        for value in query_values(&argument.slot, value) {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&format!("{}={value}", encode(&argument.wire)));
        }
    }
    target
}

/// The values that a parameter has in a query, encoded: none, one, or one for each of several.
fn query_values(slot: &Slot, value: &Value) -> Vec<String> {
    let each = || {
        let values = value.as_array().into_iter().flatten();
        values.map(|value| encode(&text(value))).collect::<Vec<_>>()
    };
    match slot {
        Slot::Query(QueryForm::Scalar) => vec![encode(&text(value))],
        Slot::Query(QueryForm::List(ListStyle::Repeated)) => each(),
        Slot::Query(QueryForm::List(ListStyle::Joined(separator))) => vec![each().join(separator)],
        _ => Vec::new(),
    }
}

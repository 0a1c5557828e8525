//! Numbers within the limits of their schemas.

use serde_json::{Number, Value};

use crate::openapi::Schema;

/// The limits of a number.
struct Limits {
    least: f64,
    most: f64,
    /// What it is a multiple of.
    step: Option<f64>,
}

/// A whole number that the schema allows: 1 if it can be.
pub(super) fn integer(schema: &Schema<'_>) -> Option<Value> {
    let limits = limits(schema, 1.0);
    let step = limits.step.map_or(1.0, f64::ceil).max(1.0);
    let value = nearest(&limits, step)?;
    // A float holds every whole number up to this one.
    (value.abs() < 9e15).then(|| Value::from(value as i64))
}

/// A number that the schema allows: 1 if it can be.
pub(super) fn number(schema: &Schema<'_>) -> Option<Value> {
    let room = {
        let limits = limits(schema, 0.0);
        (limits.most - limits.least) / 2.0
    };
    let limits = limits(schema, if room.is_finite() { room.min(1.0) } else { 1.0 });
    let value = match limits.step {
        Some(step) => nearest(&limits, step)?,
        None => 1.0_f64.clamp(limits.least, limits.most.max(limits.least)),
    };
    match value.fract() == 0.0 && value.abs() < 9e15 {
        true => Some(Value::from(value as i64)),
        false => Number::from_f64(value).map(Value::Number),
    }
}

/// The multiple of `step` within the limits that is nearest to 1.
fn nearest(limits: &Limits, step: f64) -> Option<f64> {
    let wanted = 1.0_f64.clamp(limits.least, limits.most.max(limits.least));
    let above = (wanted / step).ceil() * step;
    let below = (wanted / step).floor() * step;
    [above, below].into_iter().find(|it| (limits.least..=limits.most).contains(it))
}

/// The limits that a schema sets; those that are not allowed themselves are `apart` from them.
fn limits(schema: &Schema<'_>, apart: f64) -> Limits {
    let rare = schema.rare();
    let number = |node: Option<crate::source::Node<'_>>| Some(node?.as_number()?.as_float());
    // In OpenAPI 3.0 that a limit is not allowed is a boolean beside it.
    let is_exclusive = |node: Option<crate::source::Node<'_>>| {
        node.and_then(|node| node.as_bool()).unwrap_or_default()
    };
    let beyond = |is_apart: bool| if is_apart { apart } else { 0.0 };
    let minimum = number(rare.minimum).map(|it| it + beyond(is_exclusive(rare.exclusive_minimum)));
    let maximum = number(rare.maximum).map(|it| it - beyond(is_exclusive(rare.exclusive_maximum)));
    let above = number(rare.exclusive_minimum).map(|it| it + apart);
    let below = number(rare.exclusive_maximum).map(|it| it - apart);
    let least = minimum.into_iter().chain(above).fold(f64::NEG_INFINITY, f64::max);
    let most = maximum.into_iter().chain(below).fold(f64::INFINITY, f64::min);
    let step = number(schema.node.get("multipleOf")).filter(|step| *step > 0.0);
    Limits { least, most, step }
}

//! Numbers: which type of Rust holds them.

use crate::ir::Ty;
use crate::openapi::Schema;
use crate::source::Node;

/// Just beyond the largest `i64`. Writers that know only floats give it for that one.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// Just beyond the largest `u64`, as above.
const TWO_TO_64: f64 = 18_446_744_073_709_551_616.0;

/// Keys that limit a number.
const LIMITS: &[&str] = &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/// The type of a whole number: that of its format, unless the schema names numbers beyond 64 bits
/// with a sign. Limits beyond all 64 bits are no limits; values are kept as floats.
pub(crate) fn integer(schema: &Schema<'_>) -> Ty {
    let limits: Vec<f64> = LIMITS.iter().filter_map(|key| number(schema.node.get(key)?)).collect();
    let single = [schema.node.get("default"), schema.example, schema.constant];
    let values = schema.values.iter().copied().chain(single.into_iter().flatten());
    let values: Vec<f64> = values.filter_map(number).collect();
    let all = || limits.iter().chain(&values).copied();
    let is_unsigned = all().all(|it| it >= 0.0) && values.iter().all(|it| *it <= TWO_TO_64);
    if is_unsigned && all().any(|it| it > TWO_TO_63 && it <= TWO_TO_64) {
        return Ty::U64;
    }
    if values.iter().any(|it| it.abs() > TWO_TO_63) {
        return Ty::F64;
    }
    match schema.format {
        Some("int32" | "int16" | "int8") => Ty::I32,
        Some("uint64" | "unsigned") => Ty::U64,
        _ => Ty::I64,
    }
}

fn number(node: Node<'_>) -> Option<f64> {
    node.as_number().map(|number| number.as_float())
}

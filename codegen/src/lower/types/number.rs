//! Numbers: which type of Rust holds them.

use crate::ir::Ty;
use crate::openapi::Schema;
use crate::source::Node;

/// Just beyond the largest `i64`. Writers that know only floats give it for that one.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// Just beyond the largest `u64`, as above.
const TWO_TO_64: f64 = 18_446_744_073_709_551_616.0;

/// The type of a whole number: that of its format, unless the schema names numbers beyond 64 bits
/// with a sign. Limits beyond all 64 bits are no limits; values are kept as floats.
pub(super) fn integer(schema: &Schema<'_>) -> Ty {
    let rare = schema.rare();
    let limits = [rare.minimum, rare.maximum, rare.exclusive_minimum, rare.exclusive_maximum];
    let limits: Vec<f64> = limits.into_iter().flatten().filter_map(value).collect();
    let single = [schema.default, schema.example, schema.constant];
    let values = schema.values.iter().copied().chain(single.into_iter().flatten());
    let values: Vec<f64> = values.filter_map(value).collect();
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

/// The type of a number that may have a fraction, by its format.
pub(super) fn number(format: Option<&str>) -> Ty {
    match format {
        Some("int32") => Ty::I32,
        Some("int64" | "integer") => Ty::I64,
        // `float` too: an `f32` would not be written as the decimals that it was read from.
        _ => Ty::F64,
    }
}

/// Whether the texts of a schema of numbers and texts are numbers, too: its format is that of a number,
/// or only numbers match its pattern, `^-?[0-9]+$` and the like.
pub(super) fn is_numeric(schema: &Schema<'_>) -> bool {
    const FORMATS: &[&str] = &[
        "decimal", "double", "float", "int16", "int32", "int64", "int8", "integer", "number",
        "uint16", "uint32", "uint64", "uint8", "unsigned",
    ];
    if schema.format.is_some_and(|format| FORMATS.contains(&format)) {
        return true;
    }
    let inside = schema.pattern.and_then(|pattern| pattern.strip_prefix('^')?.strip_suffix('$'));
    inside.is_some_and(|inside| {
        let has_digits = inside.contains("[0-9]") || inside.contains("\\d");
        has_digits
            && inside.chars().all(|it| it.is_ascii_digit() || r"-+?*.,:|()[]{}\deE".contains(it))
    })
}

fn value(node: Node<'_>) -> Option<f64> {
    node.as_number().map(|number| number.as_float())
}

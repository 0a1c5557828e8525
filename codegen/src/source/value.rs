//! The values that YAML and JSON have in common.

use std::fmt;

use indexmap::IndexMap;

/// A value of a document. Keys keep the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, `~`, or nothing after a key.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// Text, quoted or plain.
    String(String),
    /// A sequence.
    Array(Vec<Value>),
    /// A mapping. Scalar keys of other types become text as written: `200:` is the key `200`.
    Object(IndexMap<String, Value>),
}

/// A number of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number written without fraction and exponent that fits 128 bits.
    Int(i128),
    /// Any other number, and whole numbers of JSON beyond 64 bits.
    Float(f64),
}

/// Writes the number as JSON does. JSON lacks the infinities and not-a-number: they are written as
/// in YAML.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Number::Int(int) => int.fmt(f),
            Number::Float(float) if float.is_nan() => f.write_str(".nan"),
            Number::Float(f64::INFINITY) => f.write_str(".inf"),
            Number::Float(f64::NEG_INFINITY) => f.write_str("-.inf"),
            // `Debug` keeps the `.0` and falls back to exponents, as JSON writers do.
            Number::Float(float) => write!(f, "{float:?}"),
        }
    }
}

impl Value {
    /// The kind of this value, with its article, for messages: `a string`, `an object`.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }

    /// This value as one of `serde_json`. Whole numbers beyond 64 bits become floats. The
    /// infinities and not-a-number become null.
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Value::Null => serde_json::Value::Null,
            Value::Bool(bool) => (*bool).into(),
            Value::Number(number) => number.to_json(),
            Value::String(string) => string.as_str().into(),
            Value::Array(items) => items.iter().map(Value::to_json).collect(),
            Value::Object(entries) => {
                entries.iter().map(|(key, value)| (key.clone(), value.to_json())).collect()
            }
        }
    }
}

impl Number {
    /// The value of a whole number. `1.0` is one, as in JSON Schema.
    pub fn as_int(self) -> Option<i128> {
        /// Up to here every whole number is a float of its own.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Number::Int(int) => Some(int),
            Number::Float(float) if float.fract() == 0.0 && float.abs() <= EXACT => {
                Some(float as i128)
            }
            Number::Float(_) => None,
        }
    }

    /// The nearest float.
    pub fn as_float(self) -> f64 {
        match self {
            Number::Int(int) => int as f64,
            Number::Float(float) => float,
        }
    }

    fn to_json(self) -> serde_json::Value {
        let exact = match self {
            Number::Int(int) => serde_json::Number::from_i128(int),
            Number::Float(_) => None,
        };
        exact.map_or_else(|| self.as_float().into(), serde_json::Value::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_print_as_json() {
        let check = |number: Number, expected: &str| assert_eq!(number.to_string(), expected);
        check(Number::Int(-3), "-3");
        check(Number::Int(u64::MAX as i128 + 1), "18446744073709551616");
        check(Number::Float(1.0), "1.0");
        check(Number::Float(0.1), "0.1");
        check(Number::Float(1e300), "1e300");
        check(Number::Float(f64::NEG_INFINITY), "-.inf");
        check(Number::Float(f64::NAN), ".nan");
    }

    #[test]
    fn whole_floats_are_integers() {
        assert_eq!(Number::Float(4.0).as_int(), Some(4));
        assert_eq!(Number::Float(4.5).as_int(), None);
        assert_eq!(Number::Float(1e300).as_int(), None);
        assert_eq!(Number::Float(f64::INFINITY).as_int(), None);
        assert_eq!(Number::Float(f64::NAN).as_int(), None);
    }

    #[test]
    fn json_has_64_bits() {
        assert_eq!(Number::Int(u64::MAX.into()).to_json().to_string(), "18446744073709551615");
        assert_eq!(Number::Int(1 << 64).to_json().to_string(), "1.8446744073709552e+19");
        assert!(Number::Float(f64::INFINITY).to_json().is_null());
    }
}

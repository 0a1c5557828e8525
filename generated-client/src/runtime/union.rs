//! `serde` traits for emitted unions: values that are of one of several types.
//!
//! Which one a value is, its shape decides: the JSON type, the members an object must have, the
//! texts that tell variants apart. A value that fits none is kept as it is.

use serde::de::{Deserialize, Deserializer};
use serde_json::Value;

/// What values of a variant look like.
#[derive(Debug)]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Bool,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A text.
    Text,
    /// One of these texts; others are possible.
    TextOf(&'static [&'static str]),
    /// An array of such values.
    Array(&'static Shape),
    /// An object with any members.
    Map,
    /// An object with known members.
    Object {
        /// The members that must be there.
        required: &'static [&'static str],
        /// The other members that may be there.
        optional: &'static [&'static str],
        /// Members with the texts that they have in this variant.
        tags: &'static [(&'static str, &'static [&'static str])],
    },
}

impl Shape {
    /// How well `value` fits: the more, the better; `None` if it does not.
    fn fit(&self, value: &Value) -> Option<usize> {
        match (self, value) {
            (Self::Any, _) => Some(0),
            (Self::Bool, Value::Bool(_)) | (Self::Number, Value::Number(_)) => Some(1),
            (Self::Integer, Value::Number(number)) => (!number.is_f64()).then_some(2),
            (Self::Text, Value::String(_)) => Some(1),
            (Self::TextOf(known), Value::String(text)) => {
                Some(if known.contains(&text.as_str()) { 2 } else { 0 })
            }
            (Self::Array(item), Value::Array(values)) => {
                values.iter().map(|value| item.fit(value)).sum::<Option<usize>>().map(|fit| fit + 1)
            }
            (Self::Map, Value::Object(_)) => Some(1),
            (Self::Object { required, optional, tags }, Value::Object(members)) => {
                if !required.iter().all(|name| members.contains_key(*name)) {
                    return None;
                }
                let mut fit = 1 + 2 * required.len();
                for (name, texts) in *tags {
                    match members.get(*name).and_then(Value::as_str) {
                        Some(text) if texts.contains(&text) => fit += 100,
                        Some(_) => return None,
                        None => {}
                    }
                }
                fit += optional.iter().filter(|name| members.contains_key(**name)).count();
                Some(fit)
            }
            _ => None,
        }
    }
}

/// The variant that `value` fits best, the first of several that fit alike.
pub fn choose(shapes: &[Shape], value: &Value) -> Option<usize> {
    let fits =
        shapes.iter().enumerate().filter_map(|(index, shape)| Some((shape.fit(value)?, index)));
    fits.max_by_key(|(fit, index)| (*fit, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

/// Reads any JSON, to look at before it is read as what it is.
///
/// # Errors
///
/// Those of the deserializer.
pub fn read_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Value::deserialize(deserializer)
}

/// Implements `Default`, `Serialize` and `Deserialize` for an enum with a variant for each type and
/// `Unrecognized(Value)`, and `From` for each of the types.
///
/// Variants are listed as `Variant(Type) => Shape`.
macro_rules! union {
    ($name:ident { $($variant:ident($ty:ty) => $shape:expr),* $(,)? }) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                use $crate::runtime::union::Shape;
                const SHAPES: &[Shape] = &[$($shape),*];
                let value = $crate::runtime::union::read_value(deserializer)?;
                #[allow(unused_mut, reason = "there may be no variants")]
                let mut variant = $crate::runtime::union::choose(SHAPES, &value);
                $(
                    if variant == Some(0) {
                        if let Ok(value) = <$ty as ::serde::Deserialize>::deserialize(&value) {
                            return Ok(Self::$variant(value));
                        }
                    }
                    variant = variant.and_then(|variant| variant.checked_sub(1));
                )*
                let _ = variant;
                Ok(Self::Unrecognized(value))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    Self::Unrecognized(value) => value.serialize(serializer),
                }
            }
        }

        /// `null`, which stands for what an answer left out.
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::Unrecognized(::serde_json::Value::Null)
            }
        }

        $(impl ::std::convert::From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self::$variant(value)
            }
        })*
    };
}
pub(crate) use union;

//! Numbers that come as text as well.

use serde::de::{Error as _, MapAccess};
use serde_json::Value;

/// A type of a member whose numbers may come as text. An empty text is not a number: it stands for
/// what is absent, as `null` does.
pub trait FromNumberOrText: Default {
    /// Reads a value; `None` if it is neither a number of this type nor a text that is one.
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! integers {
    ($($ty:ty),*) => {
        $(impl FromNumberOrText for $ty {
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::String(text) if text.trim().is_empty() => Some(0),
                    Value::String(text) => text.trim().parse().ok(),
                    Value::Null => Some(0),
                    number => number.as_i64()?.try_into().ok(),
                }
            }
        })*
    };
}
integers!(i32, i64);

impl FromNumberOrText for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) if text.trim().is_empty() => Some(0.0),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null => Some(0.0),
            number => number.as_f64(),
        }
    }
}

impl<T: FromNumberOrText> FromNumberOrText for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            Value::String(text) if text.trim().is_empty() => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl<T: FromNumberOrText> FromNumberOrText for Vec<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            value => value.as_array()?.iter().map(T::from_value).collect(),
        }
    }
}

/// The next value of `map`, a number or a text that is one; the default for `null`.
///
/// # Errors
///
/// When it is neither.
pub fn number_or_default<'de, A, T>(map: &mut A) -> Result<T, A::Error>
where
    A: MapAccess<'de>,
    T: FromNumberOrText,
{
    let value: Value = map.next_value()?;
    T::from_value(&value).ok_or_else(|| {
        A::Error::custom(format_args!("expected a number or a text that is one, not {value}"))
    })
}

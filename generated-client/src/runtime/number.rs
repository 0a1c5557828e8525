// @generated: part of the runtime that the generator copies. Do not edit.

//! Numbers that come as text as well.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::fit::Member;
use super::lenience;
use super::members::Found;

/// A type of a member whose numbers may come as text. An empty text is not a number: it stands for
/// what is absent, as `null` does.
pub trait FromNumberOrText: Sized {
    /// What absence is; `None` if the type has no value for it.
    const ABSENT: Option<Self>;

    /// Reads a value; `None` if it is neither a number of this type nor a text that is one.
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! numbers {
    ($($ty:ty: $number:ident => $from_number:expr;)*) => {
        $(impl FromNumberOrText for $ty {
            const ABSENT: Option<Self> = None;

            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    // An element of a list: the list cannot do without it.
                    value if is_absent(value) => lenience::is_lenient().then(Self::default),
                    Value::String(text) => text.trim().parse().ok(),
                    $number => $from_number,
                }
            }
        })*
    };
}
numbers! {
    i32: number => number.as_i64()?.try_into().ok();
    i64: number => number.as_i64();
    u64: number => number.as_u64();
    f64: number => number.as_f64();
}

impl<T: FromNumberOrText> FromNumberOrText for Option<T> {
    const ABSENT: Option<Self> = Some(None);

    fn from_value(value: &Value) -> Option<Self> {
        if is_absent(value) { Self::ABSENT } else { T::from_value(value).map(Some) }
    }
}

impl<T: FromNumberOrText> FromNumberOrText for BTreeMap<String, T> {
    const ABSENT: Option<Self> = None;

    fn from_value(value: &Value) -> Option<Self> {
        let members = value.as_object()?.iter();
        members.map(|(name, value)| Some((name.clone(), T::from_value(value)?))).collect()
    }
}

impl<T: FromNumberOrText> FromNumberOrText for Vec<T> {
    const ABSENT: Option<Self> = None;

    fn from_value(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(T::from_value).collect()
    }
}

fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// Reads the next value of `map`, a number or a text that is one, into the field of a member.
///
/// # Errors
///
/// When it is neither.
pub fn number<'de, A, T>(map: &mut A, field: &mut T) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: FromNumberOrText,
{
    let Read(Some(value)) = map.next_value()? else { return Ok(Found::Null) };
    *field = value;
    Ok(Found::Value)
}

impl Member {
    /// The same member, a number that may be null or a text, and is told from none.
    pub const fn nullable_number(self) -> Self {
        self.nullable()
    }
}

/// Reads the next value of `map`, a number, a text that is one or null, into the field of an optional
/// member.
///
/// # Errors
///
/// When it is none of them.
pub fn nullable_number<'de, A, T>(
    map: &mut A,
    field: &mut Option<Option<T>>,
) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: FromNumberOrText,
{
    let Read(value) = map.next_value()?;
    *field = Some(value);
    Ok(Found::Optional)
}

/// What was read; `None` if it was absent, and the type has no value for that.
struct Read<T>(Option<T>);

impl<'de, T: FromNumberOrText> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor(PhantomData))
    }
}

/// Not read by way of a [`Value`] alone, so that errors have their place in the text.
struct NumberVisitor<T>(PhantomData<T>);

impl<T: FromNumberOrText> NumberVisitor<T> {
    fn read<E: Error>(value: &Value) -> Result<Read<T>, E> {
        if is_absent(value) {
            return Ok(Read(T::ABSENT));
        }
        let number = T::from_value(value).ok_or_else(|| {
            E::custom(format_args!("expected a number or a text that is one, not {value}"))
        })?;
        Ok(Read(Some(number)))
    }
}

impl<'de, T: FromNumberOrText> Visitor<'de> for NumberVisitor<T> {
    type Value = Read<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a text that is one")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Read<T>, E> {
        Self::read(&value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Read<T>, E> {
        Self::read(&value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Read<T>, E> {
        Self::read(&value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Read<T>, E> {
        Self::read(&value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Read<T>, E> {
        Self::read(&value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Read<T>, E> {
        Self::read(&Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Read<T>, A::Error> {
        Self::read(&Value::deserialize(SeqAccessDeserializer::new(items))?)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Read<T>, A::Error> {
        Self::read(&Value::deserialize(MapAccessDeserializer::new(members))?)
    }
}

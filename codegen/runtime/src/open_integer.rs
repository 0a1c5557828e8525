//! Enums of whole numbers whose values a service may extend.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as DeError, Unexpected, Visitor};
use serde_json::Value;

use super::fit::ANYTHING;

/// A number that this version does not know.
///
/// Only `From<i64>` of its enum makes one, and only of unknown numbers, so that no number is written
/// in two ways.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct UnrecognizedInteger(i64);

impl UnrecognizedInteger {
    pub(crate) const fn new(value: i64) -> Self {
        Self(value)
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// Defines an enum of whole numbers that a service may extend:
///
/// ```text
/// open_integer! {
///     pub enum Code {
///         NotReady = 0,
///         Ready = 7,
///     }
/// }
/// ```
///
/// Other numbers are kept in a further variant, `Unrecognized`.
macro_rules! open_integer {
    (
        $(#[$attr:meta])*
        pub enum $name:ident {
            $($(#[$variant_attr:meta])* $variant:ident = $value:expr),* $(,)?
        }
    ) => {
        $(#[$attr])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attr])*
                $variant,
            )*
            /// A number that this version of the crate does not know.
            Unrecognized($crate::runtime::open_integer::UnrecognizedInteger),
        }

        impl $name {
            const KNOWN: &'static [i64] = &[$($value),*];

            /// The number as the service writes it.
            pub fn as_i64(self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unrecognized(value) => value.get(),
                }
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                $(if value == $value {
                    return Self::$variant;
                })*
                Self::Unrecognized($crate::runtime::open_integer::UnrecognizedInteger::new(value))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        /// Zero: what a lenient client reads where a response lacks a required member.
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::from(0)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::open_integer::read_enum(deserializer, stringify!($name))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl $crate::runtime::fit::Fit for $name {
            fn fit(value: &::serde_json::Value, _: usize) -> ::std::option::Option<usize> {
                $crate::runtime::open_integer::fit_integer(value, Self::KNOWN)
            }
        }
    };
}
pub(crate) use open_integer;

/// How well `value` fits a whole number that is most likely one of those that are `known`.
pub fn fit_integer(value: &Value, known: &[i64]) -> Option<usize> {
    let number = value.as_i64()?;
    Some(if known.contains(&number) { 2 } else { ANYTHING })
}

/// Reads a whole number into an enum of this name.
///
/// # Errors
///
/// If the input is not a whole number of 64 bits.
pub fn read_enum<'de, T: From<i64>, D: Deserializer<'de>>(
    deserializer: D,
    name: &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_i64(IntegerVisitor(name, PhantomData))
}

struct IntegerVisitor<T>(&'static str, PhantomData<T>);

impl<T: From<i64>> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number ({})", self.0)
    }

    fn visit_i64<E: DeError>(self, value: i64) -> Result<T, E> {
        Ok(value.into())
    }

    fn visit_u64<E: DeError>(self, value: u64) -> Result<T, E> {
        let number = i64::try_from(value);
        Ok(number.map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?.into())
    }
}

// @generated: part of the runtime that the generator copies. Do not edit.

//! Enums whose values a service may extend.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as DeError, Visitor};

/// A value that this version does not know.
///
/// Only `From<&str>` of its enum makes one, and only of unknown values, so that no value is written
/// in two ways.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Unrecognized(Box<str>);

impl Unrecognized {
    pub(crate) fn new(value: &str) -> Self {
        Self(value.into())
    }

    /// The value as the service writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Defines an enum of texts that a service may extend:
///
/// ```text
/// open_enum! {
///     pub enum Color {
///         /// As the sky.
///         Blue = "blue",
///         Red = "red",
///     }
/// }
/// ```
///
/// Other texts are kept in a further variant, `Unrecognized`.
macro_rules! open_enum {
    (
        $(#[$attr:meta])*
        pub enum $name:ident {
            $($(#[$variant_attr:meta])* $variant:ident = $value:literal),* $(,)?
        }
    ) => {
        $(#[$attr])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attr])*
                $variant,
            )*
            /// A value that this version of the crate does not know.
            Unrecognized($crate::runtime::open_enum::Unrecognized),
        }

        impl $name {
            /// The value as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unrecognized(value) => value.as_str(),
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unrecognized($crate::runtime::open_enum::Unrecognized::new(value)),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                Ok(Self::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        /// The empty text, which no service means: what a lenient client reads where a response lacks
        /// a required member.
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::from("")
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::open_enum::read_enum(deserializer, stringify!($name))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::runtime::fit::Fit for $name {
            fn fit(value: &::serde_json::Value, _: usize) -> ::std::option::Option<usize> {
                $crate::runtime::fit::fit_text(value, &[$($value),*])
            }
        }
    };
}
pub(crate) use open_enum;

/// Reads a text into an enum of this name.
///
/// # Errors
///
/// If the input is not a string.
pub fn read_enum<'de, T, D>(deserializer: D, name: &'static str) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(EnumVisitor(name, PhantomData))
}

struct EnumVisitor<T>(&'static str, PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", self.0)
    }

    fn visit_str<E: DeError>(self, value: &str) -> Result<T, E> {
        Ok(value.into())
    }
}

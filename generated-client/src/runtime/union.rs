//! Enums whose values are of one of several types: `union!`.
//!
//! Which one a value is, its shape decides: the JSON type, the members an object must have, the
//! texts that tell variants apart. A value that fits none is kept as it is, and so is one that lacks a
//! required member of the variant it fits best.

use serde::de::{Deserialize, Deserializer};
use serde_json::Value;

/// How well a value fits a variant; `None` if it does not.
pub type FitOf = fn(&Value) -> Option<usize>;

/// The variant that `value` fits best, the first of several that fit alike.
pub fn choose(variants: &[FitOf], value: &Value) -> Option<usize> {
    let fits = variants.iter().enumerate().filter_map(|(index, fit)| Some((fit(value)?, index)));
    fits.max_by_key(|(fit, index)| (*fit, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

/// Reads any JSON, to look at before it is read as what it is.
///
/// # Errors
///
/// Returns the errors of the deserializer.
pub fn read_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Value::deserialize(deserializer)
}

/// Defines an enum of values that are of one of several types:
///
/// ```text
/// union! {
///     pub enum Filter by "kind" {
///         Range(Range) = "range" | "interval",
///         Names(Vec<String>),
///     } or {
///         All = "all",
///     }
/// }
/// ```
///
/// `Names(Vec<String>)` is a value of that type, and `Range(Range) = ..` an object in which the
/// member behind `by` has one of these texts. What stands behind `or` are values and nothing more:
/// a text, a number or a boolean. Values that are none of these are kept in a further variant,
/// `Unrecognized`.
macro_rules! union {
    (
        $(#[$attr:meta])*
        pub enum $name:ident by $tag:literal { $($rows:tt)* } $(or { $($values:tt)* })?
    ) => {
        $crate::runtime::union::union! {
            @define $tag $(#[$attr])* $name { $($rows)* } { $($($values)*)? }
        }
    };
    (
        $(#[$attr:meta])*
        pub enum $name:ident { $($rows:tt)* } $(or { $($values:tt)* })?
    ) => {
        $crate::runtime::union::union! {
            @define "" $(#[$attr])* $name { $($rows)* } { $($($values)*)? }
        }
    };
    (@fit $ty:ty, $tag:literal) => {
        <$ty as $crate::runtime::fit::Fit>::fit
    };
    (@fit $ty:ty, $tag:literal, $($text:literal)|+) => {
        |value| $crate::runtime::fit::fit_tagged::<$ty>($tag, &[$($text),+], value)
    };
    (
        @define $tag:literal $(#[$attr:meta])* $name:ident
        { $($variant:ident($ty:ty) $(= $($text:literal)|+)?),* $(,)? }
        { $($(#[$value_attr:meta])* $unit:ident = $value:literal),* $(,)? }
    ) => {
        $(#[$attr])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "a variant is named after what it holds")]
        #[allow(clippy::large_enum_variant, reason = "a union has the variants that it has")]
        pub enum $name {
            $(
                $variant($ty),
            )*
            $(
                $(#[$value_attr])*
                $unit,
            )*
            /// A value of none of these types.
            Unrecognized(::serde_json::Value),
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                const VARIANTS: &[$crate::runtime::union::FitOf] =
                    &[$($crate::runtime::union::union!(@fit $ty, $tag $(, $($text)|+)?)),*];
                let value = $crate::runtime::union::read_value(deserializer)?;
                $(if value == $value {
                    return Ok(Self::$unit);
                })*
                #[allow(unused_mut, reason = "there may be no types")]
                let mut variant = $crate::runtime::union::choose(VARIANTS, &value);
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
                    $(Self::$unit => ::serde::Serialize::serialize(&$value, serializer),)*
                    Self::Unrecognized(value) => value.serialize(serializer),
                }
            }
        }

        impl $crate::runtime::fit::Fit for $name {
            fn fit(_: &::serde_json::Value) -> ::std::option::Option<usize> {
                ::std::option::Option::Some($crate::runtime::fit::ANYTHING)
            }
        }

        /// `null`: what a lenient client reads where a response lacks a required member.
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

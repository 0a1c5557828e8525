// @generated: part of the runtime that the generator copies. Do not edit.

//! Enums whose values are of one of several types: `union!`.
//!
//! Which one a value is, its tag says: the member whose value names a variant. That variant alone is
//! read then, and what is wrong with the value is an error. Without a tag its shape decides: the JSON
//! type, the members an object must have, and their types. What fits best is tried first, and where
//! it cannot be read, the next. A value that is of none of the types is kept as it is.

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
/// `Names(Vec<String>)` is a value of that type, told by its shape, and `Range(Range) = ..` an object
/// in which the member behind `by` has one of these values: texts, numbers or booleans. What stands
/// behind `or` are such values and nothing more. `by "kind" else Range` makes a variant the one of
/// objects whose tag names none, or is not there. Values that are none of these are kept in a further
/// variant, `Unrecognized`.
macro_rules! union {
    (
        $(#[$attr:meta])*
        pub enum $name:ident by $tag:literal $(else $default:ident)? { $($rows:tt)* }
        $(or { $($values:tt)* })?
    ) => {
        $crate::runtime::union::union! {
            @define $tag ($($default)?) $(#[$attr])* $name { $($rows)* } { $($($values)*)? }
        }
    };
    (
        $(#[$attr:meta])*
        pub enum $name:ident { $($rows:tt)* } $(or { $($values:tt)* })?
    ) => {
        $crate::runtime::union::union! {
            @define "" () $(#[$attr])* $name { $($rows)* } { $($($values)*)? }
        }
    };
    (@is) => { false };
    (@is $default:ident) => { true };
    (@variant $ty:ty) => {
        $crate::runtime::choice::Variant::Shaped(<$ty as $crate::runtime::fit::Fit>::fit)
    };
    (@variant $ty:ty, $($tag:literal)|+) => {
        $crate::runtime::choice::Variant::Tagged(&[$($crate::runtime::fit::Constant(&$tag)),+])
    };
    (
        @define $tag:literal ($($default:ident)?) $(#[$attr:meta])* $name:ident
        { $($variant:ident($ty:ty) $(= $($value_of_tag:literal)|+)?),* $(,)? }
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

        impl $name {
            const TABLE: $crate::runtime::choice::Table = $crate::runtime::choice::Table {
                tag: $tag,
                variants: &[$(
                    $crate::runtime::union::union!(@variant $ty $(, $($value_of_tag)|+)?)
                ),*],
                values: &[$($crate::runtime::fit::Constant(&$value)),*],
                has_default: $crate::runtime::union::union!(@is $($default)?),
            };
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let read = |choice: &mut $crate::runtime::choice::Choice| {
                    $(if choice.is(&$value) {
                        return Some(Self::$unit);
                    })*
                    $(if let Some(value) = choice.read() {
                        return Some(Self::$variant(value));
                    })*
                    $(if let Some(value) = choice.read_default() {
                        return Some(Self::$default(value));
                    })?
                    None
                };
                let read = $crate::runtime::choice::read_union(deserializer, &Self::TABLE, read)?;
                Ok(read.unwrap_or_else(Self::Unrecognized))
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
            fn fit(value: &::serde_json::Value, depth: usize) -> ::std::option::Option<usize> {
                ::std::option::Option::Some(Self::TABLE.fit(value, depth))
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

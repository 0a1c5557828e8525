// @generated: part of the runtime that the generator copies. Do not edit.

//! `serde` traits for emitted structs, by one visitor for all of them.
//!
//! `object!` gives a struct the table of its members; what a table means is written once, in
//! functions, so that an emitted struct adds little to compile.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use super::entries::Entries;
use super::fit::Member;
use super::members::{Found, Members};

/// A struct that is a JSON object. Implemented by `object!`.
pub trait Object: Default {
    /// The name of the type, for messages.
    const NAME: &'static str;

    /// The members that have a field.
    const MEMBERS: &'static [Member];

    /// Reads the value of `key` from `map`, if the object has such a member.
    ///
    /// # Errors
    ///
    /// When the value is not of the member's type.
    fn set<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<Found, A::Error>;

    /// Writes the members, without those that are optional and absent.
    fn write<M: SerializeMap>(&self, map: &mut Entries<M>);
}

/// Implements `Object`, `Serialize` and `Deserialize` for a struct. With `Name: Fit { .. }` it also
/// implements `Fit`, so that its values can be told from others by their shape, and with
/// `Name: Default { .. }` `Default` with the values that members always have. `Name: Default + Fit`
/// is both.
///
/// Members are listed as `"name in JSON" => field`, which are required, or with a `?` after the field,
/// which then is an `Option`. An object that lacks a required member is an error, see
/// [`lenience`](super::lenience) for who may do without. So is one where it is `null`, unless
/// `: nullable` says that this is one of its values; with a `?` the field is an `Option<Option<T>>`
/// then. `: number` is a number that may come as text, `: nullable_number` one that may be null as
/// well. `= "text"` is the one value that a member has, and its default; with `== "text"` its default
/// is another; `~ {"a": 1}` is a default that is a list or an object. `#[received]` in front marks a member that only the server sets: requests are written
/// without it.
/// `..field` at the end takes all other members, which are ignored without it.
macro_rules! object {
    (@write received $map:ident $($row:tt)*) => {
        if !$crate::runtime::json_write::is_sending() {
            $crate::runtime::json::object!(@write $map $($row)*);
        }
    };
    (@write $map:ident, $key:literal, $value:expr) => {
        $map.write($key, $value)
    };
    (@write $map:ident, $key:literal, $value:expr, optional) => {
        $map.write_some($key, $value)
    };
    (@rest $map:ident, $key:ident) => {
        Ok($crate::runtime::members::Found::Unknown)
    };
    (@rest $map:ident, $key:ident, $rest:expr) => {{
        $rest.insert($key.to_owned(), $map.next_value()?);
        Ok($crate::runtime::members::Found::Optional)
    }};
    (@read $map:ident, $field:expr) => {
        $crate::runtime::members::required($map, $field)
    };
    (@read $map:ident, $field:expr, : nullable) => {
        $crate::runtime::members::nullable($map, $field)
    };
    (@read $map:ident, $field:expr, ?) => {
        $crate::runtime::members::optional($map, $field)
    };
    (@read $map:ident, $field:expr, ?, : nullable) => {
        $crate::runtime::members::optional_nullable($map, $field)
    };
    (@read $map:ident, $field:expr, ?, : nullable_number) => {
        $crate::runtime::number::nullable_number($map, $field)
    };
    (@read $map:ident, $field:expr $(, ?)?, : number) => {
        $crate::runtime::number::number($map, $field)
    };
    (@default $value:literal) => {
        $value.into()
    };
    (@default $value:literal, ?) => {
        Some($value.into())
    };
    (@default ~ $json:tt) => {
        ::serde_json::json!($json)
    };
    (@default, ?) => {
        None
    };
    (@default) => {
        ::std::default::Default::default()
    };
    (
        @Default $name:ident {
            $(
                $(#[$only:ident])?
                $key:literal => $field:ident $(? $($never:ident)?)? $(: $reading:ident)?
                $(= $value:literal)? $(== $constant:literal)? $(~ $json:tt)?,
            )*
            $(..$rest:ident $(,)?)?
        }
    ) => {
        #[allow(deprecated, reason = "a member that is advised against has a value as well")]
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self {
                    $($field: $crate::runtime::json::object!(
                        @default $($value)? $(~ $json)? $(, ? $($never)?)?
                    ),)*
                    $($rest: ::std::default::Default::default(),)?
                }
            }
        }
    };
    (
        @Fit $name:ident {
            $(
                $(#[$only:ident])?
                $key:literal => $field:ident $(? $($never:ident)?)? $(: $reading:ident)?
                $(= $value:literal)? $(== $constant:literal)? $(~ $json:tt)?,
            )*
            $(..$rest:ident $(,)?)?
        }
    ) => {
        #[allow(unused_variables, reason = "there may be no members")]
        #[allow(deprecated, reason = "a member that is advised against tells objects apart as well")]
        impl $crate::runtime::fit::Fit for $name {
            fn fit(value: &::serde_json::Value, depth: usize) -> ::std::option::Option<usize> {
                let object = <Self as ::std::default::Default>::default();
                $crate::runtime::fit::fit_object(
                    value,
                    depth,
                    <Self as $crate::runtime::json::Object>::MEMBERS,
                    &[$($crate::runtime::fit::fit_of(&object.$field)),*],
                )
            }
        }
    };
    ($name:ident: Default + Fit { $($rows:tt)* }) => {
        $crate::runtime::json::object! { $name: Default { $($rows)* } }
        $crate::runtime::json::object! { @Fit $name { $($rows)* } }
    };
    ($name:ident: $extra:ident { $($rows:tt)* }) => {
        $crate::runtime::json::object! { $name { $($rows)* } }
        $crate::runtime::json::object! { @$extra $name { $($rows)* } }
    };
    (
        $name:ident {
            $(
                $(#[$only:ident])?
                $key:literal => $field:ident $(? $($never:ident)?)? $(: $reading:ident)?
                $(= $value:literal)? $(== $constant:literal)? $(~ $json:tt)?,
            )*
            $(..$rest:ident $(,)?)?
        }
    ) => {
        #[allow(unreachable_code, unused_variables, reason = "there may be no members")]
        #[allow(deprecated, reason = "a member that is advised against is still sent and read")]
        impl $crate::runtime::json::Object for $name {
            const NAME: &'static str = stringify!($name);
            const MEMBERS: &'static [$crate::runtime::fit::Member] = &[$(
                $crate::runtime::fit::Member::new($key)
                    $(.optional($($never)?))? $(.$reading())?
                    $(.with_constant($crate::runtime::fit::Constant(&$value)))?
                    $(.with_constant($crate::runtime::fit::Constant(&$constant)))?
            ),*];

            fn set<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                key: &str,
                map: &mut A,
            ) -> ::std::result::Result<$crate::runtime::members::Found, A::Error> {
                match key {
                    $($key => $crate::runtime::json::object!(
                        @read map, &mut self.$field $(, ? $($never)?)? $(, : $reading)?
                    ),)*
                    _ => $crate::runtime::json::object!(@rest map, key $(, self.$rest)?),
                }
            }

            fn write<M: ::serde::ser::SerializeMap>(
                &self,
                map: &mut $crate::runtime::entries::Entries<M>,
            ) {
                $($crate::runtime::json::object!(
                    @write $($only)? map, $key, &self.$field $(, optional $($never)?)?
                );)*
                $(for (key, value) in &self.$rest {
                    map.write(key, value);
                })?
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::json::read_object(deserializer)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::json::write_object(self, serializer)
            }
        }
    };
}
pub(crate) use object;

/// Reads a JSON object.
///
/// # Errors
///
/// When the input is not an object, a member is not of its type, or a required one is missing.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes a JSON object.
///
/// # Errors
///
/// Those of the serializer.
pub fn write_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = Entries::new(serializer.serialize_map(None)?);
    object.write(&mut map);
    map.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::default();
        let mut members = Members::new(T::MEMBERS);
        while let Some(Key(key)) = map.next_key()? {
            match object.set(&key, &mut map)? {
                Found::Value => members.add(&key),
                Found::Optional => {}
                Found::Null => members.add_null(&key),
                Found::Unknown => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        members.check(T::NAME)?;
        Ok(object)
    }
}

/// The name of a member; borrowed from the input unless it is written with escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(key)))
    }

    fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(key.to_owned())))
    }
}

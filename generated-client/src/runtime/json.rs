//! `serde` traits for emitted structs, by one visitor for all of them.
//!
//! `object!` gives a struct the table of its members; what a table means is written once, in
//! functions, so that an emitted struct adds little to compile.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

/// A struct that is a JSON object. Implemented by `object!`.
pub trait Object: Default {
    /// The name of the type, for messages.
    const NAME: &'static str;

    /// Reads the value of `key` from `map`; `false` if the object has no such member, and nothing
    /// is read.
    ///
    /// # Errors
    ///
    /// When the value is not of the member's type.
    fn set<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<bool, A::Error>;

    /// Writes the members, without those that are optional and absent.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// Implements `Object`, `Serialize` and `Deserialize` for a struct, and with `Name: Fit { .. }` also
/// `Fit`, so that it can be a variant of a union.
///
/// Members are listed as `"name in JSON" => field`, with a `?` after a field that is an `Option`, and
/// `: number` where the number may come as text, and `: nullable` where `null` and absence differ,
/// which makes the field an `Option<Option<T>>`. `= "text"` is the one text that a member has.
/// `..field` at the end takes all other members.
/// A member that is absent or `null` leaves the field's default: a service that drops a member
/// does not cost the whole response. Members that are not listed are ignored without `..field`.
macro_rules! object {
    (@write $map:ident, $key:literal, $value:expr) => {
        $map.serialize_entry($key, $value)?
    };
    (@write $map:ident, $key:literal, $value:expr, optional) => {
        if let Some(value) = $value {
            $map.serialize_entry($key, value)?
        }
    };
    (@member $key:literal) => {
        $crate::runtime::fit::Member { name: $key, is_required: true, text: None }
    };
    (@member $key:literal, optional) => {
        $crate::runtime::fit::Member { name: $key, is_required: false, text: None }
    };
    (@member $key:literal, optional, = $text:literal) => {
        $crate::runtime::fit::Member { name: $key, is_required: false, text: Some($text) }
    };
    (@member $key:literal, = $text:literal) => {
        $crate::runtime::fit::Member { name: $key, is_required: true, text: Some($text) }
    };
    (@rest $map:ident, $key:ident) => {
        return Ok(false)
    };
    (@rest $map:ident, $key:ident, $rest:expr) => {{
        $rest.insert($key.to_owned(), $map.next_value()?);
    }};
    (@read $map:ident) => {
        $crate::runtime::json::value_or_default($map)?
    };
    (@read $map:ident, nullable) => {
        ::std::option::Option::Some($map.next_value()?)
    };
    (@read $map:ident, number) => {
        $crate::runtime::number::number_or_default($map)?
    };
    ($name:ident: Fit { $($rows:tt)* }) => {
        $crate::runtime::json::object! { $name { $($rows)* } }
        $crate::runtime::json::object! { @fit $name { $($rows)* } }
    };
    (
        @fit $name:ident {
            $(
                $key:literal => $field:ident $(? $($never:ident)?)? $(: $reading:ident)?
                $(= $text:literal)?,
            )*
            $(..$rest:ident $(,)?)?
        }
    ) => {
        impl $crate::runtime::fit::Fit for $name {
            fn fit(value: &::serde_json::Value) -> ::std::option::Option<usize> {
                $crate::runtime::fit::fit_object(value, &[$(
                    $crate::runtime::json::object!(
                        @member $key $(, optional $($never)?)? $(, = $text)?
                    )
                ),*])
            }
        }
    };
    (
        $name:ident {
            $(
                $key:literal => $field:ident $(? $($never:ident)?)? $(: $reading:ident)?
                $(= $text:literal)?,
            )*
            $(..$rest:ident $(,)?)?
        }
    ) => {
        #[allow(unreachable_code, unused_variables, reason = "there may be no members")]
        #[allow(deprecated, reason = "a member that is advised against is still sent and read")]
        impl $crate::runtime::json::Object for $name {
            const NAME: &'static str = stringify!($name);

            fn set<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                key: &str,
                map: &mut A,
            ) -> ::std::result::Result<bool, A::Error> {
                match key {
                    $($key => {
                        self.$field = $crate::runtime::json::object!(@read map $(, $reading)?);
                    })*
                    _ => $crate::runtime::json::object!(@rest map, key $(, self.$rest)?),
                }
                Ok(true)
            }

            fn write<M: ::serde::ser::SerializeMap>(
                &self,
                map: &mut M,
            ) -> ::std::result::Result<(), M::Error> {
                $($crate::runtime::json::object!(
                    @write map, $key, &self.$field $(, optional $($never)?)?
                );)*
                $(for (key, value) in &self.$rest {
                    map.serialize_entry(key, value)?;
                })?
                Ok(())
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

/// The next value of `map`; the default for `null`.
///
/// # Errors
///
/// When the value is not of the type.
pub fn value_or_default<'de, A, T>(map: &mut A) -> Result<T, A::Error>
where
    A: MapAccess<'de>,
    T: Default + Deserialize<'de>,
{
    map.next_value::<Option<T>>().map(Option::unwrap_or_default)
}

/// Reads a JSON object.
///
/// # Errors
///
/// When the input is no object, or a member is not of its type; the message names both.
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
    let mut map = serializer.serialize_map(None)?;
    object.write(&mut map)?;
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
        while let Some(Key(key)) = map.next_key()? {
            let known = object
                .set(&key, &mut map)
                .map_err(|error| A::Error::custom(format_args!("{}.{key}: {error}", T::NAME)))?;
            if !known {
                map.next_value::<IgnoredAny>()?;
            }
        }
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

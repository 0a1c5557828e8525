// @generated: part of the runtime that the generator copies. Do not edit.

//! How callers build values of emitted structs: `setters!`.

/// Implements setters for the optional members of a struct:
///
/// ```text
/// setters! {
///     Image {
///         size(i64),
///         name(impl Into<String>),
///         tags[impl Into<String>],
///         parent(impl Into<String>)?,
///     }
/// }
/// ```
///
/// Round brackets hold what a setter takes; square ones, what the items are that it takes several
/// of. A `?` marks a member that may be `null`: the field is an `Option<Option<T>>`. With
/// `Image: new { .. }` there is a `new` too, for structs without required members.
macro_rules! setters {
    ($name:ident: new { $($rows:tt)* }) => {
        impl $name {
            /// A value with none of its optional members.
            pub fn new() -> Self {
                ::std::default::Default::default()
            }
        }

        $crate::runtime::setters::setters! { $name { $($rows)* } }
    };
    ($name:ident {
        $($(#[$attr:meta])* $field:ident $taken:tt $(? $($never:ident)?)?),* $(,)?
    }) => {
        #[allow(deprecated, reason = "a value may be deprecated")]
        impl $name {
            $($crate::runtime::setters::setters! {
                @setter $(#[$attr])* $field $taken $(nullable $($never)?)?
            })*
        }
    };
    (@setter $(#[$attr:meta])* $field:ident ($ty:ty) $($nullable:ident)?) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").")]
        $(#[$attr])*
        #[must_use]
        pub fn $field(mut self, value: $ty) -> Self {
            self.$field =
                Some($crate::runtime::setters::setters!(@some $($nullable)? value.into()));
            self
        }
    };
    (@setter $(#[$attr:meta])* $field:ident [$ty:ty] $($nullable:ident)?) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").")]
        $(#[$attr])*
        #[must_use]
        pub fn $field(mut self, values: impl IntoIterator<Item = $ty>) -> Self {
            let values = values.into_iter().map(Into::into).collect();
            self.$field = Some($crate::runtime::setters::setters!(@some $($nullable)? values));
            self
        }
    };
    (@some nullable $value:expr) => {
        Some($value)
    };
    (@some $value:expr) => {
        $value
    };
}
pub(crate) use setters;

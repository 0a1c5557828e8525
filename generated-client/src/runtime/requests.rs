// @generated: part of the runtime that the generator copies. Do not edit.

//! The requests of operations, and the values that they are made of: `request!`.

/// Defines the request of an operation and the struct of its values, and says where each of them
/// goes:
///
/// ```text
/// request! {
///     /// Renames an image: see `Client::rename_image`.
///     RenameImage(RenameImageInput): send -> RenameImageOutput;
///     fixed {
///         header("x-version", "2"),
///     } required {
///         /// Which image.
///         image_id(impl Into<String>) => path(),
///         /// Its new name.
///         name(impl Into<String>) => body_field("name"),
///     } optional {
///         /// Labels in place of those that it has.
///         labels[impl Into<String>] => query_list("label"),
///     }
/// }
/// ```
///
/// `send` is the method of [`Call`](super::call::Call) that reads the response; `, pages` behind its type says that it
/// is a part of a list. Methods of it record the request: first what is `fixed`, then each
/// value, as the last argument of the method in its row. `OPERATION`, in scope, has the rest.
///
/// A row is a public field of `RenameImageInput`, and in `optional` a setter of `RenameImage`. Round
/// brackets hold what the setter takes; square ones, the items that it takes several of. A `?` behind
/// them marks a value that may be `null`: the field is an `Option<Option<T>>`. Required values are the
/// arguments of `new`, or one struct with `required struct RenameImageRequired { .. }`.
macro_rules! request {
    (@type (impl Into<$ty:ty>)) => { $ty };
    (@type ($ty:ty)) => { $ty };
    (@type [impl Into<$ty:ty>]) => { Vec<$ty> };
    (@type [$ty:ty]) => { Vec<$ty> };
    (@type $ty:tt nullable) => { Option<$crate::runtime::requests::request!(@type $ty)> };
    (@setter $(#[$attr:meta])* $option:ident (impl Into<$ty:ty>) $($nullable:ident)?) => {
        $(#[$attr])*
        pub fn $option(mut self, value: impl Into<$ty>) -> Self {
            self.0.input.$option =
                Some($crate::runtime::requests::request!(@some $($nullable)? value.into()));
            self
        }
    };
    (@setter $(#[$attr:meta])* $option:ident ($ty:ty) $($nullable:ident)?) => {
        $(#[$attr])*
        pub fn $option(mut self, value: $ty) -> Self {
            self.0.input.$option =
                Some($crate::runtime::requests::request!(@some $($nullable)? value));
            self
        }
    };
    (@setter $(#[$attr:meta])* $option:ident [$($ty:tt)*] $($nullable:ident)?) => {
        $(#[$attr])*
        pub fn $option(mut self, values: impl IntoIterator<Item = $($ty)*>) -> Self {
            self.0.input.$option = Some($crate::runtime::requests::request!(
                @some $($nullable)? values.into_iter().map(Into::into).collect()
            ));
            self
        }
    };
    (@some nullable $value:expr) => { Some($value) };
    (@some $value:expr) => { $value };
    (@new $name:ident $input:ident [] [$($option:ident)*]) => {
        #[allow(deprecated, reason = "a value may be deprecated")]
        impl $input {
            /// No values: all of them are optional.
            pub fn new() -> Self {
                Self { $($option: None),* }
            }
        }

        impl Default for $input {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@new $name:ident $input:ident [
        [$required:ident] $($(#[$attr:meta])* $given:ident $given_as:tt)*
    ] [$($option:ident)*]) => {
        #[doc = concat!("The values that the request [`", stringify!($name), "`] requires.")]
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the service may not document a value")]
        pub struct $required {
            $(
                $(#[$attr])*
                pub $given: $crate::runtime::requests::request!(@type $given_as),
            )*
        }

        #[allow(deprecated, reason = "a value may be deprecated")]
        impl $input {
            /// The values that are required, and no others.
            pub fn new(required: $required) -> Self {
                Self { $($given: required.$given,)* $($option: None),* }
            }
        }
    };
    (@new $name:ident $input:ident [
        $($(#[$attr:meta])* $given:ident $given_as:tt)*
    ] [$($option:ident)*]) => {
        #[allow(deprecated, reason = "a value may be deprecated")]
        impl $input {
            /// The values that are required, and no others.
            pub fn new($($given: $crate::runtime::requests::request!(@argument $given_as)),*) -> Self {
                Self {
                    $($given: $crate::runtime::requests::request!(@value $given $given_as),)*
                    $($option: None),*
                }
            }
        }
    };
    (@argument ($($ty:tt)*)) => { $($ty)* };
    (@argument [$($ty:tt)*]) => { impl IntoIterator<Item = $($ty)*> };
    (@value $given:ident (impl Into<$ty:ty>)) => { $given.into() };
    (@value $given:ident ($ty:ty)) => { $given };
    (@value $given:ident [$($ty:tt)*]) => { $given.into_iter().map(Into::into).collect() };
    (@pages $response:ty) => {
        /// Sends the request, and again for each further page.
        pub fn pages(self) -> $crate::runtime::pagination::Pages<$response> {
            $crate::runtime::pagination::Pages::new(self.0.call())
        }

        /// Sends the request, and again for each further page; returns the items of all of them.
        pub fn items(self) -> $crate::runtime::pagination::Items<$response> {
            $crate::runtime::pagination::Items::new(self.0.call())
        }
    };
    // What a macro calls itself with stands in front, since every rule before it is tried.
    (
        $(#[$attr:meta])*
        $name:ident($input:ident): $send:ident -> $response:ty $(, $more:ident)*;
        $(fixed { $($fixed:ident($($fixed_argument:expr),*)),* $(,)? })?
        $(required $(struct $required:ident)? { $(
            $(#[$given_attr:meta])*
            $given:ident $given_as:tt => $record_given:ident($($given_argument:expr),*)
        ),* $(,)? })?
        $(optional { $(
            $(#[$option_attr:meta])*
            $option:ident $option_as:tt $(? $($never:ident)?)?
                => $record_option:ident($($option_argument:expr),*)
        ),* $(,)? })?
    ) => {
        $(#[$attr])*
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct $name($crate::runtime::typed_request::Request<$input>);

        #[allow(deprecated, reason = "a value may be deprecated")]
        #[allow(missing_docs, reason = "the service may not document a value")]
        impl $name {
            $($($crate::runtime::requests::request! {
                @setter $(#[$option_attr])* $option $option_as $(nullable $($never)?)?
            })*)?

            /// The values of the request.
            pub fn as_input(&self) -> &$input {
                &self.0.input
            }

            /// Sets the options of this call: timeouts, retries, headers.
            pub fn options(mut self, options: $crate::runtime::options::RequestOptions) -> Self {
                self.0.options = Some(options);
                self
            }

            /// Sends the request, and returns the body of the response.
            ///
            /// # Errors
            ///
            /// See [`Error`](crate::Error).
            pub fn send(self) -> $crate::runtime::response::Sending<$response> {
                self.0.call().$send().into_body()
            }

            /// Sends the request, and returns the whole response: body, status and headers.
            ///
            /// # Errors
            ///
            /// See [`Error`](crate::Error).
            pub fn send_with_response(
                self,
            ) -> $crate::runtime::response::Sending<$crate::runtime::response::Response<$response>>
            {
                self.0.call().$send()
            }

            $($crate::runtime::requests::request! { @$more $response })*
        }

        impl $crate::runtime::typed_request::TypedRequest for $name {
            type Output = $response;

            const SEND: $crate::runtime::typed_request::SendCall<$response> =
                $crate::runtime::call::Call::$send;

            fn into_call(self) -> $crate::runtime::call::Call {
                self.0.call()
            }
        }

        #[doc = concat!("The values of the request [`", stringify!($name), "`]: public fields, and `new`.")]
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the service may not document a value")]
        #[non_exhaustive]
        pub struct $input {
            $($(
                $(#[$given_attr])*
                pub $given: $crate::runtime::requests::request!(@type $given_as),
            )*)?
            $($(
                $(#[$option_attr])*
                pub $option: Option<
                    $crate::runtime::requests::request!(@type $option_as $(nullable $($never)?)?)
                >,
            )*)?
        }

        $crate::runtime::requests::request! {
            @new $name $input
            [$($([$required])? $($(#[$given_attr])* $given $given_as)*)?]
            [$($($option)*)?]
        }

        #[allow(deprecated, reason = "a value may be deprecated")]
        impl $crate::runtime::typed_request::Input for $input {
            type Request = $name;

            fn request(self, client: &$crate::runtime::client::Core) -> $name {
                $name($crate::runtime::typed_request::Request::new(client, self))
            }

            #[allow(unused_mut, reason = "not every operation has values that are optional")]
            fn record(
                &self,
                client: &$crate::runtime::client::Core,
            ) -> $crate::runtime::call::Call {
                let mut call = client.call(&OPERATION)
                    $($(.$fixed($($fixed_argument),*))*)?
                    $($(.$record_given($($given_argument,)* &self.$given))*)?;
                $($(if let Some(value) = &self.$option {
                    call = call.$record_option($($option_argument,)* value);
                })*)?
                call
            }
        }
    };
}
pub(crate) use request;

//! Bodies of errors as the types that a description has for them.

use super::error::{Error, ErrorKind};

/// An operation whose description has types for the bodies of errors. Implemented for requests by
/// `typed_errors!`; [`Error::body_of`] reads by it.
pub trait TypedErrors {
    /// The type of the bodies: an enum of the operation, where there are several.
    type Body;

    /// The body of a response with this status; `None` if the description has no type for it, or it
    /// is not the JSON of that type. If `is_lenient`, required members may be missing.
    fn read(status: u16, body: &[u8], is_lenient: bool) -> Option<Self::Body>;
}

impl Error {
    /// The body of the response, as the type that the description has for failures of the operation
    /// `O` with this status.
    ///
    /// `None` if there is no response, the status has no type, or the body is not of it, such as one
    /// that lacks a required member; [`body`](Self::body) has the bytes in any case.
    ///
    /// ```text
    /// match error.body_of::<operation::CreateOrder>() {
    ///     Some(CreateOrderError::Conflict(conflict)) => ..
    /// ```
    pub fn body_of<O: TypedErrors>(&self) -> Option<O::Body> {
        match self.kind() {
            ErrorKind::Service => {
                O::read(self.status()?.as_u16(), &self.text()?, self.is_lenient())
            }
            _ => None,
        }
    }
}

/// Implements [`TypedErrors`] for a request.
///
/// One type is given with the statuses it is for: `Request => Type, 404 | 422`. Several are the
/// variants of an enum: `Request => Enum { 404 => Variant, _ => Other }`, the first that fits.
macro_rules! typed_errors {
    ($request:ident => $body:ty, $statuses:pat) => {
        $crate::runtime::typed_errors::typed_errors!(
            @implement $request => $body, $statuses => ::std::convert::identity
        );
    };
    ($request:ident => $body:ident { $($statuses:pat => $variant:ident),* $(,)? }) => {
        $crate::runtime::typed_errors::typed_errors!(
            @implement $request => $body, $($statuses => $body::$variant),*
        );
    };
    (@implement $request:ident => $body:ty, $($statuses:pat => $make:expr),*) => {
        impl $crate::runtime::typed_errors::TypedErrors for $request {
            type Body = $body;

            // Compiled where it is called: most programs read the errors of a few operations.
            #[inline]
            fn read(
                status: u16,
                body: &[u8],
                is_lenient: bool,
            ) -> ::std::option::Option<$body> {
                #[allow(unreachable_patterns, reason = "every status may have a type")]
                match status {
                    $($statuses => {
                        $crate::runtime::decode::from_slice(body, is_lenient).ok().map($make)
                    })*
                    _ => ::std::option::Option::None,
                }
            }
        }
    };
}
pub(crate) use typed_errors;

// @generated: part of the runtime that the generator copies. Do not edit.

//! The constants that describe an operation and a service.

pub use http::Method;

use super::authorization::Needs;
use super::dialect::Dialect;

/// What is fixed about one operation of an API.
#[derive(Debug)]
pub struct Operation {
    /// The `operationId` of the description; errors name it.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the endpoint, percent-encoded, with `{}` for each path argument, and `{0}`
    /// where the first one stands again. A fixed query is part of it and goes over the wire as
    /// written: `/v2/image/{}?share`.
    pub path: &'static str,
    /// Whether the request may be sent twice.
    pub idempotency: Idempotency,
}

/// Whether sending a request twice has the effect of sending it once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Idempotency {
    /// It has: a failed attempt may be repeated.
    Idempotent,
    /// It has not: an attempt is repeated only if it cannot have reached the service.
    NotIdempotent,
    /// The service tells repetitions by the query parameter of this name. It is filled with a
    /// random UUID, the same for every attempt of a call, unless the caller sets it.
    Token(&'static str),
}

impl Idempotency {
    /// Whether a request may be sent again though the first one may have arrived.
    pub(super) fn allows_repetition(self) -> bool {
        !matches!(self, Self::NotIdempotent)
    }
}

/// What is fixed about a service, the same for all its operations.
#[derive(Debug)]
pub struct Service {
    /// A short name, for diagnostics.
    pub name: &'static str,
    /// The URL of the service, with `{name}` for each variable.
    pub endpoint: &'static str,
    /// The variables of `endpoint`: name and default value.
    pub variables: &'static [(&'static str, &'static str)],
    /// The value of the `user-agent` header.
    pub user_agent: &'static str,
    /// What authorizes a request, unless its operation says otherwise.
    pub needs: Needs,
    /// Whether a client without credentials is of no use.
    pub requires_auth: bool,
    /// The rules of its vendor.
    pub dialect: Dialect,
    /// Whether responses may lack required members, unless the client says otherwise.
    pub is_lenient: bool,
}

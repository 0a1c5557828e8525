//! Credentials: what a caller gives to the client's builder, and which requests carry it.

use super::Docs;
use crate::name::Ident;
use crate::vendor::Vendor;

/// What authorizes a request: alternatives, each of credentials that are sent together, by their
/// setters. An empty alternative is the last: without credentials the request is sent as it is.
///
/// Without alternatives no credentials are sent.
pub(crate) type Needs = Vec<Vec<Ident>>;

/// Credentials of one kind.
#[derive(Debug)]
pub(crate) struct Credential {
    /// The setter on the client's builder.
    pub(crate) setter: Ident,
    /// What it takes, and where that goes.
    pub(crate) kind: CredentialKind,
    /// What it means.
    pub(crate) docs: Docs,
    /// Which operations they are for.
    pub(crate) operations: Operations,
}

/// What credentials are, and where they go.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum CredentialKind {
    /// A token in the header `authorization`.
    Bearer,
    /// A name and a password in the header `authorization`.
    Basic,
    /// A key under this name.
    ApiKey(KeyPlace, String),
    /// What signs requests by the scheme of a vendor.
    Signature(&'static Vendor),
}

/// Where a key stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum KeyPlace {
    Header,
    Query,
    Cookie,
    /// The header `authorization`, behind the name of a scheme of HTTP.
    Authorization,
}

/// Some of the operations of a service.
#[derive(Debug)]
pub(crate) enum Operations {
    /// Every one.
    All,
    /// Few.
    Only(Vec<Ident>),
    /// All but few.
    Except(Vec<Ident>),
    /// So many.
    Count(usize),
}

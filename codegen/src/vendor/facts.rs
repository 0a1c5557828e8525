//! What is to be known about a vendor.

use crate::runtime::{Part, RuntimeName};

/// What the APIs of one vendor have in common: how their requests are signed, and the rules that go
/// with that.
///
/// An API is a vendor's if it declares a security scheme of the type `http` with the vendor's
/// `scheme`. Everything here is text or a name; how it works is in the vendor's files of the runtime.
#[derive(Debug)]
pub struct Vendor {
    /// The scheme as `authorization` headers and descriptions name it.
    pub scheme: &'static str,
    /// What `x-encryption` says of a member that these files encrypt before it is sent.
    pub encryption: Option<&'static str>,
    /// The members of the error body that all of its APIs have, which `Error` of the runtime reads:
    /// a schema with these members and no others becomes no type.
    pub error_members: &'static [&'static str],
    /// Its files of the runtime.
    pub parts: &'static [Part],
    /// The method of the client's builder, in one of these files, that takes its credentials.
    pub setter: &'static str,
    /// The type of the credentials, which is shown at the crate root. It has `new`, of an identifier
    /// and a secret, and `from_env`.
    pub credentials: RuntimeName,
    /// The constant of the runtime's `Dialect` that one of these files defines.
    pub dialect: &'static str,
    /// What the documentation of a client says about the credentials, such as what `from_env`
    /// reads: a paragraph of Markdown.
    pub environment: &'static str,
    /// The names in it that are links, which stand in backticks and brackets, and their pages in
    /// the documentation of the crate.
    pub links: &'static [(&'static str, &'static str)],
    /// Further sections of the guide: a title, a paragraph of Markdown, and functions in Rust.
    pub guide: &'static [(&'static str, &'static str, &'static str)],
    /// What these functions name of its files, and the module of the crate that shows it: `::auth`.
    pub names: &'static [(&'static str, &'static str)],
}

impl PartialEq for Vendor {
    fn eq(&self, other: &Self) -> bool {
        self.scheme == other.scheme
    }
}

impl Eq for Vendor {}

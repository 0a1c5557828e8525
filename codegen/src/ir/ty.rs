//! Types where they are used.

/// Which of a service's items: an index into [`Service::types`](super::Service::types).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct TypeId(pub(crate) usize);

/// A type where it is used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Ty {
    /// `bool`
    Bool,
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `u64`
    U64,
    /// `f64`
    F64,
    /// `String`
    String,
    /// The runtime's `Secret`: a text that is never printed.
    Secret,
    /// The runtime's `Timestamp`.
    Timestamp,
    /// The runtime's `Upload`: the content of a body.
    Bytes,
    /// The runtime's `FilePart`: the content of a part.
    File,
    /// `serde_json::Value`: the description does not say more.
    Json,
    /// `Vec<T>`
    List(Box<Ty>),
    /// `BTreeMap<String, T>`
    Map(Box<Ty>),
    /// `Option<T>`: an item of a list or a value of a map that may be `null`.
    Option(Box<Ty>),
    /// An item of the service.
    Named(TypeId),
    /// `Box<T>`: where a type holds itself.
    Boxed(Box<Ty>),
}

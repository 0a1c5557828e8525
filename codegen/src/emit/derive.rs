//! The traits that types derive.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Equality, Item, Struct};

/// The traits of a struct: what it derives, and `Eq` on its own. Most types are structs, and to
/// derive `Eq` checks every member once more, which makes compiling a client 2% to 3% slower;
/// lowering has looked at them already.
pub(super) fn of_struct(item: &Item, strukt: &Struct) -> (TokenStream, Option<TokenStream>) {
    let ident = &item.ident;
    let hash = (item.equality == Equality::Hashed).then(|| quote!(Hash,));
    let eq = (item.equality >= Equality::Full).then(|| quote!(impl Eq for #ident {}));
    // With values that members always have, `object!` says what the default is.
    let default = (!strukt.has_constants()).then(|| quote!(Default,));
    (quote!(#[derive(Clone, Debug, #default #hash PartialEq)]), eq)
}

/// The traits of an enum.
pub(super) fn of_enum(item: &Item) -> TokenStream {
    match item.equality {
        Equality::Partial => quote!(#[derive(Clone, Debug, PartialEq)]),
        Equality::Full => quote!(#[derive(Clone, Debug, Eq, PartialEq)]),
        Equality::Hashed => quote!(#[derive(Clone, Debug, Eq, Hash, PartialEq)]),
    }
}

/// The traits of a union beyond those that its macro derives.
pub(super) fn of_union(item: &Item) -> Option<TokenStream> {
    match item.equality {
        Equality::Partial => None,
        Equality::Full => Some(quote!(#[derive(Eq)])),
        Equality::Hashed => Some(quote!(#[derive(Eq, Hash)])),
    }
}

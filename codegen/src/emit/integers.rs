//! Enums of whole numbers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, Doc};
use super::example;
use super::ty::Scope;
use crate::ir::{Enum, Item};
use crate::runtime::name;

/// An enum of whole numbers whose unknown values are kept.
pub(super) fn emit(scope: &Scope<'_>, item: &Item, kind: &Enum) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    let mut has_gaps = doc.is_empty();
    let variants: Vec<_> = kind
        .variants
        .iter()
        .map(|variant| {
            let (name, wire) = (&variant.name, &variant.wire);
            let doc = docs::of_value(&variant.docs.0, name, wire);
            has_gaps |= doc.is_empty();
            let value: i64 = wire.parse().unwrap_or_default();
            let value = example::number(Literal::u64_unsuffixed(value.unsigned_abs()), value < 0);
            quote!(#doc #name = #value,)
        })
        .collect();
    let undocumented = docs::undocumented(has_gaps);
    let open_integer = scope.imports.runtime(name!("open_integer"));
    quote! {
        #open_integer! {
            #doc
            #undocumented
            pub enum #ident { #(#variants)* }
        }
    }
}

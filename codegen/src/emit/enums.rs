//! Enums whose unknown values are kept: texts and whole numbers.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::{self, Doc};
use super::example;
use super::imports::Imports;
use crate::ir::Enum;
use crate::name::Ident;
use crate::runtime::{RuntimeName, name};

/// An enum of texts.
pub(super) fn texts(imports: &Imports, ident: &Ident, doc: Doc, kind: &Enum) -> TokenStream {
    open(imports, name!("open_enum"), ident, doc, kind, ToTokens::to_token_stream)
}

/// An enum of whole numbers.
pub(super) fn integers(imports: &Imports, ident: &Ident, doc: Doc, kind: &Enum) -> TokenStream {
    open(imports, name!("open_integer"), ident, doc, kind, |wire| {
        let value: i64 = wire.parse().unwrap_or_default();
        example::number(Literal::u64_unsuffixed(value.unsigned_abs()), value < 0)
    })
}

/// The call of a macro of the runtime, with each variant and its value as `literal` writes it.
fn open(
    imports: &Imports,
    macro_name: RuntimeName,
    ident: &Ident,
    doc: Doc,
    kind: &Enum,
    literal: impl Fn(&str) -> TokenStream,
) -> TokenStream {
    let mut has_gaps = doc.is_empty();
    let variants: Vec<_> = kind
        .variants
        .iter()
        .map(|variant| {
            let (name, value) = (&variant.name, literal(&variant.wire));
            let doc = docs::of_value(&variant.docs.0, name, &variant.wire);
            has_gaps |= doc.is_empty();
            quote!(#doc #name = #value,)
        })
        .collect();
    let undocumented = docs::undocumented(has_gaps);
    let macro_name = imports.runtime(macro_name);
    quote! {
        #macro_name! {
            #doc
            #undocumented
            pub enum #ident { #(#variants)* }
        }
    }
}

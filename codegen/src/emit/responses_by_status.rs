//! Responses by status: an enum, and which variant a status is.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::ty::Scope;
use super::{derive, statuses};
use crate::ir::{Item, ResponseBody, StatusResponse};
use crate::runtime::name;

/// What an operation answers, by status.
pub(super) fn emit(scope: &Scope<'_>, item: &Item, responses: &[StatusResponse]) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    let (derive, undocumented) = (derive::of_enum(item), docs::undocumented(doc.is_empty()));
    let variants = responses.iter().map(|response| {
        let mut doc = Doc::default();
        match response.docs.0.as_str() {
            "" => doc.verbatim(&statuses::words(&response.statuses)),
            described => doc.paragraph(described),
        }
        let name = &response.name;
        let content = match &response.body {
            ResponseBody::Json(ty) => Some(scope.ty(ty)),
            ResponseBody::Bytes => Some(quote!(bytes::Bytes)),
            ResponseBody::Text => Some(quote!(String)),
            // Lowering has no other kinds among the responses of a status.
            ResponseBody::Empty | ResponseBody::ByStatus(_) | ResponseBody::Stream(_) => None,
        };
        let content = content.map(|ty| quote!((#ty)));
        quote!(#doc #name #content)
    });
    let arms = responses.iter().map(|response| {
        let name = &response.name;
        let statuses = statuses::pattern(&response.statuses);
        let value = match &response.body {
            ResponseBody::Json(ty) => {
                let ty = scope.ty(ty);
                quote!(Ok(response.json::<#ty>()?.map(Self::#name)))
            }
            ResponseBody::Bytes => quote!(Ok(response.map(Self::#name))),
            ResponseBody::Text => quote!(Ok(response.text()?.map(Self::#name))),
            ResponseBody::Empty | ResponseBody::ByStatus(_) | ResponseBody::Stream(_) => {
                quote!(Ok(response.map(|_| Self::#name)))
            }
        };
        quote!(#statuses => #value,)
    });
    let (response, result) =
        (scope.imports.runtime(name!("Response")), scope.imports.runtime(name!("Result")));
    let by_status = scope.imports.runtime(name!("ByStatus"));
    quote! {
        #doc
        #derive
        #undocumented
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "a response is read once and taken apart")]
        pub enum #ident {
            #(#variants,)*
        }

        impl #by_status for #ident {
            fn read(response: #response<bytes::Bytes>) -> #result<#response<Self>> {
                match response.status().as_u16() {
                    #(#arms)*
                    _ => Err(response.unexpected()),
                }
            }
        }
    }
}

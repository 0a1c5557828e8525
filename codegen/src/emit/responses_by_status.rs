//! Responses by status: an enum, and which variant a status is.

use proc_macro2::{Literal, TokenStream};
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
        let (statuses, value) = (statuses::pattern(&response.statuses), value(scope, response));
        quote!(#statuses => #value,)
    });
    let undescribed = undescribed(scope, responses);
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
                    #undescribed
                }
            }
        }
    }
}

/// A response with its body as the variant that it is.
fn value(scope: &Scope<'_>, response: &StatusResponse) -> TokenStream {
    let name = &response.name;
    match &response.body {
        ResponseBody::Json(ty) => {
            let ty = scope.ty(ty);
            quote!(Ok(response.json::<#ty>()?.map(Self::#name)))
        }
        ResponseBody::Bytes => quote!(Ok(response.map(Self::#name))),
        ResponseBody::Text => quote!(Ok(response.text()?.map(Self::#name))),
        ResponseBody::Empty | ResponseBody::ByStatus(_) | ResponseBody::Stream(_) => {
            quote!(Ok(response.map(|_| Self::#name)))
        }
    }
}

/// The arms for statuses that the description does not have. The service did what it was asked to
/// do, so the response is read as the closest one: an error would hide that.
fn undescribed(scope: &Scope<'_>, responses: &[StatusResponse]) -> TokenStream {
    let mut stretches: Vec<(u16, &StatusResponse)> = Vec::new();
    for response in responses {
        stretches.extend(response.undescribed.iter().map(|(_, last)| (*last, response)));
    }
    stretches.sort_by_key(|(last, _)| *last);
    // Of neighbours with one response the last says it all: what is between them is described.
    stretches.reverse();
    stretches.dedup_by_key(|(_, response)| &response.name);
    stretches.reverse();
    let Some((_, of_others)) = stretches.pop() else {
        return quote!(_ => Err(response.unexpected()),);
    };
    let mut arms: Vec<TokenStream> = Vec::new();
    if let Some(empty) = responses.iter().find(|it| matches!(it.body, ResponseBody::Empty)) {
        let value = value(scope, empty);
        arms.push(quote!(_ if response.body().is_empty() => #value,));
    }
    for (last, response) in stretches {
        let (last, value) = (Literal::u16_unsuffixed(last), value(scope, response));
        arms.push(quote!(..=#last => #value,));
    }
    let value = value(scope, of_others);
    quote!(#(#arms)* _ => #value,)
}

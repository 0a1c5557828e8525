//! How the pages of a response follow each other.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ty::Scope;
use crate::ir::{CursorPlace, FieldUse, NextPage, Operation, Pagination, Presence, ResponseBody};
use crate::name::Ident;
use crate::runtime::name;

pub(super) fn emit(
    scope: &Scope<'_>,
    operation: &Operation,
    pagination: &Pagination,
) -> TokenStream {
    let page = scope.imports.runtime(name!("Page"));
    let cursor = scope.imports.runtime(name!("Cursor"));
    let response = match &operation.response {
        ResponseBody::Json(ty) => scope.ty(ty),
        // Lowering gives pages to responses that are JSON only.
        _ => quote!(()),
    };
    let item = scope.ty(&pagination.item);
    let (kind, parameter) = match &pagination.cursor {
        CursorPlace::Query(parameter) => ("Query", parameter),
        CursorPlace::Member(member) => ("Body", member),
        CursorPlace::NumberMember(member) => ("BodyNumber", member),
    };
    let kind = Ident::fixed(kind);
    let next = match &pagination.next {
        NextPage::Cursor { next, more } => next_cursor(next, more.as_ref()),
        NextPage::Number { page, size, total } => {
            let next_page = scope.imports.runtime(name!("next_page"));
            let numbers = [(page, 1), (size, 0), (total, 0)].map(|(field, absent)| {
                let (name, absent) = (&field.name, Literal::i64_unsuffixed(absent));
                match field.presence {
                    Presence::Required => quote!(self.#name.into()),
                    Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
                        quote!(self.#name.unwrap_or(#absent).into())
                    }
                    Presence::OptionalNullable => {
                        quote!(self.#name.flatten().unwrap_or(#absent).into())
                    }
                }
            });
            quote!(#next_page(#(#numbers),*))
        }
    };
    let items = &pagination.items.name;
    let items = match pagination.items.presence {
        Presence::Required => quote!(self.#items),
        Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
            quote!(self.#items.unwrap_or_default())
        }
        Presence::OptionalNullable => quote!(self.#items.flatten().unwrap_or_default()),
    };
    quote! {
        impl #page for #response {
            type Item = #item;
            const CURSOR: #cursor = #cursor::#kind(#parameter);

            fn next(&self) -> Option<String> {
                #next
            }

            fn into_items(self) -> Vec<#item> {
                #items
            }
        }
    }
}

fn next_cursor(next: &FieldUse, more: Option<&FieldUse>) -> TokenStream {
    let name = &next.name;
    let next = match next.presence {
        Presence::Required => quote!(Some(self.#name.clone())),
        Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
            quote!(self.#name.clone())
        }
        Presence::OptionalNullable => quote!(self.#name.clone().flatten()),
    };
    let Some(FieldUse { name: more, presence }) = more else { return next };
    match presence {
        Presence::Required => quote!(if self.#more { #next } else { None }),
        Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
            quote!(if self.#more == Some(false) { None } else { #next })
        }
        Presence::OptionalNullable => {
            quote!(if self.#more == Some(Some(false)) { None } else { #next })
        }
    }
}

//! Structs and open enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::imports::Imports;
use super::ty::{Scope, Within};
use crate::ir::{Enum, Field, Item, ItemKind, Presence, Reading, Service, Struct, Ty};
use crate::name::Ident;

/// The file of one type.
pub(super) fn emit(service: &Service, item: &Item) -> TokenStream {
    let scope = Scope::new(service, Within::Types);
    let tokens = self::item(&scope, item);
    let use_runtime = scope.imports.use_runtime();
    let use_siblings = scope.imports.use_siblings(&item.ident);
    quote! {
        #use_siblings
        #use_runtime
        #tokens
    }
}

/// One type.
pub(super) fn item(scope: &Scope<'_>, item: &Item) -> TokenStream {
    match &item.kind {
        ItemKind::Struct(strukt) => structure(scope, item, strukt),
        ItemKind::Enum(kind) => open_enum(scope, item, kind),
    }
}

fn structure(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.value(&item.docs.0, &item.source);
    let fields = strukt.fields.iter().map(|field| self::field(scope, field));
    let object = scope.imports.runtime("object");
    let members = strukt.fields.iter().map(|field| {
        let (wire, name) = (&field.wire, &field.name);
        let optional = (field.presence == Presence::Optional).then(|| quote!(?));
        let reading = (field.reading == Reading::NumberOrText).then(|| quote!(: number));
        quote!(#wire => #name #optional #reading,)
    });
    let building = item.in_requests.then(|| building(scope, item, strukt));
    quote! {
        #doc
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #ident {
            #(#fields,)*
        }

        #building

        #object! {
            #ident { #(#members)* }
        }
    }
}

fn field(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let mut doc = Doc::default();
    doc.value(&field.docs.0, &field.wire);
    let deprecated = docs::deprecated(field.deprecated);
    let (name, ty) = (&field.name, field_ty(scope, field));
    quote! {
        #doc
        #deprecated
        pub #name: #ty
    }
}

fn field_ty(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let ty = scope.ty(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => quote!(Option<#ty>),
    }
}

/// `new` with what is required, and a setter for each of the rest.
fn building(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let is_required = |field: &&Field| field.presence == Presence::Required;
    let required: Vec<_> = strukt.fields.iter().filter(is_required).collect();
    let parameters = required.iter().map(|field| {
        let argument = &field.argument;
        let (ty, _) = taken(scope, &field.ty, argument);
        quote!(#argument: #ty)
    });
    let values = required.iter().map(|field| {
        let (name, argument) = (&field.name, &field.argument);
        let (_, value) = taken(scope, &field.ty, argument);
        match value.to_string() == name.as_str() {
            true => quote!(#name),
            false => quote!(#name: #value),
        }
    });
    let body = match (required.is_empty(), required.len() < strukt.fields.len()) {
        (true, _) => quote!(Default::default()),
        (false, true) => quote!(Self { #(#values,)* ..Default::default() }),
        (false, false) => quote!(Self { #(#values,)* }),
    };
    let setters = strukt.fields.iter().filter(|field| !is_required(field)).map(|field| {
        let mut doc = Doc::default();
        let field_name = &field.name;
        doc.verbatim(&format!("Sets [`{field_name}`](field@Self::{field_name})."));
        let deprecated = docs::deprecated(field.deprecated);
        let lint = field.deprecated.then(
            || quote!(#[allow(deprecated, reason = "setting it is what is advised against")]),
        );
        let (ty, value) = taken(scope, &field.ty, &Ident::fixed("value"));
        quote! {
            #doc
            #deprecated
            #[must_use]
            #lint
            pub fn #field_name(mut self, value: #ty) -> Self {
                self.#field_name = Some(#value);
                self
            }
        }
    });
    let new_doc = match required.is_empty() {
        true => "A value without any member.",
        false => "A value with the members that are always there.",
    };
    let mut doc = Doc::default();
    doc.verbatim(new_doc);
    let lint = required
        .iter()
        .any(|field| field.deprecated)
        .then(|| quote!(#[allow(deprecated, reason = "what is advised against is required")]));
    quote! {
        impl #ident {
            #doc
            #lint
            pub fn new(#(#parameters),*) -> Self {
                #body
            }

            #(#setters)*
        }
    }
}

/// How a builder takes a value: the type of its argument, and the value made of it.
fn taken(scope: &Scope<'_>, ty: &Ty, name: &Ident) -> (TokenStream, TokenStream) {
    let own = scope.ty(ty);
    match ty {
        Ty::Bool | Ty::I32 | Ty::I64 | Ty::F32 | Ty::F64 | Ty::Map(_) => (own, quote!(#name)),
        Ty::List(inner) => {
            let (items, convert) = scope.list(inner);
            (quote!(impl IntoIterator<Item = #items>), quote!(#name #convert))
        }
        _ => (quote!(impl Into<#own>), quote!(#name.into())),
    }
}

fn open_enum(scope: &Scope<'_>, item: &Item, kind: &Enum) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.value(&item.docs.0, &item.source);
    enumeration(&scope.imports, ident, &doc, kind)
}

/// An enum whose unknown values are kept.
pub(super) fn enumeration(imports: &Imports, ident: &Ident, doc: &Doc, kind: &Enum) -> TokenStream {
    let variants = kind.variants.iter().map(|variant| {
        let mut doc = Doc::default();
        let fallback = format!("`{}`", variant.wire);
        doc.value(&variant.docs.0, &fallback);
        let name = &variant.name;
        quote!(#doc #name)
    });
    let texts = kind.variants.iter().map(|variant| {
        let (wire, name) = (&variant.wire, &variant.name);
        quote!(#wire => #name,)
    });
    let unrecognized = imports.runtime("Unrecognized");
    let open_enum = imports.runtime("open_enum");
    quote! {
        #doc
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value that this version of the crate does not know.
            Unrecognized(#unrecognized),
        }

        #open_enum! {
            #ident { #(#texts)* }
        }
    }
}

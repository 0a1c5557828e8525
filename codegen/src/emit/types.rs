//! Structs, open enums and unions.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::imports::Imports;
use super::ty::{Scope, Within};
use super::{error_bodies, literal, responses_by_status};
use crate::ir::{Enum, Field, Item, ItemKind, Presence, Reading, Service, Struct, Ty, Union};
use crate::name::Ident;
use crate::runtime::name;

/// The file of one type.
pub(super) fn emit(service: &Service, item: &Item) -> TokenStream {
    let scope = Scope::new(service, Within::Types, [item.ident.clone()]);
    let tokens = self::item(&scope, item);
    let use_runtime = scope.imports.use_runtime();
    let use_siblings = scope.imports.use_siblings();
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
        ItemKind::Union(kind) => union(scope, item, kind),
        ItemKind::Responses(kind) => responses_by_status::emit(scope, item, kind),
        ItemKind::Errors(kind) => error_bodies::item(scope, item, kind),
    }
}

fn structure(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.value(&item.docs.0, &item.source);
    let fields = strukt.fields.iter().map(|field| self::field(scope, field));
    let object = scope.imports.runtime(name!("object"));
    let members = strukt.fields.iter().map(|field| {
        let (wire, name) = (&field.wire, &field.name);
        let optional = (!field.presence.is_required()).then(|| quote!(?));
        let reading = match (field.presence, field.reading) {
            (Presence::OptionalNullable, _) => Some(quote!(: nullable)),
            (_, Reading::NumberOrText) => Some(quote!(: number)),
            (_, Reading::Exact) => None,
        };
        let text = field.text.as_ref().map(|text| quote!(= #text));
        quote!(#wire => #name #optional #reading #text,)
    });
    let rest = strukt.rest.as_ref().map(|(name, ty)| {
        let ty = scope.ty(ty);
        quote! {
            /// All other members.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    let kept = strukt.kept.as_ref().map(|name| {
        quote! {
            /// What is not described here; it is written again as it came.
            #name: std::collections::BTreeMap<String, serde_json::Value>,
        }
    });
    let all_other = strukt.rest.as_ref().map(|(name, _)| name).or(strukt.kept.as_ref());
    let rest_member = all_other.map(|name| quote!(..#name));
    let building = item.in_requests.then(|| building(scope, item, strukt));
    let fit = item.in_unions.then(|| quote!(: Fit));
    quote! {
        #doc
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #ident {
            #(#fields,)*
            #rest
            #kept
        }

        #building

        #object! {
            #ident #fit { #(#members)* #rest_member }
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
        Presence::Optional | Presence::Nullable => quote!(Option<#ty>),
        Presence::OptionalNullable => quote!(Option<Option<#ty>>),
    }
}

/// `new` with what is required, and a setter for each of the rest.
fn building(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let is_required = |field: &&Field| field.presence == Presence::Required;
    let (required, optional): (Vec<_>, Vec<_>) = strukt.fields.iter().partition(is_required);
    let new = (!required.is_empty()).then(|| new(scope, item, strukt, &required));
    // Without required members, the setters bring a `new` that takes none.
    let marker = required.is_empty().then(|| quote!(: new));
    let setters = (required.is_empty() || !optional.is_empty()).then(|| {
        let macro_name = scope.imports.runtime(name!("setters"));
        let rows = optional.iter().map(|field| setter(scope, field));
        quote!(#macro_name! { #ident #marker { #(#rows,)* } })
    });
    quote!(#new #setters)
}

fn new(scope: &Scope<'_>, item: &Item, strukt: &Struct, required: &[&Field]) -> TokenStream {
    let ident = &item.ident;
    let given = required.iter().filter(|field| field.literal.is_none());
    let too_many = super::ty::too_many_arguments(given.clone().count());
    let parameters = given.map(|field| {
        let argument = &field.argument;
        let (ty, _) = taken(scope, &field.ty, argument);
        quote!(#argument: #ty)
    });
    let values = required.iter().map(|field| {
        let (name, argument) = (&field.name, &field.argument);
        if let Some(literal) = &field.literal {
            return quote!(#name: #literal.into());
        }
        let (_, value) = taken(scope, &field.ty, argument);
        match value.to_string() == name.as_str() {
            true => quote!(#name),
            false => quote!(#name: #value),
        }
    });
    let is_all =
        required.len() == strukt.fields.len() && strukt.rest.is_none() && strukt.kept.is_none();
    let others = (!is_all).then(|| quote!(..Default::default()));
    let lint = required
        .iter()
        .any(|field| field.deprecated)
        .then(|| quote!(#[allow(deprecated, reason = "what is advised against is required")]));
    quote! {
        impl #ident {
            /// A value with the members that are always there.
            #lint
            #too_many
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #others }
            }
        }
    }
}

/// A row of `setters!`: the field, and what its setter takes.
fn setter(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let name = &field.name;
    let deprecated = docs::deprecated(field.deprecated);
    let nullable = (field.presence == Presence::OptionalNullable).then(|| quote!(?));
    let taken = match &field.ty {
        Ty::List(inner) => {
            let (items, _) = scope.list(inner);
            quote!([#items])
        }
        ty => {
            let (ty, _) = taken(scope, ty, name);
            quote!((#ty))
        }
    };
    quote!(#deprecated #name #taken #nullable)
}

/// How a builder takes a value: the type of its argument, and the value made of it.
fn taken(scope: &Scope<'_>, ty: &Ty, name: &Ident) -> (TokenStream, TokenStream) {
    let own = scope.ty(ty);
    match ty {
        Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::F64 | Ty::Map(_) => (own, quote!(#name)),
        Ty::List(inner) => {
            let (items, convert) = scope.list(inner);
            (quote!(impl IntoIterator<Item = #items>), quote!(#name #convert))
        }
        _ => (quote!(impl Into<#own>), quote!(#name.into())),
    }
}

fn union(scope: &Scope<'_>, item: &Item, kind: &Union) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.value(&item.docs.0, &item.source);
    let tag = kind.tag.as_ref().map(|tag| quote!(by #tag));
    let variants = kind.variants.iter().map(|variant| {
        let (name, ty, texts) = (&variant.name, scope.ty(&variant.ty), &variant.texts);
        let texts = (!texts.is_empty()).then(|| quote!(= #(#texts)|*));
        quote!(#name(#ty) #texts,)
    });
    let values = kind.values.iter().map(|value| {
        let (name, literal) = (&value.name, literal::tokens(&value.value));
        let doc = variant_doc(&value.docs.0, value.value.as_str().unwrap_or_default());
        quote!(#doc #name = #literal,)
    });
    let values = (!kind.values.is_empty()).then(|| quote!(or { #(#values)* }));
    let macro_name = scope.imports.runtime(name!("union"));
    quote! {
        #macro_name! {
            #doc
            pub enum #ident #tag { #(#variants)* } #values
        }
    }
}

/// The documentation of a variant that is one value: that of the description, or none where the
/// value itself says it. A value that would not be plain text in a comment is written out.
fn variant_doc(docs: &str, text: &str) -> Option<Doc> {
    let is_plain = text.chars().all(|it| it.is_alphanumeric() || "-_./:+ ".contains(it));
    (!docs.trim().is_empty() || !is_plain || text.trim() != text).then(|| {
        let mut doc = Doc::default();
        doc.value(docs, text);
        doc
    })
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
        let (name, wire) = (&variant.name, &variant.wire);
        let doc = variant_doc(&variant.docs.0, wire);
        quote!(#doc #name = #wire,)
    });
    let open_enum = imports.runtime(name!("open_enum"));
    quote! {
        #open_enum! {
            #doc
            pub enum #ident { #(#variants)* }
        }
    }
}

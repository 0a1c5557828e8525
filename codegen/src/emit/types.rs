//! Structs, open enums and unions.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::ty::{Scope, Within};
use super::{derive, enums, error_bodies, literal, responses_by_status};
use crate::ir::{Building, Field, Item, ItemKind, Presence, Reading, Service, Struct, Ty, Union};
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
        ItemKind::Enum(kind) => enums::texts(&scope.imports, &item.ident, doc(item), kind),
        ItemKind::Integers(kind) => enums::integers(&scope.imports, &item.ident, doc(item), kind),
        ItemKind::Union(kind) => union(scope, item, kind),
        ItemKind::Responses(kind) => responses_by_status::emit(scope, item, kind),
        ItemKind::Errors(kind) => error_bodies::item(scope, item, kind),
    }
}

fn structure(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    let has_gaps =
        doc.is_empty() || strukt.fields.iter().any(|field| docs::is_blank(&field.docs.0));
    let (derive, eq) = derive::of_struct(item, strukt);
    let undocumented = docs::undocumented(has_gaps);
    let fields = strukt.fields.iter().map(|field| self::field(scope, field));
    let object = scope.imports.runtime(name!("object"));
    let members = strukt.fields.iter().map(|field| {
        let (wire, name) = (&field.wire, &field.name);
        let optional = (!field.presence.is_always_there()).then(|| quote!(?));
        let reading = match (field.presence, field.reading) {
            (Presence::OptionalNullable, Reading::NumberOrText) => Some(quote!(: nullable_number)),
            (Presence::OptionalNullable, Reading::Exact) => Some(quote!(: nullable)),
            (_, Reading::NumberOrText) => Some(quote!(: number)),
            (Presence::Nullable, Reading::Exact) => Some(quote!(: nullable)),
            // Any JSON, and so null.
            (Presence::Required, Reading::Exact) if field.ty == Ty::Json => {
                Some(quote!(: nullable))
            }
            (_, Reading::Exact) => None,
        };
        let constant = constant(item, field);
        let received = field.is_unsent.then(|| quote!(#[received]));
        quote!(#received #wire => #name #optional #reading #constant,)
    });
    let rest = strukt.rest.as_ref().map(|(name, ty)| {
        let ty = scope.ty(ty);
        quote! {
            /// All other members, by name.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    let kept = strukt.kept.as_ref().map(|name| {
        quote! {
            /// Members the description does not declare, sent back unchanged.
            pub #name: std::collections::BTreeMap<String, serde_json::Value>,
        }
    });
    let all_other = strukt.rest.as_ref().map(|(name, _)| name).or(strukt.kept.as_ref());
    let rest_member = all_other.map(|name| quote!(..#name));
    let building = item.in_requests.then(|| building(scope, item, strukt));
    let default = strukt.has_constants().then(|| quote!(Default));
    let fit = item.is_fitted.then(|| quote!(Fit));
    let extra: Vec<_> = default.into_iter().chain(fit).collect();
    let extra = (!extra.is_empty()).then(|| quote!(: #(#extra)+*));
    quote! {
        #doc
        #derive
        #undocumented
        #[non_exhaustive]
        pub struct #ident {
            #(#fields,)*
            #rest
            #kept
        }

        #eq

        #building

        #object! {
            #ident #extra { #(#members)* #rest_member }
        }
    }
}

/// The one value of a field: behind `=` its default as well, behind `==` not.
fn constant(item: &Item, field: &Field) -> Option<TokenStream> {
    let constant = field.constant.as_ref()?;
    if constant.is_array() || constant.is_object() {
        let value = literal::tokens(constant);
        return field.is_default.then(|| quote!(~ #value));
    }
    let value = literal::of_type(constant, &field.ty);
    match field.is_default {
        true => Some(quote!(= #value)),
        false => item.is_fitted.then(|| quote!(== #value)),
    }
}

fn field(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let mut doc = Doc::default();
    doc.paragraph(&field.docs.0);
    let deprecated = docs::deprecated(field.deprecated, &[&field.docs.0]);
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
        Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
            quote!(Option<#ty>)
        }
        Presence::OptionalNullable => quote!(Option<Option<#ty>>),
    }
}

/// `new` with what is required, and a setter for each of the rest.
fn building(scope: &Scope<'_>, item: &Item, strukt: &Struct) -> TokenStream {
    let ident = &item.ident;
    let built = |how: Building| strukt.fields.iter().filter(move |it| it.building() == how);
    let required: Vec<_> = built(Building::Argument).collect();
    let optional: Vec<_> = built(Building::Setter).collect();
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
    let too_many = super::ty::too_many_arguments(required.len());
    let parameters = required.iter().map(|field| {
        let (argument, ty) = (&field.argument, scope.taken(&field.ty).argument());
        quote!(#argument: #ty)
    });
    let values = required.iter().map(|field| {
        let (name, argument) = (&field.name, &field.argument);
        match scope.converted(&field.ty) {
            Some(convert) => quote!(#name: #argument #convert),
            None if argument == name => quote!(#name),
            None => quote!(#name: #argument),
        }
    });
    let is_all =
        required.len() == strukt.fields.len() && strukt.rest.is_none() && strukt.kept.is_none();
    let others = (!is_all).then(|| quote!(..Default::default()));
    let lint = required
        .iter()
        .any(|field| field.deprecated)
        .then(|| quote!(#[allow(deprecated, reason = "a required member is deprecated")]));
    let article = if ident.as_str().starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
    let doc = format!(" Creates {article} `{ident}` from its required members.");
    quote! {
        impl #ident {
            #[doc = #doc]
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
    let (name, taken) = (&field.name, scope.taken(&field.ty).row());
    let deprecated = docs::deprecated(field.deprecated, &[&field.docs.0]);
    let nullable = (field.presence == Presence::OptionalNullable).then(|| quote!(?));
    quote!(#deprecated #name #taken #nullable)
}

fn union(scope: &Scope<'_>, item: &Item, kind: &Union) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    let tag = kind.tag.as_ref().map(|tag| quote!(by #tag));
    let variants = kind.variants.iter().map(|variant| {
        let (name, ty) = (&variant.name, scope.ty(&variant.ty));
        let tags = variant.tags.iter().map(literal::tokens);
        let tags = (!variant.tags.is_empty()).then(|| quote!(= #(#tags)|*));
        quote!(#name(#ty) #tags,)
    });
    let values = kind.values.iter().map(|value| {
        let (name, literal) = (&value.name, literal::tokens(&value.value));
        let text = value.value.as_str().map_or_else(|| value.value.to_string(), str::to_owned);
        let doc = docs::of_value(&value.docs.0, name, &text);
        quote!(#doc #name = #literal,)
    });
    let values = (!kind.values.is_empty()).then(|| quote!(or { #(#values)* }));
    let default = kind.default.as_ref().map(|name| quote!(else #name));
    let macro_name = scope.imports.runtime(name!("union"));
    let derive = derive::of_union(item);
    quote! {
        #macro_name! {
            #doc
            #derive
            pub enum #ident #tag #default { #(#variants)* } #values
        }
    }
}

/// What the description says of an item.
fn doc(item: &Item) -> Doc {
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    doc
}

//! Structs and open enums.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, Doc};
use super::imports::Imports;
use super::ty::{Scope, Within};
use crate::ir::{
    Answer, Enum, Field, Item, ItemKind, Presence, Reading, Service, Shape, StatusAnswer, Struct,
    Ty, Union,
};
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
        ItemKind::Union(kind) => union(scope, item, kind),
        ItemKind::Answers(kind) => answers(scope, item, kind),
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
        let optional = (!field.presence.is_required()).then(|| quote!(?));
        let reading = match (field.presence, field.reading) {
            (Presence::OptionalNullable, _) => Some(quote!(: nullable)),
            (_, Reading::NumberOrText) => Some(quote!(: number)),
            (_, Reading::Exact) => None,
        };
        quote!(#wire => #name #optional #reading,)
    });
    let rest = strukt.rest.as_ref().map(|(name, ty)| {
        let ty = scope.ty(ty);
        quote! {
            /// All other members.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    let rest_member = strukt.rest.as_ref().map(|(name, _)| quote!(..#name));
    let building = item.in_requests.then(|| building(scope, item, strukt));
    quote! {
        #doc
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #ident {
            #(#fields,)*
            #rest
        }

        #building

        #object! {
            #ident { #(#members)* #rest_member }
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
    let required: Vec<_> = strukt.fields.iter().filter(is_required).collect();
    let given = required.iter().filter(|field| field.literal.is_none());
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
    let is_all = required.len() == strukt.fields.len() && strukt.rest.is_none();
    let body = match (required.is_empty(), !is_all) {
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
        let some = match field.presence {
            Presence::OptionalNullable => quote!(Some(Some(#value))),
            _ => quote!(Some(#value)),
        };
        quote! {
            #doc
            #deprecated
            #[must_use]
            #lint
            pub fn #field_name(mut self, value: #ty) -> Self {
                self.#field_name = #some;
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
        Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::F32 | Ty::F64 | Ty::Map(_) => {
            (own, quote!(#name))
        }
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
    let variants = kind.variants.iter().map(|variant| {
        let (name, ty) = (&variant.name, scope.ty(&variant.ty));
        let mut doc = Doc::default();
        doc.verbatim(&format!("A value that is a `{}`.", ty.to_string().replace(' ', "")));
        quote!(#doc #name(#ty))
    });
    let entries = kind.variants.iter().map(|variant| {
        let (name, ty, shape) = (&variant.name, scope.ty(&variant.ty), shape(&variant.shape));
        quote!(#name(#ty) => #shape,)
    });
    let macro_name = scope.imports.runtime("union");
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value of none of these types.
            Unrecognized(serde_json::Value),
        }

        #macro_name! {
            #ident { #(#entries)* }
        }
    }
}

/// What an operation answers, by status.
fn answers(scope: &Scope<'_>, item: &Item, answers: &[StatusAnswer]) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.value(&item.docs.0, &item.source);
    let variants = answers.iter().map(|answer| {
        let mut doc = Doc::default();
        doc.value(&answer.docs.0, &format!("HTTP {}", answer.statuses.0));
        let name = &answer.name;
        let content = match &answer.answer {
            Answer::Json(ty) => Some(scope.ty(ty)),
            Answer::Bytes(_) => Some(quote!(bytes::Bytes)),
            Answer::Text(_) => Some(quote!(String)),
            Answer::Empty | Answer::ByStatus(_) => None,
        };
        let content = content.map(|ty| quote!((#ty)));
        quote!(#doc #name #content)
    });
    let arms = answers.iter().map(|answer| {
        let name = &answer.name;
        let (first, last) = answer.statuses;
        let [first, last] = [first, last].map(Literal::u16_unsuffixed);
        let statuses = match answer.statuses.0 == answer.statuses.1 {
            true => quote!(#first),
            false => quote!(#first..=#last),
        };
        let value = match &answer.answer {
            Answer::Json(ty) => {
                let ty = scope.ty(ty);
                quote!(Ok(answer.json::<#ty>()?.map(Self::#name)))
            }
            Answer::Bytes(_) => quote!(Ok(answer.map(Self::#name))),
            Answer::Text(_) => quote!(Ok(answer.text()?.map(Self::#name))),
            Answer::Empty | Answer::ByStatus(_) => quote!(Ok(answer.map(|_| Self::#name))),
        };
        quote!(#statuses => #value,)
    });
    let (response, result) = (scope.imports.runtime("Response"), scope.imports.runtime("Result"));
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
        }

        impl #ident {
            fn read(answer: #response<bytes::Bytes>) -> #result<#response<Self>> {
                match answer.status().as_u16() {
                    #(#arms)*
                    _ => Err(answer.unexpected()),
                }
            }
        }
    }
}

fn shape(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote!(Shape::Any),
        Shape::Bool => quote!(Shape::Bool),
        Shape::Integer => quote!(Shape::Integer),
        Shape::Number => quote!(Shape::Number),
        Shape::Text => quote!(Shape::Text),
        Shape::TextOf(texts) => quote!(Shape::TextOf(&[#(#texts),*])),
        Shape::Array(item) => {
            let item = self::shape(item);
            quote!(Shape::Array(&#item))
        }
        Shape::Map => quote!(Shape::Map),
        Shape::Object { required, optional, tags } => {
            let tags = tags.iter().map(|(name, texts)| quote!((#name, &[#(#texts),*])));
            quote! {
                Shape::Object {
                    required: &[#(#required),*],
                    optional: &[#(#optional),*],
                    tags: &[#(#tags),*],
                }
            }
        }
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

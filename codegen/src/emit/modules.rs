//! The files that only say which modules there are.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::{links, readme};
use crate::ir::{Crate, Home, Item, Operation, Service};
use crate::name::Ident;
use crate::runtime::{Cfg, MODULES, Part};

/// `src/lib.rs`
pub(super) fn root(krate: &Crate, parts: &[&Part]) -> TokenStream {
    let services = krate.services.iter().map(|service| match &service.module {
        Some(module) => {
            let feature = service.gate();
            quote! {
                #[cfg(feature = #feature)]
                #[rustfmt::skip]
                pub mod #module;
            }
        }
        None => service_modules(service),
    });
    let error_code = (!krate.error_codes.variants.is_empty()).then(|| {
        quote! {
            #[rustfmt::skip]
            mod error_code;

            pub use error_code::ErrorCode;
        }
    });
    let public = shown(parts, "");
    let modules = MODULES.iter().map(|(module, purpose)| {
        let exports = shown(parts, module);
        let cfg = shared_cfg(parts, module);
        let module = Ident::fixed(module);
        let mut doc = Doc::default();
        doc.verbatim(purpose);
        (!exports.is_empty()).then(|| quote!(#doc #cfg pub mod #module { #(#exports)* }))
    });
    // Of two definitions of a link, Markdown takes the first: here the compiler follows them.
    let mut links = Doc::default();
    for link in links::paths(krate, &readme::body(krate)) {
        links.line(&link);
    }
    let links = links.inner();
    quote! {
        #links
        #![doc = ""]
        #![doc = include_str!("../README.md")]
        #![allow(
            clippy::should_implement_trait,
            clippy::type_complexity,
            reason = "names and types are those of the description"
        )]

        #error_code
        #(#services)*

        #[allow(dead_code, unused_imports, unused_macros, reason = "each API uses a part of the runtime")]
        #[rustfmt::skip]
        mod runtime;

        #(#public)*
        pub use bytes;
        pub use http;

        #(#modules)*
    }
}

/// What `module` shows of the runtime.
fn shown(parts: &[&Part], module: &str) -> Vec<TokenStream> {
    let common = shared_cfg(parts, module).is_some();
    let parts = parts.iter().filter(|part| part.module == module && !part.public.is_empty());
    parts
        .map(|part| {
            let cfg = if common { None } else { cfg(part) };
            let source = Ident::fixed(part.name);
            let names: Vec<_> = part.public.iter().map(|name| Ident::fixed(name)).collect();
            match &names[..] {
                [name] => quote!(#cfg pub use crate::runtime::#source::#name;),
                names => quote!(#cfg pub use crate::runtime::#source::{#(#names),*};),
            }
        })
        .collect()
}

/// The condition under which all parts that `module` shows are compiled, if it is one.
fn shared_cfg(parts: &[&Part], module: &str) -> Option<TokenStream> {
    let mut of_module = parts.iter().filter(|part| part.module == module);
    let first = of_module.next()?;
    of_module.all(|part| part.cfg == first.cfg).then(|| cfg(first)).flatten()
}

/// `src/runtime/mod.rs`
pub(super) fn runtime(parts: &[&Part]) -> TokenStream {
    let mut doc = Doc::default();
    doc.verbatim(
        "Writes, authorizes, sends, retries and reads requests: the same code for every API.",
    );
    let doc = doc.inner();
    let modules = parts.iter().map(|part| {
        let (cfg, name) = (cfg(part), Ident::fixed(part.name));
        quote!(#cfg pub mod #name;)
    });
    let exports = parts.iter().filter_map(|part| {
        let (cfg, module) = (cfg(part), Ident::fixed(part.name));
        let names: Vec<_> =
            part.public.iter().chain(part.internal).map(|name| Ident::fixed(name)).collect();
        (!names.is_empty()).then(|| quote!(#cfg pub use #module::{#(#names),*};))
    });
    let macros = parts.iter().filter(|part| !part.macros.is_empty()).map(|part| {
        let module = Ident::fixed(part.name);
        let names = part.macros.iter().map(|name| Ident::fixed(name));
        quote!(pub(crate) use #module::{#(#names),*};)
    });
    quote! {
        #doc

        #(#modules)*

        #(#macros)*
        #(#exports)*
    }
}

fn cfg(part: &Part) -> Option<TokenStream> {
    match part.cfg {
        Cfg::Always => None,
        Cfg::Feature(feature) => Some(quote!(#[cfg(feature = #feature)])),
        Cfg::Test => Some(quote!(#[cfg(test)])),
    }
}

/// `src/<service>/mod.rs`
pub(super) fn service(krate: &Crate, service: &Service) -> TokenStream {
    let mut doc = Doc::default();
    doc.sentence(&service.title, &service.name);
    doc.paragraph(&service.docs.0);
    doc.ours(
        "[`Client`] has a method for each operation; [`operation`] has their requests and responses, \
         [`types`] the types that several of them share.",
    );
    if !service.families.is_empty() {
        let rows = service.families.iter().enumerate().map(|(index, family)| {
            let module = &family.module;
            let count = service.members(Some(index)).count().to_string();
            [format!("[`{module}`](operation::{module})"), docs::cell(&family.docs.0), count]
        });
        doc.table(&["family", "what it is about", "operations"], rows);
    }
    let doc = doc.inner();
    let modules = service_modules(service);
    let error_code = (!krate.error_codes.variants.is_empty()).then(|| {
        quote!(
            pub use crate::ErrorCode;
        )
    });
    quote! {
        #doc

        #modules

        #error_code
    }
}

fn service_modules(service: &Service) -> TokenStream {
    let skip = service.module.is_none().then(|| quote!(#[rustfmt::skip]));
    quote! {
        #skip
        mod client;
        #skip
        pub mod operation;
        #skip
        pub mod types;

        pub use client::Client;
    }
}

/// `operation/mod.rs`
pub(super) fn operation(service: &Service) -> TokenStream {
    if service.families.is_empty() {
        return operations(service, None);
    }
    let mut doc = Doc::default();
    doc.verbatim("Requests and responses, by family and operation.");
    let doc = doc.inner();
    let modules = service.families.iter().map(|family| {
        let (module, feature) = (&family.module, &family.feature);
        quote! {
            #[cfg(feature = #feature)]
            pub mod #module;
        }
    });
    quote! {
        #doc

        #(#modules)*
    }
}

/// The module of a family's operations, or of all operations where there are no families.
pub(super) fn operations(service: &Service, family: Option<usize>) -> TokenStream {
    let mut doc = Doc::default();
    let described = family.map_or("", |family| &service.families[family].docs.0);
    match described {
        "" => doc.verbatim("Requests and responses, by operation."),
        described => doc.paragraph(described),
    }
    for (_, operation) in service.members(family) {
        let link = method_link(service, operation);
        doc.link_item(operation.name.as_str(), &link, &operation.summary);
    }
    let doc = doc.inner();
    let modules = service.members(family).map(|(_, operation)| {
        let file = &operation.file;
        quote!(mod #file;)
    });
    let exports =
        service.members(family).map(|(index, operation)| export(service, index, operation));
    let tests = super::wire_tests::has_tests(service, family).then(|| {
        quote! {
            #[cfg(test)]
            mod wire_tests;
        }
    });
    quote! {
        #doc

        #(#modules)*
        #tests

        #(#exports)*
    }
}

/// The path of an operation's method, for links.
pub(super) fn method_link(service: &Service, operation: &Operation) -> String {
    let name = &operation.name;
    match &service.module {
        Some(module) => format!("crate::{module}::Client::{name}"),
        None => format!("crate::Client::{name}"),
    }
}

fn export(service: &Service, index: usize, operation: &Operation) -> TokenStream {
    let file = &operation.file;
    let mut names: Vec<_> = service
        .types
        .iter()
        .filter(|item| item.home == Home::Operation(index))
        .map(|item| &item.ident)
        .collect();
    names.extend([&operation.request, &operation.input].into_iter().chain(&operation.required));
    names.sort();
    quote!(pub use #file::{#(#names),*};)
}

/// `types/mod.rs`
pub(super) fn types(service: &Service) -> TokenStream {
    let mut doc = Doc::default();
    doc.verbatim("Types that requests and responses consist of.");
    let doc = doc.inner();
    let mut items: Vec<_> = service.types.iter().filter(|item| item.home == Home::Types).collect();
    items.sort_by(|a, b| a.ident.cmp(&b.ident));
    let modules = items.iter().map(|item| {
        let (cfg, file) = (families_cfg(service, item), &item.file);
        quote!(#cfg mod #file;)
    });
    let exports = items.iter().map(|item| {
        let (cfg, file, ident) = (families_cfg(service, item), &item.file, &item.ident);
        quote!(#cfg pub use #file::#ident;)
    });
    quote! {
        #doc

        #(#modules)*

        #(#exports)*
    }
}

/// The condition under which a type is used, where not every family uses it.
fn families_cfg(service: &Service, item: &Item) -> Option<TokenStream> {
    if item.families.is_empty() || item.families.len() == service.families.len() {
        return None;
    }
    let features: Vec<_> =
        item.families.iter().map(|family| &service.families[*family].feature).collect();
    Some(match &features[..] {
        [feature] => quote!(#[cfg(feature = #feature)]),
        features => quote!(#[cfg(any(#(feature = #features),*))]),
    })
}

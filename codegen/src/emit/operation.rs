//! One operation: its constant, its method on the client, its request, its response.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::credentials;
use super::docs::{self, Doc};
use super::record::record;
use super::ty::{Scope, Taken, Within, parent};
use super::{error_bodies, example, literal, modules, pagination, stream, types};
use crate::ir::{Argument, Crate, Idempotency, Item, Operation, ResponseBody, Service, Slot, Ty};
use crate::markdown::code;
use crate::name::Ident;
use crate::runtime::name;

/// The file of the operation at `index`, which `items` belong to.
pub(super) fn emit(krate: &Crate, service: &Service, index: usize, items: &[&Item]) -> TokenStream {
    let operation = &service.operations[index];
    let requests = [&operation.request].into_iter().chain(&operation.required);
    let own = items.iter().map(|item| &item.ident).chain(requests).cloned();
    let scope = Scope::new(service, Within::Operation(index), own);
    let constant = constant(&scope, operation);
    let method = method(&scope, krate, operation);
    let request = request(&scope, operation);
    let page = operation
        .pagination
        .as_ref()
        .map(|pagination| pagination::emit(&scope, operation, pagination));
    let error_bodies = error_bodies::emit(&scope, operation);
    let items: Vec<_> = items.iter().map(|item| types::item(&scope, item)).collect();
    let body = quote! {
        #constant
        #method
        #request
        #page
        #error_bodies
        #(#items)*
    };
    let parent = parent(service);
    let use_client = match scope.imports.names_types() {
        true => quote!(use #parent::{Client, types};),
        false => quote!(use #parent::Client;),
    };
    let use_runtime = scope.imports.use_runtime();
    quote! {
        #use_client
        #use_runtime
        #body
    }
}

fn constant(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let ty = scope.imports.runtime(name!("Operation"));
    let (id, wire_path) = (&operation.id, &operation.path);
    let method = scope.imports.runtime(name!("Method"));
    let kind = scope.imports.runtime(name!("Idempotency"));
    let idempotency = match &operation.idempotency {
        Idempotency::Idempotent => quote!(#kind::Idempotent),
        Idempotency::NotIdempotent => quote!(#kind::NotIdempotent),
        Idempotency::Token(parameter) => quote!(#kind::Token(#parameter)),
    };
    let value = |verb: TokenStream| quote!(#ty { id: #id, method: #method::#verb, path: #wire_path, idempotency: #idempotency });
    let Some(verb) = operation.method.constant() else {
        let token = operation.method.as_str();
        let value = value(quote!(from_bytes(#token.as_bytes()).unwrap_or_default()));
        // No constant holds a method that the `http` crate has no constant for.
        return quote! {
            static OPERATION: std::sync::LazyLock<#ty> = std::sync::LazyLock::new(|| #value);
        };
    };
    let verb = Ident::fixed(verb);
    let value = value(quote!(#verb));
    quote!(const OPERATION: #ty = #value;)
}

fn method(scope: &Scope<'_>, krate: &Crate, operation: &Operation) -> TokenStream {
    let docs = method_docs(krate, scope, operation);
    let deprecated =
        docs::deprecated(operation.deprecated, &[&operation.summary, &operation.docs.0]);
    let aliases = docs::aliases(&operation.aliases);
    let Operation { name, request, input, .. } = operation;
    let (parameters, names) = match &operation.required {
        Some(required) => (quote!(required: #required), quote!(required)),
        None => {
            let names = operation.arguments.iter().map(|argument| &argument.name);
            let parameters = operation.arguments.iter().map(|argument| {
                let (name, ty) = (&argument.name, scope.taken(&argument.ty).argument());
                quote!(#name: #ty)
            });
            (quote!(#(#parameters),*), quote!(#(#names),*))
        }
    };
    quote! {
        impl Client {
            #docs
            #aliases
            #deprecated
            pub fn #name(&self, #parameters) -> #request {
                self.request(#input::new(#names))
            }
        }
    }
}

fn method_docs(krate: &Crate, scope: &Scope<'_>, operation: &Operation) -> Doc {
    let mut doc = Doc::default();
    doc.sentence(&operation.summary, &operation.id);
    doc.paragraph(&operation.docs.0);
    // Where they are fields, the fields have the documentation.
    if operation.required.is_none() {
        for argument in operation.arguments.iter().filter(|it| !it.docs.0.is_empty()) {
            doc.item(argument.name.as_str(), &argument.docs.0);
        }
    }
    if let Some(url) = &operation.documentation {
        doc.paragraph(&format!("Documented at <{url}>."));
    }
    if !operation.headers.is_empty() {
        doc.verbatim(&format!(
            "Response headers ([`send_with_response`]({request}::send_with_response) returns them, \
             [`Response::header`](crate::Response::header) reads them):",
            request = operation.request
        ));
        for header in &operation.headers {
            doc.item(&code(&header.name), &header.docs.0);
        }
    }
    doc.heading("Errors");
    error_bodies::document(&mut doc, scope, operation);
    doc.heading("Examples");
    doc.code(&example::documented(krate, scope.service, operation));
    doc
}

fn request(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let Operation { name, request, input, .. } = operation;
    let mut doc = Doc::default();
    doc.sentence(&operation.summary, &operation.id);
    let link = modules::method_link(scope.service, operation);
    doc.verbatim(&format!("A request of [`Client::{name}`]({link})."));
    let (send, response) = match &operation.response {
        ResponseBody::Stream(response) => stream::send(scope, &response.pieces),
        ResponseBody::Empty => ("send_empty", quote!(())),
        ResponseBody::Json(ty) => ("send", scope.ty(ty)),
        ResponseBody::Bytes => ("send_bytes", quote!(bytes::Bytes)),
        ResponseBody::Text => ("send_text", quote!(String)),
        ResponseBody::ByStatus(id) => ("send_by_status", scope.ty(&Ty::Named(*id))),
    };
    let send = Ident::fixed(send);
    let pages = operation.pagination.as_ref().map(|_| quote!(, pages));
    let macro_name = scope.imports.runtime(name!("request"));
    let fixed = fixed(operation);
    let fixed = (!fixed.is_empty()).then(|| quote!(fixed { #(#fixed,)* }));
    let given = operation.required.as_ref().map(|required| quote!(struct #required));
    let required = operation.arguments.iter().map(|value| {
        // Fields of a struct are written as what they are.
        let own = || Taken::Value(scope.ty(&value.ty));
        row(scope, value, if given.is_some() { own() } else { scope.taken(&value.ty) })
    });
    let required =
        (!operation.arguments.is_empty()).then(|| quote!(required #given { #(#required,)* }));
    let optional = operation.options.iter().map(|value| row(scope, value, scope.taken(&value.ty)));
    let optional = (!operation.options.is_empty()).then(|| quote!(optional { #(#optional,)* }));
    let send_stream = operation.stream.as_ref().map(|stream| {
        let method = stream::method(scope, stream);
        quote!(impl #request { #method })
    });
    quote! {
        #macro_name! {
            #doc
            #request(#input): #send -> #response #pages;
            #fixed #required #optional
        }

        #send_stream
    }
}

/// What every request of the operation has, as calls that record it.
fn fixed(operation: &Operation) -> Vec<TokenStream> {
    let endpoint = operation.endpoint.as_ref().map(|url| quote!(at(#url)));
    let needs = operation.needs.as_ref().map(|needs| {
        let needs = credentials::needs(needs);
        quote!(needs(#needs))
    });
    let accept = operation.accept.as_ref().map(|media_types| quote!(accept(#media_types)));
    let headers = operation.fixed_headers.iter().map(|(name, value)| quote!(header(#name, #value)));
    let cookies = operation.fixed_cookies.iter().map(|(name, value)| quote!(cookie(#name, #value)));
    let json_type =
        operation.json_type.as_ref().map(|json_type| quote!(header("content-type", #json_type)));
    let constants = operation.constants.iter().map(|(wire, value)| {
        let value = literal::expression(value);
        quote!(body_field(#wire, &#value))
    });
    let has_member = !operation.constants.is_empty()
        || operation.arguments.iter().any(|it| matches!(it.slot, Slot::Member(_)));
    let empty_object = (operation.sends_empty_object && !has_member).then(|| quote!(body_object()));
    let part_headers = (!operation.part_headers.is_empty()).then(|| {
        let headers = operation.part_headers.iter();
        let headers = headers.map(|(part, name, value)| quote!((#part, #name, #value)));
        quote!(part_headers(&[#(#headers),*]))
    });
    let redirects = operation.redirects.as_ref().map(|refused| {
        let refused = refused.iter().map(|status| Literal::u16_unsuffixed(*status));
        quote!(redirects(&[#(#refused),*]))
    });
    let of_head = [endpoint, needs, accept, redirects].into_iter().flatten();
    let parts_type = operation.parts_type.as_ref().map(|media_type| quote!(parts_of(#media_type)));
    let of_body = json_type
        .into_iter()
        .chain(parts_type)
        .chain(constants)
        .chain(empty_object)
        .chain(part_headers);
    of_head.chain(headers).chain(cookies).chain(of_body).collect()
}

/// A value of a request: a row of `request!`.
fn row(scope: &Scope<'_>, value: &Argument, taken: Taken) -> TokenStream {
    let mut doc = Doc::default();
    doc.paragraph(&value.docs.0);
    let deprecated = docs::deprecated(value.deprecated, &[&value.docs.0]);
    let (name, taken) = (&value.name, taken.row());
    let record = record(&scope.imports, value);
    let nullable = value.nullable.then(|| quote!(?));
    quote!(#doc #deprecated #name #taken #nullable => #record)
}

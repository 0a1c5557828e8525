//! One operation: its constant, its method on the client, its request, its response.

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials;
use super::docs::{self, Doc};
use super::record::{Form, record};
use super::ty::{Scope, Within, parent, too_many_arguments};
use super::{error_bodies, example, literal, modules, pagination, stream, types};
use crate::ir::{
    Argument, Crate, Idempotency, Item, Operation, ResponseBody, Service, Slot, Stream, Ty,
};
use crate::name::Ident;

/// The file of the operation at `index`, which `items` belong to.
pub(super) fn emit(krate: &Crate, service: &Service, index: usize, items: &[&Item]) -> TokenStream {
    let operation = &service.operations[index];
    let scope = Scope::new(service, Within::Operation(index));
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
    let ty = scope.imports.runtime("Operation");
    let (id, wire_path) = (&operation.id, &operation.path);
    let method = scope.imports.runtime("Method");
    let verb = Ident::fixed(operation.method.as_str());
    let kind = scope.imports.runtime("Idempotency");
    let idempotency = match &operation.idempotency {
        Idempotency::Idempotent => quote!(#kind::Idempotent),
        Idempotency::NotIdempotent => quote!(#kind::NotIdempotent),
        Idempotency::Token(parameter) => quote!(#kind::Token(#parameter)),
    };
    quote! {
        const OPERATION: #ty = #ty {
            id: #id,
            method: #method::#verb,
            path: #wire_path,
            idempotency: #idempotency,
        };
    }
}

fn method(scope: &Scope<'_>, krate: &Crate, operation: &Operation) -> TokenStream {
    let docs = method_docs(krate, scope, operation);
    let deprecated = docs::deprecated(operation.deprecated);
    let Operation { name, request, .. } = operation;
    let inputs: Vec<_> = operation
        .arguments
        .iter()
        .map(|argument| (argument, scope.input(&argument.ty, &argument.name)))
        .collect();
    let parameters = inputs.iter().map(|(argument, input)| {
        let (name, ty) = (&argument.name, &input.ty);
        quote!(#name: #ty)
    });
    let conversions = inputs.iter().filter_map(|(_, input)| input.convert.clone());
    let values = inputs
        .iter()
        .map(|(argument, input)| record(&scope.imports, argument, input, Form::Chained));
    let constants = operation.constants.iter().map(|(wire, value)| {
        let value = literal::expression(value);
        quote!(.body_field(#wire, &#value))
    });
    let has_member = !operation.constants.is_empty()
        || operation.arguments.iter().any(|it| it.slot == Slot::Member);
    let empty_object =
        (operation.sends_empty_object && !has_member).then(|| quote!(.body_object()));
    let endpoint = operation.endpoint.as_ref().map(|url| quote!(.at(#url)));
    let json_type =
        operation.json_type.as_ref().map(|json_type| quote!(.header("content-type", #json_type)));
    let needs = operation.needs.as_ref().map(|needs| {
        let needs = credentials::needs(needs);
        quote!(.needs(#needs))
    });
    let accept = operation.accept.as_deref().or(match &operation.response {
        ResponseBody::Bytes(media_type) | ResponseBody::Text(media_type) => Some(media_type),
        ResponseBody::Stream(Stream { media_type, .. }) => Some(media_type),
        ResponseBody::ByStatus(_) => Some("*/*"),
        ResponseBody::Empty | ResponseBody::Json(_) => None,
    });
    let accept = accept.map(|media_types| quote!(.accept(#media_types)));
    let headers =
        operation.fixed_headers.iter().map(|(name, value)| quote!(.header(#name, #value)));
    let cookies =
        operation.fixed_cookies.iter().map(|(name, value)| quote!(.cookie(#name, #value)));
    let fixed = headers.chain(cookies);
    // The client itself is one of them.
    let lint = too_many_arguments(operation.arguments.len() + 1);
    quote! {
        impl Client {
            #docs
            #deprecated
            #lint
            pub fn #name(&self, #(#parameters),*) -> #request {
                #(#conversions)*
                #request(
                    self.0.call(&OPERATION) #endpoint #needs #accept #(#fixed)* #(.#values)* #(#constants)* #empty_object #json_type
                )
            }
        }
    }
}

fn method_docs(krate: &Crate, scope: &Scope<'_>, operation: &Operation) -> Doc {
    let mut doc = Doc::default();
    doc.sentence(&operation.summary, &operation.id);
    doc.paragraph(&operation.docs.0);
    for argument in &operation.arguments {
        doc.item(argument.name.as_str(), &argument.docs.0);
    }
    if let Some(page) = &operation.page {
        doc.paragraph(&format!("Documented at <{page}>."));
    }
    if !operation.headers.is_empty() {
        doc.verbatim("Headers of the response, for [`header`](crate::Response::header):");
        for header in &operation.headers {
            doc.item(&header.name.replace('`', "'"), &header.docs.0);
        }
    }
    doc.heading("Errors");
    error_bodies::document(&mut doc, scope, operation);
    doc.heading("Examples");
    doc.code(&example::documented(krate, scope.service, operation));
    doc
}

fn request(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let Operation { name, request, .. } = operation;
    let mut doc = Doc::default();
    let link = modules::method_link(scope.service, operation);
    doc.verbatim(&format!("A request of [`Client::{name}`]({link})."));
    let (send, response) = match &operation.response {
        ResponseBody::Stream(response) => stream::send(scope, &response.pieces),
        ResponseBody::Empty => ("send_empty", quote!(())),
        ResponseBody::Json(ty) => ("send", scope.ty(ty)),
        ResponseBody::Bytes(_) => ("send_bytes", quote!(bytes::Bytes)),
        ResponseBody::Text(_) => ("send_text", quote!(String)),
        ResponseBody::ByStatus(id) => ("send_by_status", scope.ty(&Ty::Named(*id))),
    };
    let send = Ident::fixed(send);
    let pages = operation.pagination.as_ref().map(|_| quote!(, pages));
    let macro_name = scope.imports.runtime("request");
    let setters = operation.options.iter().map(|option| setter(scope, option));
    let send_stream = operation.stream.as_ref().map(|stream| stream::method(scope, stream));
    let is_plain = operation.options.is_empty() && send_stream.is_none();
    let setters = (!is_plain).then(|| {
        quote! {
            impl #request {
                #(#setters)*

                #send_stream
            }
        }
    });
    quote! {
        #macro_name! {
            #doc
            #request: #send -> #response #pages
        }

        #setters
    }
}

fn setter(scope: &Scope<'_>, option: &Argument) -> TokenStream {
    let mut doc = Doc::default();
    doc.value(&option.docs.0, &option.wire);
    let deprecated = docs::deprecated(option.deprecated);
    let name = &option.name;
    let input = scope.input(&option.ty, &Ident::fixed("value"));
    let (ty, convert) = (&input.ty, &input.convert);
    let set = record(&scope.imports, option, &input, Form::InPlace);
    quote! {
        #doc
        #deprecated
        pub fn #name(mut self, value: #ty) -> Self {
            #convert
            self.0.#set;
            self
        }
    }
}

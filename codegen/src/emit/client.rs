//! The client of a service: what it is called, where it goes, how its builder is set.

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials;
use super::docs::Doc;
use super::imports::Imports;
use super::{guide, links};
use crate::ir::{Crate, Endpoint, EndpointVariable, Service};
use crate::markdown::code;
use crate::name::Ident;
use crate::runtime::name;

/// The file `client.rs`.
pub(super) fn emit(krate: &Crate, service: &Service) -> TokenStream {
    let imports = Imports::default();
    let (core, builder) = (imports.runtime(name!("Core")), imports.runtime(name!("ClientBuilder")));
    let input = imports.runtime(name!("Input"));
    let (method, raw) = (imports.runtime(name!("Method")), imports.runtime(name!("RawCall")));
    let constant = constant(&imports, service);
    let doc = client_docs(krate, service);
    let mut setters: Vec<_> = service.endpoint.variables.iter().map(setter).collect();
    let credentials = service.credentials.iter();
    setters.extend(credentials.filter_map(|it| credentials::setter(&imports, service, it)));
    let setters = (!setters.is_empty()).then(|| {
        quote! {
            impl #builder<Client> {
                #(#setters)*
            }
        }
    });
    let unused = service
        .operations
        .is_empty()
        .then(|| quote!(#[allow(dead_code, reason = "the description has no operations")]));
    let use_runtime = imports.use_runtime();
    quote! {
        #use_runtime

        #constant

        #doc
        #[derive(Clone, Debug)]
        pub struct Client(#unused pub(super) #core);

        impl Client {
            /// Starts building a client.
            pub fn builder() -> #builder<Self> {
                #builder::new(&SERVICE, Self)
            }

            /// A request with these values. Each method of this client makes one as well, of
            /// arguments; its values are what `as_input` of the request gives.
            pub fn request<I: #input>(&self, input: I) -> I::Request {
                self.0.request(input)
            }

            /// A request that no operation covers. `path` is what follows the endpoint,
            /// percent-encoded, and may end with a query.
            pub fn call(&self, method: #method, path: &str) -> #raw {
                self.0.raw(method, path)
            }
        }

        #setters
    }
}

fn constant(imports: &Imports, service: &Service) -> TokenStream {
    let ty = imports.runtime(name!("Service"));
    let name = &service.name;
    let endpoint = &service.endpoint.url;
    let variables = service.endpoint.variables.iter().map(|variable| {
        let (wire, default) = (&variable.wire, &variable.default);
        quote!((#wire, #default))
    });
    let needs = credentials::needs(&service.needs);
    // What a vendor's scheme signs, it signs everywhere.
    let requires_auth = service.vendor.is_some();
    let dialect = imports.runtime(name!("Dialect"));
    let rules = Ident::fixed(service.vendor.map_or("STANDARD", |vendor| vendor.dialect));
    let is_lenient = service.is_lenient;
    quote! {
        const SERVICE: #ty = #ty {
            name: #name,
            endpoint: #endpoint,
            variables: &[#(#variables),*],
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            needs: #needs,
            requires_auth: #requires_auth,
            dialect: #dialect::#rules,
            is_lenient: #is_lenient,
        };
    }
}

fn client_docs(krate: &Crate, service: &Service) -> Doc {
    let mut doc = Doc::default();
    doc.sentence(&format!("A client of {}", service.title), "a client");
    doc.ours(
        "Each method returns a request; call `send` to perform it. A clone is cheap and shares the \
         connections.",
    );
    credentials::describe(service, &mut doc);
    describe_endpoints(&service.endpoint, &mut doc);
    doc.heading("Examples");
    doc.code(&super::example::building(krate, service));
    let mut text = String::new();
    for section in guide::sections(krate, service) {
        doc.heading(section.title);
        doc.ours(&section.text);
        doc.code(&section.code);
        text.push_str(&section.text);
    }
    let links = links::paths(krate, &text);
    if !links.is_empty() {
        doc.verbatim("");
    }
    for link in links {
        doc.line(&link);
    }
    doc
}

/// Says what the builder's `endpoint` is for, beyond tests.
fn describe_endpoints(endpoint: &Endpoint, doc: &mut Doc) {
    if !endpoint.others.is_empty() {
        doc.verbatim("The builder's `endpoint` may also be:");
        for other in &endpoint.others {
            doc.item(&code(&other.url), &other.docs.0);
        }
    }
}

fn setter(variable: &EndpointVariable) -> TokenStream {
    let mut doc = Doc::default();
    doc.paragraph(&variable.docs.0);
    if !variable.values.is_empty() {
        let values = variable.values.iter().map(|value| format!("`{}`", code(value)));
        doc.paragraph(&format!("Values: {}.", values.collect::<Vec<_>>().join(", ")));
    }
    doc.paragraph(&format!("Default: `{}`.", code(&variable.default)));
    let (name, wire) = (&variable.setter, &variable.wire);
    quote! {
        #doc
        pub fn #name(self, #name: impl Into<String>) -> Self {
            self.variable(#wire, #name)
        }
    }
}

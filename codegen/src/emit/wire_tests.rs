//! The examples of the description as tests: the call must give exactly the documented request,
//! and the documented response must be read, and written back, without loss.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::Imports;
use super::ty::parent;
use super::{example, literal};
use crate::ir::{ExampleResponse, ItemKind, MemberForm, Operation, ResponseBody, Service, Slot};
use crate::name::Ident;
use crate::runtime::name;

/// Whether any operation has an example that can be compared.
pub(super) fn has_tests(service: &Service, family: Option<usize>) -> bool {
    service.members(family).any(|(_, operation)| exchange(operation).is_some())
}

/// The file `wire_tests.rs`.
pub(super) fn emit(service: &Service, family: Option<usize>) -> TokenStream {
    let imports = Imports::default();
    let builder = imports.runtime(name!("ClientBuilder"));
    let mut settings = TokenStream::new();
    let mut use_exchange = quote!(
        use crate::runtime::wire_test::Exchange;
    );
    if let Some(vendor) = service.vendor {
        let (setter, credentials) =
            (Ident::fixed(vendor.setter), imports.runtime(vendor.credentials));
        settings.extend(quote!(.#setter(#credentials::new("access-key-id", "secret-access-key"))));
    } else if needs_credentials(service) {
        settings.extend(quote!(.authorizer(NoCredentials)));
        use_exchange = quote!(
            use crate::runtime::wire_test::{Exchange, NoCredentials};
        );
    }
    // Wherever the service is: a target has no host, and none of the path in front of it.
    settings.extend(quote!(.endpoint("https://service.example")));
    let tests: Vec<_> = service
        .members(family)
        .filter_map(|(_, operation)| Some(test(service, operation, exchange(operation)?)))
        .collect();
    let parent = parent(service);
    let modules: Vec<TokenStream> = [("operation", quote!(operation)), ("types", quote!(types))]
        .into_iter()
        .filter(|(name, _)| tests.iter().any(|test| example::mentions(test, name)))
        .map(|(_, tokens)| tokens)
        .collect();
    let use_runtime = imports.use_runtime();
    let lint = has_deprecated(service)
        .then(|| quote!(#![allow(deprecated, reason = "what is deprecated is tested too")]));
    quote! {
        #lint

        use #parent::{Client #(, #modules)*};
        #use_runtime
        #use_exchange

        fn builder() -> #builder<Client> {
            Client::builder() #settings
        }

        #(#tests)*
    }
}

/// Whether a request is not sent without credentials. They would not be in the examples.
fn needs_credentials(service: &Service) -> bool {
    let of_operations = service.operations.iter().filter_map(|operation| operation.needs.as_ref());
    of_operations.chain([&service.needs]).any(|needs| !needs.is_empty())
}

/// Whether anything that a test may use is deprecated.
fn has_deprecated(service: &Service) -> bool {
    let of_operations = service.operations.iter().any(|operation| {
        let values = operation.inputs();
        operation.deprecated || values.into_iter().any(|value| value.deprecated)
    });
    let of_types = service.types.iter().any(|item| match &item.kind {
        ItemKind::Struct(strukt) => strukt.fields.iter().any(|field| field.deprecated),
        ItemKind::Enum(_)
        | ItemKind::Integers(_)
        | ItemKind::Union(_)
        | ItemKind::Responses(_)
        | ItemKind::Errors(_) => false,
    });
    of_operations || of_types
}

/// What goes over the wire, where the example says all of it.
fn exchange(operation: &Operation) -> Option<(&str, &ExampleResponse)> {
    let example = &operation.example;
    Some((example.target.as_deref()?, example.response.as_ref()?))
}

fn test(
    service: &Service,
    operation: &Operation,
    (target, response): (&str, &ExampleResponse),
) -> TokenStream {
    let name = &operation.name;
    let call = example::call(service, operation, true);
    let method = operation.method.as_str();
    let body = json(&Ident::fixed("body"), operation.example.body.as_ref());
    let inputs = operation.inputs();
    let encrypted: Vec<_> = inputs
        .filter(|it| it.slot == Slot::Member(MemberForm::Encrypted))
        .map(|it| it.wire.as_str())
        .collect();
    let encrypted = (!encrypted.is_empty()).then(|| quote!(.encrypted(&[#(#encrypted),*])));
    let status = Literal::u16_unsuffixed(response.status);
    let response = json(&Ident::fixed("response"), response.body.as_ref());
    let check = match operation.response {
        ResponseBody::Json(_) => quote!(check),
        _ => quote!(check_request),
    };
    quote! {
        #[test]
        fn #name() {
            Exchange::new(#method, #target, #status)
                #body
                #encrypted
                #response
                .#check(builder(), |client| #call.send());
        }
    }
}

/// The call of a setter that takes JSON, if there is a value.
fn json(setter: &Ident, value: Option<&serde_json::Value>) -> Option<TokenStream> {
    let text = literal::raw_string(&value?.to_string());
    Some(quote!(.#setter(#text)))
}

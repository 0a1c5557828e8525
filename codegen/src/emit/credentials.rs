//! Credentials: their setters on the client's builder, and what is said about them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::imports::Imports;
use crate::ir::{Credential, CredentialKind, KeyPlace, Needs, Operations, Service};
use crate::markdown::code;
use crate::name::Ident;
use crate::runtime::name;

/// The setter of a credential; nothing where it is one of the runtime's.
pub(super) fn setter(
    imports: &Imports,
    service: &Service,
    credential: &Credential,
) -> Option<TokenStream> {
    let secret = || imports.runtime(name!("Secret"));
    let (parameters, value) = match &credential.kind {
        CredentialKind::Bearer => {
            let (ty, secret) = (imports.runtime(name!("BearerToken")), secret());
            (quote!(token: impl Into<#secret>), quote!(#ty::new(token)))
        }
        CredentialKind::Basic => {
            let (ty, secret) = (imports.runtime(name!("BasicAuth")), secret());
            let parameters = quote!(user: impl Into<String>, password: impl Into<#secret>);
            (parameters, quote!(#ty::new(user, password)))
        }
        CredentialKind::ApiKey(place, wire) => {
            let (ty, secret) = (imports.runtime(name!("ApiKey")), secret());
            let place = Ident::fixed(place_name(*place));
            (quote!(key: impl Into<#secret>), quote!(#ty::#place(#wire, key)))
        }
        CredentialKind::Signature(_) => return None,
    };
    let doc = setter_docs(service, credential);
    let setter = &credential.setter;
    let name = setter.as_str();
    Some(quote! {
        #doc
        pub fn #setter(self, #parameters) -> Self {
            self.authorizer_of(#name, #value)
        }
    })
}

fn setter_docs(service: &Service, credential: &Credential) -> Doc {
    let mut doc = Doc::default();
    doc.paragraph(&match &credential.kind {
        CredentialKind::Bearer => {
            "The token that authorizes requests: `authorization: Bearer <token>`.".to_owned()
        }
        CredentialKind::Basic => {
            "The name and the password that authorize requests: `authorization: Basic <both>`."
                .to_owned()
        }
        CredentialKind::ApiKey(place, wire) => {
            let place = match place {
                KeyPlace::Header => format!("in the header `{}`", code(wire)),
                KeyPlace::Query => format!("in the query parameter `{}`", code(wire)),
                KeyPlace::Cookie => format!("in the cookie `{}`", code(wire)),
                KeyPlace::Authorization => format!("as `authorization: {} <key>`", code(wire)),
            };
            format!("The key that authorizes requests, {place}.")
        }
        // It is the runtime's.
        CredentialKind::Signature(_) => String::new(),
    });
    doc.paragraph(&credential.docs.0);
    let all = service.operations.len();
    match &credential.operations {
        Operations::All => {}
        Operations::Only(names) => doc.paragraph(&format!("Used only by {}.", list(names))),
        Operations::Except(names) => doc.paragraph(&format!("Not used by {}.", list(names))),
        Operations::Count(count) => {
            doc.paragraph(&format!("Used by {count} of the {all} operations."));
        }
    }
    doc
}

/// Says that the service asks for a client certificate, if it does.
pub(super) fn describe(service: &Service, doc: &mut Doc) {
    if service.wants_certificate {
        doc.ours(
            "The service asks for a client certificate: give the builder a transport that has one.",
        );
    }
}

/// What the guide says about credentials, if the service takes any.
pub(super) fn guide(service: &Service) -> Option<String> {
    if let Some(vendor) = service.vendor {
        return Some(vendor.environment.to_owned());
    }
    let ways: Vec<_> = service.needs.iter().filter(|all| !all.is_empty()).collect();
    if ways.is_empty() {
        return None;
    }
    let is_optional = ways.len() < service.needs.len();
    let ways: Vec<_> = ways.into_iter().map(|all| list(all)).collect();
    let nothing = if is_optional { ", or with nothing" } else { "" };
    Some(format!(
        "Requests are authorized with what the builder is given: {}{nothing}. A scheme of your own \
         implements [`Authorize`]. A client that is built with `anonymous` sends its requests without \
         credentials, to a server that asks for none.",
        ways.join(", or ")
    ))
}

/// The setters that a test calls: with credentials that nobody has.
pub(super) fn of_test(service: &Service) -> TokenStream {
    match service.vendor {
        Some(vendor) => {
            let setter = Ident::fixed(vendor.setter);
            let credentials = Ident::fixed(vendor.credentials.as_str());
            quote!(.#setter(#credentials::new("access-key-id", "secret-access-key")))
        }
        None => {
            let sample = sample(service, &service.needs);
            quote!(#(#sample)*)
        }
    }
}

/// The setters of the first way to authorize requests that has setters, as an example calls them.
pub(super) fn sample(service: &Service, needs: &Needs) -> Vec<TokenStream> {
    let credential = |setter: &Ident| service.credentials.iter().find(|it| it.setter == *setter);
    let ways = needs.iter().map(|all| all.iter().filter_map(credential).collect::<Vec<_>>());
    let way = ways.into_iter().find(|way| !way.is_empty()).unwrap_or_default();
    way.into_iter()
        .map(|Credential { setter, kind, .. }| match kind {
            CredentialKind::Bearer => quote!(.#setter("<token>")),
            CredentialKind::Basic => quote!(.#setter("<user>", "<password>")),
            CredentialKind::ApiKey(..) => quote!(.#setter("<key>")),
            CredentialKind::Signature(vendor) => {
                let credentials = Ident::fixed(vendor.credentials.as_str());
                quote!(.#setter(#credentials::from_env()?))
            }
        })
        .collect()
}

/// What authorizes requests, as the runtime takes it.
pub(super) fn needs(needs: &Needs) -> TokenStream {
    let alternatives = needs.iter().map(|all| {
        let all = all.iter().map(Ident::as_str);
        quote!(&[#(#all),*])
    });
    quote!(&[#(#alternatives),*])
}

fn place_name(place: KeyPlace) -> &'static str {
    match place {
        KeyPlace::Header => "header",
        KeyPlace::Query => "query",
        KeyPlace::Cookie => "cookie",
        KeyPlace::Authorization => "authorization",
    }
}

/// Names in a sentence.
fn list(names: &[Ident]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

//! Errors of operations: their documentation, and which type their bodies have with which status.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::ty::Scope;
use super::{derive, statuses};
use crate::ir::{ErrorBodies, ErrorBody, Item, ItemKind, Operation, Ty, TypeId};
use crate::runtime::name;

/// The types of the bodies of an operation's errors, if they have any.
pub(super) fn emit(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let request = &operation.request;
    let typed_errors = || scope.imports.runtime(name!("typed_errors"));
    match operation.error_bodies.as_ref()? {
        ErrorBodies::One(ty, statuses) => {
            let (typed_errors, ty) = (typed_errors(), scope.ty(ty));
            let statuses = statuses::pattern(statuses);
            Some(quote!(#typed_errors!(#request => #ty, #statuses);))
        }
        ErrorBodies::ByStatus(id) => {
            let item = scope.service.item(*id);
            let ItemKind::Errors(bodies) = &item.kind else { return None };
            let (typed_errors, ident) = (typed_errors(), &item.ident);
            let arms = bodies.iter().map(|body| {
                let (statuses, name) = (statuses::pattern(&body.statuses), &body.name);
                quote!(#statuses => #name,)
            });
            Some(quote!(#typed_errors! { #request => #ident { #(#arms)* } }))
        }
    }
}

/// The enum of several types.
pub(super) fn item(scope: &Scope<'_>, item: &Item, bodies: &[ErrorBody]) -> TokenStream {
    let ident = &item.ident;
    let mut doc = Doc::default();
    doc.paragraph(&item.docs.0);
    let (derive, undocumented) = (derive::of_enum(item), docs::undocumented(doc.is_empty()));
    let variants = bodies.iter().map(|body| {
        let (name, ty) = (&body.name, scope.ty(&body.ty));
        let mut doc = Doc::default();
        doc.verbatim(&statuses::words(&body.statuses));
        quote!(#doc #name(#ty))
    });
    quote! {
        #doc
        #derive
        #undocumented
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "an error is read once and taken apart")]
        pub enum #ident {
            #(#variants,)*
        }
    }
}

/// What the documentation of an operation says of its errors.
pub(super) fn document(doc: &mut Doc, scope: &Scope<'_>, operation: &Operation) {
    const ERROR: &str = "Returns an [`Error`](crate::Error).";
    const BODY_OF: &str = "[`Error::body_of`](crate::Error::body_of)";
    doc.ours(&match (&operation.errors[..], &operation.error_bodies) {
        ([], _) => ERROR.to_owned(),
        (_, None) => format!("{ERROR} Errors the service documents:"),
        (_, Some(_)) => {
            format!("{ERROR} Errors the service documents (read their bodies with {BODY_OF}):")
        }
    });
    if !operation.errors.is_empty() {
        table(doc, scope, operation);
    }
}

/// The documented errors, as a table.
fn table(doc: &mut Doc, scope: &Scope<'_>, operation: &Operation) {
    let errors = &operation.errors;
    let with_body = errors.iter().any(|error| error.body.is_some());
    let with_code = errors.iter().any(|error| error.code.is_some());
    let columns = [("status", true), ("code", with_code), ("body", with_body), ("meaning", true)];
    let shown = |cells: [String; 4]| {
        let cells = cells.into_iter().zip(columns);
        cells.filter(|(_, (_, is_shown))| *is_shown).map(|(cell, _)| cell).collect::<Vec<_>>()
    };
    let head = shown(columns.map(|(name, _)| name.to_owned()));
    let mut rows: Vec<[String; 4]> = Vec::with_capacity(errors.len());
    for error in errors {
        let code = error.code.as_ref();
        let code = code.map(|code| format!("[`{code}`](crate::ErrorCode::{code})"));
        let body = error.body.as_ref().map(|ty| link(scope, ty));
        let [code, body] = [code, body].map(Option::unwrap_or_default);
        let said = [code, body, docs::cell(&error.meaning)];
        match rows.last_mut() {
            // What is said of two statuses in the same words is said once.
            Some([statuses, same @ ..]) if *same == said => {
                statuses.push_str(", ");
                statuses.push_str(&error.status);
            }
            _ => {
                let [code, body, meaning] = said;
                rows.push([error.status.clone(), code, body, meaning]);
            }
        }
    }
    doc.table(&head, rows.into_iter().map(shown));
}

/// A type as documentation has it: a link to the item in it, if there is one.
fn link(scope: &Scope<'_>, ty: &Ty) -> String {
    let text = scope.ty(ty).to_string().replace(' ', "");
    match item_of(ty) {
        Some(id) => {
            let path = scope.ty(&Ty::Named(id)).to_string().replace(' ', "");
            format!("[`{}`]({path})", text.replace(&path, scope.service.item(id).ident.as_str()))
        }
        None => format!("`{text}`"),
    }
}

fn item_of(ty: &Ty) -> Option<TypeId> {
    match ty {
        Ty::List(inner) | Ty::Map(inner) | Ty::Boxed(inner) | Ty::Option(inner) => item_of(inner),
        Ty::Named(id) => Some(*id),
        _ => None,
    }
}

//! The documented error codes, and the way from an error to its code.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::enums;
use super::imports::Imports;
use crate::ir::Enum;
use crate::name::Ident;
use crate::runtime::name;

/// The file `error_code.rs`.
pub(super) fn emit(codes: &Enum) -> TokenStream {
    let imports = Imports::default();
    let error = imports.runtime(name!("Error"));
    let mut doc = Doc::default();
    doc.verbatim("An error code that the service documents.");
    doc.verbatim("The set is open: a code that is not listed is [`ErrorCode::Unrecognized`].");
    let enumeration = enums::texts(&imports, &Ident::fixed("ErrorCode"), doc, codes);
    let use_runtime = imports.use_runtime();
    quote! {
        #use_runtime

        #enumeration

        impl #error {
            /// The error code of the service, if the response has one.
            pub fn code(&self) -> Option<ErrorCode> {
                self.raw_code().map(ErrorCode::from)
            }
        }
    }
}

//! The `use` lines of a file: gathered while its parts are emitted.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::name::Ident;

/// What a file needs from elsewhere.
#[derive(Default)]
pub(super) struct Imports {
    runtime: RefCell<BTreeSet<&'static str>>,
    siblings: RefCell<BTreeSet<Ident>>,
    types: Cell<bool>,
}

impl Imports {
    /// Imports `name` from the runtime, and gives its tokens.
    pub(super) fn runtime(&self, name: &'static str) -> TokenStream {
        self.runtime.borrow_mut().insert(name);
        Ident::fixed(name).into_token_stream()
    }

    /// Imports a type that stands in the same module, and gives its tokens.
    pub(super) fn sibling(&self, name: &Ident) -> TokenStream {
        self.siblings.borrow_mut().insert(name.clone());
        name.to_token_stream()
    }

    /// The path of a shared type below the module `types`, which is imported.
    pub(super) fn shared(&self, name: &Ident) -> TokenStream {
        self.types.set(true);
        quote!(types::#name)
    }

    /// Whether the module `types` is named.
    pub(super) fn names_types(&self) -> bool {
        self.types.get()
    }

    /// The `use` line for the runtime.
    pub(super) fn use_runtime(&self) -> Option<TokenStream> {
        let names: Vec<_> = self.runtime.borrow().iter().map(|name| Ident::fixed(name)).collect();
        (!names.is_empty()).then(|| quote!(use crate::runtime::{#(#names),*};))
    }

    /// The `use` line for types of the same module, except for `own`.
    pub(super) fn use_siblings(&self, own: &Ident) -> Option<TokenStream> {
        let siblings = self.siblings.borrow();
        let names: Vec<_> = siblings.iter().filter(|name| *name != own).collect();
        (!names.is_empty()).then(|| quote!(use super::{#(#names),*};))
    }
}

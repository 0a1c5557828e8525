//! The `use` lines of a file: gathered while its parts are emitted.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::name::Ident;
use crate::runtime::RuntimeName;

/// What a file needs from elsewhere.
///
/// Types of a description may be called what the runtime calls its own. Where two of one name meet
/// in a file, one is written with its path: the file's own type and what is imported first keep the
/// plain name.
#[derive(Default)]
pub(super) struct Imports {
    own: Vec<Ident>,
    runtime: RefCell<BTreeSet<Ident>>,
    siblings: RefCell<BTreeSet<Ident>>,
    types: Cell<bool>,
}

impl Imports {
    /// Of a file that defines `own` types.
    pub(super) fn beside(own: impl IntoIterator<Item = Ident>) -> Self {
        Self { own: own.into_iter().collect(), ..Self::default() }
    }

    /// Imports `name` from the runtime and returns its tokens.
    pub(super) fn runtime(&self, name: RuntimeName) -> TokenStream {
        let name = Ident::fixed(name.as_str());
        if self.own.contains(&name) || self.siblings.borrow().contains(&name) {
            return quote!(crate::runtime::#name);
        }
        let tokens = name.to_token_stream();
        self.runtime.borrow_mut().insert(name);
        tokens
    }

    /// Imports a type that stands in the same module and returns its tokens.
    pub(super) fn sibling(&self, name: &Ident) -> TokenStream {
        if self.own.contains(name) {
            return name.to_token_stream();
        }
        if self.runtime.borrow().contains(name) {
            return quote!(super::#name);
        }
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
        use_line(&quote!(crate::runtime), &self.runtime.borrow())
    }

    /// The `use` line for types of the same module.
    pub(super) fn use_siblings(&self) -> Option<TokenStream> {
        use_line(&quote!(super), &self.siblings.borrow())
    }
}

fn use_line(module: &TokenStream, names: &BTreeSet<Ident>) -> Option<TokenStream> {
    let names = names.iter();
    (names.len() > 0).then(|| quote!(use #module::{#(#names),*};))
}

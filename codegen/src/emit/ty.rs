//! Types where they are used, and how a caller's value becomes one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::imports::Imports;
use crate::ir::{Home, ItemKind, Service, Ty};
use crate::name::Ident;

/// The file that a type is written in.
#[derive(Clone, Copy)]
pub(super) enum Within {
    /// A file of `types/`.
    Types,
    /// The file of the operation with this index.
    Operation(usize),
}

/// The scope of one file.
pub(super) struct Scope<'s> {
    pub(super) service: &'s Service,
    pub(super) within: Within,
    pub(super) imports: Imports,
}

impl<'s> Scope<'s> {
    pub(super) fn new(service: &'s Service, within: Within) -> Self {
        Self { service, within, imports: Imports::default() }
    }

    /// `ty` as it is written in this file.
    pub(super) fn ty(&self, ty: &Ty) -> TokenStream {
        match ty {
            Ty::Bool => quote!(bool),
            Ty::I32 => quote!(i32),
            Ty::I64 => quote!(i64),
            Ty::U64 => quote!(u64),
            Ty::F64 => quote!(f64),
            Ty::String => quote!(String),
            Ty::Secret => self.imports.runtime("Secret"),
            Ty::Timestamp => self.imports.runtime("Timestamp"),
            Ty::Bytes => quote!(bytes::Bytes),
            Ty::File => self.imports.runtime("FilePart"),
            Ty::Json => quote!(serde_json::Value),
            Ty::List(inner) => {
                let inner = self.ty(inner);
                quote!(Vec<#inner>)
            }
            Ty::Map(inner) => {
                let inner = self.ty(inner);
                quote!(std::collections::BTreeMap<String, #inner>)
            }
            Ty::Option(inner) => {
                let inner = self.ty(inner);
                quote!(Option<#inner>)
            }
            Ty::Boxed(inner) => {
                let inner = self.ty(inner);
                quote!(Box<#inner>)
            }
            Ty::Named(id) => {
                let item = self.service.item(*id);
                let ident = &item.ident;
                match (self.within, item.home) {
                    (Within::Types, Home::Types) => self.imports.sibling(ident),
                    (Within::Operation(this), Home::Operation(other)) if this == other => {
                        ident.to_token_stream()
                    }
                    (Within::Operation(_), Home::Types) => self.imports.shared(ident),
                    (_, Home::Operation(other)) => elsewhere(self.service, other, ident),
                }
            }
        }
    }

    /// What the items of a list of `ty` are taken from, and how the list is made of them.
    pub(super) fn list(&self, ty: &Ty) -> (TokenStream, TokenStream) {
        let own = self.ty(ty);
        match self.is_text(ty) || *ty == Ty::File {
            true => (quote!(impl Into<#own>), quote!(.into_iter().map(Into::into).collect())),
            false => (own, quote!(.into_iter().collect())),
        }
    }

    /// Whether values of `ty` are made of a text.
    pub(super) fn is_text(&self, ty: &Ty) -> bool {
        match ty {
            Ty::String | Ty::Secret | Ty::Timestamp => true,
            Ty::Named(id) => matches!(self.service.item(*id).kind, ItemKind::Enum(_)),
            _ => false,
        }
    }

    /// How a value of `ty` is taken from a caller.
    pub(super) fn input(&self, ty: &Ty, name: &Ident) -> Input {
        let own = self.ty(ty);
        let convert = quote!(let #name: #own = #name.into(););
        match ty {
            Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::F64 => Input::as_is(own, name),
            Ty::Map(_) => Input::as_is(own, name),
            Ty::String => Input {
                ty: quote!(impl AsRef<str>),
                convert: None,
                value: quote!(#name),
                text: quote!(#name.as_ref()),
                json: quote!(#name.as_ref()),
            },
            Ty::Secret => {
                let input = Input::converted(quote!(impl Into<#own>), convert, name);
                Input { text: quote!(#name.expose()), ..input }
            }
            Ty::Timestamp | Ty::Json | Ty::Bytes | Ty::File => {
                Input::converted(quote!(impl Into<#own>), convert, name)
            }
            Ty::Named(_) | Ty::Boxed(_) | Ty::Option(_) => {
                Input::converted(quote!(impl Into<#own>), convert, name)
            }
            Ty::List(inner) => {
                let (items, convert) = self.list(inner);
                let convert = quote!(let #name: #own = #name #convert;);
                let ty = quote!(impl IntoIterator<Item = #items>);
                let input = Input::converted(ty, convert, name);
                match **inner {
                    Ty::Secret => {
                        let secret = self.ty(inner);
                        Input { text: quote!(#name.iter().map(#secret::expose)), ..input }
                    }
                    _ => input,
                }
            }
        }
    }
}

/// The module that a service's files are below.
pub(super) fn parent(service: &Service) -> TokenStream {
    match &service.module {
        Some(module) => quote!(crate::#module),
        None => quote!(crate),
    }
}

/// A type in the file of an operation, from any other file.
fn elsewhere(service: &Service, operation: usize, ident: &Ident) -> TokenStream {
    let parent = parent(service);
    let family = service.operations[operation].family;
    let module = family.map(|family| &service.families[family].module);
    let module = module.map(|module| quote!(#module::));
    quote!(#parent::operation::#module #ident)
}

/// How a value is taken from a caller.
#[derive(Default)]
pub(super) struct Input {
    /// The type of the argument.
    pub(super) ty: TokenStream,
    /// The statement that makes the value of it, where one is needed.
    pub(super) convert: Option<TokenStream>,
    /// The value as it is.
    pub(super) value: TokenStream,
    /// What goes into a path, a query or a header: something that can be displayed.
    pub(super) text: TokenStream,
    /// What goes into a JSON body: a reference to something that can be serialized.
    pub(super) json: TokenStream,
}

impl Input {
    fn as_is(ty: TokenStream, name: &Ident) -> Self {
        let value = quote!(#name);
        Self { ty, convert: None, text: value.clone(), value, json: quote!(&#name) }
    }

    fn converted(ty: TokenStream, convert: TokenStream, name: &Ident) -> Self {
        Self { convert: Some(convert), ..Self::as_is(ty, name) }
    }
}

/// The lint that a function of so many arguments needs not to heed.
pub(super) fn too_many_arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| {
        quote! {
            #[expect(
                clippy::too_many_arguments,
                reason = "the service needs all of them, and each is documented by its name"
            )]
        }
    })
}

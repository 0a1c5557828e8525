//! Types where they are used, and how a caller's value becomes one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::imports::Imports;
use crate::ir::{Home, ItemKind, Service, Ty};
use crate::name::Ident;
use crate::runtime::name;

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
    /// The scope of a file that defines `own` types.
    pub(super) fn new(
        service: &'s Service,
        within: Within,
        own: impl IntoIterator<Item = Ident>,
    ) -> Self {
        Self { service, within, imports: Imports::beside(own) }
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
            Ty::Secret => self.imports.runtime(name!("Secret")),
            Ty::Timestamp => self.imports.runtime(name!("Timestamp")),
            Ty::Bytes => self.imports.runtime(name!("Upload")),
            Ty::File => self.imports.runtime(name!("FilePart")),
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
    pub(super) fn taken(&self, ty: &Ty) -> Taken {
        let own = self.ty(ty);
        match ty {
            Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::F64 | Ty::Map(_) => Taken::Value(own),
            Ty::Named(id) if self.service.item(*id).is_struct() => Taken::Value(own),
            Ty::List(inner) => Taken::Values(self.list(inner).0),
            Ty::String
            | Ty::Secret
            | Ty::Timestamp
            | Ty::Json
            | Ty::Bytes
            | Ty::File
            | Ty::Named(_)
            | Ty::Boxed(_)
            | Ty::Option(_) => Taken::Value(quote!(impl Into<#own>)),
        }
    }

    /// What makes a `ty` of a value that is taken from a caller, where they are not the same.
    pub(super) fn converted(&self, ty: &Ty) -> Option<TokenStream> {
        match ty {
            Ty::Bool | Ty::I32 | Ty::I64 | Ty::U64 | Ty::F64 | Ty::Map(_) => None,
            Ty::Named(id) if self.service.item(*id).is_struct() => None,
            Ty::List(inner) => Some(self.list(inner).1),
            _ => Some(quote!(.into())),
        }
    }
}

/// How a value is taken from a caller.
pub(super) enum Taken {
    /// As a value of this type.
    Value(TokenStream),
    /// As items of this type, from anything that holds such.
    Values(TokenStream),
}

impl Taken {
    /// The type of an argument.
    pub(super) fn argument(&self) -> TokenStream {
        match self {
            Self::Value(ty) => ty.clone(),
            Self::Values(items) => quote!(impl IntoIterator<Item = #items>),
        }
    }

    /// How the runtime's macros write it, behind the name of a field.
    pub(super) fn row(&self) -> TokenStream {
        match self {
            Self::Value(ty) => quote!((#ty)),
            Self::Values(items) => quote!([#items]),
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

//! Parts of a body in parts.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::ty::Input;
use crate::ir::{Argument, PartKind, Ty};

/// The part that holds a value.
pub(super) fn one(imports: &Imports, wire: &str, kind: &PartKind, input: &Input) -> TokenStream {
    let (part, text, json) = (imports.runtime("Part"), &input.text, &input.json);
    let typed = |content_type: &Option<String>| {
        content_type.as_ref().map(|content_type| quote!(.content_type(#content_type)))
    };
    match kind {
        PartKind::File(content_type) => quote!(#part::file(#wire, #text, #content_type)),
        PartKind::Text(content_type) => {
            let typed = typed(content_type);
            quote!(#part::text(#wire, #text.to_string()) #typed)
        }
        PartKind::Json(content_type) => {
            let typed = typed(content_type);
            quote!(#part::json(#wire, #json) #typed)
        }
    }
}

/// The name of several parts, and what makes one of each value of a list.
pub(super) fn each(
    imports: &Imports,
    argument: &Argument,
    kind: &PartKind,
    input: &Input,
) -> TokenStream {
    let (wire, values) = (&argument.wire, &input.value);
    let text = match &argument.ty {
        Ty::List(inner) if **inner == Ty::Secret => quote!(value.expose()),
        _ => quote!(value),
    };
    let value = Input { text, json: quote!(&value), ..Input::default() };
    let part = one(imports, wire, kind, &value);
    quote!(#wire, #values.into_iter().map(|value| #part))
}

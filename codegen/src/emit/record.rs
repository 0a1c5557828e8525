//! How a value that a caller gives is recorded in a request.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::part;
use super::ty::Input;
use crate::ir::{Argument, ListStyle, PathStyle, QueryStyle, Slot};
use crate::name::Ident;

/// How a value is recorded in a request.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// By a method that takes the request and gives it back.
    Chained,
    /// By a method that changes the request.
    InPlace,
}

/// The call that records a value in a request.
pub(super) fn record(
    imports: &Imports,
    argument: &Argument,
    input: &Input,
    form: Form,
) -> TokenStream {
    let (wire, text, json) = (&argument.wire, &input.text, &input.json);
    let (chained, in_place, arguments) = match &argument.slot {
        // A path has no optional parts: every one is an argument.
        Slot::Path => ("path", "path", quote!(#text)),
        Slot::Query => ("query", "set_query", quote!(#wire, #text)),
        Slot::QueryList(ListStyle::Repeated) => {
            ("query_all", "set_query_all", quote!(#wire, #text))
        }
        Slot::QueryList(ListStyle::Joined(separator)) => {
            ("query_joined", "set_query_joined", quote!(#wire, #separator, #text))
        }
        Slot::QueryValue(style, explode) => {
            let style = query_style(imports, *style);
            ("query_value", "set_query_value", quote!(#wire, #style, #explode, #json))
        }
        Slot::PathValue(style, explode) => {
            let ty = imports.runtime("PathStyle");
            let style = Ident::fixed(match style {
                PathStyle::Simple => "Simple",
                PathStyle::Label => "Label",
                PathStyle::Matrix => "Matrix",
                PathStyle::Json => "Json",
            });
            ("path_value", "path_value", quote!(#wire, #ty::#style, #explode, #json))
        }
        Slot::HeaderValue(explode) => {
            ("header_value", "set_header_value", quote!(#wire, #explode, #json))
        }
        Slot::HeaderJson => ("header_json", "set_header_json", quote!(#wire, #json)),
        Slot::Cookie => ("cookie", "set_cookie", quote!(#wire, #text)),
        Slot::CookieValue(style, explode) => {
            let style = query_style(imports, *style);
            ("cookie_value", "set_cookie_value", quote!(#wire, #style, #explode, #json))
        }
        Slot::Header => ("header", "set_header", quote!(#wire, #text)),
        Slot::Member => ("body_field", "set_body_field", quote!(#wire, #json)),
        Slot::EncryptedMember => {
            let secret = &input.value;
            ("encrypted_field", "set_encrypted_field", quote!(#wire, #secret))
        }
        Slot::Body => ("body", "set_body", quote!(#json)),
        Slot::Bytes(media_type) => ("bytes", "set_bytes", quote!(#media_type, #text)),
        Slot::Text(media_type) => ("text", "set_text", quote!(#media_type, #text)),
        Slot::Form => ("form", "set_form", quote!(#json)),
        Slot::Multipart => ("multipart", "set_multipart", quote!(#json)),
        Slot::FormField => ("form_field", "set_form_field", quote!(#wire, #text)),
        Slot::FormList => ("form_field_all", "set_form_field_all", quote!(#wire, #text)),
        Slot::FormValue => ("form_value", "set_form_value", quote!(#wire, #json)),
        Slot::Part(kind) => ("part", "set_part", part::one(imports, wire, kind, input)),
        Slot::Parts(kind) => ("parts", "set_parts", part::each(imports, argument, kind, input)),
    };
    let name = Ident::fixed(match form {
        Form::Chained => chained,
        Form::InPlace => in_place,
    });
    quote!(#name(#arguments))
}

fn query_style(imports: &Imports, style: QueryStyle) -> TokenStream {
    let ty = imports.runtime("QueryStyle");
    let style = Ident::fixed(match style {
        QueryStyle::Form => "Form",
        QueryStyle::Reserved => "Reserved",
        QueryStyle::SpaceDelimited => "SpaceDelimited",
        QueryStyle::PipeDelimited => "PipeDelimited",
        QueryStyle::DeepObject => "DeepObject",
        QueryStyle::Json => "Json",
    });
    quote!(#ty::#style)
}

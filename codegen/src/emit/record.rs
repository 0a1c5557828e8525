//! How a value is recorded in a request: the method of the runtime's `Call`, and its arguments but
//! for the value.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use crate::ir::{
    Argument, BodyForm, ListStyle, MemberForm, PartContent, PathForm, PathStyle, PlainForm,
    QueryForm, QueryStyle, Slot,
};
use crate::name::Ident;
use crate::runtime::name;

/// The call that records a value, without the value.
pub(super) fn record(imports: &Imports, argument: &Argument) -> TokenStream {
    let wire = &argument.wire;
    match &argument.slot {
        Slot::Path(PathForm::Scalar) => quote!(path()),
        Slot::Path(PathForm::Json) => quote!(path_json(#wire)),
        Slot::Path(PathForm::Value { style, explode }) => {
            let style = path_style(imports, *style);
            quote!(path_value(#wire, #style, #explode))
        }
        Slot::Query(QueryForm::Scalar) => quote!(query(#wire)),
        Slot::Query(QueryForm::Json) => quote!(query_json(#wire)),
        Slot::Query(QueryForm::List(ListStyle::Repeated)) => quote!(query_list(#wire)),
        Slot::Query(QueryForm::List(ListStyle::Joined(separator))) => {
            quote!(query_joined(#wire, #separator))
        }
        Slot::Query(QueryForm::Value { style, explode }) => {
            let style = query_style(imports, *style);
            quote!(query_value(#wire, #style, #explode))
        }
        Slot::Querystring(BodyForm::Form(styles)) => {
            let styles = styles_by_name(imports, styles);
            quote!(querystring_form(&[#(#styles),*]))
        }
        Slot::Querystring(BodyForm::Text(_)) => quote!(querystring()),
        Slot::Querystring(_) => quote!(querystring_json()),
        Slot::Header(PlainForm::Scalar) => quote!(header(#wire)),
        Slot::Header(PlainForm::Json) => quote!(header_json(#wire)),
        Slot::Header(
            PlainForm::Value { explode }
            | PlainForm::Reserved { explode }
            | PlainForm::Raw { explode },
        ) => quote!(header_value(#wire, #explode)),
        Slot::Cookie(PlainForm::Scalar) => quote!(cookie(#wire)),
        Slot::Cookie(PlainForm::Json) => quote!(cookie_json(#wire)),
        Slot::Cookie(PlainForm::Value { explode }) => quote!(cookie_value(#wire, #explode)),
        Slot::Cookie(PlainForm::Reserved { explode }) => quote!(reserved_cookie(#wire, #explode)),
        Slot::Cookie(PlainForm::Raw { explode }) => quote!(raw_cookie(#wire, #explode)),
        Slot::Member(MemberForm::Json) => quote!(body_field(#wire)),
        Slot::Member(MemberForm::Encrypted) => quote!(encrypted_field(#wire)),
        Slot::Body(BodyForm::Json) => quote!(body()),
        Slot::Body(BodyForm::Bytes(media_type)) => quote!(bytes(#media_type)),
        Slot::Body(BodyForm::Text(media_type)) => quote!(text(#media_type)),
        Slot::Body(BodyForm::Form(styles)) => {
            let styles = styles_by_name(imports, styles);
            quote!(form(&[#(#styles),*]))
        }
        Slot::Body(BodyForm::Sequence(media_type)) if media_type.contains("json-seq") => {
            quote!(json_sequence(#media_type))
        }
        Slot::Body(BodyForm::Sequence(media_type)) => quote!(json_lines(#media_type)),
        Slot::Body(BodyForm::Multipart(content_types)) => {
            let types = content_types.iter().map(|(name, ty)| quote!((#name, #ty)));
            quote!(multipart(&[#(#types),*]))
        }
        Slot::Body(BodyForm::Files(content_type)) => quote!(files(#content_type)),
        Slot::FormField(form) => form_field(imports, wire, form),
        Slot::Part { content, each } => part(imports, wire, content, *each),
        Slot::Unnamed { content, each } => part(imports, "", content, *each),
        Slot::ContentType => quote!(content_type()),
    }
}

/// The styles of fields, each with the name of its field.
fn styles_by_name(
    imports: &Imports,
    styles: &[(String, QueryStyle, bool)],
) -> impl Iterator<Item = TokenStream> {
    styles.iter().map(|(name, style, explode)| {
        let style = query_style(imports, *style);
        quote!((#name, #style, #explode))
    })
}

fn form_field(imports: &Imports, wire: &str, form: &QueryForm) -> TokenStream {
    match form {
        QueryForm::Scalar => quote!(form_field(#wire)),
        QueryForm::List(ListStyle::Repeated) => quote!(form_list(#wire)),
        QueryForm::List(ListStyle::Joined(separator)) => quote!(form_joined(#wire, #separator)),
        QueryForm::Json => quote!(form_json(#wire)),
        QueryForm::Value { style, explode } => {
            let style = query_style(imports, *style);
            quote!(form_value(#wire, #style, #explode))
        }
    }
}

fn part(imports: &Imports, wire: &str, content: &PartContent, each: bool) -> TokenStream {
    let name = Ident::fixed(match (content, each) {
        (PartContent::File(_), false) => "file_part",
        (PartContent::File(_), true) => "file_parts",
        (PartContent::Text(_), false) => "text_part",
        (PartContent::Text(_), true) => "text_parts",
        (PartContent::Json(_), false) => "json_part",
        (PartContent::Json(_), true) => "json_parts",
        (PartContent::Value { .. }, _) => "part_value",
    });
    match content {
        PartContent::File(content_type) | PartContent::Json(content_type) => {
            quote!(#name(#wire, #content_type))
        }
        PartContent::Text(Some(content_type)) => quote!(#name(#wire, Some(#content_type))),
        PartContent::Text(None) => quote!(#name(#wire, None)),
        PartContent::Value { style, explode } => {
            let style = query_style(imports, *style);
            quote!(#name(#wire, #style, #explode))
        }
    }
}

fn path_style(imports: &Imports, style: PathStyle) -> TokenStream {
    let ty = imports.runtime(name!("PathStyle"));
    let style = Ident::fixed(match style {
        PathStyle::Simple => "Simple",
        PathStyle::Reserved => "Reserved",
        PathStyle::Label => "Label",
        PathStyle::Matrix => "Matrix",
    });
    quote!(#ty::#style)
}

fn query_style(imports: &Imports, style: QueryStyle) -> TokenStream {
    let ty = imports.runtime(name!("QueryStyle"));
    let style = Ident::fixed(match style {
        QueryStyle::Form => "Form",
        QueryStyle::Reserved => "Reserved",
        QueryStyle::SpaceDelimited => "SpaceDelimited",
        QueryStyle::PipeDelimited => "PipeDelimited",
        QueryStyle::DeepObject => "DeepObject",
        QueryStyle::Fields => "Fields",
        QueryStyle::Json => "Json",
    });
    quote!(#ty::#style)
}
